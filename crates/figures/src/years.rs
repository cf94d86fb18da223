//! One area through the years: gaps stay gaps, and a change of counting is a break.

use super::bars::small;
use super::display_value::{RANGE_NAME, RANGE_NOTE};
use super::events::on_axis;
use super::ranking::change_text;
use super::{DisplayValue, Table, TableCell, View, YearEvent, display_value};
use crate::scale::format;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, Measure, MeasureId, Unit, Why};

#[derive(Clone, Debug, PartialEq)]
pub struct YearColumn {
    pub year: FinancialYear,
    /// Its number.
    pub display: DisplayValue,
    /// The reader's chosen year.
    pub chosen: bool,
}

/// A total for a wider area: never joined to the series.
#[derive(Clone, Debug, PartialEq)]
pub struct WiderTotal {
    pub year: FinancialYear,
    /// The number as text.
    pub text: String,
    /// What it covers, as its row says.
    pub covers: String,
}

/// The whole series.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsFigure {
    /// Heading.
    pub title: String,
    /// What one unit of height is.
    pub unit: &'static str,
    /// Every year, gaps included.
    pub columns: Vec<YearColumn>,
    /// Indices of the years before which the way of counting changes.
    pub breaks: Vec<usize>,
    /// What the break means.
    pub break_note: Option<String>,
    /// What happened in these years.
    pub events: Vec<YearEvent>,
    /// Totals of wider areas in the same years, listed apart.
    pub wider: Vec<WiderTotal>,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// The series of the view's area: the chosen force, or England and Wales.
pub fn years(data: &Dataset, view: &View) -> YearsFigure {
    let area = view.area();
    let all = data.all_years(view.measure);
    let columns: Vec<YearColumn> = all
        .iter()
        .map(|year| YearColumn {
            year: *year,
            display: display_value(data, &view.at(*year), area),
            chosen: *year == view.year,
        })
        .collect();
    let measure = data.measure(view.measure);
    let breaks = breaks(measure, &all);
    let wider = match area {
        Area::EnglandAndWales => all.iter().filter_map(|y| wider_total(data, view, *y)).collect(),
        _ => Vec::new(),
    };
    let missing = columns.iter().filter(|c| c.display.value.is_none()).count();
    let mut notes = Vec::new();
    if missing > 0 {
        let years = if missing == 1 { "1 year is" } else { &format!("{missing} years are") };
        let what = if view.unit == Unit::Rate { "rate" } else { "published figure" };
        notes.push(format!(
            "{years} without a {what}: an empty column with a dashed outline is a gap, not zero."
        ));
    }
    if area == Area::EnglandAndWales && coverage_differs(data, view.measure, &all) {
        notes.push(
            "Totals of different years cover different numbers of forces. The table says how many."
                .to_owned(),
        );
    }
    if view.range {
        notes.push(RANGE_NOTE.to_owned());
    }
    YearsFigure {
        title: format!(
            "{}: {} through the years",
            data.area_name(area),
            small(&data.measure(view.measure).name)
        ),
        unit: view.unit.label(),
        columns,
        break_note: measure
            .counting_break
            .as_ref()
            .filter(|_| !breaks.is_empty())
            .map(|b| format!("{} Do not compare across the line.", b.note)),
        breaks,
        events: on_axis(data, view.measure, &all),
        wider,
        notes,
    }
}

/// The index before which the way of counting changes, if it lies inside the years.
pub(super) fn breaks(measure: &Measure, years: &[FinancialYear]) -> Vec<usize> {
    let after_break = |y: &FinancialYear| measure.break_before() == Some(*y);
    years.iter().position(after_break).filter(|index| *index > 0).into_iter().collect()
}

/// Whether the totals of England and Wales cover other numbers of forces in some years than in others.
fn coverage_differs(data: &Dataset, measure: MeasureId, years: &[FinancialYear]) -> bool {
    let mut covered = years.iter().filter_map(|year| {
        let reading = data.reading(measure, Area::EnglandAndWales, *year);
        reading.cell.is_known().then_some(reading.forces)
    });
    let first = covered.next();
    covered.any(|forces| Some(forces) != first)
}

fn wider_total(data: &Dataset, view: &View, year: FinancialYear) -> Option<WiderTotal> {
    let reading = data.reading(view.measure, Area::Wider, year);
    let count = reading.cell.count()?;
    let covers = reading.rows.first().map(|f| f.note.clone()).unwrap_or_default();
    Some(WiderTotal { year, text: format::count(count), covers })
}

/// The series as a table, with counts, rates, coverage and change, and what the chart marks.
pub fn years_table(data: &Dataset, view: &View) -> Table {
    let area = view.area();
    let years = data.all_years(view.measure);
    let events = on_axis(data, view.measure, &years);
    let rows = years.into_iter().enumerate().map(|(i, year)| {
        let at = view.at(year);
        let count = display_value(data, &View { unit: Unit::Count, ..at }, area);
        let rate = display_value(data, &View { unit: Unit::Rate, ..at }, area);
        let change = super::ranking::change_on_year_before(data, &at, area);
        let forces = data.reading(view.measure, area, year).forces;
        let mut cells = vec![
            TableCell { sort: Some(f64::from(year.start())), ..TableCell::text(year.label()) },
            TableCell { text: count.text, sort: count.value, note: count.why.map(Why::sentence) },
            TableCell { text: rate.text, sort: rate.value, note: rate.why.map(Why::sentence) },
            TableCell {
                text: change_text(change),
                sort: change.value().map(|c| c.percent),
                note: change.why().map(Why::sentence),
            },
        ];
        if view.range {
            let range = display_value(data, &at, area).range;
            cells.push(TableCell::text(range.map_or(String::new(), |r| r.text)));
        }
        if area == Area::EnglandAndWales {
            let text = match (forces, count.value) {
                (Some(n), _) => format!("{n} of 43"),
                (None, Some(_)) => "not stated".to_owned(),
                (None, None) => "no published figure".to_owned(),
            };
            cells.push(TableCell { text, sort: forces.map(f64::from), note: None });
        }
        if !events.is_empty() {
            let here = events.iter().filter(|e| e.at as usize == i);
            let words: Vec<String> = here.map(|e| format!("{}: {}", e.day, e.short)).collect();
            let none = words.is_empty();
            cells.push(TableCell::text(if none { "none".to_owned() } else { words.join("; ") }));
        }
        (None, cells)
    });
    let mut columns = vec![
        "Financial year".to_owned(),
        "Offences recorded".to_owned(),
        "Per 10,000 children aged 0 to 17".to_owned(),
        "Change since the year before".to_owned(),
    ];
    if view.range {
        columns.push(RANGE_NAME.to_owned());
    }
    if area == Area::EnglandAndWales {
        columns.push("Forces in the total".to_owned());
    }
    if !events.is_empty() {
        columns.push("Marked on the chart".to_owned());
    }
    Table {
        caption: format!(
            "{}: {} by financial year",
            data.area_name(area),
            small(&data.measure(view.measure).name)
        ),
        columns,
        rows: rows.collect(),
    }
}
