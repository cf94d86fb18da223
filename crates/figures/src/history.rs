//! Every figure of a kind for one force: every year, every source, and why a cell is blank.

use super::display_value::rate;
use super::doubt::{ShownDoubt, shown_doubt};
use super::sums::{sums, takes_in};
use super::{Citation, View, caveats, citation};
use crate::scale::format;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure, Reading};
use cyberflag_data::domain::{Area, FinancialYear, ForceId, MeasureId, Unit, Why};

/// One year of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    pub year: FinancialYear,
    /// The count or the kind of blank.
    pub count: String,
    /// The rate or the kind of blank.
    pub rate: String,
    /// There is a count.
    pub known: bool,
    /// Why the count is blank, if it is not only that nothing was found.
    pub why: Option<&'static str>,
    /// A published sum over a longer time takes in the year.
    pub in_sum: bool,
    /// Why there is no rate for a known count.
    pub why_no_rate: Option<&'static str>,
    /// What to know about the estimate of children behind the rate.
    pub rate_note: Option<&'static str>,
    /// What the row of the count says.
    pub note: Option<String>,
    /// Why the count is not believed, where nothing better was published.
    pub doubt: Option<ShownDoubt>,
    /// Where the count comes from.
    pub sources: Vec<Citation>,
    /// Other published values, each with its source and note.
    pub others: Vec<OtherFigure>,
}

/// A published figure beside the yearly totals: another value, or another period or part.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherFigure {
    /// What it counts: a period, an age, an offence; empty for another value of the same figure.
    pub what: String,
    /// The number as text.
    pub count: String,
    /// The row's note.
    pub note: String,
    /// Why it is not believed.
    pub doubt: Option<ShownDoubt>,
    pub source: Option<Citation>,
}

/// One measure of a force.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureHistory {
    pub measure: MeasureId,
    /// Its years, the latest first.
    pub years: Vec<YearRow>,
    /// The sources of every year, where all years have the same.
    pub sources: Vec<Citation>,
    /// Sums over other periods, ages and offences, as published.
    pub others: Vec<OtherFigure>,
}

/// Every figure of a measure for a force.
pub fn history(data: &Dataset, measure: MeasureId, id: ForceId) -> MeasureHistory {
    let area = Area::Force(id);
    let mut years: Vec<YearRow> = data
        .all_years(measure)
        .into_iter()
        .map(|year| {
            let view = View::plain(measure, year, Unit::Rate);
            let reading = data.reading(measure, area, year);
            let rate = rate(data, &view, area, &reading);
            YearRow {
                year,
                count: format::count_cell(reading.cell),
                rate: format::rate_cell(rate),
                known: reading.cell.is_known(),
                why: reading.cell.why().filter(|w| *w != Why::NoFigureFound).map(Why::sentence),
                in_sum: sums(data, measure, area).any(|sum| takes_in(sum, year)),
                why_no_rate: rate.why().filter(|_| reading.cell.is_known()).map(Why::sentence),
                rate_note: data
                    .force(id)
                    .filter(|_| rate.is_known())
                    .and_then(|force| caveats::of_estimate(data, force, year)),
                note: reading.note().map(super::capital),
                doubt: shown_doubt(data, reading.doubt()),
                sources: cited(data, &reading),
                others: reading.other_values().map(|f| other(data, f, String::new())).collect(),
            }
        })
        .collect();
    years.reverse();
    let sources = shared_sources(&mut years);
    let own = data.figures.iter().filter(|f| f.measure == measure && f.area == area);
    let beside =
        own.filter(|f| f.breakdown != Breakdown::Total || f.period.financial_year().is_none());
    let others = beside.map(|f| other(data, f, what(f))).collect();
    MeasureHistory { measure, years, sources, others }
}

/// Takes the sources out of the rows where every row has the same ones.
fn shared_sources(years: &mut [YearRow]) -> Vec<Citation> {
    let first = years.first().map(|y| y.sources.clone()).unwrap_or_default();
    if years.len() < 2 || years.iter().any(|y| y.sources != first) {
        return Vec::new();
    }
    for year in years {
        year.sources.clear();
    }
    first
}

fn cited(data: &Dataset, reading: &Reading<'_>) -> Vec<Citation> {
    reading.sources().into_iter().filter_map(|s| citation(data, s)).collect()
}

/// What a figure beside the yearly totals counts.
pub(super) fn what(f: &Figure) -> String {
    let period = format::period(f.period);
    match &f.breakdown {
        Breakdown::Total => period,
        Breakdown::Age { from, to } if from == to => format!("aged {from}, {period}"),
        Breakdown::Age { from: 0, to } => format!("aged {to} or under, {period}"),
        Breakdown::Age { from, to } => format!("aged {from} to {to}, {period}"),
        Breakdown::Offence(name) => format!("{name}, {period}"),
    }
}

fn other(data: &Dataset, f: &Figure, what: String) -> OtherFigure {
    OtherFigure {
        what,
        count: format::count_cell(f.cell()),
        note: f.note.clone(),
        doubt: shown_doubt(data, f.doubt.as_ref()),
        source: citation(data, f.source),
    }
}
