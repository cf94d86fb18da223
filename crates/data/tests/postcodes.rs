//! The tables of postcodes: what is wrong with them is said, and the short form holds them whole.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;
use std::sync::LazyLock;

use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{Files, Problem, load, load_postcodes};
use cyberflag_data::postcodes::{OutwardCode, Place, PostcodeTable, Postcodes, Share};

static DATA: LazyLock<Dataset> =
    LazyLock::new(|| load(&Files::from_dir(Path::new("../../data")).unwrap()).unwrap());

static TABLE: LazyLock<PostcodeTable> = LazyLock::new(|| {
    let files = Files::postcodes_from_dir(Path::new("../../data")).unwrap();
    load_postcodes(&files, &DATA.forces).unwrap()
});

static POSTCODES: LazyLock<Postcodes> = LazyLock::new(|| Postcodes::new(TABLE.to_compact().leak()));

fn code(text: &str) -> OutwardCode {
    OutwardCode::parse(text.as_bytes()).unwrap()
}

fn name(place: Place) -> &'static str {
    match place {
        Place::Force(id) => &DATA.force(id).unwrap().name,
        Place::Scotland => "Scotland",
    }
}

#[test]
fn the_committed_tables_hold_what_their_source_says() {
    let places = TABLE.codes.values().filter(|counts| !counts.is_empty());
    let forces = |counts: &&Vec<(Place, u32)>| {
        counts.iter().filter(|(place, _)| matches!(place, Place::Force(_))).count()
    };
    let of = |n| places.clone().filter(|counts| forces(counts) == n).count();
    assert_eq!([1, 2, 3, 4, 5].map(of), [1836, 404, 54, 2, 0]);
    assert_eq!(TABLE.codes.values().filter(|counts| counts.is_empty()).count(), 125);
    let in_scotland = |counts: &&Vec<(Place, u32)>| counts.iter().any(|c| c.0 == Place::Scotland);
    assert_eq!(places.clone().filter(in_scotland).count(), 5);
    let in_forces = |c: &(Place, u32)| if c.0 == Place::Scotland { 0 } else { c.1 };
    let postcodes: u32 = places.flatten().map(in_forces).sum();
    assert_eq!(postcodes, 1_506_409);
}

#[test]
fn the_short_form_gives_every_code_back() {
    assert_eq!(TABLE.codes.len(), 2296 + 125);
    for (code, parts) in TABLE.parts() {
        assert_eq!(POSTCODES.find(code), Some(parts), "{code}");
    }
    // Nor does it hold any other, but for the eight numbers that exist with a letter only.
    let mut areas: Vec<&str> = TABLE.codes.keys().map(OutwardCode::area).collect();
    areas.dedup();
    areas.extend(["A", "ZE", "BT", "EW"]);
    let mut more = Vec::new();
    for area in areas {
        for number in 0..100 {
            for letter in "-ABCDEFGHIJKLMNOPQRSTUVWXYZ".split_inclusive(|_: char| true) {
                let text = format!("{area}{number}{}", letter.trim_matches('-'));
                let Some(code) = OutwardCode::parse(text.as_bytes()) else { continue };
                if !TABLE.codes.contains_key(&code) && POSTCODES.find(code).is_some() {
                    more.push(text);
                }
            }
        }
    }
    more.sort();
    assert_eq!(more, ["EC1", "EC2", "EC3", "EC4", "SW1", "W1", "WC1", "WC2"]);
}

/// Each code with the forces and postcodes that were checked against other sources, place by place.
const BORDERS: &str = include_str!("postcode_borders.txt");

#[test]
fn codes_on_the_borders_lie_where_they_were_found() {
    let mut lines = 0;
    for line in BORDERS.lines() {
        lines += 1;
        let (text, places) = line.split_once(": ").unwrap();
        let counts: Vec<(&str, u32)> = places
            .split(", ")
            .map(|place| place.rsplit_once(' ').unwrap())
            .map(|(name, count)| (name, count.parse().unwrap()))
            .collect();
        let table: Vec<_> = TABLE.codes[&code(text)].iter().map(|c| (name(c.0), c.1)).collect();
        assert_eq!(table, counts, "{text}");
        // The share in words follows from the counts, worked out here in another way.
        let all: u32 = counts.iter().map(|c| c.1).sum();
        for (part, (wanted, count)) in POSTCODES.find(code(text)).unwrap().iter().zip(counts) {
            let percent = f64::from(count) * 100.0 / f64::from(all);
            let words = match percent {
                p if p < 5.0 => Some("a few postcodes"),
                p if p < 42.0 => Some("some"),
                p if p <= 58.0 => Some("about half"),
                p if p < 95.0 => Some("mostly"),
                p if p < 100.0 => Some("nearly all"),
                _ => None,
            };
            assert_eq!((name(part.place), part.share.words()), (wanted, words), "{text}");
        }
    }
    assert_eq!(lines, 41);
}

