//! The outlines as the page reads them: TopoJSON with one object, `forces`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The text of `forces.topo.json` and what is in it.
#[derive(Debug)]
pub struct Asset {
    /// The file's text.
    pub text: String,
    forces: usize,
    arcs: usize,
    borders: usize,
    points: usize,
}

impl fmt::Display for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} forces, {} arcs ({} shared by two forces), {} points, {} bytes",
            self.forces,
            self.arcs,
            self.borders,
            self.points,
            self.text.len()
        )
    }
}

impl Asset {
    /// Puts mapshaper's TopoJSON into the page's form: ids only, sorted, and each border checked.
    pub fn from_mapshaper(text: &str, codes: &BTreeSet<String>) -> Result<Asset> {
        let topology: Value = serde_json::from_str(text).context("mapshaper wrote no JSON")?;
        let part = |pointer: &str| {
            topology.pointer(pointer).with_context(|| format!("mapshaper wrote no {pointer}"))
        };
        let arcs = part("/arcs")?.as_array().context("mapshaper's arcs are not a list")?;
        let geometries = part("/objects/forces/geometries")?;

        let mut forces: BTreeMap<&str, Value> = BTreeMap::new();
        let mut owners: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for geometry in geometries.as_array().into_iter().flatten() {
            let id = geometry.get("id").and_then(Value::as_str).context("a force has no id")?;
            let (Some(kind), Some(rings)) = (geometry.get("type"), geometry.get("arcs")) else {
                bail!("{id} has no outline after simplification: use a more detailed input");
            };
            for arc in leaves(rings) {
                let arc = usize::try_from(if arc < 0 { !arc } else { arc })?;
                owners.entry(arc).or_default().push(id);
            }
            forces.insert(id, json!({ "type": kind, "id": id, "arcs": rings }));
        }
        if !forces.keys().copied().eq(codes.iter().map(String::as_str)) {
            bail!("{} forces came out of mapshaper, {} were expected", forces.len(), codes.len());
        }
        for (arc, ids) in &owners {
            match ids.as_slice() {
                [_] => {}
                [one, other] if one != other => {}
                _ => bail!("arc {arc} belongs to {}: the outlines overlap", ids.join(", ")),
            }
        }

        let counts = (forces.len(), owners.values().filter(|ids| ids.len() == 2).count());
        let geometries: Vec<Value> = forces.into_values().collect();
        let value = json!({
            "type": "Topology",
            "bbox": part("/bbox")?,
            "transform": part("/transform")?,
            "objects": { "forces": { "type": "GeometryCollection", "geometries": geometries } },
            "arcs": arcs,
        });
        Ok(Asset {
            text: value.to_string() + "\n",
            forces: counts.0,
            arcs: arcs.len(),
            borders: counts.1,
            points: arcs.iter().filter_map(Value::as_array).map(Vec::len).sum(),
        })
    }
}

/// Every arc number in the nested lists of a geometry.
fn leaves(value: &Value) -> Vec<i64> {
    match value {
        Value::Array(items) => items.iter().flat_map(leaves).collect(),
        _ => value.as_i64().into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two forces side by side; arc 0 is the border between them.
    fn topology(second: &str) -> String {
        json!({
            "type": "Topology", "bbox": [0, 0, 2, 1],
            "transform": { "scale": [1, 1], "translate": [0, 0] },
            "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
            "objects": { "forces": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "id": second, "arcs": [[!0, 2]], "properties": { "code": second } },
                { "type": "Polygon", "id": "E23000001", "arcs": [[0, 1]] },
            ]}}
        })
        .to_string()
    }

    fn codes() -> BTreeSet<String> {
        ["E23000001", "E23000002"].map(String::from).into()
    }

    #[test]
    fn forces_are_sorted_and_carry_nothing_but_their_id() {
        let asset = Asset::from_mapshaper(&topology("E23000002"), &codes()).unwrap();
        assert_eq!((asset.forces, asset.arcs, asset.borders, asset.points), (2, 3, 1, 10));
        let value: Value = serde_json::from_str(&asset.text).unwrap();
        let first = value.pointer("/objects/forces/geometries/0").unwrap();
        assert_eq!(first, &json!({ "type": "Polygon", "id": "E23000001", "arcs": [[0, 1]] }));
        assert!(!asset.text.contains("properties"));
    }

    #[test]
    fn a_wrong_set_of_forces_is_refused() {
        let error = Asset::from_mapshaper(&topology("E23000003"), &codes()).unwrap_err();
        assert!(error.to_string().contains("2 were expected"), "{error}");
    }

    #[test]
    fn a_border_of_three_forces_or_of_one_with_itself_is_refused() {
        for arcs in ["[-1,2,0]", "[2,-3]"] {
            let text = topology("E23000002").replace("[-1,2]", arcs);
            let error = Asset::from_mapshaper(&text, &codes()).unwrap_err();
            assert!(error.to_string().contains("overlap"), "{error}");
        }
    }
}
