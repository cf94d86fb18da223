//! One area through the years: gaps stay gaps, and a change of counting is a break.

use super::display_value::{RANGE_NAME, RANGE_NOTE};
use super::events::on_axis;
use super::ranking::change_text;
use super::{DisplayValue, Table, TableCell, View, YearEvent, display_value, titles};
use crate::scale::format;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, Measure, TOTAL_FORCES, Unit, Why};

#[derive(Clone, Debug, PartialEq)]
pub struct YearColumn {
    pub year: FinancialYear,
    /// Its number.
    pub display: DisplayValue,
    /// The reader's chosen year.
    pub chosen: bool,
    /// How many forces a total covers: `39 of 43`, `not stated`; empty where there is nothing to say.
    pub covers: String,
    /// A total that does not say how many forces it covers.
    pub open: bool,
    /// What a year without a number inside the series is called; empty outside of it.
    pub blank: &'static str,
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
    /// What is seen.
    pub title: String,
    /// What is counted, and where.
    pub subtitle: String,
    /// What one unit of height is.
    pub unit: &'static str,
    /// Every year, gaps included.
    pub columns: Vec<YearColumn>,
    /// Indices of the years before which the way of counting changes.
    pub breaks: Vec<usize>,
    /// What is written at the break: `From April 2017: counts more offences`.
    pub break_label: String,
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
    let columns = columns(data, view, area, &all);
    let measure = data.measure(view.measure);
    let breaks = breaks(measure, &all);
    let wider = match area {
        Area::EnglandAndWales => all.iter().filter_map(|y| wider_total(data, view, *y)).collect(),
        _ => Vec::new(),
    };
    let mut notes = Vec::new();
    if columns.iter().any(|c| !c.blank.is_empty()) {
        notes.push("A dashed box is a gap, not a zero.".to_owned());
    }
    if columns.iter().any(|c| !c.covers.is_empty()) {
        notes.push(COVERS.to_owned());
    }
    if columns.iter().any(|c| c.open) {
        notes.push(OUTLINED.to_owned());
    }
    if view.range {
        notes.push(RANGE_NOTE.to_owned());
    }
    let what = titles::what(data, view.measure, view.unit);
    YearsFigure {
        title: titles::trend(data, view),
        subtitle: format!("{what}, {}", data.area_name(area)),
        unit: view.unit.label(),
        columns,
        break_label: break_label(measure),
        break_note: measure
            .counting_break
            .as_ref()
            .filter(|_| !breaks.is_empty())
            .map(|b| format!("{} Do not compare across the dashed line.", b.note)),
        breaks,
        events: on_axis(data, view.measure, &all),
        wider,
        notes,
    }
}

/// Said where the forces of each total are counted under its year.
pub const COVERS: &str = "Under each year: how many of the 43 forces the total covers.";

/// Said where a total does not say how many forces it covers.
pub const OUTLINED: &str =
    "The outlined column is a total whose source does not say how many forces it covers.";

fn columns(data: &Dataset, view: &View, area: Area, years: &[FinancialYear]) -> Vec<YearColumn> {
    let mut columns: Vec<YearColumn> = years
        .iter()
        .map(|year| {
            let display = display_value(data, &view.at(*year), area);
            let forces = data.reading(view.measure, area, *year).forces;
            let total = area == Area::EnglandAndWales && display.value.is_some();
            let covers = match forces {
                Some(n) if total => format!("{n} of {TOTAL_FORCES}"),
                None if total => "not stated".to_owned(),
                _ => String::new(),
            };
            let open = total && forces.is_none();
            let chosen = *year == view.year;
            YearColumn { year: *year, display, chosen, covers, open, blank: "" }
        })
        .collect();
    // Where every total covers every force there is nothing to say.
    let whole = format!("{TOTAL_FORCES} of {TOTAL_FORCES}");
    if columns.iter().all(|c| c.covers.is_empty() || c.covers == whole) {
        columns.iter_mut().for_each(|c| c.covers.clear());
    }
    let known = |c: &YearColumn| c.display.value.is_some();
    let (first, last) = (columns.iter().position(known), columns.iter().rposition(known));
    let blank = if view.unit == Unit::Rate { "no rate" } else { "no figure" };
    if let (Some(first), Some(last)) = (first, last) {
        for column in columns.iter_mut().take(last).skip(first).filter(|c| !known(c)) {
            column.blank = blank;
        }
    }
    columns
}

/// `From April 2017: counts more offences`: what the note on a change of counting comes to.
pub(super) fn break_label(measure: &Measure) -> String {
    let Some(changed) = &measure.counting_break else { return String::new() };
    let wider = ["takes in", "also counts"].iter().any(|words| changed.note.contains(words));
    let how = if wider { "counts more offences" } else { "counted in a new way" };
    format!("From April {}: {how}", changed.first_year.start())
}

/// The index before which the way of counting changes, if it lies inside the years.
pub(super) fn breaks(measure: &Measure, years: &[FinancialYear]) -> Vec<usize> {
    let after_break = |y: &FinancialYear| measure.break_before() == Some(*y);
    years.iter().position(after_break).filter(|index| *index > 0).into_iter().collect()
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
        "Year".to_owned(),
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
            "{}, {}, by year",
            titles::what(data, view.measure, Unit::Count),
            data.area_name(area)
        ),
        columns,
        rows: rows.collect(),
    }
}
