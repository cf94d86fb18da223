//! The difference of two datasets: rows added, changed and withdrawn, in plain English.
//!
//! Numbers are written as in the tables, without commas.

use super::diff_rows::{self, DiffRow};
use crate::dataset::Dataset;
use std::cmp::Ordering;

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Only the new one has it.
    Added,
    /// Both have it, with other contents.
    Changed,
    /// Only the old one has it.
    Withdrawn,
}

/// One row that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: Kind,
    /// Which row, and how it differs.
    pub text: String,
}

/// All rows that differ: measures first, then figures, recorded crime, population, events and sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    pub changes: Vec<Change>,
}

/// Compares two datasets.
///
/// A figure is the same figure when measure, area, period, part and source are the same, an event when
/// its day and its few words are. Forces are matched by code, sources by key, else by publisher, title
/// and address.
pub fn diff(old: &Dataset, new: &Dataset) -> Diff {
    let sources = diff_rows::matched(&old.sources, &new.sources);
    let own: Vec<usize> = (0..old.sources.len()).collect();
    let mut diff = Diff::default();
    if old.measures != new.measures {
        diff.compare(diff_rows::measures(old), diff_rows::measures(new));
    }
    diff.compare(diff_rows::figures(old, &own), diff_rows::figures(new, &sources));
    // Tables of thousands of cells that are the same are not compared row by row.
    let same_forces = old.forces == new.forces;
    let same_codes = same_forces && old.offences == new.offences;
    if !(same_codes && old.crime.series == new.crime.series) {
        diff.compare(diff_rows::crime(old), diff_rows::crime(new));
    }
    if !(same_forces && old.population.series == new.population.series) {
        // A dataset of the page lacks people of all ages, which is no withdrawal.
        let columns = old.population.series.columns().min(new.population.series.columns());
        diff.compare(diff_rows::population(old, columns), diff_rows::population(new, columns));
    }
    diff.compare(diff_rows::events(old, &own), diff_rows::events(new, &sources));
    diff.compare(diff_rows::sources(old, &own), diff_rows::sources(new, &sources));
    diff
}

impl Diff {
    /// Compares rows by their keys.
    fn compare(&mut self, mut old: Vec<(String, DiffRow)>, mut new: Vec<(String, DiffRow)>) {
        for rows in [&mut old, &mut new] {
            rows.sort_by(|a, b| a.0.cmp(&b.0));
        }
        let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((old, _)), Some((new, _))) => old.cmp(new),
            };
            let removed = if order.is_le() { old.next() } else { None };
            let added = if order.is_ge() { new.next() } else { None };
            let (kind, text) = match (removed, added) {
                (Some((_, old)), None) => (Kind::Withdrawn, Some(old.text_with(&old.value))),
                (None, Some((_, new))) => (Kind::Added, Some(new.text_with(&new.value))),
                (Some((_, old)), Some((_, new))) => (Kind::Changed, new.change_from(&old)),
                (None, None) => return,
            };
            self.changes.extend(text.map(|text| Change { kind, text }));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The number of rows of one kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// `3 added, 1 changed, 0 withdrawn`.
    pub fn summary(&self) -> String {
        let [added, changed, withdrawn] =
            [Kind::Added, Kind::Changed, Kind::Withdrawn].map(|kind| self.count(kind));
        format!("{added} added, {changed} changed, {withdrawn} withdrawn")
    }

    /// A line for each row, at most `most`; then one that says how many more there are.
    pub fn lines(&self, most: usize) -> Vec<String> {
        let line = |change: &Change| {
            let verb = match change.kind {
                Kind::Added => "added",
                Kind::Changed => "changed",
                Kind::Withdrawn => "withdrawn",
            };
            format!("{verb}: {}", change.text)
        };
        let mut lines: Vec<String> = self.changes.iter().take(most).map(line).collect();
        if self.changes.len() > most {
            lines.push(format!("and {} more", self.changes.len() - most));
        }
        lines
    }
}
