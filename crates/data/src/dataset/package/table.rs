//! A parsed CSV table of a package: rows with line numbers, and typed access to fields that reports
//! problems.

use super::Files;
use super::error::{DataError, Problem};
use super::schema::Schema;
use crate::delimited::{self, DelimitedReader, Fault, Item, strip_bom};
use crate::domain::{Date, Period, Tenths};
use std::collections::BTreeMap;

const LONGEST_FIELD: usize = 1_000;
/// More rows than the longest table has: recorded crime of 43 forces, 30 years and 80 codes.
const MOST_ROWS: u64 = 100_000;
/// More problems than anybody corrects in one go.
const MOST_ERRORS: usize = 20_000;

/// The text of a field, or `None` where it cannot be used, which has been reported.
type Field = Option<String>;

/// A table whose header has every wanted column.
pub(super) struct CsvTable {
    file: String,
    columns: BTreeMap<String, usize>,
    /// Fields of the header.
    width: usize,
    rows: Vec<(u64, Vec<Field>)>,
}

impl CsvTable {
    /// Reads the file of a schema.
    pub(super) fn of(schema: &Schema, files: &Files, errors: &mut Vec<DataError>) -> Self {
        let file = schema.path();
        Self::read(&file, files.get(&file), &schema.required_columns(), errors)
    }

    /// Reads the bytes of `file`. Problems go to `errors`; rows without a problem are kept, so that
    /// later checks can look at them too.
    pub(super) fn read(
        file: &str,
        bytes: &[u8],
        wanted: &[&str],
        errors: &mut Vec<DataError>,
    ) -> Self {
        let bytes = strip_bom(bytes);
        let mut table =
            Self { file: file.to_owned(), columns: BTreeMap::new(), width: 0, rows: Vec::new() };
        let mut found = 0_u64;
        let mut each = |item: Item<'_>| {
            found += 1;
            match item {
                Item::Row(row) if found == 1 => table.header(&row, wanted, errors),
                // Without a header no row can be read, and one problem is enough.
                _ if found > 1 && table.columns.is_empty() => {}
                _ if found > MOST_ROWS + 1 || errors.len() > MOST_ERRORS => {}
                Item::Row(row) => table.record(&row, errors),
                Item::Fault(fault) => errors.push(table.broken(fault)),
            }
        };
        let mut reader = DelimitedReader::new(b',');
        reader.push(bytes, &mut each);
        reader.finish(&mut each);
        if found > MOST_ROWS + 1 {
            let (found, most) = (found as usize - 1, MOST_ROWS as usize);
            errors.push(table.problem(Problem::TooManyRows { found, most }));
        }
        if found == 0 || found == 1 && !table.columns.is_empty() {
            errors.push(table.problem(Problem::Empty));
        }
        table
    }

    fn header(&mut self, row: &delimited::Row<'_>, wanted: &[&str], errors: &mut Vec<DataError>) {
        let line = Some(row.line);
        let names: Vec<_> = row.fields().collect();
        if names.iter().any(|name| std::str::from_utf8(name).is_err()) {
            errors.push(self.at(line, None, Problem::NotUtf8));
            return;
        }
        self.width = names.len();
        for (i, name) in names.iter().enumerate() {
            let name = String::from_utf8_lossy(name).trim().to_owned();
            if self.columns.contains_key(&name) {
                errors.push(self.at(line, Some(&name), Problem::DuplicateColumn));
            }
            self.columns.insert(name, i);
        }
        for name in wanted {
            if !self.columns.contains_key(*name) {
                errors.push(self.at(line, Some(name), Problem::MissingColumn));
            }
        }
    }

    fn record(&mut self, row: &delimited::Row<'_>, errors: &mut Vec<DataError>) {
        let line = Some(row.line);
        if row.len() != self.width {
            let (found, expected) = (row.len() as u64, self.width as u64);
            errors.push(self.at(line, None, Problem::Ragged { found, expected }));
            return;
        }
        let mut fields = Vec::with_capacity(row.len());
        for (i, field) in row.fields().enumerate() {
            let problem = match std::str::from_utf8(field) {
                Err(_) => Problem::NotUtf8,
                Ok(text) if text.chars().any(is_hidden) => Problem::HiddenCharacters,
                Ok(text) if text.len() > LONGEST_FIELD => Problem::TooLong(text.chars().count()),
                Ok(text) => {
                    fields.push(Some(text.trim().to_owned()));
                    continue;
                }
            };
            let name = self.columns.iter().find(|(_, at)| **at == i).map(|(n, _)| n.as_str());
            errors.push(self.at(line, name, problem));
            fields.push(None);
        }
        self.rows.push((row.line, fields));
    }

    fn broken(&self, fault: Fault) -> DataError {
        match fault {
            Fault::TooLong { line } => self.at(Some(line), None, Problem::RowTooLong),
            Fault::Unclosed { line, lines } => self.at(Some(line), None, Problem::Unclosed(lines)),
        }
    }

    fn at(&self, line: Option<u64>, column: Option<&str>, problem: Problem) -> DataError {
        DataError { file: self.file.clone(), line, column: column.map(str::to_owned), problem }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = CsvRow<'_>> {
        self.rows.iter().map(|(line, fields)| CsvRow { table: self, line: *line, fields })
    }

    pub(super) fn problem(&self, problem: Problem) -> DataError {
        DataError::file(&self.file, problem)
    }
}

