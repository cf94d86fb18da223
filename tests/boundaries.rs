//! The committed outlines of the 43 police force areas.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

type Point = [i64; 2];

const CITY: &str = "E23000034";
const METROPOLITAN: &str = "E23000001";

fn data(path: &str) -> Option<String> {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(path)).ok()
}

/// Outlines with absolute, still quantised, coordinates.
struct Topology {
    value: Value,
    arcs: Vec<Vec<Point>>,
}

/// Polygons, each a list of rings, each a list of arc numbers (`!n` is arc n reversed).
type Polygons = Vec<Vec<Vec<i64>>>;

impl Topology {
    fn read() -> Topology {
        let text = data("boundaries/forces.topo.json").unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let deltas: Vec<Vec<Point>> = serde_json::from_value(value["arcs"].clone()).unwrap();
        let absolute = |arc: Vec<Point>| {
            let mut at = [0, 0];
            let step = |delta: Point| {
                at = [at[0] + delta[0], at[1] + delta[1]];
                at
            };
            arc.into_iter().map(step).collect()
        };
        Topology { value, arcs: deltas.into_iter().map(absolute).collect() }
    }

    fn geometries(&self) -> &Vec<Value> {
        self.value["objects"]["forces"]["geometries"].as_array().unwrap()
    }

    fn forces(&self) -> BTreeMap<String, Polygons> {
        let read = |geometry: &Value| {
            let arcs = geometry["arcs"].clone();
            let polygons = match geometry["type"].as_str().unwrap() {
                "Polygon" => vec![serde_json::from_value(arcs).unwrap()],
                "MultiPolygon" => serde_json::from_value(arcs).unwrap(),
                other => panic!("a force is a {other}"),
            };
            (geometry["id"].as_str().unwrap().to_owned(), polygons)
        };
        self.geometries().iter().map(read).collect()
    }

    /// The points of a ring; the arcs must meet end to start.
    fn ring(&self, arcs: &[i64]) -> Vec<Point> {
        let mut points: Vec<Point> = vec![];
        for &arc in arcs {
            let mut part = self.arcs[index(arc)].clone();
            if arc < 0 {
                part.reverse();
            }
            if let Some(last) = points.pop() {
                assert_eq!(last, part[0], "arc {arc} does not start where the one before it ends");
            }
            points.extend(part);
        }
        points
    }

    /// A ring's area in square kilometres, whichever way it runs.
    fn area(&self, arcs: &[i64]) -> f64 {
        let scale = &self.value["transform"]["scale"];
        let square = scale[0].as_f64().unwrap() * scale[1].as_f64().unwrap() / 1e6;
        let points = self.ring(arcs);
        let twice: i64 = points.windows(2).map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1]).sum();
        (twice as f64 / 2.0).abs() * square
    }
}

fn index(arc: i64) -> usize {
    usize::try_from(if arc < 0 { !arc } else { arc }).unwrap()
}

fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix("E23").or_else(|| text.strip_prefix("W15"));
    digits.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn there_are_43_forces_in_order_of_code_with_nothing_but_an_id() {
    let topology = Topology::read();
    let geometries = topology.geometries();
    let ids: Vec<&str> = geometries.iter().map(|g| g["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 43);
    assert!(ids.iter().all(|id| is_code(id)), "{ids:?}");
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    for geometry in geometries {
        let keys: Vec<_> = geometry.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["arcs", "id", "type"]);
    }
}

#[test]
fn the_codes_are_those_of_the_table_of_areas() {
    let Some(areas) = data("areas.csv") else { return };
    let mut lines = areas.lines();
    let column = lines.next().unwrap().split(',').position(|name| name == "area_code").unwrap();
    let codes = lines.map(|line| line.split(',').nth(column).unwrap().to_owned());
    let codes: BTreeSet<_> = codes.filter(|code| is_code(code)).collect();
    assert!(Topology::read().forces().keys().eq(codes.iter()));
}

#[test]
fn every_ring_closes_and_has_at_least_four_points() {
    let topology = Topology::read();
    for (id, polygons) in topology.forces() {
        assert!(!polygons.is_empty(), "{id} is empty");
        for polygon in polygons {
            assert!(!polygon.is_empty(), "{id} has an empty polygon");
            for arcs in polygon {
                let ring = topology.ring(&arcs);
                assert!(ring.len() >= 4, "{id} has a ring of {} points", ring.len());
                assert_eq!(ring.first(), ring.last(), "{id} has an open ring");
            }
        }
    }
}

#[test]
fn an_arc_is_coast_or_the_border_of_exactly_two_forces() {
    let topology = Topology::read();
    let mut owners: BTreeMap<usize, Vec<(String, bool)>> = BTreeMap::new();
    for (id, polygons) in topology.forces() {
        for arc in polygons.into_iter().flatten().flatten() {
            owners.entry(index(arc)).or_default().push((id.clone(), arc < 0));
        }
    }
    assert!(owners.keys().copied().eq(0..topology.arcs.len()), "an arc belongs to nobody");
    for (arc, owners) in owners {
        match owners.as_slice() {
            [_] => {}
            [a, b] => {
                assert_ne!(a.0, b.0, "{} uses arc {arc} twice", a.0);
                assert_ne!(a.1, b.1, "{} and {} run arc {arc} the same way", a.0, b.0);
            }
            _ => panic!("arc {arc} belongs to {owners:?}"),
        }
    }
}

#[test]
fn the_city_of_london_is_the_hole_in_the_metropolitan_area_and_there_is_no_other() {
    let forces = Topology::read().forces();
    let [city] = forces[CITY].as_slice() else { panic!("the City has several parts") };
    let [outer] = city.as_slice() else { panic!("the City has a hole") };
    let holes = |polygons: &Polygons| -> Vec<Vec<i64>> {
        polygons.iter().flat_map(|polygon| polygon[1..].to_vec()).collect()
    };
    let reversed: Vec<i64> = outer.iter().rev().map(|arc| !arc).collect();
    for (id, polygons) in &forces {
        let expected = if id == METROPOLITAN { vec![reversed.clone()] } else { vec![] };
        assert_eq!(holes(polygons), expected, "holes of {id}");
    }
}

#[test]
fn the_areas_are_those_of_england_and_wales() {
    let topology = Topology::read();
    let mut total = 0.0;
    for (id, polygons) in topology.forces() {
        let mut area = 0.0;
        for polygon in polygons {
            let (outer, holes) = polygon.split_first().unwrap();
            area +=
                topology.area(outer) - holes.iter().map(|hole| topology.area(hole)).sum::<f64>();
        }
        assert!(area > 2.0, "{id} has {area} km²");
        total += area;
    }
    assert!((total / 151_000.0 - 1.0).abs() < 0.05, "{total} km² in all");
}

#[test]
fn the_outlines_lie_in_their_box_on_the_national_grid() {
    let topology = Topology::read();
    let list = |value: &Value| -> Vec<f64> { serde_json::from_value(value.clone()).unwrap() };
    let bbox = list(&topology.value["bbox"]);
    let scale = list(&topology.value["transform"]["scale"]);
    let translate = list(&topology.value["transform"]["translate"]);
    for axis in [0, 1] {
        let all = || topology.arcs.iter().flatten().map(|point| point[axis]);
        let (low, high) = (all().min().unwrap() as f64, all().max().unwrap() as f64);
        assert!((low * scale[axis] + translate[axis] - bbox[axis]).abs() < 1.0);
        assert!((high * scale[axis] + translate[axis] - bbox[axis + 2]).abs() < 1.0);
    }
    assert!(bbox[0] > 80_000.0 && bbox[2] < 660_000.0, "{bbox:?}");
    assert!(bbox[1] > 5_000.0 && bbox[3] < 660_000.0, "{bbox:?}");
}

#[test]
fn the_outlines_are_small() {
    assert!(data("boundaries/forces.topo.json").unwrap().len() <= 36_000);
}

#[test]
fn the_credits_name_the_source_and_its_licence() {
    let source: Value = serde_json::from_str(&data("boundaries/source.json").unwrap()).unwrap();
    for key in ["name", "publisher", "licence", "attribution", "version", "date", "command"] {
        assert!(source[key].as_str().is_some_and(|text| !text.is_empty()), "no {key}");
    }
    let sum = source["input_sha256"].as_str().unwrap();
    assert!(sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()));
}
