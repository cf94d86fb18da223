//! The latest figure of each force. The years differ from force to force, so these figures are never
//! added up, ranked or compared.

use super::View;
use super::display_value::{DisplayValue, of_reading};
use super::fact_sheet::latest;
use super::tiles::fullest;
use cyberflag_data::dataset::{Dataset, Reading};
use cyberflag_data::domain::{Area, Cell, FinancialYear, ForceId, MeasureId, Why};

/// How many forces have a latest figure of a kind, and from which years they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestFigures {
    pub forces: usize,
    pub first: FinancialYear,
    pub last: FinancialYear,
}

impl LatestFigures {
    /// `one year between April 2015 and March 2020`.
    pub fn period(&self) -> String {
        let (from, to) = (self.first.start(), self.last.next().start());
        format!("one year between April {from} and March {to}")
    }

    /// `31 of 43 forces`.
    pub fn of_43(&self) -> String {
        format!("{} of 43 forces", self.forces)
    }
}

/// The latest figures of a kind; `None` where they show no more forces than its fullest year.
pub fn latest_figures(data: &Dataset, measure: MeasureId) -> Option<LatestFigures> {
    let (_, most) = fullest(data, measure)?;
    if most >= data.forces.len() {
        return None;
    }
    let own = |id| latest(data, Area::Force(id), measure);
    let years: Vec<FinancialYear> = data.force_ids().filter_map(own).collect();
    let (first, last) = (*years.iter().min()?, *years.iter().max()?);
    (years.len() > most).then_some(LatestFigures { forces: years.len(), first, last })
}

/// Whether a figure was counted in the old way: before the kind's own change of counting, or for a kind
/// that has none, before that of the other kinds.
pub(super) fn is_old(data: &Dataset, measure: MeasureId, year: FinancialYear) -> bool {
    let own = data.measure(measure).break_before();
    let first = own.or_else(|| data.measures.iter().find_map(|m| m.break_before()));
    first.is_some_and(|first| year < first)
}

impl View {
    /// The year of the figure that the map shows for a force: with `latest` the last that the force has
    /// one for, if any.
    pub fn year_of(&self, data: &Dataset, force: ForceId) -> Option<FinancialYear> {
        match self.latest {
            true => latest(data, Area::Force(force), self.measure),
            false => Some(self.year),
        }
    }
}

/// The year of the figure that the map shows for a force, and what was published.
pub fn shown_reading<'a>(
    data: &'a Dataset,
    view: &View,
    force: ForceId,
) -> (Option<FinancialYear>, Reading<'a>) {
    let year = view.year_of(data, force);
    let reading = match year {
        Some(year) => data.reading(view.measure, Area::Force(force), year),
        None => Reading {
            cell: Cell::NotPublished(Why::NoFigureFound),
            rows: Vec::new(),
            forces: None,
            official_source: None,
        },
    };
    (year, reading)
}

/// The same as it is displayed.
pub fn shown_value(
    data: &Dataset,
    view: &View,
    force: ForceId,
) -> (Option<FinancialYear>, DisplayValue) {
    let (year, reading) = shown_reading(data, view, force);
    let at = view.at(year.unwrap_or(view.year));
    (year, of_reading(data, &at, Area::Force(force), &reading))
}
