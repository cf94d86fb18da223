//! Which way round an outline is drawn. Two neighbours that go round the same way draw their border in
//! opposite directions; if one of them goes the other way, their path data is alike there, and a page
//! with both compresses better. What is filled stays the same.

use super::Topology;
use std::collections::BTreeMap;

/// A border: the areas on its sides, and its points, negative if both already draw it alike.
type Border = (usize, usize, i64);

/// For each area whether its rings are best drawn backwards.
pub(super) fn backwards(topology: &Topology) -> Vec<bool> {
    let borders = borders(topology);
    let mut turned = vec![false; topology.areas().len()];
    // Each turn makes more points alike than before, so this ends.
    while let Some(area) = (0..turned.len()).find(|area| gain(&borders, &turned, *area) > 0) {
        if let Some(way) = turned.get_mut(area) {
            *way = !*way;
        }
    }
    turned
}

/// How many points more are drawn alike if an area is turned.
fn gain(borders: &[Border], turned: &[bool], area: usize) -> i64 {
    let of = borders.iter().filter(|(one, other, _)| *one == area || *other == area);
    of.map(
        |(one, other, points)| {
            if turned.get(*one) == turned.get(*other) { *points } else { -points }
        },
    )
    .sum()
}

fn borders(topology: &Topology) -> Vec<Border> {
    let mut users: BTreeMap<i32, Vec<(usize, bool)>> = BTreeMap::new();
    for (area, outline) in topology.areas().iter().enumerate() {
        for arc in outline.rings.iter().flatten() {
            let back = *arc < 0;
            users.entry(if back { !*arc } else { *arc }).or_default().push((area, back));
        }
    }
    let border = |(arc, users): (i32, Vec<(usize, bool)>)| match users.as_slice() {
        [(one, way), (other, same)] => {
            let points = topology.arc(arc).len() as i64;
            Some((*one, *other, if way == same { -points } else { points }))
        }
        _ => None,
    };
    users.into_iter().filter_map(border).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{AreaOutline, MapShapes};

    /// Three squares in a row, all drawn the same way round.
    fn row() -> Topology {
        let arcs = vec![
            vec![(100, 0), (0, 40), (0, 60)],
            vec![(200, 0), (0, 70), (0, 30)],
            vec![(0, 0), (100, 0)],
            vec![(100, 100), (-100, 0), (0, -100)],
            vec![(150, 0), (50, 0)],
            vec![(200, 100), (-100, 0)],
            vec![(100, 0), (50, 0)],
            vec![(250, 0), (50, 0), (0, 100), (-100, 0)],
            vec![(200, 0), (50, 0)],
        ];
        let area = |code: &str, ring: &[i32]| AreaOutline {
            code: code.to_owned(),
            rings: vec![ring.to_vec()],
        };
        let areas =
            vec![area("a", &[2, 0, 3]), area("b", &[4, 1, 5, !0, 6]), area("c", &[7, !1, 8])];
        Topology::new((1.0, 1.0), (0.0, 0.0), arcs, areas).unwrap()
    }

    #[test]
    fn neighbours_go_round_in_turn() {
        let turned = backwards(&row());
        assert!(turned[0] != turned[1] && turned[1] != turned[2], "{turned:?}");
    }

    #[test]
    fn neighbours_draw_their_border_alike() {
        let shapes = MapShapes::new(&row()).shapes;
        let (first, second) =
            (["0-1600 0-2400", "0 2400 0 1600"], ["0-2800 0-1200", "0 1200 0 2800"]);
        for (one, other, steps) in [(0, 1, first), (1, 2, second)] {
            let has = |shape: usize| steps.map(|s| shapes[shape].path.contains(s));
            assert_eq!(has(one), has(other), "{shapes:?}");
            assert_ne!(has(one), [false; 2], "{shapes:?}");
        }
        assert!(shapes.iter().all(|s| s.area == 16_000_000.0));
    }
}
