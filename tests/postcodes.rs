//! Find your area: what a postcode is answered with.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cyberflag::embedded::{self, POSTCODES};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::postcodes::Share;
use cyberflag_figures::{NOT_FOUND, PostcodeAnswer, find_postcode, search_area};
use proptest::prelude::*;

static DATA: LazyLock<Dataset> = LazyLock::new(|| embedded::dataset().unwrap());

fn answer(typed: &str) -> PostcodeAnswer {
    find_postcode(POSTCODES, typed).unwrap_or_else(|| panic!("{typed}: not a postcode")).answer
}

fn sentence(typed: &str) -> String {
    find_postcode(POSTCODES, typed).unwrap().sentence(&DATA)
}

/// The options as the list shows them.
fn options(typed: &str) -> Vec<String> {
    let found = search_area(&DATA, POSTCODES, typed, 8).found.into_iter();
    found.map(|f| f.via.map_or(f.name.clone(), |via| format!("{} ({via})", f.name))).collect()
}

#[test]
fn the_embedded_short_form_holds_the_committed_table() {
    use cyberflag_data::dataset::package::{Files, load_postcodes};
    let files = Files::postcodes_from_dir(std::path::Path::new("data")).unwrap();
    let table = load_postcodes(&files, &DATA.forces).unwrap();
    for (code, parts) in table.parts() {
        assert_eq!(POSTCODES.find(code), Some(parts), "{code}");
        // Typed with a second half it is the same code.
        for typed in [code.to_string(), format!("{code}1aa"), format!("{code} 1AA")] {
            assert_eq!(find_postcode(POSTCODES, &typed).unwrap().code, code, "{typed}");
        }
    }
}

#[test]
fn sentences_are_plain() {
    for (typed, words) in [
        ("SG1", "SG1 is in Hertfordshire."),
        ("sw1a1aa", "SW1A is in the Metropolitan Police area."),
        (
            "SG8",
            "SG8 is about half in Cambridgeshire and about half in Hertfordshire, with a few postcodes in Essex and Bedfordshire. Choose your area.",
        ),
        (
            "KT8 9AU",
            "KT8 is nearly all in Surrey, with a few postcodes in the Metropolitan Police area. Choose your area.",
        ),
        ("CV9", "CV9 is mostly in Warwickshire and partly in Leicestershire. Choose your area."),
        (
            "PE9",
            "PE9 is mostly in Lincolnshire and partly in Leicestershire, Cambridgeshire and Northamptonshire. Choose your area.",
        ),
        (
            "SY10",
            "SY10 is mostly in West Mercia and partly in Dyfed-Powys, with a few postcodes in North Wales. Choose your area.",
        ),
        (
            "LA6",
            "LA6 is about half in Cumbria and partly in Lancashire and North Yorkshire. Choose your area.",
        ),
        (
            "TD15",
            "TD15 is mostly in Northumbria and partly in Scotland. There are no figures for Scotland here.",
        ),
        (
            "TD12",
            "TD12 is mostly in Scotland and partly in Northumbria. There are no figures for Scotland here.",
        ),
        (
            "TD5",
            "TD5 is nearly all in Scotland, with a few postcodes in Northumbria. There are no figures for Scotland here.",
        ),
        (
            "W1A 1AA",
            "W1A is for PO boxes and large organisations only, so it does not say where anyone lives. Type the postcode of a home, or a council.",
        ),
        ("EH1 1AA", "EH1 is in Scotland. The figures here are for England and Wales only."),
        ("BT1", "BT1 is in Northern Ireland. The figures here are for England and Wales only."),
        ("JE2", "JE2 is in Jersey. The figures here are for England and Wales only."),
        ("IM1", "IM1 is in the Isle of Man. The figures here are for England and Wales only."),
        (
            "GY1",
            "GY1 is in the Bailiwick of Guernsey. The figures here are for England and Wales only.",
        ),
        (
            "XX9 9XX",
            "XX9 is not in our list of postcodes (May 2025). Check it, or type a council, a county or a force.",
        ),
    ] {
        assert_eq!(sentence(typed), words);
        assert_eq!(search_area(&DATA, POSTCODES, typed, 8).status, words);
    }
}

