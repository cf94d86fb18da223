//! One force's card: every measure, every year, every source, and why a cell is blank.

use super::display_value::rate;
use super::doubt::{ShownDoubt, after_number, shown_doubt};
use super::{Citation, View, caveats, citation};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure, Reading};
use cyberflag_data::domain::{Area, Cell, ForceId, MeasureId, Unit, Why};

/// One year of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    /// `2016/17`.
    pub year: String,
    /// The count or the kind of blank.
    pub count: String,
    /// The rate or the kind of blank.
    pub rate: String,
    /// Why the count is blank.
    pub why: Option<&'static str>,
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

/// The card.
#[derive(Clone, Debug, PartialEq)]
pub struct ForcePanel {
    pub force: ForceId,
    /// Name of the force.
    pub name: String,
    /// The view's number in a sentence.
    pub sentence: String,
    /// Comparison with England and Wales, or why there is none.
    pub comparison: String,
    /// Districts the force covers.
    pub districts: Vec<String>,
}

/// The card of a force in a view.
pub fn panel(data: &Dataset, view: &View, id: ForceId) -> Option<ForcePanel> {
    let force = data.force(id)?;
    let own = data.districts.iter().filter(|d| d.force == id);
    let mut districts: Vec<String> = own.map(|d| d.name.clone()).collect();
    // The package sorts districts by name, so the old and the new lookup's stand together.
    districts.dedup();
    Some(ForcePanel {
        force: id,
        name: force.full_name.clone(),
        sentence: sentence(data, view, id, &force.full_name),
        comparison: comparison(data, view, id),
        districts,
    })
}

fn sentence(data: &Dataset, view: &View, id: ForceId, name: &str) -> String {
    let reading = data.reading(view.measure, Area::Force(id), view.year);
    let when = view.year_text(data);
    let Some(count) = reading.cell.count() else {
        let why = reading.cell.why().map_or("", Why::sentence);
        let said = super::blank_note(&reading).map_or(String::new(), |said| format!(" {said}"));
        let sums: Vec<String> = longer_sums(data, view, id)
            .map(|f| {
                format!(
                    " From {} to {} it recorded {}, published as one sum.",
                    format::date(f.period.start()),
                    format::date(f.period.end()),
                    format::count_cell(f.cell())
                )
            })
            .collect();
        let noun = data.measure(view.measure).noun(false);
        return format!("{name}, {when}: no number for {noun}. {why}{said}{}", sums.concat());
    };
    let noun = data.measure(view.measure).noun(count.n == 1);
    let rate = rate(data, view, Area::Force(id), &reading);
    let rate = match rate {
        Cell::Value(_) | Cell::Zero => {
            format!(
                " That is {} for every 10,000 children aged 0 to 17 living there.",
                format::rate_cell(rate)
            )
        }
        blank => format!(" {}", blank.why().map_or("", Why::sentence)),
    };
    let doubt = after_number(reading.doubt());
    format!("{name} recorded {} {noun} in {}.{rate}{doubt}", format::count(count), view.when(data))
}

/// Preferred sums over a period longer than a year that takes in the view's year.
fn longer_sums<'a>(
    data: &'a Dataset,
    view: &View,
    id: ForceId,
) -> impl Iterator<Item = &'a Figure> {
    let (measure, year) = (view.measure, view.year.period());
    let mut last: Option<&Figure> = None;
    data.figures.iter().filter(move |f| {
        let wanted = f.measure == measure
            && f.area == Area::Force(id)
            && f.breakdown == Breakdown::Total
            && f.period.financial_year().is_none()
            && year.is_some_and(|y| f.period.start() <= y.start() && f.period.end() >= y.end());
        let first = !last.is_some_and(|l| l.same_figure(f));
        if wanted {
            last = Some(*f);
        }
        wanted && first
    })
}

fn comparison(data: &Dataset, view: &View, id: ForceId) -> String {
    let own = data.reading(view.measure, Area::Force(id), view.year);
    let all = data.reading(view.measure, Area::EnglandAndWales, view.year);
    let (Some(own_count), Some(all_count)) = (own.cell.count(), all.cell.count()) else {
        return "No comparison with England and Wales: one of the two numbers is missing."
            .to_owned();
    };
    if all.forces != Some(43) {
        return format!(
            "The England and Wales total for {} is {}, from {} forces. A force is not compared with a total that leaves others out.",
            view.year.label(),
            format::count(all_count),
            all.forces.map_or("an unstated number of".to_owned(), |n| format!("{n} of 43")),
        );
    }
    let share = stats::share(own_count.n, all_count.n).map_or(String::new(), |s| {
        format!(
            "{} of the {} recorded in England and Wales. ",
            format::per_cent(s),
            format::count(all_count)
        )
    });
    let own_rate = rate(data, view, Area::Force(id), &own);
    let all_rate = rate(data, view, Area::EnglandAndWales, &all);
    let rates = match (own_rate.value(), all_rate.value()) {
        (Some(a), Some(b)) => format!(
            "Per 10,000 children: {} here, {} in England and Wales. {}",
            format::decimal(a),
            format::decimal(b),
            standing(data, view, id)
        ),
        _ => String::new(),
    };
    format!("{share}{rates}").trim().to_owned()
}

/// Where the force stands by rate, without the tone of a league table.
fn standing(data: &Dataset, view: &View, id: ForceId) -> String {
    let by_rate = View { unit: Unit::Rate, ..*view };
    let rates: Vec<Option<f64>> = data
        .force_ids()
        .map(|f| super::display_value(data, &by_rate, Area::Force(f)).value)
        .collect();
    let known = rates.iter().flatten().count();
    match stats::ranks(&rates).get(id.index()).copied().flatten() {
        Some(rank) => format!(
            "Of the {known} forces with a rate, {} a higher one.",
            match rank - 1 {
                0 => "none recorded".to_owned(),
                n => format!("{n} recorded"),
            }
        ),
        None => String::new(),
    }
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
                year: year.label(),
                count: format::count_cell(reading.cell),
                rate: format::rate_cell(rate),
                why: reading.cell.why().map(Why::sentence),
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
