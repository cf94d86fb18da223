//! A reader's own table, from bytes to figures: what is read, what is set aside, what is shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{BASE, guessed, read_table, source};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::domain::{Area, Cell, Count, FinancialYear, MeasureId, Qualifier, Why};
use cyberflag_data::testing;
use cyberflag_intake::{
    Field, Gazetteer, Intake, Layout, Mapping, OwnFigures, Value, date, period, quarter, value,
};
use proptest::prelude::*;
use std::path::Path;

fn base() -> &'static Dataset {
    &BASE
}

fn count(data: &Dataset, measure: MeasureId, area: &str, year: u16) -> Cell<Count> {
    let area = data.force_by_code(area).map_or(Area::EnglandAndWales, Area::Force);
    data.reading(measure, area, FinancialYear::new(year).unwrap()).cell
}

fn exact(n: u32) -> Cell<Count> {
    Cell::Value(Count::exact(n))
}

const SHEET: &str = "Table 1: offences marked as cyber-flagged;;;\n\
    ;;;\n\
    Police force;Year;Number of offences;Notes\n\
    West Midlands Police;2016/17;1,241;\n\
    London, City of;2016-17;<5;small\n\
    Devon & Cornwall;year ending March 2017;x;\n\
    Dyfed\u{2013}Powys;01/04/2016;0;\"two\nlines\"\n\
    Kent;2016/17;;\n\
    Yorkshire;2016/17;7;\n\
    British Transport Police;2016/17;9;\n\
    Total;2016/17;1,241;\n\
    Essex;2016;5;\n\
    Surrey;2016/17;more than 30;\n\
    Surrey;2016/17;more than 30;\n\
    Sussex;2016/17;twelve;\n";

#[test]
fn a_spreadsheet_is_read_and_every_row_is_accounted_for() {
    let base = base();
    let result = read_table(base, SHEET.as_bytes());
    let data = result.figures(base, source()).alone(base);
    let report = &result.report;
    let counted = (report.rows, report.cells, report.used, report.empty);
    assert_eq!(counted, (12, 12, 5, 1), "{}", report.text());
    assert_eq!(report.used + report.empty + report.rejected_count(), report.cells);
    let lines: Vec<(u64, &str)> = report
        .rejected
        .iter()
        .flat_map(|r| &r.examples)
        .map(|e| (e.line.unwrap(), e.column.as_deref().unwrap_or("")))
        .collect();
    for line in [
        (10, "Police force"),
        (11, "Police force"),
        (12, "Police force"),
        (13, "Year"),
        (15, "Number of offences"),
        (16, "Number of offences"),
    ] {
        assert!(lines.contains(&line), "{line:?} in {lines:?}\n{}", report.text());
    }
    assert_eq!(count(&data, testing::ONLINE, "E23000014", 2016), exact(1241));
    let hidden = Cell::Suppressed(Why::SmallNumberHidden);
    assert_eq!(count(&data, testing::ONLINE, "E23000034", 2016), hidden);
    assert_eq!(
        count(&data, testing::ONLINE, "E23000035", 2016),
        Cell::NotPublished(Why::ForceGaveNone)
    );
    assert_eq!(count(&data, testing::ONLINE, "W15000004", 2016), Cell::Zero);
    // The total is added up, says over how many forces, and is as rounded as its parts.
    let total =
        data.reading(testing::ONLINE, Area::EnglandAndWales, FinancialYear::new(2016).unwrap());
    assert_eq!(total.cell, Cell::Value(Count { n: 1271, qualifier: Qualifier::AtLeast }));
    assert_eq!(total.forces, Some(3));
    // Nothing of ours is in it.
    assert_eq!(data.figures.len(), 6);
    assert!(data.own().is_some_and(|own| !own.with_published));
}

