//! `recorded-crime.csv` and `population.csv`: long tables into dense series.

use super::Files;
use super::error::{DataError, Problem};
use super::reference::ReferenceTables;
use super::schema::{AGE_BANDS, CRIME, POPULATION};
use super::table::{CsvRow, CsvTable, Seen};
use crate::dataset::{Population, RecordedCrime, Series, SourceId};
use crate::domain::{ForceId, TOTAL_FORCES};

/// More people than live in any force area.
const MOST: u32 = 20_000_000;

/// One row of a long table.
struct Entry {
    force: ForceId,
    year: u16,
    column: usize,
    value: u32,
    source: SourceId,
}

/// Recorded crime, one column for each offence code.
pub(super) fn crime(
    files: &Files,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> RecordedCrime {
    let entry = |row: &CsvRow<'_>, errors: &mut Vec<DataError>| {
        let force = references.force(row, errors);
        let year = row.period(errors).and_then(|p| {
            let year = p.financial_year();
            if year.is_none() {
                let (a, z) = (row.text("period_start"), row.text("period_end"));
                let problem = Problem::NotFinancialYear(a.to_owned(), z.to_owned());
                row.wrong("period_end", problem, errors);
            }
            year
        });
        let code = row.required("offence_code", errors);
        let column = code.and_then(|c| references.offences.iter().position(|o| o.code == c));
        if let (Some(code), None, false) = (code, column, references.offences.is_empty()) {
            row.wrong("offence_code", Problem::UnknownOffence(code.to_owned()), errors);
        }
        let value = row.number("value", MOST, errors);
        let source = references.source(row, errors);
        Some(Entry {
            force: force?,
            year: year?.start(),
            column: column?,
            value: value?,
            source: source?,
        })
    };
    let (series, sources) = dense(
        CsvTable::of(&CRIME, files, errors),
        CRIME.key,
        references.offences.len(),
        entry,
        errors,
    );
    RecordedCrime { series, sources }
}

/// Population, ages 0 to 17 and all ages.
pub(super) fn population(
    files: &Files,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Population {
    let entry = |row: &CsvRow<'_>, errors: &mut Vec<DataError>| {
        let force = references.force(row, errors);
        let year = row.number("year", 2199, errors).filter(|y| {
            let possible = *y >= 1900;
            if !possible {
                row.wrong("year", Problem::BadDate(y.to_string()), errors);
            }
            possible
        });
        let column = row.required("age_band", errors).and_then(|found| {
            let column = AGE_BANDS.iter().position(|band| *band == found);
            if column.is_none() {
                row.unknown_word("age_band", found, "0-17, all", errors);
            }
            column
        });
        let value = row.number("value", MOST, errors);
        let source = references.source(row, errors);
        Some(Entry {
            force: force?,
            year: year? as u16,
            column: column?,
            value: value?,
            source: source?,
        })
    };
    let table = CsvTable::of(&POPULATION, files, errors);
    let (series, sources) = dense(table, POPULATION.key, AGE_BANDS.len(), entry, errors);
    Population { series, sources }
}

/// Reads a long table whose rows `entry` understands into a dense series with a source a year.
fn dense(
    table: CsvTable,
    key: &[&str],
    width: usize,
    entry: impl Fn(&CsvRow<'_>, &mut Vec<DataError>) -> Option<Entry>,
    errors: &mut Vec<DataError>,
) -> (Series, Vec<SourceId>) {
    let mut seen = Seen::default();
    let mut entries = Vec::new();
    for row in table.rows() {
        seen.add(&row, key, errors);
        entries.extend(entry(&row, errors));
    }
    let first = entries.iter().map(|e| e.year).min().unwrap_or(2016);
    let last = entries.iter().map(|e| e.year).max().unwrap_or(2016);
    let forces = entries.iter().map(|e| e.force.index() + 1).max().unwrap_or(0).max(TOTAL_FORCES);
    let mut series = Series::empty(forces, first, last, width);
    for e in &entries {
        series.set(e.force, e.year, e.column, e.value);
    }
    let sources = (first..=last)
        .map(|y| entries.iter().find(|e| e.year == y).map_or(SourceId(0), |e| e.source))
        .collect();
    (series, sources)
}
