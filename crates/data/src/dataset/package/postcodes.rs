//! The tables of postcodes: where each first half lies.

use super::Files;
use super::error::{DataError, Problem};
use super::reference::ReferenceTables;
use super::table::{CsvRow, CsvTable, Seen};
use crate::domain::Force;
use crate::postcodes::{OutwardCode, Place, PostcodeTable};

const DISTRICTS: &str = "postcodes/postcode-districts.csv";
const NOT_PLACES: &str = "postcodes/not-places.csv";
const SCOTTISH_PART: &str = "postcodes/scottish-part.csv";

/// The tables, as files of the package's folder.
pub const POSTCODE_TABLES: [&str; 3] = [DISTRICTS, NOT_PLACES, SCOTTISH_PART];

/// More postcodes than any outward code has.
const MOST: u32 = 10_000;

/// Reads and checks the tables.
///
/// # Errors
/// Every problem found, in file order.
pub fn load_postcodes(files: &Files, forces: &[Force]) -> Result<PostcodeTable, Vec<DataError>> {
    let mut errors = Vec::new();
    let mut table = PostcodeTable::default();
    districts(files, forces, &mut table, &mut errors);
    // Without the first table the others have nothing to be held against.
    if !errors.is_empty() {
        return Err(errors);
    }
    scottish_part(files, &mut table, &mut errors);
    not_places(files, &mut table, &mut errors);
    if errors.is_empty() { Ok(table) } else { Err(errors) }
}

/// One row for each force that a code lies in.
fn districts(
    files: &Files,
    forces: &[Force],
    table: &mut PostcodeTable,
    errors: &mut Vec<DataError>,
) {
    let references = ReferenceTables { forces, offences: &[], sources: &[], measures: &[] };
    let columns = [CODE, "area_code", "postcodes"];
    let rows = CsvTable::read(DISTRICTS, files.get(DISTRICTS), &columns, errors);
    let (mut seen, mut before) = (Seen::default(), None);
    for row in rows.rows() {
        seen.add(&row, &[CODE, "area_code"], errors);
        let code = outward(&row, errors);
        let force = references.force(&row, errors);
        let count = count(&row, "postcodes", errors);
        let (Some((text, code)), Some(force), Some(count)) = (code, force, count) else { continue };
        // As text, and the most postcodes first.
        let order = (text.to_owned(), std::cmp::Reverse(count));
        if before.as_ref().is_some_and(|before| *before > order) {
            row.wrong(CODE, Problem::Unsorted(text.to_owned()), errors);
        }
        before = Some(order);
        table.codes.entry(code).or_default().push((Place::Force(force), count));
    }
}

/// The postcodes across the border of codes that the first table has.
fn scottish_part(files: &Files, table: &mut PostcodeTable, errors: &mut Vec<DataError>) {
    let column = "postcodes_in_scotland";
    each_code(SCOTTISH_PART, files, column, errors, |code, count| {
        match table.codes.get_mut(&code) {
            Some(counts) => {
                counts.push((Place::Scotland, count));
                counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
                Ok(())
            }
            None => Err(Problem::NoPlace(code.to_string())),
        }
    });
}

/// The codes that only PO boxes and large organisations use; none of them is a place.
fn not_places(files: &Files, table: &mut PostcodeTable, errors: &mut Vec<DataError>) {
    each_code(NOT_PLACES, files, "postcodes", errors, |code, _| {
        if table.codes.contains_key(&code) {
            return Err(Problem::AlsoPlace(code.to_string()));
        }
        table.codes.insert(code, Vec::new());
        Ok(())
    });
}

/// Reads a table of one row a code, sorted by code.
fn each_code(
    file: &str,
    files: &Files,
    column: &str,
    errors: &mut Vec<DataError>,
    mut take: impl FnMut(OutwardCode, u32) -> Result<(), Problem>,
) {
    let rows = CsvTable::read(file, files.get(file), &[CODE, column], errors);
    let (mut seen, mut before) = (Seen::default(), String::new());
    for row in rows.rows() {
        let found = errors.len();
        seen.add(&row, &[CODE], errors);
        let (code, count) = (outward(&row, errors), count(&row, column, errors));
        let (Some((text, code)), Some(count)) = (code, count) else { continue };
        if errors.len() > found {
            continue;
        }
        if *text < *before {
            row.wrong(CODE, Problem::Unsorted(text.to_owned()), errors);
        }
        text.clone_into(&mut before);
        if let Err(problem) = take(code, count) {
            row.wrong(CODE, problem, errors);
        }
    }
}

const CODE: &str = "outward_code";

/// The code of a row, also as written.
fn outward<'a>(row: &CsvRow<'a>, errors: &mut Vec<DataError>) -> Option<(&'a str, OutwardCode)> {
    let text = row.required(CODE, errors)?;
    let code = OutwardCode::parse(text.as_bytes());
    if code.is_none() {
        row.wrong(CODE, Problem::BadOutwardCode(text.to_owned()), errors);
    }
    code.map(|code| (text, code))
}

/// How many postcodes: at least one.
fn count(row: &CsvRow<'_>, column: &str, errors: &mut Vec<DataError>) -> Option<u32> {
    let count = row.number(column, MOST, errors)?;
    if count == 0 {
        let problem = Problem::OutOfBounds { found: "0".to_owned(), least: 1, most: MOST as i32 };
        row.wrong(column, problem, errors);
    }
    (count > 0).then_some(count)
}