#[test]
fn the_list_has_the_forces_in_order_with_their_share() {
    for (typed, listed) in [
        ("SG1 1AA", &["Hertfordshire"][..]),
        (
            "sg8",
            &[
                "Cambridgeshire (about half)",
                "Hertfordshire (about half)",
                "Essex (a few postcodes)",
                "Bedfordshire (a few postcodes)",
            ],
        ),
        ("CV9", &["Warwickshire (mostly)", "Leicestershire (some)"]),
        ("KT8", &["Surrey (nearly all)", "Metropolitan Police (a few postcodes)"]),
        ("TD12", &["Northumbria (some)"]),
        ("W1A", &[]),
        ("EH1", &[]),
        ("XX9", &[]),
    ] {
        assert_eq!(options(typed), listed, "{typed}");
    }
}

#[test]
fn each_kind_of_code_has_its_answer() {
    let not_places = include_str!("../data/postcodes/not-places.csv");
    for line in not_places.lines().skip(1) {
        let code = line.split(',').next().unwrap();
        assert_eq!(answer(code), PostcodeAnswer::OnlyOrganisations, "{code}");
    }
    let scottish = include_str!("../data/postcodes/scottish-part.csv");
    for line in scottish.lines().skip(1) {
        let code = line.split(',').next().unwrap();
        let PostcodeAnswer::PartlyScotland { forces, scotland } = answer(code) else {
            panic!("{code}")
        };
        assert_eq!(forces.len(), 1, "{code}");
        assert_ne!(scotland, Share::All, "{code}");
    }
    for area in "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE".split(' ') {
        assert_eq!(answer(&format!("{area}1 1AA")), PostcodeAnswer::Scotland, "{area}");
    }
    assert_eq!(answer("BT9 5AB"), PostcodeAnswer::NorthernIreland);
    for code in ["XX1", "A1", "SG99", "B1A", "S30", "W1M", "NP6", "BF1", "QC1"] {
        assert_eq!(answer(code), PostcodeAnswer::Unknown, "{code}");
    }
}

#[test]
fn b1_and_b11_are_not_confused() {
    let code = |typed| find_postcode(POSTCODES, typed).unwrap().code.to_string();
    for (typed, outward) in
        [("B1", "B1"), ("B1 1", "B1"), ("B11AA", "B1"), ("B11", "B11"), ("B111AA", "B11")]
    {
        assert_eq!(code(typed), outward, "{typed}");
    }
}

#[test]
fn a_postcode_is_never_called_unknown_while_it_is_typed() {
    let mut seen = BTreeSet::new();
    for line in include_str!("../data/postcodes/postcode-districts.csv").lines().skip(1) {
        let code = line.split(',').next().unwrap();
        let whole = format!("{code} 9ax");
        for end in 1..=whole.len() {
            let typed = &whole[..end];
            if !seen.insert(typed.to_owned()) {
                continue;
            }
            let search = search_area(&DATA, POSTCODES, typed, 8);
            let words = [NOT_FOUND, "not in our list"];
            assert!(!words.iter().any(|w| search.status.contains(w)), "{typed}: {search:?}");
            // Once the first half is there the answer stays.
            if end >= code.len() {
                let found = find_postcode(POSTCODES, typed).unwrap();
                assert_eq!(found.code.to_string(), code, "{typed}");
                assert!(!found.answer.forces().is_empty(), "{typed}: {found:?}");
            }
        }
    }
    // Where there is only LL11 to LL18, LL1 is the start of those; with a second half it is wrong.
    assert_eq!(answer("ll1"), PostcodeAnswer::Unfinished);
    assert_eq!(sentence("LL1"), "Type more letters, or the rest of the postcode.");
    for typed in ["LL1 1", "LL1 1AA", "LL1A"] {
        assert_eq!(answer(typed), PostcodeAnswer::Unknown, "{typed}");
    }
    // A name with a number in it is a name.
    assert_eq!(search_area(&DATA, POSTCODES, "Zone 51", 8).status, NOT_FOUND);
}

#[test]
fn a_slip_in_a_postcode_is_not_forgiven() {
    for typed in ["SGG8", "SG8 9AAA", "SG8 AA", "5G8"] {
        assert_eq!(find_postcode(POSTCODES, typed), None, "{typed}");
        assert_eq!(search_area(&DATA, POSTCODES, typed, 8).status, NOT_FOUND, "{typed}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(typed in "\\PC*", like in "[A-Za-z]{1,2}[0-9]{1,2} ?[0-9]?[A-Za-z]{0,2}", most in 0_usize..9) {
        for text in [typed, like] {
            let search = search_area(&DATA, POSTCODES, &text, most);
            prop_assert!(!search.status.is_empty());
            prop_assert!(search.found.len() <= most.max(4));
        }
    }
}
