//! The committed outlines of the 43 police force areas.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use cyberflag_figures::geo::CREDIT;
use serde_json::Value;

type Point = [i64; 2];

const CITY: &str = "E23000034";
const METROPOLITAN: &str = "E23000001";

/// Islands that people look for: a point in metres on the National Grid, and the force.
const ISLANDS: [(&str, f64, f64, &str); 18] = [
    ("Isle of Wight", 450_000.0, 89_000.0, "E23000030"),
    ("Portsea", 465_500.0, 101_500.0, "E23000030"),
    ("Hayling", 472_000.0, 100_500.0, "E23000030"),
    ("Anglesey", 246_000.0, 375_000.0, "W15000001"),
    ("Holy Island off Anglesey", 222_500.0, 381_000.0, "W15000001"),
    ("Bardsey", 211_400.0, 320_900.0, "W15000001"),
    ("St Mary's, Scilly", 91_500.0, 11_000.0, "E23000035"),
    ("Tresco, Scilly", 89_500.0, 14_500.0, "E23000035"),
    ("Lundy", 213_300.0, 146_000.0, "E23000035"),
    ("Lindisfarne", 412_500.0, 642_500.0, "E23000007"),
    ("Walney", 318_200.0, 467_600.0, "E23000002"),
    ("Sheppey", 598_000.0, 171_000.0, "E23000032"),
    ("Foulness", 599_500.0, 191_500.0, "E23000028"),
    ("Mersea", 603_500.0, 214_200.0, "E23000028"),
    ("Brownsea", 402_500.0, 87_700.0, "E23000039"),
    ("Skomer", 172_500.0, 209_500.0, "W15000004"),
    ("Ramsey", 170_200.0, 224_400.0, "W15000004"),
    ("Caldey", 213_850.0, 196_300.0, "W15000004"),
];

/// Towns, some of them near a border.
const TOWNS: [(&str, f64, f64, &str); 10] = [
    ("the Bank of England", 532_700.0, 181_100.0, CITY),
    ("Westminster", 530_000.0, 179_500.0, METROPOLITAN),
    ("Croydon", 532_000.0, 165_500.0, METROPOLITAN),
    ("Manchester", 384_000.0, 398_000.0, "E23000005"),
    ("Stockport", 389_500.0, 390_000.0, "E23000005"),
    ("Cardiff", 318_000.0, 176_500.0, "W15000003"),
    ("Newport", 331_000.0, 188_000.0, "W15000002"),
    ("Bristol", 358_500.0, 173_000.0, "E23000036"),
    ("Berwick", 399_500.0, 653_000.0, "E23000007"),
    ("Penzance", 146_500.0, 30_500.0, "E23000035"),
];

/// Water that no force must cover.
const WATERS: [(&str, f64, f64); 7] = [
    ("the Severn estuary", 330_000.0, 170_000.0),
    ("the Thames estuary", 585_000.0, 180_000.0),
    ("the Solent", 450_000.0, 97_000.0),
    ("the Wash", 556_000.0, 340_000.0),
    ("Morecambe Bay", 339_000.0, 468_000.0),
    ("the Menai Strait", 252_000.0, 367_700.0),
    ("Milford Haven", 189_000.0, 204_500.0),
];

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

impl Topology {
    /// The rings of every force that hold a place, in metres; a hole counts too.
    fn rings_round(&self, place: (f64, f64)) -> Vec<(String, Vec<i64>)> {
        let list = |name: &str| -> [f64; 2] {
            serde_json::from_value(self.value["transform"][name].clone()).unwrap()
        };
        let (scale, translate) = (list("scale"), list("translate"));
        let x = (place.0 - translate[0]) / scale[0];
        let y = (place.1 - translate[1]) / scale[1];
        let holds = |arcs: &[i64]| {
            let ring = self.ring(arcs);
            let crossed = ring.windows(2).filter(|line| {
                let [[x0, y0], [x1, y1]] = [line[0], line[1]].map(|p| p.map(|n| n as f64));
                (y0 > y) != (y1 > y) && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
            });
            crossed.count() % 2 == 1
        };
        let mut found = Vec::new();
        for (id, polygons) in self.forces() {
            let rings = polygons.into_iter().flatten().filter(|ring| holds(ring));
            found.extend(rings.map(|ring| (id.clone(), ring)));
        }
        found
    }

    /// The forces that hold a place.
    fn forces_at(&self, place: (f64, f64)) -> Vec<String> {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        self.rings_round(place).into_iter().for_each(|(id, _)| *times.entry(id).or_default() += 1);
        times.into_iter().filter(|(_, n)| n % 2 == 1).map(|(id, _)| id).collect()
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
fn places_lie_in_their_force_and_water_in_none() {
    let topology = Topology::read();
    for (name, x, y, force) in TOWNS.into_iter().chain(ISLANDS) {
        assert_eq!(topology.forces_at((x, y)), [force], "{name}");
    }
    for (name, x, y) in WATERS {
        assert_eq!(topology.forces_at((x, y)), [""; 0], "{name}");
    }
}

#[test]
fn islands_are_islands_and_nothing_is_a_speck() {
    let topology = Topology::read();
    for (name, x, y, _) in ISLANDS {
        let rings = topology.rings_round((x, y));
        let [(_, ring)] = rings.as_slice() else { panic!("{name} lies in {} rings", rings.len()) };
        assert!(topology.area(ring) < 1_000.0, "{name} is joined to the land");
    }
    for (id, polygons) in topology.forces() {
        for ring in polygons.into_iter().flatten() {
            let area = topology.area(&ring);
            assert!(area > 0.9, "{id} has a ring of {area} km²");
        }
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
    assert!((total / 151_000.0 - 1.0).abs() < 0.01, "{total} km² in all");
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
    assert_eq!(source["attribution"], CREDIT, "the pages give the credit of other outlines");
    assert!(data(&format!("boundaries/{}", source["input"].as_str().unwrap())).is_some());
    for key in ["name", "publisher", "licence", "attribution", "version", "date", "command"] {
        assert!(source[key].as_str().is_some_and(|text| !text.is_empty()), "no {key}");
    }
    let sum = source["input_sha256"].as_str().unwrap();
    assert!(sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()));
}
