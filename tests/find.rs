//! Find your area: what readers type, over the real names.

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

/// The counties with a lord lieutenant, and what was one in former times and is not now, each with the
/// forces it finds in the order of their names. Where words fit more than the county (Stratford-on-Avon),
/// those come too.
const COUNTIES: [(&str, &str); 95] = [
    ("Bedfordshire", "Bedfordshire"),
    ("Berkshire", "Thames Valley"),
    ("Bristol", "Avon and Somerset"),
    ("Buckinghamshire", "Thames Valley"),
    ("Cambridgeshire", "Cambridgeshire"),
    ("Cheshire", "Cheshire"),
    ("City of London", "City of London, Metropolitan Police"),
    ("Cornwall", "Devon and Cornwall"),
    ("County Durham", "Cleveland, Durham"),
    ("Cumbria", "Cumbria"),
    ("Derbyshire", "Derbyshire"),
    ("Devon", "Devon and Cornwall"),
    ("Dorset", "Dorset"),
    ("Durham", "Cleveland, Durham"),
    ("East Riding of Yorkshire", "Humberside"),
    ("East Sussex", "Sussex"),
    ("Essex", "Essex"),
    ("Gloucestershire", "Avon and Somerset, Gloucestershire"),
    ("Greater London", "Metropolitan Police"),
    ("Greater Manchester", "Greater Manchester"),
    ("Hampshire", "Hampshire"),
    ("Herefordshire", "West Mercia"),
    ("Hertfordshire", "Hertfordshire"),
    ("Isle of Wight", "Hampshire"),
    ("Kent", "Kent"),
    ("Lancashire", "Lancashire"),
    ("Leicestershire", "Leicestershire"),
    ("Lincolnshire", "Humberside, Lincolnshire"),
    ("Merseyside", "Merseyside"),
    ("Norfolk", "Norfolk"),
    ("North Yorkshire", "Cleveland, North Yorkshire"),
    ("Northamptonshire", "Northamptonshire"),
    ("Northumberland", "Northumbria"),
    ("Nottinghamshire", "Nottinghamshire"),
    ("Oxfordshire", "Thames Valley"),
    ("Rutland", "Leicestershire"),
    ("Shropshire", "West Mercia"),
    ("Somerset", "Avon and Somerset"),
    ("South Yorkshire", "South Yorkshire"),
    ("Staffordshire", "Staffordshire"),
    ("Suffolk", "Suffolk"),
    ("Surrey", "Surrey"),
    ("Tyne and Wear", "Northumbria"),
    ("Warwickshire", "Warwickshire"),
    ("West Midlands", "West Midlands"),
    ("West Sussex", "Sussex"),
    ("West Yorkshire", "West Yorkshire"),
    ("Wiltshire", "Wiltshire"),
    ("Worcestershire", "West Mercia"),
    // Wales: preserved counties.
    ("Clwyd", "North Wales"),
    ("Dyfed", "Dyfed-Powys"),
    ("Gwent", "Gwent"),
    ("Gwynedd", "North Wales"),
    ("Mid Glamorgan", "South Wales"),
    ("Powys", "Dyfed-Powys"),
    ("South Glamorgan", "South Wales"),
    ("West Glamorgan", "South Wales"),
    // Former counties.
    ("Avon", "Avon and Somerset, Warwickshire, West Mercia"),
    ("Cleveland", "Cleveland"),
    ("Cumberland", "Cumbria"),
    ("Hereford and Worcester", "West Mercia"),
    ("Humberside", "Humberside"),
    ("Huntingdonshire", "Cambridgeshire"),
    ("Isle of Ely", "Cambridgeshire"),
    ("Middlesex", "Hertfordshire, Metropolitan Police, Surrey"),
    ("North Riding", "Cleveland, North Yorkshire"),
    ("Salop", "West Mercia"),
    ("Sussex", "Sussex"),
    ("West Riding", "North Yorkshire, South Yorkshire, West Yorkshire"),
    ("Westmorland", "Cumbria"),
    ("Yorkshire", "Cleveland, Humberside, North Yorkshire, South Yorkshire, West Yorkshire"),
    ("Anglesey", "North Wales"),
    ("Brecknockshire", "Dyfed-Powys"),
    ("Breconshire", "Dyfed-Powys"),
    ("Caernarfonshire", "North Wales"),
    ("Caernarvonshire", "North Wales"),
    ("Cardiganshire", "Dyfed-Powys"),
    ("Carmarthenshire", "Dyfed-Powys"),
    ("Denbighshire", "North Wales"),
    ("Flintshire", "North Wales"),
    ("Glamorgan", "South Wales"),
    ("Merionethshire", "North Wales"),
    ("Monmouthshire", "Gwent"),
    ("Montgomeryshire", "Dyfed-Powys"),
    ("Pembrokeshire", "Dyfed-Powys"),
    ("Radnorshire", "Dyfed-Powys"),
    // Welsh names of the same and of councils.
    ("Sir F\u{f4}n", "North Wales"),
    ("Sir Gaernarfon", "North Wales"),
    ("Sir Frycheiniog", "Dyfed-Powys"),
    ("Sir Drefaldwyn", "Dyfed-Powys"),
    ("Sir Faesyfed", "Dyfed-Powys"),
    ("Sir Aberteifi", "Dyfed-Powys"),
    ("Sir Fynwy", "Gwent"),
    ("Pen-y-bont ar Ogwr", "South Wales"),
    ("Castell-nedd Port Talbot", "South Wales"),
];

