//! Tables in which a cell is not simply a figure: parts that are added up, quarters, dates, words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{BASE, WHOLE, guessed, read_table, source};
use cyberflag_data::dataset::package::{Files, Problem, load_reader_package, write};
use cyberflag_data::dataset::{Dataset, OWN_NOTICE};
use cyberflag_data::domain::{Area, Cell, Count, FinancialYear, MeasureId};
use cyberflag_data::testing;
use cyberflag_intake::{Field, Gazetteer, IntakeResult, Layout, Mapping, OwnFigures, preview};

const KENT: &str = "E23000032";

fn guess(text: &str) -> (Layout, Mapping) {
    guessed(&BASE, text.as_bytes())
}

fn read(text: &str) -> IntakeResult {
    read_table(&BASE, text.as_bytes())
}

fn kent(result: &IntakeResult, measure: MeasureId) -> Cell<Count> {
    kent_of(&result.figures(&BASE, source()).alone(&BASE), measure)
}

fn kent_of(data: &Dataset, measure: MeasureId) -> Cell<Count> {
    let area = Area::Force(data.force_by_code(KENT).unwrap());
    data.reading(measure, area, FinancialYear::new(2016).unwrap()).cell
}

fn problems(result: &IntakeResult) -> Vec<Problem> {
    result.report.rejected.iter().flat_map(|r| &r.examples).map(|e| e.problem.clone()).collect()
}

fn accounted(result: &IntakeResult) -> [u64; 4] {
    let report = &result.report;
    assert_eq!(
        report.used + report.empty + report.rejected_count(),
        report.cells,
        "{}",
        report.text()
    );
    [report.cells, report.used, report.empty, report.rejected_count()]
}

const HOME_OFFICE: &str =
    "Financial Year,Financial Quarter,Force Name,Offence Code,Number of Offences\n";

#[test]
fn the_preview_of_a_quarter_is_no_fault() {
    let (layout, mapping) =
        guess(&format!("{HOME_OFFICE}2016/17,1,Kent,88A,11\n2016/17,2,Kent,88A,*\n"));
    let lines = preview(&BASE, &layout, &mapping, 8);
    let said: Vec<(&str, bool)> = lines.iter().map(|l| (l.outcome.as_str(), l.rejected)).collect();
    assert_eq!(
        said,
        [("Kent, 2016/17, quarter 1: 11", false), ("Kent, 2016/17, quarter 2: hidden", false)]
    );
}

#[test]
fn a_number_by_code_is_exact_or_set_aside() {
    let table = "Police force,Financial year,Offence code,Number\nKent,2016/17,88A,more than 30\nEssex,2016/17,88A,7\n";
    let result = read(table);
    assert_eq!(problems(&result), [Problem::Inexact]);
    assert_eq!(accounted(&result), [2, 1, 0, 1]);
    assert!(kent(&result, testing::GROOMING).count().is_none());
}

#[test]
fn a_sum_with_an_unknown_part_is_not_known() {
    let head = "Police force,Year,Community safety partnership,Offences\n";
    let whole = read(&format!("{head}Kent,2016/17,Ashford,5\nKent,2016/17,Dover,7\n"));
    assert_eq!(kent(&whole, testing::ONLINE), Cell::Value(Count::exact(12)));
    for part in ["", "12.5", "*"] {
        for rows in [
            ["Ashford,5".to_owned(), format!("Dover,{part}")],
            [format!("Dover,{part}"), "Ashford,5".to_owned()],
        ] {
            let result =
                read(&format!("{head}Kent,2016/17,{}\nKent,2016/17,{}\n", rows[0], rows[1]));
            assert!(
                kent(&result, testing::ONLINE).count().is_none(),
                "{part} {}",
                result.report.text()
            );
            accounted(&result);
        }
    }
    // Without any number there is no figure at all.
    let empty = read(&format!("{head}Kent,2016/17,Ashford,\nEssex,2016/17,Harlow,3\n"));
    assert!(
        empty.figures(&BASE, source()).figures.iter().all(|f| BASE.area_name(f.area) == "Essex")
    );
}

