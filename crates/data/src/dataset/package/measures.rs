//! `measures.csv` and `cautions.csv`: the kinds of figure and what to know before reading them.

use super::Files;
use super::error::{DataError, Problem};
use super::reference::ReferenceTables;
use super::schema::{CAUTIONS, MEASURES};
use super::table::{CsvRow, CsvTable, Seen};
use crate::dataset::Offence;
use crate::domain::{
    Caution, CountingBreak, Family, FinancialYear, Measure, MeasureId, MeasureKey, Tenths,
};

/// More kinds of figure than a reader can choose among.
pub(super) const MOST: usize = 40;

/// Reads the measures with their cautions, each in the order that its column `order` gives, and the one
/// that the page opens with.
pub(super) fn read(
    files: &Files,
    offences: &[Offence],
    errors: &mut Vec<DataError>,
) -> (Vec<Measure>, MeasureId) {
    let table = CsvTable::of(&MEASURES, files, errors);
    let (mut seen, mut orders) = (Seen::default(), Seen::default());
    let mut rows: Vec<(u32, bool, Measure)> = Vec::new();
    for row in table.rows() {
        seen.add(&row, MEASURES.key, errors);
        orders.add(&row, &["order"], errors);
        let order = row.number("order", 1_000, errors);
        let opens = yes(&row, "opens", errors);
        if let Some(measure) = measure(&row, offences, errors) {
            rows.push((order.unwrap_or(0), opens, measure));
        }
    }
    if rows.len() > MOST {
        errors.push(table.problem(Problem::TooManyRows { found: rows.len(), most: MOST }));
        rows.truncate(MOST);
    }
    let opening = rows.iter().filter(|(_, opens, _)| *opens).count();
    if opening != 1 && !rows.is_empty() && table.rows().all(|row| row.has("opens")) {
        errors.push(table.problem(Problem::Opening(opening)));
    }
    rows.sort_by_key(|(order, ..)| *order);
    let opening = rows.iter().position(|(_, opens, _)| *opens).unwrap_or(0);
    let mut measures: Vec<Measure> = rows.into_iter().map(|(_, _, measure)| measure).collect();
    cautions(files, &mut measures, errors);
    (measures, MeasureId(opening as u8))
}

/// A measure; a row with a fault keeps its key, so that the rows that name it are not reported too.
fn measure(row: &CsvRow<'_>, offences: &[Offence], errors: &mut Vec<DataError>) -> Option<Measure> {
    let text = row.required("measure", errors)?;
    let key = MeasureKey::parse(text);
    if key.is_none() {
        row.wrong("measure", Problem::BadKey(text.to_owned()), errors);
    }
    let family = family(row, errors);
    let mut words = |column| row.required(column, errors).unwrap_or("").to_owned();
    let [short_name, name, one, many, counts] =
        ["short_name", "name", "one", "many", "counts"].map(&mut words);
    let codes = codes(row, family, offences, errors);
    let exists_from =
        (!row.text("exists_from").is_empty()).then(|| row.date("exists_from", errors)).flatten();
    Some(Measure {
        key: key?,
        short_name,
        name,
        one,
        many,
        counts,
        family: family.unwrap_or(Family::PublishedAnswers),
        offences: codes,
        exists_from,
        counting_break: counting_break(row, errors),
        rate_breaks: breaks(row, "rate_breaks", errors),
        also_called: row.text("also_called").split_whitespace().map(str::to_lowercase).collect(),
        cautions: Vec::new(),
    })
}

fn family(row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<Family> {
    let text = row.required("family", errors)?;
    let family = Family::ALL.into_iter().find(|family| family.word() == text);
    if family.is_none() {
        row.unknown_word("family", text, "published-answers, recorded-crime", errors);
    }
    family
}

/// The codes that a measure adds up, as indices into the offences.
fn codes(
    row: &CsvRow<'_>,
    family: Option<Family>,
    offences: &[Offence],
    errors: &mut Vec<DataError>,
) -> Vec<u8> {
    let column = "offence_codes";
    let mut codes = Vec::new();
    for code in row.text(column).split_whitespace() {
        match offences.iter().position(|o| o.code == code) {
            Some(at) if !codes.contains(&(at as u8)) => codes.push(at as u8),
            Some(_) => row.wrong(column, Problem::Repeated(code.to_owned()), errors),
            None if offences.is_empty() => {}
            None => row.wrong(column, Problem::UnknownOffence(code.to_owned()), errors),
        }
    }
    let named = !row.text(column).is_empty();
    if row.has(column) && family.is_some_and(|f| (f == Family::RecordedCrime) != named) {
        row.wrong(column, Problem::FamilyAndCodes, errors);
    }
    codes.sort_unstable();
    codes
}

fn counting_break(row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<CountingBreak> {
    let (day, note) = (row.text("breaks_on"), row.text("break_note"));
    let both = row.has("breaks_on") && row.has("break_note");
    if both && day.is_empty() != note.is_empty() {
        row.wrong(
            if day.is_empty() { "breaks_on" } else { "break_note" },
            Problem::DayAndNote,
            errors,
        );
    }
    if day.is_empty() {
        return None;
    }
    let date = row.date("breaks_on", errors)?;
    let first_year = FinancialYear::new(date.year())
        .filter(|year| year.period().is_some_and(|p| p.start() == date));
    if first_year.is_none() {
        row.wrong("breaks_on", Problem::NotStartOfYear(day.to_owned()), errors);
    }
    Some(CountingBreak { first_year: first_year?, note: note.to_owned() })
}

/// Numbers that rise, with spaces between; none where the field is empty.
fn breaks(row: &CsvRow<'_>, column: &str, errors: &mut Vec<DataError>) -> Vec<Tenths> {
    let text = row.text(column);
    let read: Option<Vec<Tenths>> = text.split_whitespace().map(Tenths::parse).collect();
    let rising = |list: &Vec<Tenths>| {
        list.first().is_none_or(|n| n.value() > 0.0)
            && list.iter().zip(list.iter().skip(1)).all(|(a, b)| a < b)
    };
    let breaks = read.filter(rising);
    if breaks.is_none() {
        row.wrong(column, Problem::BadBreaks(text.to_owned()), errors);
    }
    breaks.unwrap_or_default()
}

fn yes(row: &CsvRow<'_>, column: &str, errors: &mut Vec<DataError>) -> bool {
    match row.required(column, errors) {
        Some("yes") => true,
        Some("no") | None => false,
        Some(found) => {
            row.unknown_word(column, found, "yes, no", errors);
            false
        }
    }
}

/// Adds the cautions to their measures.
fn cautions(files: &Files, measures: &mut [Measure], errors: &mut Vec<DataError>) {
    let table = CsvTable::of(&CAUTIONS, files, errors);
    let mut seen = Seen::default();
    let mut rows: Vec<(u32, MeasureId, Caution)> = Vec::new();
    let references = ReferenceTables { forces: &[], offences: &[], sources: &[], measures };
    for row in table.rows() {
        seen.add(&row, CAUTIONS.key, errors);
        let measure = references.measure(&row, errors);
        let order = row.number("order", 1_000, errors);
        let in_short = yes(&row, "in_short", errors);
        let text = row.required("caution", errors);
        if let (Some(measure), Some(order), Some(text)) = (measure, order, text) {
            rows.push((order, measure, Caution { text: text.to_owned(), in_short }));
        }
    }
    rows.sort_by_key(|(order, ..)| *order);
    for (_, measure, caution) in rows {
        if let Some(measure) = measures.get_mut(measure.index()) {
            measure.cautions.push(caution);
        }
    }
}
