//! What was asked for and what came into force: days on an axis of years, and the whole list.

use super::{Citation, citation};
use crate::scale::format;
use cyberflag_data::dataset::{Dataset, Event};
use cyberflag_data::domain::{FinancialYear, MeasureId, Period};

/// Said where days are marked: a mark is no explanation.
pub const MARKS: &str = "Numbers under the axis mark these days; they do not explain a figure.";

/// An event on an axis of years. Its number is its place among them, from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct YearEvent {
    /// Where its day lies, in years from the start of the axis.
    pub at: f64,
    /// `3 April 2017`.
    pub day: String,
    /// A few words.
    pub short: String,
}

/// The events of a measure that lie in these years.
pub(super) fn on_axis(
    data: &Dataset,
    measure: MeasureId,
    years: &[FinancialYear],
) -> Vec<YearEvent> {
    let of_measure = data.events.iter().filter(|event| event.measures.contains(&measure));
    of_measure
        .filter_map(|event| {
            let within = |year: &FinancialYear| {
                year.period().filter(|p| p.start() <= event.day && event.day <= p.end())
            };
            let (index, year) =
                years.iter().enumerate().find_map(|(i, year)| Some((i, within(year)?)))?;
            let before = Period::new(year.start(), event.day)?.days() - 1;
            Some(YearEvent {
                at: index as f64 + f64::from(before) / f64::from(year.days()),
                day: format::date(event.day),
                short: event.short.clone(),
            })
        })
        .collect()
}

/// The events as one sentence, for paper and pictures; empty without any.
pub fn marks_in_words(events: &[YearEvent]) -> String {
    let one = |(i, e): (usize, &YearEvent)| format!("{} ({}) {}", i + 1, e.day, e.short);
    let all: Vec<String> = events.iter().enumerate().map(one).collect();
    if all.is_empty() { String::new() } else { format!("On the axis: {}.", all.join("; ")) }
}

/// An event in the list of all.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedEvent {
    /// `3 April 2017`.
    pub day: String,
    /// One or two sentences.
    pub text: String,
    pub source: Citation,
}

/// Every event of the dataset, by day.
pub fn events(data: &Dataset) -> Vec<ListedEvent> {
    listed(data, |_| true)
}

/// Those that the charts of a kind of figure mark.
pub(super) fn events_of(data: &Dataset, measure: MeasureId) -> Vec<ListedEvent> {
    listed(data, |event| event.measures.contains(&measure))
}

fn listed(data: &Dataset, which: impl Fn(&Event) -> bool) -> Vec<ListedEvent> {
    let listed = data.events.iter().filter(|event| which(event)).filter_map(|event| {
        let (day, text) = (format::date(event.day), event.long.clone());
        Some(ListedEvent { day, text, source: citation(data, event.source)? })
    });
    listed.collect()
}