#[test]
fn wards_of_one_district_are_different_rows_and_repeats_are_reported() {
    let head = "Police force,Year,Local authority,Ward,Offences\n";
    let result = read(&format!(
        "{head}Kent,2016/17,Ashford,East,5\nKent,2016/17,Ashford,West,5\nKent,2016/17,Ashford,West,5\nKent,2016/17,Ashford,East,6\n"
    ));
    assert_eq!(kent(&result, testing::ONLINE), Cell::Value(Count::exact(10)));
    assert_eq!(problems(&result), [Problem::Duplicate(3), Problem::TwoValues(2)]);
    assert_eq!(accounted(&result), [4, 2, 0, 2]);
}

#[test]
fn rows_of_a_part_of_a_year_are_counted_as_rows() {
    let head = "Police force,Year,Quarter,Community safety partnership,Offences\n";
    let result = read(&format!(
        "{head}Kent,2016/17,1,Ashford,5\nKent,2016/17,1,Dover,7\nKent,2016/17,1,Swale,1\n"
    ));
    assert_eq!(accounted(&result), [3, 0, 0, 3]);
    assert_eq!(problems(&result), [Problem::PartOfYear(1)]);
}

#[test]
fn a_repeated_quarter_names_its_own_line() {
    let rows: String = (1..=4).map(|q| format!("2016/17,{q},Kent,88A,{q}\n")).collect();
    let result = read(&format!("{HOME_OFFICE}{rows}2016/17,3,Kent,88A,3\n2016/17,4,Kent,88A,9\n"));
    assert_eq!(problems(&result), [Problem::Duplicate(4), Problem::TwoValues(5)]);
    assert_eq!(kent(&result, testing::GROOMING), Cell::Value(Count::exact(10)));
}

#[test]
fn months_and_days_are_no_years() {
    for rows in [
        "Kent,Jan 2017,10\nKent,Feb 2017,12\nKent,Mar 2017,9\n",
        "Kent,2016-04-01,10\nKent,2016-05-01,12\n",
    ] {
        let text = format!("Police force,Period,Offences\n{rows}");
        let result = read(&text);
        assert_eq!(result.report.used, 0, "{}", result.report.text());
    }
    let years =
        read("Police force,Period,Offences\nKent,2016-04-01,10\nEssex,year ending March 2017,12\n");
    assert_eq!(kent(&years, testing::ONLINE), Cell::Value(Count::exact(10)));
}

#[test]
fn quarters_beside_columns_of_years_are_added_up() {
    let rows: String = (1..=4).map(|q| format!("Kent,{q},{q},1{q}\n")).collect();
    let result = read(&format!("Police force,Quarter,2015/16,2016/17\n{rows}"));
    assert_eq!(kent(&result, testing::ONLINE), Cell::Value(Count::exact(50)));
    assert_eq!(accounted(&result), [8, 8, 0, 0]);
}

#[test]
fn what_is_read_from_a_table_can_be_saved_and_read_again() {
    let table = "Police force,Year,Offences,Forces reporting,Age\nKent,2016/17,5,40,\nEssex,2016/17,6,1,\nSurrey,2016/17,7,,\"offence:a\u{202e}b\"\n";
    let result = read(table);
    assert_eq!(problems(&result).len(), 2, "{}", result.report.text());
    let mut source = source();
    source.url = "https://example.org/".to_owned();
    source.licence = "Facts".to_owned();
    let written = write(&result.figures(&BASE, source).alone_as_printed(&BASE), "1", "");
    assert_eq!(load_reader_package(&BASE, &written).unwrap().figures.len(), 1);
}

