//! Kinds of figures that a table does not have.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag::markup;
use cyberflag_data::dataset::package::{Files, load};
use cyberflag_data::dataset::{Dataset, Published, Series, Source};
use cyberflag_data::domain::{Area, FinancialYear};
use cyberflag_data::testing;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use cyberflag_intake::{Gazetteer, Intake, Layout, Mapping};
use std::path::Path;
use std::sync::LazyLock;

static BASE: LazyLock<Dataset> =
    LazyLock::new(|| load(&Files::from_dir(Path::new("data")).unwrap()).unwrap());

/// A reader's table with grooming alone, by year.
fn grooming_alone() -> Dataset {
    let table = "Financial Year,Force Name,Offence Code,Number of Offences\n\
        2019/20,Kent,88A,11\n2020/21,Kent,88A,12\n";
    let places = Gazetteer::new(&BASE);
    let layout = Layout::find(table.as_bytes(), true, &places).unwrap();
    let mapping = Mapping::guess(&layout, "table.csv", &places);
    let mut intake = Intake::new(&BASE, "table.csv", &layout, &mapping);
    intake.push(table.as_bytes()).unwrap();
    let words = || "x".to_owned();
    let source = Source {
        id: String::new(),
        publisher: words(),
        title: words(),
        published: Published::parse("2026-11-25").unwrap(),
        url: String::new(),
        licence: words(),
    };
    intake.finish().figures(&BASE, source).alone(&BASE)
}

fn resolve(data: &Dataset, hash: &str) -> (View, Vec<String>) {
    let (view, notices) = View::resolve(data, &Selection::parse(hash).0);
    (view, notices.into_iter().map(|n| n.0).collect())
}

#[test]
fn a_kind_without_figures_has_no_year() {
    let data = grooming_alone();
    for measure in [testing::ONLINE, testing::SEXUAL_COMMUNICATION, testing::ALL_CHILD] {
        assert_eq!(data.years(measure), None, "{measure:?}");
        assert_eq!(data.default_year(measure), None, "{measure:?}");
        assert_eq!(data.all_years(measure), []);
    }
    let year = FinancialYear::new;
    assert_eq!(data.years(testing::GROOMING), year(2019).zip(year(2020)));
}

#[test]
fn the_page_opens_at_a_kind_that_has_figures_and_says_so_where_another_was_asked_for() {
    let data = grooming_alone();
    let (view, notices) = resolve(&data, "");
    assert_eq!((view.measure, Some(view.year)), (testing::GROOMING, FinancialYear::new(2020)));
    assert_eq!(notices, Vec::<String>::new());
    let (view, notices) = resolve(&data, "#measure=online&year=2019-20");
    assert_eq!((view.measure, Some(view.year)), (testing::GROOMING, FinancialYear::new(2019)));
    let said = "There are no figures of this kind for any year: Online offences. \
        The page shows: Sexual grooming.";
    assert_eq!(notices, [said]);
}

#[test]
fn where_there_is_nothing_at_all_the_page_says_so() {
    let mut data = grooming_alone();
    data.crime.series = Series::empty(43, 2016, 2016, data.offences.len());
    let (view, notices) = resolve(&data, "#measure=grooming");
    assert_eq!(view.measure, testing::GROOMING);
    assert_eq!(notices, ["There are no figures of any kind for any year."]);
    assert!(figures::years(&data, &view).columns.is_empty());
    let sheet =
        figures::fact_sheet(&data, Area::EnglandAndWales, &data.measure_ids().collect::<Vec<_>>());
    assert!(sheet.years.is_empty() && sheet.measures.iter().all(|m| m.figure.is_none()));
    assert!(sheet.measures.iter().all(|m| m.sentences[0].contains("does not mean zero")));
    let place = markup::FactSheetLinks { app: "#", address: None, stamp: "", frozen: "" };
    assert!(!markup::fact_sheet(&sheet, &place).into_string().contains("2016"));
}

#[test]
fn whether_there_is_a_figure_is_what_a_fact_sheet_would_show() {
    let areas = BASE.force_ids().map(Area::Force);
    let wider = [Area::England, Area::Wales, Area::EnglandAndWales, Area::Wider];
    let mut without = 0;
    for area in areas.chain(wider) {
        for measure in BASE.measure_ids() {
            let sheet = figures::fact_sheet(&BASE, area, &[measure]);
            let shown = sheet.measures.iter().any(|m| m.latest.is_some() || !m.others.is_empty());
            assert_eq!(BASE.has_figures(measure, area), shown, "{area:?} {measure:?}");
            without += u32::from(!shown);
        }
    }
    assert!(without > 10);
}
