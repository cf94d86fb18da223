//! Turns outlines into the map's TopoJSON with mapshaper: project, mend, dissolve, simplify.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::official::{Outlines, System};
use crate::{exec, npm, paths};

/// The page carries the outlines inside it, so they must stay small.
const MOST_BYTES: usize = 36_000;

/// Distances in metres under which detail is dropped. The first that fits [`MOST_BYTES`] is used.
const INTERVALS: [u32; 8] = [200, 300, 450, 600, 800, 1000, 1500, 2200];

/// The text of `forces.topo.json`, checked against the codes of the forces.
pub fn shape(outlines: &Outlines, codes: &[&str]) -> Result<String> {
    let tools = paths::root().join("xtask/npm/boundaries");
    npm::ensure(&tools)?;
    let work = tempfile::tempdir()?;
    fs::write(work.path().join("forces.geojson"), outlines.collection.to_string())?;
    let mut bytes = 0;
    for interval in INTERVALS {
        let mut mapshaper = exec::command(tools.join("node_modules/.bin/mapshaper"));
        mapshaper.args(arguments(outlines.system, interval).split_whitespace());
        mapshaper.current_dir(work.path());
        exec::run("simplify the outlines", "install Node 20", &mut mapshaper)?;
        let text = asset(&fs::read_to_string(work.path().join("forces.topo.json"))?, codes)?;
        bytes = text.len();
        if bytes <= MOST_BYTES {
            return Ok(text);
        }
    }
    bail!(
        "the outlines still take {bytes} bytes, {MOST_BYTES} at most are allowed. Give a more \
         generalised edition of the file (ONS calls it BUC, `ultra generalised`)"
    )
}

/// The arguments for mapshaper, a step a line.
///
/// Gaps under 1 km² between neighbours are filled before anything is simplified, and none after, so
/// that a strait which simplification narrows is never taken for a gap. Islands under 1 km² are
/// dropped. `-explode` makes the others separate shapes, each of which `keep-shapes` preserves. The quantisation gives steps of about 30 m.
fn arguments(system: System, interval: u32) -> String {
    let from = match system {
        System::Degrees => "EPSG:4326",
        System::NationalGrid => "EPSG:27700",
    };
    format!(
        "forces.geojson
         -proj init={from} EPSG:27700
         -clean gap-fill-area=1km2
         -dissolve2 code gap-fill-area=0
         -filter-islands min-area=1km2
         -explode
         -simplify weighted interval={interval} keep-shapes
         -dissolve2 code gap-fill-area=0
         -clean gap-fill-area=0
         -sort code
         -filter-fields code
         -rename-layers forces
         -o forces.topo.json format=topojson quantization=20000 bbox id-field=code"
    )
}

/// Puts mapshaper's TopoJSON into the page's form: ids only, sorted, and each border checked.
fn asset(text: &str, codes: &[&str]) -> Result<String> {
    let topology: Value = serde_json::from_str(text).context("mapshaper wrote no JSON")?;
    let part = |pointer: &str| {
        topology.pointer(pointer).with_context(|| format!("mapshaper wrote no {pointer}"))
    };
    let mut forces: BTreeMap<&str, Value> = BTreeMap::new();
    let mut owners: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for geometry in part("/objects/forces/geometries")?.as_array().into_iter().flatten() {
        let id = geometry.get("id").and_then(Value::as_str).context("a force has no id")?;
        let (Some(kind), Some(rings)) = (geometry.get("type"), geometry.get("arcs")) else {
            bail!("{id} has no outline after simplification: use a more detailed input");
        };
        for arc in leaves(rings) {
            owners.entry(if arc < 0 { !arc } else { arc }).or_default().push(id);
        }
        forces.insert(id, json!({ "type": kind, "id": id, "arcs": rings }));
    }
    if !forces.keys().eq(codes) {
        bail!("{} forces came out of mapshaper, {} were expected", forces.len(), codes.len());
    }
    for (arc, ids) in &owners {
        match ids.as_slice() {
            [_] => {}
            [one, other] if one != other => {}
            _ => bail!("arc {arc} belongs to {}: the outlines overlap", ids.join(", ")),
        }
    }
    let geometries: Vec<Value> = forces.into_values().collect();
    let value = json!({
        "type": "Topology",
        "bbox": part("/bbox")?,
        "transform": part("/transform")?,
        "objects": { "forces": { "type": "GeometryCollection", "geometries": geometries } },
        "arcs": part("/arcs")?,
    });
    Ok(value.to_string() + "\n")
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

    const CODES: [&str; 2] = ["E23000001", "E23000002"];

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

    #[test]
    fn forces_are_sorted_and_carry_nothing_but_their_id() {
        let text = asset(&topology("E23000002"), &CODES).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let first = value.pointer("/objects/forces/geometries/0").unwrap();
        assert_eq!(first, &json!({ "type": "Polygon", "id": "E23000001", "arcs": [[0, 1]] }));
        assert!(!text.contains("properties"));
    }

    #[test]
    fn wrong_forces_and_overlapping_borders_are_refused() {
        let error = asset(&topology("E23000003"), &CODES).unwrap_err().to_string();
        assert!(error.contains("2 were expected"), "{error}");
        // A border of three forces, and one of a force with itself.
        for arcs in ["[-1,2,0]", "[2,-3]"] {
            let text = topology("E23000002").replace("[-1,2]", arcs);
            let error = asset(&text, &CODES).unwrap_err().to_string();
            assert!(error.contains("overlap"), "{error}");
        }
    }
}