#[test]
fn every_county_finds_all_its_forces() {
    let mut wrong = Vec::new();
    for (county, forces) in COUNTIES {
        let mut found: Vec<_> = find(&DATA, county, 43).into_iter().map(|f| f.name).collect();
        found.sort();
        let found = found.join(", ");
        if found != forces {
            wrong.push(format!("{county}: {found}, not {forces}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn welsh_names_find_their_force() {
    for (typed, name) in [
        ("Heddlu'r Gogledd", "North Wales"),
        ("heddlu\u{2019}r gogledd", "North Wales"),
        ("Gogledd Cymru", "North Wales"),
        ("Heddlu'r De", "South Wales"),
        ("heddlur de", "South Wales"),
        ("De Cymru", "South Wales"),
        ("Heddlu Dyfed-Powys", "Dyfed-Powys"),
        ("Heddlu Gwent", "Gwent"),
        ("Ynys M\u{f4}n", "North Wales"),
        ("Sir Ddinbych", "North Wales"),
        ("Sir y Fflint", "North Wales"),
        ("Wrecsam", "North Wales"),
        ("Conwy", "North Wales"),
        ("Caerdydd", "South Wales"),
        ("Abertawe", "South Wales"),
        ("Bro Morgannwg", "South Wales"),
        ("Merthyr Tudful", "South Wales"),
        ("Rhondda Cynon Taf", "South Wales"),
        ("Caerffili", "Gwent"),
        ("Casnewydd", "Gwent"),
        ("Tor-faen", "Gwent"),
        ("Blaenau Gwent", "Gwent"),
        ("Sir Benfro", "Dyfed-Powys"),
        ("Sir G\u{e2}r", "Dyfed-Powys"),
        ("Sir Gaerfyrddin", "Dyfed-Powys"),
        ("Ceredigion", "Dyfed-Powys"),
    ] {
        assert_eq!(first(typed).name, name, "{typed}");
    }
    assert_eq!(find(&DATA, "Heddlu", 43).len(), 4);
}

#[test]
fn a_district_under_two_codes_is_there_once() {
    let all: Vec<_> = DATA.districts.iter().map(|d| (&d.name, d.force)).collect();
    for name in ["Barnsley", "Sheffield"] {
        assert_eq!(all.iter().filter(|d| d.0 == name).count(), 1, "{name}");
        assert_eq!(find(&DATA, name, 43).len(), 1, "{name}");
    }
    let mut once = all.clone();
    once.dedup();
    assert_eq!(once, all);
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
