//! The columns `doubt` and `refuted_by` of `figures.csv`: a value that other rows refute.

use super::error::{DataError, Problem};
use super::reference::ReferenceTables;
use super::table::{CsvRow, CsvTable};
use crate::dataset::Doubt;
use std::collections::BTreeSet;

/// The measure and the source of each row, as written.
pub(super) struct Refuting<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Refuting<'a> {
    pub(super) fn of(table: &'a CsvTable) -> Self {
        Self(table.rows().map(|row| (row.text("measure"), row.text("source_id"))).collect())
    }

    /// The doubt about a row; `None` where there is none. The measure of the row must be a known one.
    /// Without the row's own source, which has been reported, there is nothing to compare.
    pub(super) fn doubt(
        &self,
        row: &CsvRow<'_>,
        references: &ReferenceTables<'_>,
        errors: &mut Vec<DataError>,
    ) -> Option<Doubt> {
        let (reason, keys) = (row.text("doubt"), row.text("refuted_by"));
        let own = row.text("source_id");
        if own.is_empty() {
            return None;
        }
        if reason.is_empty() != keys.is_empty() {
            let empty = if reason.is_empty() { "doubt" } else { "refuted_by" };
            if !row.is_broken(empty) {
                row.wrong(empty, Problem::HalfADoubt, errors);
            }
            return None;
        }
        let mut refuted_by = Vec::new();
        for key in keys.split_whitespace() {
            if key == own {
                row.wrong("refuted_by", Problem::RefutesItself(key.to_owned()), errors);
                continue;
            }
            let Some(source) = references.source_named(row, "refuted_by", key, errors) else {
                continue;
            };
            if !self.0.contains(&(row.text("measure"), key)) {
                row.wrong("refuted_by", Problem::RefutesNothing(key.to_owned()), errors);
            }
            if !refuted_by.contains(&source) {
                refuted_by.push(source);
            }
        }
        (!reason.is_empty()).then(|| Doubt { reason: reason.to_owned(), refuted_by })
    }
}