#[test]
fn tables_of_few_forces_travel_in_a_saved_page() {
    let mut files = Files::default();
    files.set(
        "sources.csv",
        b"source_id,publisher,title,published,url,licence\nmine,P,T,2026,https://a.example/,L\n"
            .to_vec(),
    );
    files.set("recorded-crime.csv", b"area_code,period_start,period_end,offence_code,value,source_id\nE23000032,2016-04-01,2017-03-31,88A,5,mine\n".to_vec());
    files.set(
        "population.csv",
        b"area_code,year,age_band,value,source_id\nE23000032,2016,0-17,400000,mine\n".to_vec(),
    );
    let own = OwnFigures::of_package("own.zip", load_reader_package(&BASE, &files).unwrap());
    let reread = OwnFigures::from_compact(&own.to_compact().unwrap(), &BASE).unwrap();
    assert!(reread == own);
    // The years that the package lacks keep the published numbers of children.
    let data = own.together(&BASE);
    let force = |code| data.force_by_code(code).unwrap();
    let year = |y| FinancialYear::new(y).unwrap();
    assert_eq!(data.population.children(force(KENT), year(2016)), Some(400_000));
    assert_eq!(data.population.children(force("E23000014"), year(2016)), None);
    assert_eq!(
        data.population.children(force("E23000014"), year(2017)),
        BASE.population.children(force("E23000014"), year(2017))
    );
}

#[test]
fn a_changed_figure_never_passes_for_the_publication_that_it_names() {
    let mut files = WHOLE.clone();
    let text = String::from_utf8(files.get("figures.csv").to_vec()).unwrap();
    let row =
        text.lines().find(|l| l.contains("Kent,2016-04-01") && l.contains("total,361,")).unwrap();
    let changed = text.replace(row, &row.replace("total,361,", "total,9361,"));
    files.set("figures.csv", changed.into_bytes());
    let own = OwnFigures::of_package("data.zip", load_reader_package(&BASE, &files).unwrap());
    let data = own.together(&BASE);
    let of = |n: u32| {
        data.figures
            .iter()
            .find(|f| f.cell().count().is_some_and(|c| c.n == n) && data.area_code(f.area) == KENT)
            .unwrap()
    };
    assert!(data.is_own(of(9361).source) && !data.is_own(of(361).source), "{OWN_NOTICE}");
    // All else is what is published already, and stands once.
    assert_eq!(data.figures.len(), BASE.figures.len() + 1);
    assert_eq!(data.sources.len(), BASE.sources.len() + 1);
    assert!(data.crime == BASE.crime && data.population == BASE.population);
    // In the page, which lacks the people of all ages, too.
    let mut page = BASE.clone();
    page.population.series = BASE.clone().for_page().population.series;
    let own = OwnFigures::of_package("data.zip", load_reader_package(&page, &WHOLE).unwrap());
    let data = own.together(&page);
    assert!(data.population == page.population && data.crime == page.crime);
    assert!(data.figures == page.figures && data.sources == page.sources);
}

#[test]
fn a_layout_is_found_in_spite_of_commas_long_cells_and_other_statuses() {
    let (layout, _) = guess("Force;Year;Offences, flagged\nKent;2016/17;1,241\n");
    assert_eq!((layout.separator, layout.headings.len()), (b';', 3));
    let long = "x".repeat(100_000);
    let result =
        read(&format!("Force,Year,Offences,Notes\nKent,2016/17,7,{long}\nEssex,2016/17,8,\n"));
    assert_eq!(result.report.used, 1);
    let (_, mapping) =
        guess("Force,Year,Offences,Status\nKent,2016/17,7,Final\nEssex,2016/17,8,Final\n");
    assert_eq!(mapping.column(Field::Qualifier), None);
    let wide = format!("{}\n{}\n", vec!["h"; 600].join(","), vec!["1"; 600].join(","));
    let found = Layout::find(wide.as_bytes(), true, &Gazetteer::new(&BASE));
    assert_eq!(found.unwrap_err(), Problem::TooManyColumns(600));
}

#[test]
fn a_package_of_nothing_but_faults_is_refused_within_bounds() {
    let mut files = Files::default();
    let head = "measure,area_code,area_name,period_start,period_end,breakdown,value,qualifier,forces_reporting,source_id,note\n";
    files.set("figures.csv", (head.to_owned() + &",,,,,,,,,,\n".repeat(300_000)).into_bytes());
    files.set(
        "sources.csv",
        b"source_id,publisher,title,published,url,licence\nmine,P,T,2026,https://a.example/,L\n"
            .to_vec(),
    );
    let errors = load_reader_package(&BASE, &files).unwrap_err();
    assert!(errors.len() < 30_000, "{}", errors.len());
    assert!(
        errors.iter().any(|e| matches!(e.problem, Problem::TooManyRows { found: 300_000, .. }))
    );
}