#[test]
fn together_keeps_ours_and_shows_both() {
    let base = base();
    let table = "force,year,offences\nWest Midlands,2017/18,300\nKent,2019/20,12\n";
    let data = read_table(base, table.as_bytes()).figures(base, source()).together(base);
    // Two of the reader's. No total is added up from both.
    assert_eq!(data.figures.len(), base.figures.len() + 2);
    let year = FinancialYear::new(2017).unwrap();
    let force = Area::Force(data.force_by_code("E23000014").unwrap());
    let ours = base.reading(testing::ONLINE, force, year).rows.len();
    let rows = data.reading(testing::ONLINE, force, year).rows;
    assert_eq!(rows.len(), ours + 1);
    assert!(rows.iter().any(|row| data.source(row.source).unwrap().publisher == "Us"));
    assert_eq!(count(&data, testing::GROOMING, "", 2024), exact(7140));
}

#[test]
fn a_column_for_each_year() {
    let base = base();
    let table = "Area code\t2015/16\t2016/17\nE23000014\t1\t2\n01\t3\t*\nGwent\t\t5\n";
    let result = read_table(base, table.as_bytes());
    let data = result.figures(base, source()).alone(base);
    let report = &result.report;
    assert_eq!((report.rows, report.cells, report.used, report.empty), (3, 6, 5, 1));
    assert_eq!(count(&data, testing::ONLINE, "E23000014", 2016), exact(2));
    assert_eq!(count(&data, testing::ONLINE, "E23000001", 2015), exact(3));
    assert_eq!(count(&data, testing::ONLINE, "", 2016), exact(7));
}

/// The layout of the Home Office's open table of police recorded crime.
fn home_office(rows: &[(&str, u8, &str, &str, i32)]) -> String {
    let mut text = "\u{feff}Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences\r\n".to_owned();
    for (year, quarter, force, code, n) in rows {
        let force = if force.contains(',') { format!("\"{force}\"") } else { (*force).to_owned() };
        text.push_str(&format!(
            "{year},{quarter},{force},\"Words, more words\",Sexual offences,Other,{code},{n}\r\n"
        ));
    }
    text
}

#[test]
fn the_open_table_of_recorded_crime() {
    let base = base();
    let mut rows = Vec::new();
    for quarter in 1..=4 {
        rows.push(("2024/25", quarter, "West Midlands", "88A", 10 + i32::from(quarter)));
        rows.push((
            "2024/25",
            quarter,
            "London, City of",
            "88A",
            if quarter == 2 { -1 } else { 1 },
        ));
        rows.push(("2024/25", quarter, "West Midlands", "10D", 500));
        rows.push(("2024/25", quarter, "British Transport Police", "88A", 2));
    }
    rows.push(("2025/26", 1, "West Midlands", "88A", 4));
    rows.push(("2025/26", 2, "West Midlands", "88A", 5));
    rows.push(("2024/25", 1, "West Midlands", "88A", 11));
    rows.push(("2024/25", 1, "West Midlands", "88A", 12));
    let text = home_office(&rows);
    let (_, mapping) = guessed(base, text.as_bytes());
    assert_eq!(mapping.column(Field::Code), Some(6));
    assert_eq!(mapping.column(Field::Quarter), Some(1));
    let result = read_table(base, text.as_bytes());
    let data = result.figures(base, source()).alone(base);
    let report = &result.report;
    assert_eq!(
        (report.rows, report.used, report.rejected_count()),
        (20, 8, 12),
        "{}",
        report.text()
    );
    assert_eq!(count(&data, testing::GROOMING, "E23000014", 2024), exact(10 * 4 + 10));
    assert_eq!(count(&data, testing::GROOMING, "E23000034", 2024), exact(2));
    assert_eq!(count(&data, testing::GROOMING, "", 2024), exact(52));
    let problem = |wanted: fn(&Problem) -> bool| {
        let mut all = report.rejected.iter();
        all.find(|r| wanted(&r.examples[0].problem)).map(|r| r.count)
    };
    assert_eq!(problem(|p| matches!(p, Problem::OtherOffence(_))), Some(4));
    assert_eq!(problem(|p| matches!(p, Problem::OtherBody(_))), Some(4));
    assert_eq!(problem(|p| matches!(p, Problem::PartOfYear(2))), Some(2));
    assert_eq!(problem(|p| matches!(p, Problem::Duplicate(_))), Some(1));
    assert_eq!(problem(|p| matches!(p, Problem::TwoValues(_))), Some(1));
    // Codes that the table lacks are no zeros.
    let all = count(&data, testing::ALL_CHILD, "E23000014", 2024);
    assert_eq!(all, Cell::NotPublished(Why::NoFigureFound));
}

