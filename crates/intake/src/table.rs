//! Reads a table piece by piece. The offence code of a row is checked first, because most rows of a
//! national table are of other offences.

use super::memo::Memo;
use super::tally::{MOST_DISTINCT, SeriesKind, Tally, WHOLE};
use super::utf16::{Decoder, Encoding};
use super::{Field, Gazetteer, Layout, Mapping, Report, mark};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{DataError, Problem};
use cyberflag_data::delimited::{DelimitedReader, Fault, Item, Row, strip_bom};
use std::cmp::Reverse;

/// Reads a table piece by piece.
pub struct Intake {
    rows: DelimitedReader,
    encoding: Encoding,
    decoder: Decoder,
    reader: RowReader,
    started: bool,
}

/// A table that has been read.
pub struct IntakeResult {
    pub(super) tally: Tally,
    pub report: Report,
}

/// Reads rows. Separate from [`Intake`], because its [`DelimitedReader`] lends it the rows.
pub(super) struct RowReader {
    pub(super) mapping: Mapping,
    pub(super) headings: Vec<String>,
    /// The marks at the end of each heading.
    pub(super) heading_marks: Vec<Option<String>>,
    pub(super) header: u64,
    pub(super) codes: Vec<String>,
    pub(super) gazetteer: Gazetteer,
    pub(super) tally: Tally,
    pub(super) report: Report,
    pub(super) windows: u64,
    /// Marks and notes beside numbers by offence code, which a dataset cannot hold.
    pub(super) lost_notes: u64,
    /// The column of periods holds other dates too, so that none of them stands for a year.
    pub(super) dated: bool,
    pub(super) memo_code: Memo,
    pub(super) memo_area: Memo,
    pub(super) memo_period: Memo,
    pub(super) memo_part: Memo,
    pub(super) memo_measure: Memo,
}

/// Why a row was rejected.
pub(super) struct Rejection {
    pub(super) field: Option<Field>,
    pub(super) problem: Problem,
    /// The same text was found before, so that it is only counted.
    pub(super) repeated: bool,
}

impl Rejection {
    pub(super) fn new(field: Field, problem: Problem) -> Self {
        Self { field: Some(field), problem, repeated: false }
    }
}

impl Intake {
    /// Begins to read a table. `file` is its name, for messages.
    pub fn new(data: &Dataset, file: &str, layout: &Layout, mapping: &Mapping) -> Self {
        let mut notes = layout.notes.clone();
        notes.extend(mapping.unused(layout));
        let report = Report { file: file.to_owned(), notes, ..Report::default() };
        let marks = |heading: &String| mark::split(heading).1.map(mark::note);
        let reader = RowReader {
            mapping: mapping.clone(),
            headings: layout.headings.clone(),
            heading_marks: layout.headings.iter().map(marks).collect(),
            header: layout.header,
            codes: data.offences.iter().map(|o| o.code.clone()).collect(),
            gazetteer: Gazetteer::new(data),
            tally: Tally::default(),
            report,
            windows: 0,
            lost_notes: 0,
            dated: mapping.dated(layout),
            memo_code: Memo::new(),
            memo_area: Memo::new(),
            memo_period: Memo::new(),
            memo_part: Memo::new(),
            memo_measure: Memo::new(),
        };
        Self {
            rows: DelimitedReader::new(layout.separator),
            encoding: layout.encoding,
            decoder: Decoder::default(),
            reader,
            started: false,
        }
    }

    /// Takes the next piece of the file.
    ///
    /// # Errors
    /// [`Problem::TooManyFigures`] once there is no room for more.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let decoded;
        let bytes = match self.encoding {
            Encoding::Bytes => bytes,
            of => {
                decoded = self.decoder.push(bytes, of);
                decoded.as_bytes()
            }
        };
        if bytes.is_empty() {
            return Ok(());
        }
        let bytes = if self.started { bytes } else { strip_bom(bytes) };
        self.started = true;
        let reader = &mut self.reader;
        self.rows.push(bytes, &mut |item| reader.item(item));
        if self.reader.tally.full { Err(Problem::TooManyFigures) } else { Ok(()) }
    }

    /// DelimitedReader read so far.
    pub fn rows(&self) -> u64 {
        self.reader.report.rows
    }

    /// Ends the table.
    pub fn finish(self) -> IntakeResult {
        let mut result = self.finish_part();
        result.whole_years();
        if result.tally.notes.len() >= MOST_DISTINCT {
            let note =
                format!("Notes after the first {MOST_DISTINCT} different ones were left out.");
            result.report.notes.push(note);
        }
        result.report.rejected.sort_by_key(|reason| Reverse(reason.count));
        result
    }

    /// Ends a part of a table, in which years need not be whole.
    pub(super) fn finish_part(mut self) -> IntakeResult {
        let reader = &mut self.reader;
        self.rows.finish(&mut |item| reader.item(item));
        let RowReader { tally, mut report, windows, lost_notes, .. } = self.reader;
        if lost_notes > 0 {
            report.notes.push(format!(
                "{lost_notes} numbers by offence code have marks or words beside them, which are not kept."
            ));
        }
        if windows > 0 {
            report.notes.push("The text is not UTF-8; it was read as Windows-1252.".to_owned());
        }
        IntakeResult { tally, report }
    }
}

