//! Reads `events.csv`.

use super::Files;
use super::error::{DataError, Problem};
use super::reference::{ReferenceTables, bounded};
use super::schema::EVENTS;
use super::table::{CsvRow, CsvTable, Seen};
use crate::dataset::Event;
use crate::domain::MeasureId;

/// The page lists every event.
const MOST_EVENTS: usize = 200;

/// Reads the events and sorts them by day. A package may lack the table: then there are none.
pub(super) fn read(
    files: &Files,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Vec<Event> {
    if !files.has(&EVENTS.path()) {
        return Vec::new();
    }
    let table = CsvTable::of(&EVENTS, files, errors);
    let (mut seen, mut events, mut count) = (Seen::default(), Vec::new(), 0);
    for row in table.rows() {
        seen.add(&row, EVENTS.key, errors);
        events.extend(event(&row, references, errors));
        count += 1;
    }
    bounded(&table, count, MOST_EVENTS, errors);
    events.sort_by_key(|event| event.day);
    events
}

fn event(
    row: &CsvRow<'_>,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Option<Event> {
    let day = row.date("day", errors);
    let [short, long] = ["short", "long"].map(|column| row.required(column, errors));
    let source = references.source(row, errors);
    let measures = measures(row, references, errors);
    Some(Event {
        day: day?,
        short: short?.to_owned(),
        long: long?.to_owned(),
        source: source?,
        measures: measures?,
    })
}

/// The measures of a row, each once; none where the field is empty.
fn measures(
    row: &CsvRow<'_>,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Option<Vec<MeasureId>> {
    let mut measures = Vec::new();
    let mut good = true;
    for key in row.text("measures").split_whitespace() {
        match MeasureId::named(references.measures, key) {
            Some(measure) if measures.contains(&measure) => {}
            Some(measure) => measures.push(measure),
            None if references.measures.is_empty() => {}
            None => {
                row.wrong("measures", Problem::UnknownMeasure(key.to_owned()), errors);
                good = false;
            }
        }
    }
    good.then_some(measures)
}