#[test]
fn years_of_recorded_crime_are_not_mixed() {
    let base = base();
    let rows: Vec<_> = (1..=4).map(|q| ("2024/25", q, "Kent", "88A", 1)).collect();
    let data =
        read_table(base, home_office(&rows).as_bytes()).figures(base, source()).together(base);
    // The reader's year is the reader's alone, the years before are ours.
    assert_eq!(count(&data, testing::GROOMING, "", 2024), exact(4));
    assert_eq!(count(&data, testing::GROOMING, "", 2023), exact(7240));
    let year =
        |y| data.reading(testing::GROOMING, Area::EnglandAndWales, FinancialYear::new(y).unwrap());
    assert_eq!(year(2024).forces, Some(1));
    let publisher = |y| data.source(year(y).official_source.unwrap()).unwrap().publisher.clone();
    assert_eq!((publisher(2024).as_str(), publisher(2023).as_str()), ("Us", "Home Office"));
}

#[test]
fn smaller_areas_are_added_up_and_repeats_are_reported() {
    let base = base();
    let table = "Financial Year,Financial Quarter,Force Name,CSP Name,Offence Code,Number of Offences\n\
        2024/25,1,Kent,Ashford,88A,1\n2024/25,1,Kent,Dover,88A,2\n2024/25,2,Kent,Ashford,88A,3\n\
        2024/25,3,Kent,Ashford,88A,4\n2024/25,4,Kent,Ashford,88A,5\n2024/25,4,Kent,Ashford,88A,5\n";
    let result = read_table(base, table.as_bytes());
    let data = result.figures(base, source()).alone(base);
    assert_eq!(count(&data, testing::GROOMING, "E23000032", 2024), exact(15));
    assert_eq!((result.report.used, result.report.rejected_count()), (5, 1));
}

#[test]
fn the_package_s_own_table_and_the_page_s_own_csv_are_understood() {
    let base = base();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let figures = std::fs::read(folder.join("figures.csv")).unwrap();
    let own = read_table(base, &figures);
    let data = own.figures(base, source()).alone(base);
    assert_eq!(
        count(&data, testing::ONLINE, "E23000014", 2017),
        count(base, testing::ONLINE, "E23000014", 2017)
    );
    assert_eq!(count(&data, testing::ONLINE, "", 2016), exact(5653));
    // Several publications of one figure are repeats in one table; all are accounted for.
    assert_eq!(own.report.used + own.report.rejected_count() + own.report.empty, own.report.cells);
    let crime = std::fs::read(folder.join("recorded-crime.csv")).unwrap();
    let own = read_table(base, &crime);
    let data = own.figures(base, source()).alone(base);
    assert_eq!(own.report.used, 6708, "{}", own.report.text());
    assert_eq!(data.crime.series, base.crime.series);
}

#[test]
fn own_figures_travel_in_a_saved_page() {
    let base = base();
    let own = read_table(base, SHEET.as_bytes()).figures(base, source());
    let bytes = own.to_compact().unwrap();
    assert_eq!(OwnFigures::from_compact(&bytes, base).unwrap(), own);
    // Bytes that were tampered with are refused or read as other figures, and never a panic.
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xff] {
            let mut broken = bytes.clone();
            broken[at] ^= change;
            if let Ok(other) = OwnFigures::from_compact(&broken, base) {
                other.together(base);
            }
        }
        assert!(OwnFigures::from_compact(&bytes[..at], base).is_err());
    }
}

#[test]
fn windows_1252_and_no_heading() {
    let base = base();
    let table = b"Dyfed\x96Powys,2016/17,12\nKent,2016/17,3\n";
    let result = read_table(base, table);
    let data = result.figures(base, source()).alone(base);
    assert_eq!(count(&data, testing::ONLINE, "W15000004", 2016), exact(12));
    assert_eq!((result.report.rows, result.report.used), (2, 2));
}

