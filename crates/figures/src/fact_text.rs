//! The sentences of a fact sheet: a number, its rate, its change and the total beside it.

use super::answer::total_answer;
use super::display_value::rate;
use super::ranking::{change_on_year_before, change_text};
use super::{FactOther, OtherKind, View, capital};
use crate::scale::format;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Cell, FinancialYear, Measure, MeasureId, Why};

/// What is said about the view's area and year; where no year has a number, that.
pub(super) fn sentences(data: &Dataset, view: &View, latest: Option<FinancialYear>) -> Vec<String> {
    let name = match view.force.and_then(|id| data.force(id)) {
        Some(force) => force.full_name.clone(),
        None => return of_all(data, view, latest),
    };
    let reading = data.reading(view.measure, view.area(), view.year);
    let Some(count) = reading.cell.count().filter(|_| latest.is_some()) else {
        return vec![no_year(&name, data.measure(view.measure))];
    };
    let mut texts = vec![format!(
        "{name} recorded {} {} in {}.",
        format::count(count),
        data.measure(view.measure).noun(count.n == 1),
        view.year.label()
    )];
    texts.push(rate_text(data, view));
    texts.extend(change(data, view));
    texts.push(beside(data, view));
    texts
}

/// What must be known of the latest number, and why sources have none for other years.
pub(super) fn notes(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    latest: Option<FinancialYear>,
) -> Vec<String> {
    let mut texts = Vec::new();
    for year in data.all_years(measure) {
        let reading = data.reading(measure, area, year);
        if let Some(reason) = super::blank_note(&reading) {
            texts.push(format!("{}: {reason}", year.label()));
        } else if let Some(note) = reading.note().filter(|_| Some(year) == latest) {
            texts.push(super::blank_note::note_sentence(note));
        }
    }
    texts
}

/// No year has a number.
pub(super) fn no_year(name: &str, measure: &Measure) -> String {
    let noun = measure.noun(false);
    format!("For {name} no number of a single year was found for {noun}. That does not mean zero.")
}

/// The first sum over a longer period, where no year has a number.
pub(super) fn sum(name: &str, measure: &Measure, others: &[FactOther]) -> Option<String> {
    let sum = others.iter().find(|o| o.kind == OtherKind::Sum)?;
    Some(format!(
        "{name} recorded {} {} from {}, published as one sum.",
        sum.count,
        measure.noun(sum.count == "1"),
        sum.what
    ))
}

fn of_all(data: &Dataset, view: &View, latest: Option<FinancialYear>) -> Vec<String> {
    let mut texts = vec![total_answer(data, view).alone()];
    if latest.is_none() {
        return texts;
    }
    texts.push(rate_text(data, view));
    texts.extend(change(data, view));
    let other_total = data.all_years(view.measure).into_iter().rev().find_map(|year| {
        let total = data.reading(view.measure, Area::EnglandAndWales, year);
        Some((year, total.cell.count().filter(|_| year.start() > view.year.start())?))
    });
    if let Some((year, count)) = other_total {
        texts.push(format!(
            "A later total, {} in {}, was published without the number of forces that it covers.",
            format::count(count),
            year.label()
        ));
    }
    texts
}

/// The rate with its denominator, or why there is none.
fn rate_text(data: &Dataset, view: &View) -> String {
    let area = view.area();
    let reading = data.reading(view.measure, area, view.year);
    let rate = rate(data, view, area, &reading);
    match (rate, data.children(area, view.year)) {
        (Cell::Value(_) | Cell::Zero, Some(children)) => format!(
            "That is {} for every 10,000 of the {} children aged 0 to 17 (mid-{}).",
            format::rate_cell(rate),
            format::whole(children),
            view.year.start()
        ),
        (Cell::NotComparable(Why::DifferentForces), _) => {
            "No rate: the total does not cover every force.".to_owned()
        }
        (Cell::NotPublished(Why::NoPopulation), _) => last_rate(data, view),
        (blank, _) => blank.why().map_or("", Why::sentence).to_owned(),
    }
}

/// The last year with a rate, where the number of children in the view's year is not known yet.
fn last_rate(data: &Dataset, view: &View) -> String {
    let found = data.all_years(view.measure).into_iter().rev().find_map(|year| {
        let at = view.at(year);
        let rate = rate(data, &at, at.area(), &data.reading(at.measure, at.area(), year));
        rate.is_known().then(|| Some((year, rate, data.children(at.area(), year)?)))?
    });
    match found {
        Some((year, rate, children)) => format!(
            "The last year with a rate is {}: {} for every 10,000 of the {} children aged 0 to 17 (mid-{}).",
            year.label(),
            format::rate_cell(rate),
            format::whole(children),
            year.start()
        ),
        None => Why::NoPopulation.sentence().to_owned(),
    }
}

/// The change on the year before, where both years can be compared.
fn change(data: &Dataset, view: &View) -> Option<String> {
    let change = change_on_year_before(data, view, view.area());
    let (from, to) = (change.value()?.from, change.value()?.to);
    let text = capital(&change_text(change));
    let before = view.year.previous().label();
    Some(match from == to {
        true => format!("{text} since {before}."),
        false => {
            format!("{text} since {before}, from {} to {}.", format::whole(from), format::whole(to))
        }
    })
}

/// What was published for England and Wales in the same year.
fn beside(data: &Dataset, view: &View) -> String {
    let all = data.reading(view.measure, Area::EnglandAndWales, view.year);
    let Some(count) = all.cell.count() else {
        return "No total for England and Wales was found for that year.".to_owned();
    };
    let total = format::count(count);
    match all.forces {
        Some(43) => {
            let rate = rate(data, view, Area::EnglandAndWales, &all);
            let rate = rate.value().map_or(String::new(), |r| {
                format!(", or {} for every 10,000 children", format::decimal(r))
            });
            format!("All 43 forces of England and Wales recorded {total}{rate}.")
        }
        Some(n) => format!(
            "The total for England and Wales is {total}, from {n} of 43 forces, so a rate is not compared."
        ),
        None => format!(
            "The total for England and Wales is {total}; its source does not say how many forces it covers."
        ),
    }
}
