//! Turns outlines into the map's TopoJSON: mapshaper projects, mends and dissolves, we simplify.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use cyberflag_figures::geo::Topology;
use serde::Deserialize as _;
use serde_json::{Value, json};

use super::official::{Outlines, System};
use super::simplify::{Xy, simplify};
use crate::{exec, npm, paths, size};

/// What the compact outlines may weigh with brotli. Every first visit loads them.
const MOST_BYTES: usize = 8_000;

/// Triangles in km² under which a corner is taken out. The first that fits [`MOST_BYTES`] is used.
const LEAST: [f64; 6] = [1.5, 2.0, 3.0, 5.0, 8.0, 12.0];

/// The grid of the asset in metres: half a unit of the drawing, which is 4,000 units high.
const GRID: f64 = 80.0;

/// The text of `forces.topo.json`, checked against the codes of the forces.
pub fn shape(outlines: &Outlines, codes: &[&str]) -> Result<String> {
    let tools = paths::root().join("xtask/npm/boundaries");
    npm::ensure(&tools)?;
    let work = tempfile::tempdir()?;
    fs::write(work.path().join("forces.geojson"), outlines.collection.to_string())?;
    let mut mapshaper = exec::command(tools.join("node_modules/.bin/mapshaper"));
    mapshaper.args(arguments(outlines.system).split_whitespace()).current_dir(work.path());
    exec::run("mend the outlines", "install Node 20", &mut mapshaper)?;
    let mended = fs::read_to_string(work.path().join("forces.topo.json"))?;
    let mut bytes = 0;
    for least in LEAST {
        let text = asset(&mended, codes, least * 1e6)?;
        bytes = weight(&text)?;
        if bytes <= MOST_BYTES {
            return Ok(text);
        }
    }
    bail!(
        "the outlines still take {bytes} bytes, {MOST_BYTES} at most are allowed. Give a more \
         generalised edition of the file (ONS calls it BUC, `ultra generalised`)"
    )
}

/// What an asset weighs in the compact form, compressed.
fn weight(asset: &str) -> Result<usize> {
    size::compressed(&Topology::from_topojson(asset.as_bytes())?.to_compact()?)
}

/// The arguments for mapshaper, a step a line.
///
/// Gaps under 1 km² between neighbours are filled here and none later, so that a strait which
/// simplification narrows is never taken for a gap. `-explode` makes islands and exclaves separate
/// shapes, and those under 1 km² are dropped; what an exclave leaves goes to the force round it.
fn arguments(system: System) -> String {
    let from = match system {
        System::Degrees => "EPSG:4326",
        System::NationalGrid => "EPSG:27700",
    };
    format!(
        "forces.geojson
         -proj init={from} EPSG:27700
         -clean gap-fill-area=1km2
         -dissolve2 code gap-fill-area=0
         -explode
         -filter this.area>=1e6
         -dissolve2 code gap-fill-area=1km2
         -clean gap-fill-area=1km2
         -sort code
         -filter-fields code
         -rename-layers forces
         -o forces.topo.json format=topojson no-quantization id-field=code"
    )
}

/// Puts mapshaper's TopoJSON into the page's form: simplified, on the grid, ids only, sorted, and
/// each border checked. Corners whose triangle is under `least` square metres go.
fn asset(text: &str, codes: &[&str], least: f64) -> Result<String> {
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
    let arcs: Vec<Vec<Xy>> = Vec::deserialize(part("/arcs")?)
        .context("mapshaper wrote arcs that are no lists of points")?;
    // On the grid first, so that what simplification keeps apart stays apart.
    let snapped = arcs.into_iter().map(|arc| arc.into_iter().map(snap).collect()).collect();
    let Gridded { translate, bbox, arcs } = on_grid(&simplify(snapped, least));
    let value = json!({
        "type": "Topology",
        "bbox": bbox,
        "transform": { "scale": [GRID, GRID], "translate": translate },
        "objects": { "forces": { "type": "GeometryCollection", "geometries": geometries } },
        "arcs": arcs,
    });
    Ok(value.to_string() + "\n")
}

/// Lines on the grid, each a first point and steps; with the grid's origin and their box in metres.
struct Gridded {
    translate: [f64; 2],
    bbox: [f64; 4],
    arcs: Vec<Vec<(i64, i64)>>,
}

/// The nearest point of the grid, in metres.
fn snap((x, y): Xy) -> Xy {
    ((x / GRID).round() * GRID, (y / GRID).round() * GRID)
}

