//! The ways from a force to those with about as many children and to those next to it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag::{embedded, markup};
use cyberflag_data::domain::TOTAL_FORCES;
use cyberflag_figures::View;
use cyberflag_figures::geo::{AreaOutline, MapShapes, Topology, neighbours};
use cyberflag_figures::selection::Selection;
use std::collections::BTreeSet;

#[test]
fn the_link_compares_the_force_with_those_like_it_and_changes_nothing_else() {
    let data = embedded::dataset().unwrap();
    let mut with = 0;
    for id in data.force_ids() {
        let code = data.force(id).unwrap().code;
        let hash = format!("measure=grooming&year=2023-24&unit=rate&area={code}&view=tiles");
        let (view, _) = View::resolve(&data, &Selection::parse(&hash).0);
        let html = markup::similar(&data, &view).into_string();
        let Some(link) = html.split("href=\"#").nth(1) else { continue };
        let link = link.split('"').next().unwrap().replace("&amp;", "&");
        let (chosen, refused) = Selection::parse(&link);
        assert_eq!(refused, Vec::<String>::new());
        let (compared, notices) = View::resolve(&data, &chosen);
        assert_eq!(notices, []);
        assert_eq!(View { pins: view.pins, ..compared }, view);
        let pinned: Vec<_> = compared.pinned().collect();
        assert!(pinned.len() > 1 && pinned[0] == id);
        for other in &pinned[1..] {
            assert!(html.contains(&data.force(*other).unwrap().name), "{html}");
        }
        with += 1;
    }
    // All but the Metropolitan Police, City of London and those with nobody near them in number.
    assert!((30..TOTAL_FORCES).contains(&with), "{with}");
}

#[test]
fn nothing_is_said_without_a_force_and_of_the_city_of_london() {
    let data = embedded::dataset().unwrap();
    for hash in ["", "area=E23000034", "area=E23000001"] {
        let (view, _) = View::resolve(&data, &Selection::parse(hash).0);
        assert_eq!(markup::similar(&data, &view).into_string(), "", "{hash}");
    }
}

/// Lincolnshire and Northamptonshire, whose border is the shortest.
const SHORTEST: [&str; 2] = ["E23000020", "E23000022"];

/// The forces on the other side of an arc of a force's outline.
fn across(topology: &Topology, code: &str) -> BTreeSet<String> {
    let arcs = |area: &AreaOutline| -> BTreeSet<i32> {
        area.rings.iter().flatten().map(|arc| if *arc < 0 { !*arc } else { *arc }).collect()
    };
    let own = arcs(topology.areas().iter().find(|a| a.code == code).unwrap());
    let others = topology.areas().iter().filter(|a| a.code != code);
    others.filter(|a| !arcs(a).is_disjoint(&own)).map(|a| a.code.clone()).collect()
}

#[test]
fn neighbours_are_those_that_share_an_arc_of_the_outlines() {
    let data = embedded::dataset().unwrap();
    let topology = embedded::topology().unwrap();
    let shapes = MapShapes::new(&topology);
    for force in &data.forces {
        let code = force.code.as_str();
        let mut found: BTreeSet<String> =
            neighbours(&shapes, code).into_iter().map(str::to_owned).collect();
        // Twenty metres are too short to be drawn.
        for [one, other] in [SHORTEST, [SHORTEST[1], SHORTEST[0]]] {
            if code == one {
                assert!(found.insert(other.to_owned()), "{}", force.name);
            }
        }
        assert_eq!(found, across(&topology, code), "{}", force.name);
        assert!(!found.is_empty(), "{}", force.name);
    }
    let (view, _) = View::resolve(&data, &Selection::parse("area=E23000014").0);
    let html = markup::neighbours(&data, &view, &shapes).into_string();
    for name in ["Staffordshire", "Warwickshire", "West Mercia"] {
        assert!(html.contains(&format!(">{name}</a>")), "{html}");
    }
}
