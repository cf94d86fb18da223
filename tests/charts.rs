//! Charts and figures as reviewable snapshots, drawn natively from the published data.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use cyberflag::charts::{PlainWidths, Scene, Surface, Theme, bars, columns, compare, svg};
use cyberflag::dataset::Dataset;
use cyberflag::domain::{FinancialYear, Measure, Unit};
use cyberflag::embedded;
use cyberflag::figures::{self, View, YearsFigure};

fn data() -> Dataset {
    embedded::dataset().unwrap()
}

fn view(data: &Dataset, measure: Measure, year: u16, unit: Unit, force: Option<&str>) -> View {
    let force = force.map(|code| data.force_by_code(code).unwrap());
    View { force, ..View::plain(measure, FinancialYear::new(year).unwrap(), unit) }
}

fn surface(width: f64) -> Surface<'static> {
    Surface { width, measure: &PlainWidths }
}

fn check(name: &str, scene: &Scene, theme: &Theme) {
    let svg = svg(scene, theme);
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{name}");
    insta::assert_snapshot!(name, svg);
}

#[test]
fn ranking_of_the_default_view_on_a_phone() {
    let data = data();
    let view = view(&data, Measure::Online, 2016, Unit::Count, Some("E23000032"));
    check(
        "ranking-online-2016-phone",
        &bars(&figures::ranking(&data, &view), &surface(320.0)),
        &Theme::LIGHT,
    );
}

#[test]
fn years_of_grooming_with_the_break() {
    let data = data();
    let view = view(&data, Measure::Grooming, 2024, Unit::Count, None);
    let figure = figures::years(&data, &view);
    check("years-grooming-wide", &columns(&figure, &surface(900.0)), &Theme::LIGHT);
    check("years-grooming-phone-dark", &columns(&figure, &surface(320.0)), &Theme::DARK);
}

#[test]
fn years_with_gaps() {
    let data = data();
    let view = view(&data, Measure::Online, 2016, Unit::Count, Some("E23000014"));
    check(
        "years-online-west-midlands",
        &columns(&figures::years(&data, &view), &surface(600.0)),
        &Theme::LIGHT,
    );
}

#[test]
fn ages_and_offences() {
    let data = data();
    let online = view(&data, Measure::Online, 2016, Unit::Count, None);
    let figure = figures::ages(&data, &online).unwrap();
    check("ages-online-2016", &bars(&figure, &surface(600.0)), &Theme::LIGHT);
    let all = view(&data, Measure::AllChild, 2024, Unit::Count, None);
    let figure = figures::offences(&data, &all).unwrap();
    check("offences-all-2024-phone", &bars(&figure, &surface(320.0)), &Theme::LIGHT);
}

#[test]
fn nothing_one_and_very_many_are_drawn_inside_the_picture() {
    let data = data();
    let view = view(&data, Measure::Grooming, 2024, Unit::Count, None);
    let full = figures::years(&data, &view);
    let extremes = [f64::MAX, 0.0, 1e-9, 4e9, f64::NAN, f64::INFINITY];
    for (count, width) in [(0, 320.0), (1, 10.0), (13, 0.0), (13, 5000.0)] {
        for extreme in extremes {
            let mut columns_of = full.columns.clone();
            columns_of.truncate(count);
            for column in &mut columns_of {
                column.shown.value = Some(extreme);
            }
            let figure = YearsFigure { columns: columns_of, ..full.clone() };
            let text = svg(&columns(&figure, &surface(width)), &Theme::LIGHT);
            assert!(text.contains("<svg") && !text.contains("NaN"), "{count} {width} {extreme}");
        }
    }
}

#[test]
fn pinned_forces_through_the_years() {
    let data = data();
    let pin = |code| data.force_by_code(code);
    let pins = [pin("E23000014"), pin("E23000032"), pin("W15000001"), None];
    let plain = View::plain(Measure::Grooming, FinancialYear::new(2023).unwrap(), Unit::Rate);
    let figure = figures::compare(&data, &View { pins, ..plain }).unwrap();
    check("compare-grooming-rate", &compare(&figure, &surface(700.0)), &Theme::LIGHT);
    check("compare-grooming-rate-phone-dark", &compare(&figure, &surface(320.0)), &Theme::DARK);
    assert!(figures::compare(&data, &plain).is_none());
}
