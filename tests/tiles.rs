//! The layout of tiles: every force once, neighbours together, north at the top.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use cyberflag::embedded;
use cyberflag_figures::geo::{Direction, MapShapes, Topology, Viewport, nearest, read_tiles};

const TABLE: &str = include_str!("../data/boundaries/tiles.csv");
const AREAS: &str = include_str!("../data/areas.csv");

/// At least this many of 99 pairs of forces with a border between them are neighbours as tiles.
const FEWEST_NEIGHBOURS: usize = 85;

fn codes() -> Vec<&'static str> {
    AREAS.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect()
}

/// Code, column and row of each force.
fn cells() -> Vec<(&'static str, i32, i32)> {
    let cell = |line: &'static str| {
        let f: Vec<&str> = line.split(',').collect();
        (f[0], f[1].parse().unwrap(), f[2].parse().unwrap())
    };
    TABLE.lines().skip(1).map(cell).collect()
}

fn touch(a: (i32, i32), b: (i32, i32)) -> bool {
    let x = |p: (i32, i32)| 2 * p.0 + p.1 % 2;
    let (dx, dy) = ((x(a) - x(b)).abs(), (a.1 - b.1).abs());
    (dy == 0 && dx == 2) || (dy == 1 && dx == 1)
}

/// Pairs of forces that share a border, as indices in the order of the asset.
fn borders(topology: &Topology) -> BTreeSet<(usize, usize)> {
    let mut users = vec![BTreeSet::new(); topology.arc_count()];
    for (i, area) in topology.areas().iter().enumerate() {
        for arc in area.rings.iter().flatten() {
            users[usize::try_from(if *arc < 0 { !*arc } else { *arc }).unwrap()].insert(i);
        }
    }
    let both = users.iter().filter(|u| u.len() == 2);
    both.map(|u| (*u.first().unwrap(), *u.last().unwrap())).collect()
}

fn layouts() -> (Topology, MapShapes, MapShapes) {
    let topology = embedded::topology().unwrap();
    let map = MapShapes::new(&topology);
    let tiles = embedded::tiles(&map);
    (topology, map, tiles)
}

#[test]
fn every_force_has_one_place_of_its_own_and_one_short_name() {
    let cells = cells();
    assert_eq!(cells.iter().map(|p| p.0).collect::<Vec<_>>(), codes());
    assert_eq!(cells.len(), 43);
    assert_eq!(cells.iter().map(|p| (p.1, p.2)).collect::<BTreeSet<_>>().len(), 43);
    let shorts: BTreeSet<&str> = TABLE.lines().map(|l| l.rsplit(',').next().unwrap()).collect();
    assert_eq!(shorts.len(), 44, "43 names and the header");
    assert_eq!(read_tiles(TABLE, &codes()).unwrap().len(), 43 * 6);
}

#[test]
fn a_bad_table_is_refused_with_its_line() {
    let twice = TABLE.replace("E23000002,3,2", "E23000002,5,9");
    assert_eq!(read_tiles(&twice, &codes()).unwrap_err().0, 3);
    let short = TABLE.lines().take(40).collect::<Vec<_>>().join("\n");
    assert_eq!(read_tiles(&short, &codes()).unwrap_err().0, 41);
}

#[test]
fn the_tiles_are_one_piece() {
    let cells: Vec<(i32, i32)> = cells().iter().map(|p| (p.1, p.2)).collect();
    let mut reached = BTreeSet::from([cells[0]]);
    loop {
        let more = cells.iter().filter(|p| reached.iter().any(|r| touch(*r, **p)));
        let next: BTreeSet<_> = reached.iter().chain(more).copied().collect();
        if next.len() == reached.len() {
            break;
        }
        reached = next;
    }
    assert_eq!(reached.len(), 43);
}

#[test]
fn forces_with_a_border_between_them_lie_together() {
    let cells = cells();
    let (topology, ..) = layouts();
    let borders = borders(&topology);
    assert_eq!(borders.len(), 99);
    let cell = |i: usize| (cells[i].1, cells[i].2);
    let neighbours = borders.iter().filter(|(a, b)| touch(cell(*a), cell(*b))).count();
    assert!(neighbours >= FEWEST_NEIGHBOURS, "{neighbours} of {}", borders.len());
    let at = |code: &str| codes().iter().position(|c| *c == code).unwrap();
    let [met, city] = ["E23000001", "E23000034"].map(|c| cell(at(c)));
    assert!(touch(met, city), "City of London lies beside the Metropolitan area");
}