/// Whether a character is a control character or changes the direction of text.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One row. Each reader returns `None` after reporting what is wrong.
pub(super) struct CsvRow<'a> {
    table: &'a CsvTable,
    pub(super) line: u64,
    fields: &'a [Field],
}

impl<'a> CsvRow<'a> {
    /// Reports a problem of a column.
    pub(super) fn wrong(&self, column: &str, problem: Problem, errors: &mut Vec<DataError>) {
        if errors.len() <= MOST_ERRORS {
            errors.push(self.table.at(Some(self.line), Some(column), problem));
        }
    }

    /// Reports a word that is not one of those allowed, which are listed with commas between.
    pub(super) fn unknown_word(
        &self,
        column: &str,
        found: &str,
        allowed: &'static str,
        errors: &mut Vec<DataError>,
    ) {
        let problem = Problem::UnknownWord { found: found.to_owned(), allowed: allowed.into() };
        self.wrong(column, problem, errors);
    }

    fn field(&self, column: &str) -> Option<&'a str> {
        self.fields.get(*self.table.columns.get(column)?)?.as_deref()
    }

    /// The text of a field; empty where there is none, which has been reported.
    pub(super) fn text(&self, column: &str) -> &'a str {
        self.field(column).unwrap_or("")
    }

    /// Whether the field is there to be checked: its column exists and its text can be used.
    pub(super) fn has(&self, column: &str) -> bool {
        self.field(column).is_some()
    }

    /// Whether the field is there but cannot be used, which has been reported.
    pub(super) fn is_broken(&self, column: &str) -> bool {
        self.table.columns.contains_key(column) && !self.has(column)
    }

    /// A field that must hold something.
    pub(super) fn required(&self, column: &str, errors: &mut Vec<DataError>) -> Option<&'a str> {
        let text = self.text(column);
        if text.is_empty() {
            if self.has(column) {
                self.wrong(column, Problem::Blank, errors);
            }
            return None;
        }
        Some(text)
    }

    /// A whole number from 0 to `most`.
    pub(super) fn number(
        &self,
        column: &str,
        most: u32,
        errors: &mut Vec<DataError>,
    ) -> Option<u32> {
        let text = self.required(column, errors)?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let problem = if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            Problem::BadNumber(text.to_owned())
        } else if text.starts_with('-') {
            Problem::Negative(text.to_owned())
        } else {
            match digits.parse::<u32>() {
                Ok(n) if n <= most => return Some(n),
                _ => Problem::TooLarge(text.to_owned()),
            }
        };
        self.wrong(column, problem, errors);
        None
    }

    /// A number with at most one decimal place, from `least` to `most`; `None` where the field is empty
    /// or its column is not there.
    pub(super) fn decimal(
        &self,
        column: &str,
        (least, most): (i32, i32),
        errors: &mut Vec<DataError>,
    ) -> Option<Tenths> {
        let text = self.field(column).filter(|text| !text.is_empty())?;
        let problem = match Tenths::parse(text) {
            Some(number) if number.is_within(least, most) => return Some(number),
            Some(_) => Problem::OutOfBounds { found: text.to_owned(), least, most },
            None => Problem::BadDecimal(text.to_owned()),
        };
        self.wrong(column, problem, errors);
        None
    }

    /// A date in the form YYYY-MM-DD.
    pub(super) fn date(&self, column: &str, errors: &mut Vec<DataError>) -> Option<Date> {
        let text = self.required(column, errors)?;
        let date = Date::parse(text);
        if date.is_none() {
            self.wrong(column, Problem::BadDate(text.to_owned()), errors);
        }
        date
    }

    /// The columns `period_start` and `period_end`.
    pub(super) fn period(&self, errors: &mut Vec<DataError>) -> Option<Period> {
        let (start, end) = (self.date("period_start", errors), self.date("period_end", errors));
        let period = Period::new(start?, end?);
        if period.is_none() {
            let (a, z) = (self.text("period_start"), self.text("period_end"));
            self.wrong("period_end", Problem::BadPeriod(a.to_owned(), z.to_owned()), errors);
        }
        period
    }
}

/// The keys of the rows so far, to report duplicates.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<String, usize>);

impl Seen {
    /// Adds the key of a row, the given columns. A key with an empty part is reported elsewhere.
    pub(super) fn add(&mut self, row: &CsvRow<'_>, key: &[&str], errors: &mut Vec<DataError>) {
        let mut whole = String::new();
        for part in key.iter().map(|column| row.text(column)) {
            if part.is_empty() {
                return;
            }
            // No field holds a control character.
            whole.push_str(part);
            whole.push('\n');
        }
        if let Some(first) = self.0.insert(whole, row.line as usize) {
            let problem = Problem::Duplicate(first as u64);
            row.wrong(key.first().copied().unwrap_or(""), problem, errors);
        }
    }
}
