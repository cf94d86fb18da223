//! Find my force: what readers type, over the real names.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::LazyLock;

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{Found, find};
use proptest::prelude::*;

static DATA: LazyLock<Dataset> = LazyLock::new(|| cyberflag::embedded::dataset().unwrap());

fn first(query: &str) -> Found {
    find(&DATA, query, 8).into_iter().next().unwrap_or_else(|| panic!("nothing for {query}"))
}

#[test]
fn every_force_is_found_first_by_both_its_names() {
    for (force, id) in DATA.forces.iter().zip(DATA.force_ids()) {
        for name in [&force.name, &force.full_name] {
            for typed in [name.clone(), name.to_uppercase(), name.replace(" and ", " & ")] {
                let found = first(&typed);
                assert_eq!((found.force, found.via), (id, None), "{typed}");
            }
        }
    }
}

#[test]
fn every_district_finds_its_force_first() {
    for district in &DATA.districts {
        assert_eq!(first(&district.name).force, district.force, "{}", district.name);
    }
}

#[test]
fn readers_words_find_the_force() {
    for (typed, name, via) in [
        ("Birmingham", "West Midlands", Some("Birmingham")),
        ("birmingam", "West Midlands", Some("Birmingham")),
        ("Bournemouth", "Dorset", Some("Bournemouth")),
        ("gmp", "Greater Manchester", Some("GMP")),
        ("the Met", "Metropolitan Police", Some("Met")),
        ("met police", "Metropolitan Police", None),
        ("London", "Metropolitan Police", Some("London")),
        ("Devon & Cornwall", "Devon and Cornwall", None),
        ("d&c", "Devon and Cornwall", Some("D&C")),
        ("Cornwall", "Devon and Cornwall", Some("Cornwall")),
        ("west mids", "West Midlands", Some("West Mids")),
        ("Hants", "Hampshire", Some("Hants")),
        ("Hampshire Police", "Hampshire", None),
        ("Isle of Wight", "Hampshire", Some("Isle of Wight")),
        ("TVP", "Thames Valley", Some("TVP")),
        ("berkshire", "Thames Valley", Some("Berkshire")),
        ("Buckinghamshire", "Thames Valley", Some("Buckinghamshire")),
        ("oxfordshire", "Thames Valley", Some("Oxfordshire")),
        ("Shropshire", "West Mercia", Some("Shropshire")),
        ("worcestershire", "West Mercia", Some("Worcestershire")),
        ("Herefordshire", "West Mercia", Some("Herefordshire, County of")),
        ("East Sussex", "Sussex", Some("East Sussex")),
        ("somerset", "Avon and Somerset", Some("Somerset")),
        ("Rutland", "Leicestershire", Some("Rutland")),
        ("Tyne & Wear", "Northumbria", Some("Tyne and Wear")),
        ("teesside", "Cleveland", Some("Teesside")),
        ("Heddlu Gogledd Cymru", "North Wales", Some("Heddlu Gogledd Cymru")),
        ("heddlu gwent", "Gwent", Some("Heddlu Gwent")),
        ("Heddlu De Cymru", "South Wales", Some("Heddlu De Cymru")),
        ("heddlu dyfed powys", "Dyfed-Powys", Some("Heddlu Dyfed-Powys")),
        ("ynys mon", "North Wales", Some("Ynys M\u{f4}n")),
        ("Glamorgan", "South Wales", Some("Glamorgan")),
        ("clwyd", "North Wales", Some("Clwyd")),
        ("kings lynn", "Norfolk", Some("King's Lynn and West Norfolk")),
        ("King\u{2019}s Lynn", "Norfolk", Some("King's Lynn and West Norfolk")),
        ("Saint Helens", "Merseyside", Some("St. Helens")),
        ("stoke on trent", "Staffordshire", Some("Stoke-on-Trent")),
        ("city of hull", "Humberside", Some("Kingston upon Hull, City of")),
        ("nothumbria", "Northumbria", None),
    ] {
        let found = first(typed);
        assert_eq!((found.name.as_str(), found.via.as_deref()), (name, via), "{typed}");
    }
}

#[test]
fn a_force_is_found_while_its_name_is_typed() {
    for force in &DATA.forces {
        for end in 1..=force.full_name.len() {
            let found = find(&DATA, &force.full_name[..end], 43);
            assert!(found.iter().any(|f| f.name == force.name), "{}", &force.full_name[..end]);
        }
    }
}

#[test]
fn nothing_is_found_for_nothing() {
    for typed in
        ["", " ", "the", "-,-", "\u{5317}\u{4eac}", "qqqq", "Edinburgh", "British Transport"]
    {
        assert_eq!(find(&DATA, typed, 8), [], "{typed}");
    }
    assert!(find(&DATA, "kent", 0).is_empty());
}

#[test]
fn names_of_several_forces_list_them_all() {
    let names = |typed| find(&DATA, typed, 8).into_iter().map(|f| f.name).collect::<Vec<_>>();
    assert_eq!(names("Cymru"), ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"]);
    assert_eq!(names("newcastle"), ["Northumbria", "Staffordshire"]);
    assert_eq!(names("Tees Valley"), ["Cleveland", "Durham"]);
}

proptest! {
    #[test]
    fn any_string_is_answered_with_different_forces(typed in "\\PC*", most in 0usize..50) {
        let found = find(&DATA, &typed, most);
        prop_assert!(found.len() <= most);
        prop_assert_eq!(&found, &find(&DATA, &typed, most));
        let mut ids: Vec<_> = found.iter().map(|f| f.force).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), found.len());
    }

    #[test]
    fn a_slip_in_a_long_force_name_is_forgiven(index in 0usize..43, at in 0usize..20) {
        let name = DATA.forces[index].full_name.to_lowercase();
        let word = name.split([' ', '-']).max_by_key(|w| w.len()).unwrap();
        let mut slip = word.to_owned();
        slip.remove(at % word.len());
        let typed = name.replace(word, &slip);
        let found = find(&DATA, &typed, 8);
        prop_assert!(found.iter().any(|f| f.name == DATA.forces[index].name), "{}", typed);
    }
}