/// Spearman's rank correlation; equal values get the mean of their ranks.
fn rank_correlation(a: &[i32], b: &[i32]) -> f64 {
    let ranks = |v: &[i32]| -> Vec<f64> {
        let below = |x: i32| v.iter().filter(|y| **y < x).count() as f64;
        let equal = |x: i32| v.iter().filter(|y| **y == x).count() as f64;
        v.iter().map(|x| below(*x) + (equal(*x) - 1.0) / 2.0).collect()
    };
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 - 1.0) / 2.0;
    let sum = |x: &[f64], y: &[f64]| -> f64 {
        x.iter().zip(y).map(|(p, q)| (p - mean) * (q - mean)).sum()
    };
    sum(&a, &b) / (sum(&a, &a) * sum(&b, &b)).sqrt()
}

#[test]
fn north_is_at_the_top_and_west_on_the_left() {
    let (_, map, tiles) = layouts();
    let centres = |m: &MapShapes, x: bool| -> Vec<i32> {
        m.shapes.iter().map(|s| if x { s.centre.0 } else { s.centre.1 }).collect()
    };
    for x in [true, false] {
        let r = rank_correlation(&centres(&map, x), &centres(&tiles, x));
        assert!(r > 0.95, "{r}");
    }
    // Far apart on the map: in the same order as tiles.
    for (a, s) in map.shapes.iter().zip(&tiles.shapes) {
        for (b, t) in map.shapes.iter().zip(&tiles.shapes) {
            if b.centre.0 - a.centre.0 > 800 {
                assert!(t.centre.0 > s.centre.0, "{} is west of {}", s.short, t.short);
            }
            if b.centre.1 - a.centre.1 > 800 {
                assert!(t.centre.1 > s.centre.1, "{} is north of {}", s.short, t.short);
            }
        }
    }
}

#[test]
fn wales_lies_west_and_the_corners_are_where_they_belong() {
    let cells = cells();
    let of = |code: &str| *cells.iter().find(|p| p.0 == code).unwrap();
    for (code, column, row) in cells.iter().filter(|p| p.0.starts_with('W')) {
        let east = cells.iter().filter(|p| p.2 == *row && p.1 < *column && p.0.starts_with('E'));
        assert_eq!(east.count(), 0, "{code} has no English force on its west");
    }
    let last = cells.iter().map(|p| p.2).max().unwrap();
    assert_eq!(of("E23000035").2, last, "Devon and Cornwall in the last row");
    let row: Vec<_> = cells.iter().filter(|p| p.2 == last).collect();
    assert!(row.iter().all(|p| p.1 >= of("E23000035").1), "and at its west end");
    assert_eq!(of("E23000007").2, cells.iter().map(|p| p.2).min().unwrap(), "Northumbria first");
}

#[test]
fn the_hexagons_fit_the_drawing_and_share_edges() {
    let (_, map, tiles) = layouts();
    assert_eq!((tiles.width, tiles.shapes.len()), (map.width, 43));
    let whole = Viewport::whole(&map);
    for tile in &tiles.shapes {
        let seen = whole.rect();
        let (start, end) =
            ((tile.bounds.x, tile.bounds.y), (tile.bounds.right(), tile.bounds.bottom()));
        assert!(seen.contains(start) && seen.contains(end), "{:?}", tile.bounds);
        assert!(start.0 >= 0.0 && start.1 >= 0.0);
        assert!(end.0 <= f64::from(map.width) && end.1 <= f64::from(MapShapes::HEIGHT));
        assert!(tile.path.ends_with('z') && !tile.short.is_empty());
    }
    let cleveland = tiles.shape("E23000013").unwrap();
    let durham = tiles.shape("E23000008").unwrap();
    assert_eq!(durham.bounds.right(), cleveland.bounds.x);
}

#[test]
fn arrow_keys_reach_every_tile() {
    let (.., tiles) = layouts();
    let centres: Vec<(i32, i32)> = tiles.shapes.iter().map(|s| s.centre).collect();
    let mut reached = BTreeSet::from([0]);
    let mut left = vec![0];
    while let Some(from) = left.pop() {
        for direction in [Direction::Up, Direction::Down, Direction::Left, Direction::Right] {
            if let Some(to) = nearest(&centres, from, direction).filter(|to| reached.insert(*to)) {
                left.push(to);
            }
        }
    }
    assert_eq!(reached.len(), 43);
}

#[test]
fn the_map_is_read_back_from_its_own_paths() {
    let map = MapShapes::new(&embedded::topology().unwrap());
    let paths = map.shapes.iter().map(|s| (s.code.clone(), s.path.clone()));
    assert_eq!(MapShapes::from_paths(paths), map);
}