#[test]
fn hostile_tables_give_clear_words() {
    let base = base();
    let gazetteer = Gazetteer::new(base);
    let find = |bytes: &[u8]| Layout::find(bytes, true, &gazetteer);
    assert_eq!(find(b"").unwrap_err(), Problem::Empty);
    assert_eq!(find(b"\xff\xfea\0").unwrap_err(), Problem::Empty);
    assert_eq!(find(b"%PDF\0\0").unwrap_err(), Problem::NotText);
    assert_eq!(find(b"force,year,offences\n").unwrap_err(), Problem::Empty);
    let table = format!(
        "force,year,offences,offences\n\
        <script>alert(1)</script>,2016/17,1,1\n\
        =HYPERLINK(\"x\"),2016/17,1,1\n\
        Kent\u{202e},2016/17,1,1\n\
        Kent,0000-01-01,1,1\nKent,9999/00,1,1\n\
        Kent,2016/17,NaN,1\nKent,2016/17,Infinity,1\nKent,2016/17,-5,1\nKent,2016/17,99999999999,1\n\
        Kent,2016/17,1\nKent,2016/17,1,1,1\nKent,2016/17,{},1\nEssex,2016/17,8,1\n\"Kent,2016/17,1\n",
        "9".repeat(5_000)
    );
    let result = read_table(base, table.as_bytes());
    let data = result.figures(base, source()).alone(base);
    let report = &result.report;
    assert_eq!(
        (report.rows, report.used, report.rejected_count()),
        (14, 1, 13),
        "{}",
        report.text()
    );
    assert!(report.notes.iter().any(|n| n.contains("Two columns")));
    assert!(report.text().lines().all(|line| line.chars().count() < 400), "{}", report.text());
    assert!(!report.text().contains('\u{202e}'));
    assert_eq!(count(&data, testing::ONLINE, "", 2016), exact(8));
}

proptest! {
    #[test]
    fn any_text_is_read_and_accounted_for(text in "[a-zK<>=,;\"\n\r0-9/\\-\u{202e}é ]{0,200}") {
        let base = base();
        let gazetteer = Gazetteer::new(base);
        let table = format!("force,year,offences\nKent,2016/17,1\n{text}");
        if let Ok(layout) = Layout::find(table.as_bytes(), true, &gazetteer) {
            let mapping = Mapping::guess(&layout, "x", &gazetteer);
            if mapping.missing().is_empty() {
                let mut intake = Intake::new(base, "x", &layout, &mapping);
                intake.push(table.as_bytes()).unwrap();
                let result = intake.finish();
                let data = result.figures(base, source()).together(base);
                let report = &result.report;
                prop_assert_eq!(report.used + report.empty + report.rejected_count(), report.cells);
                prop_assert!(data.figures.len() >= base.figures.len());
            }
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,40}") {
        let _ = (period(&text), date(&text, true), quarter(&text));
    }

    #[test]
    fn any_number_of_years_is_read_without_panic(a in 0u32..100_000, b in 0u32..100_000, c in 0u32..70_000) {
        let _ = period(&format!("{a}/{b}"));
        let _ = period(&format!("{a}-{b}-{c}"));
        let _ = period(&format!("mar {a}"));
    }

    #[test]
    fn every_year_of_ours_is_read_back(start in 1900u16..2198) {
        let year = FinancialYear::new(start).unwrap();
        prop_assert_eq!(period(&year.label()), year.period());
        prop_assert_eq!(period(&year.slug()), year.period());
        prop_assert_eq!(period(&year.ending()), year.period());
    }

    #[test]
    fn any_number_is_read_without_panic(text in any::<String>()) {
        let _ = value(&text);
    }

    #[test]
    fn thousands_are_read(n in 0u32..10_000_000) {
        let plain = n.to_string();
        let mut split = String::new();
        for (at, c) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at) % 3 == 0 {
                split.push(',');
            }
            split.push(c);
        }
        prop_assert_eq!(value(&split), Ok(Value::Number(Count::exact(n))));
    }
}