#[test]
fn numbers_with_letters_only_are_known_without_them() {
    let parts = |text| POSTCODES.find(code(text)).unwrap();
    let words = |text| {
        let parts = parts(text).into_iter();
        parts.map(|part| (name(part.place), part.share)).collect::<Vec<_>>()
    };
    assert_eq!(words("SW1"), [("Metropolitan Police", Share::All)]);
    assert_eq!(words("EC4")[0].0, "City of London");
    assert!(parts("W1A").is_empty());
}

/// The committed tables with some lines in one of them in place of its rows.
fn with(file: &str, rows: &str) -> Files {
    let mut files = Files::postcodes_from_dir(Path::new("../../data")).unwrap();
    let name = format!("postcodes/{file}.csv");
    let text = String::from_utf8(files.get(&name).to_vec()).unwrap();
    let header = text.lines().next().unwrap();
    files.set(&name, format!("{header}\n{rows}\n").into_bytes());
    files
}

/// Every problem: line, column and what it is.
fn problems(files: &Files) -> Vec<(Option<u64>, String, Problem)> {
    let errors = load_postcodes(files, &DATA.forces).unwrap_err();
    errors.into_iter().map(|e| (e.line, e.column.unwrap_or_default(), e.problem)).collect()
}

#[test]
fn what_is_wrong_with_a_table_is_said_with_its_place() {
    let text = str::to_owned;
    let bad = |code: &str| Problem::BadOutwardCode(text(code));
    let unsorted = |code: &str| Problem::Unsorted(text(code));
    let code = "outward_code";
    for (file, rows, line, column, problem) in [
        ("postcode-districts", "b1,E23000014,5", 2, code, bad("b1")),
        ("postcode-districts", "B1 1AA,E23000014,5", 2, code, bad("B1 1AA")),
        ("postcode-districts", ",E23000014,5", 2, code, Problem::Blank),
        (
            "postcode-districts",
            "B1,S12000033,5",
            2,
            "area_code",
            Problem::UnknownArea(text("S12000033")),
        ),
        (
            "postcode-districts",
            "B1,E23000014,0",
            2,
            "postcodes",
            Problem::OutOfBounds { found: text("0"), least: 1, most: 10_000 },
        ),
        ("postcode-districts", "B1,E23000014,x", 2, "postcodes", Problem::BadNumber(text("x"))),
        (
            "postcode-districts",
            "B1,E23000014,99999",
            2,
            "postcodes",
            Problem::TooLarge(text("99999")),
        ),
        ("postcode-districts", "B1,E23000014,5\nB1,E23000014,5", 3, code, Problem::Duplicate(2)),
        ("postcode-districts", "B2,E23000014,5\nB11,E23000014,5", 3, code, unsorted("B11")),
        ("postcode-districts", "B1,E23000014,5\nB1,E23000015,6", 3, code, unsorted("B1")),
        ("not-places", "B1,9", 2, code, Problem::AlsoPlace(text("B1"))),
        ("not-places", "S98,9\nS97,9", 3, code, unsorted("S97")),
        ("not-places", "S98,9\nS98,9", 3, code, Problem::Duplicate(2)),
        ("not-places", "s98,9", 2, code, bad("s98")),
        ("scottish-part", "AB1,9", 2, code, Problem::NoPlace(text("AB1"))),
        (
            "scottish-part",
            "TD15,0",
            2,
            "postcodes_in_scotland",
            Problem::OutOfBounds { found: text("0"), least: 1, most: 10_000 },
        ),
    ] {
        let found = problems(&with(file, rows));
        assert_eq!(found, [(Some(line), text(column), problem)], "{file}: {rows}");
    }
}

#[test]
fn missing_files_and_columns_are_said() {
    let errors = Files::postcodes_from_dir(Path::new("nowhere")).unwrap_err();
    assert_eq!(errors.len(), 3);
    let mut files = with("not-places", "");
    assert_eq!(problems(&files), [(None, String::new(), Problem::Empty)]);
    files.set("postcodes/not-places.csv", b"code,postcodes\nS98,9\n".to_vec());
    let column = "outward_code".to_owned();
    assert_eq!(problems(&files), [(Some(1), column, Problem::MissingColumn)]);
    let errors = load_postcodes(&files, &DATA.forces).unwrap_err();
    assert_eq!(
        errors[0].to_string(),
        "postcodes/not-places.csv, line 1, column outward_code: the column is missing. Add the column, spelt exactly so, even if it stays empty."
    );
}