fn on_grid(lines: &[Vec<Xy>]) -> Gridded {
    let step = |metres: f64| (metres / GRID).round() as i64;
    let snapped = |line: &Vec<Xy>| line.iter().map(|p| (step(p.0), step(p.1))).collect();
    let lines: Vec<Vec<(i64, i64)>> = lines.iter().map(snapped).collect();
    let all = || lines.iter().flatten();
    let low = [all().map(|p| p.0).min(), all().map(|p| p.1).min()].map(Option::unwrap_or_default);
    let high = [all().map(|p| p.0).max(), all().map(|p| p.1).max()].map(Option::unwrap_or_default);
    let metres = |corner: [i64; 2]| corner.map(|steps| steps as f64 * GRID);
    let ([left, bottom], [right, top]) = (metres(low), metres(high));
    let arcs = lines.iter().map(|line| steps(line, low)).collect();
    Gridded { translate: [left, bottom], bbox: [left, bottom, right, top], arcs }
}

/// The steps of a line from the grid's origin. A point that falls on the one before it is left out,
/// but a line keeps two.
fn steps(line: &[(i64, i64)], [x, y]: [i64; 2]) -> Vec<(i64, i64)> {
    let mut at = (x, y);
    let mut steps = Vec::new();
    for point in line {
        let step = (point.0 - at.0, point.1 - at.1);
        if steps.is_empty() || step != (0, 0) {
            steps.push(step);
        }
        at = *point;
    }
    if steps.len() == 1 {
        steps.push((0, 0));
    }
    steps
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
            "type": "Topology",
            "arcs": [
                [[1000, 0], [1000, 900]],
                [[1000, 900], [0, 900], [0, 0], [1000, 0]],
                [[1000, 0], [2000, 0], [2000, 900], [1000, 900]],
            ],
            "objects": { "forces": { "type": "GeometryCollection", "geometries": [
                { "type": "Polygon", "id": second, "arcs": [[!0, 2]], "properties": { "code": second } },
                { "type": "Polygon", "id": "E23000001", "arcs": [[0, 1]] },
            ]}}
        })
        .to_string()
    }

    #[test]
    fn forces_are_sorted_and_carry_nothing_but_their_id() {
        let text = asset(&topology("E23000002"), &CODES, 0.0).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let first = value.pointer("/objects/forces/geometries/0").unwrap();
        assert_eq!(first, &json!({ "type": "Polygon", "id": "E23000001", "arcs": [[0, 1]] }));
        assert!(!text.contains("properties"));
    }

    #[test]
    fn corners_fall_on_the_grid_and_neighbours_meet() {
        let text = asset(&topology("E23000002"), &CODES, 0.0).unwrap();
        let outlines = Topology::from_topojson(text.as_bytes()).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["bbox"], json!([0.0, 0.0, 2000.0, 880.0]));
        assert_eq!(value["arcs"][0], json!([[13, 0], [0, 11]]));
        let corners = |at: usize| outlines.ring(&outlines.areas()[at].rings[0]);
        assert_eq!(corners(0), [(13, 0), (13, 11), (0, 11), (0, 0)]);
        assert_eq!(corners(1), [(13, 11), (13, 0), (25, 0), (25, 11)]);
    }

    #[test]
    fn points_that_fall_together_are_one_but_a_line_keeps_two() {
        assert_eq!(steps(&[(3, 4), (3, 4), (4, 4)], [1, 1]), [(2, 3), (1, 0)]);
        assert_eq!(steps(&[(3, 4), (3, 4)], [0, 0]), [(3, 4), (0, 0)]);
    }

    #[test]
    fn the_committed_outlines_weigh_little() {
        let file = paths::root().join("data/boundaries/forces.topo.json");
        let bytes = weight(&fs::read_to_string(file).unwrap()).unwrap();
        assert!(bytes <= MOST_BYTES, "{bytes} bytes with brotli");
    }

    #[test]
    fn wrong_forces_and_overlapping_borders_are_refused() {
        let error = asset(&topology("E23000003"), &CODES, 0.0).unwrap_err().to_string();
        assert!(error.contains("2 were expected"), "{error}");
        // A border of three forces, and one of a force with itself.
        for arcs in ["[-1,2,0]", "[2,-3]"] {
            let text = topology("E23000002").replace("[-1,2]", arcs);
            let error = asset(&text, &CODES, 0.0).unwrap_err().to_string();
            assert!(error.contains("overlap"), "{error}");
        }
    }
}