impl RowReader {
    fn item(&mut self, item: Item<'_>) {
        match item {
            Item::Row(row) if row.line <= self.header => {}
            Item::Row(row) => self.row(&row),
            Item::Fault(fault) => {
                let (line, problem) = match fault {
                    Fault::TooLong { line } => (line, Problem::RowTooLong),
                    Fault::Unclosed { line, lines } => (line, Problem::Unclosed(lines)),
                };
                self.report.rows += 1;
                self.report.cells += 1;
                self.reject(1, line, None, problem);
            }
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        let columns = self.mapping.years.len().max(self.mapping.forces.len());
        let cells = columns.max(1) as u64;
        let width = self.headings.len();
        if row.len() != width {
            // Empty cells past the last column are no fault.
            if row.len() < width || (width..row.len()).any(|at| !is_blank(row, at)) {
                if row.fields().all(|f| f.iter().all(u8::is_ascii_whitespace)) {
                    return;
                }
                self.report.rows += 1;
                self.report.cells += cells;
                let problem = Problem::Ragged { found: row.len() as u64, expected: width as u64 };
                return self.reject(cells, row.line, None, problem);
            }
        }
        if (0..width).all(|at| is_blank(row, at)) {
            return;
        }
        self.report.rows += 1;
        self.report.cells += cells;
        if let Err(rejection) = self.key(row).and_then(|key| self.numbers(row, key)) {
            if rejection.repeated && self.report.count_known(cells, &rejection.problem) {
                return;
            }
            let column = rejection.field.and_then(|field| self.mapping.column(field));
            self.reject(cells, row.line, column, rejection.problem);
        }
    }

    /// Counts cells of a row as rejected.
    pub(super) fn reject(
        &mut self,
        cells: u64,
        line: u64,
        column: Option<usize>,
        problem: Problem,
    ) {
        let column = column.and_then(|at| self.headings.get(at).cloned());
        let file = self.report.file.clone();
        self.report.reject(cells, DataError { file, line: Some(line), column, problem });
    }
}

/// Whether nothing stands beside the only text of a row.
pub(super) fn is_alone(row: &Row<'_>) -> bool {
    (0..row.len()).filter(|at| !is_blank(row, *at)).count() == 1
}

fn is_blank(row: &Row<'_>, at: usize) -> bool {
    row.field(at).is_none_or(|f| f.iter().all(u8::is_ascii_whitespace))
}

/// The bytes of a field; none where no column holds it.
pub(super) fn field<'a>(row: &Row<'a>, mapping: &Mapping, of: Field) -> &'a [u8] {
    mapping.column(of).and_then(|at| row.field(at)).unwrap_or_default()
}

impl IntakeResult {
    /// Removes what cannot be used: years without all quarters, sums below zero, and hidden numbers by
    /// offence code.
    fn whole_years(&mut self) {
        let (tally, report) = (&mut self.tally, &mut self.report);
        let mut hidden = 0;
        tally.figures.retain(|figure| {
            if figure.rows == 0 {
                return false;
            }
            let there = figure.quarters & 0b1111;
            let rows = figure.rows;
            let by_code = matches!(figure.key.series, SeriesKind::Code(_));
            let problem = if figure.quarters != WHOLE && there != 0b1111 {
                Problem::PartOfYear(there.count_ones() as u8)
            } else if by_code && figure.blank.is_some() {
                hidden += rows;
                report.used = report.used.saturating_sub(rows);
                report.empty += rows;
                return false;
            } else if figure.sum < 0 {
                Problem::Negative(figure.sum.to_string())
            } else {
                return true;
            };
            report.used = report.used.saturating_sub(rows);
            let file = report.file.clone();
            let error = DataError { file, line: Some(figure.line), column: None, problem };
            report.reject(rows, error);
            false
        });
        if hidden > 0 {
            report.notes.push(format!(
                "{hidden} hidden or missing numbers by offence code are shown as no figure."
            ));
        }
    }
}
