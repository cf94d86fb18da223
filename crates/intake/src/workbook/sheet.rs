//! The cells of a sheet, and the sheet as CSV.

use super::{MOST_CELLS, MOST_TEXT, WorkbookError, heading};
use crate::text::trim;
use cyberflag_data::delimited::quoted;

/// The rows and columns that a sheet can have in any program.
const MOST_ROWS: usize = 1 << 20;
const MOST_COLUMNS: usize = 1 << 14;

/// Cells that are one, from the first to the last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

impl Merged {
    pub(super) fn holds(&self, row: usize, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// A sheet: the text of its filled cells. Rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// Rows with anything in them, in order, each up to its last filled cell.
    rows: Vec<(usize, Vec<String>)>,
    merged: Vec<Merged>,
    /// Formulas whose result the program that wrote the file did not store.
    unsolved: u64,
}

/// A sheet as a table: line 5 of the CSV is row 5 of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTable {
    pub csv: String,
    /// What the reader should know.
    pub notes: Vec<String>,
}

/// How much of a workbook has been kept, against bounds for all of it.
#[derive(Default)]
pub(super) struct Kept {
    cells: usize,
    text: usize,
}

impl Kept {
    /// Counts more cells, or refuses them.
    ///
    /// # Errors
    /// [`WorkbookError::TooLarge`]
    pub(super) fn add(&mut self, cells: usize, text: usize) -> Result<(), WorkbookError> {
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text);
        let fits = self.cells <= MOST_CELLS && self.text <= MOST_TEXT;
        if fits { Ok(()) } else { Err(WorkbookError::TooLarge) }
    }
}

impl Sheet {
    pub(super) fn new(name: String) -> Self {
        Self { name, rows: Vec::new(), merged: Vec::new(), unsolved: 0 }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows hold anything.
    pub fn filled_rows(&self) -> usize {
        self.rows.len()
    }

    /// Sets a cell, in order of the rows; `false` where its row is above the last one.
    ///
    /// # Errors
    /// [`WorkbookError::TooLarge`]
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        text: &str,
        kept: &mut Kept,
    ) -> Result<bool, WorkbookError> {
        let text = trim(text);
        if text.is_empty() {
            return Ok(true);
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(WorkbookError::TooLarge);
        }
        match self.rows.last() {
            Some((last, _)) if *last > row => return Ok(false),
            Some((last, _)) if *last == row => {}
            _ => self.rows.push((row, Vec::new())),
        }
        if let Some((_, cells)) = self.rows.last_mut() {
            let more = (column + 1).saturating_sub(cells.len());
            kept.add(more, text.len())?;
            cells.resize(cells.len() + more, String::new());
            if let Some(cell) = cells.get_mut(column) {
                text.clone_into(cell);
            }
        }
        Ok(true)
    }

    /// Notes that some cells are one.
    ///
    /// # Errors
    /// [`WorkbookError::TooLarge`]
    pub(super) fn merge(&mut self, merged: Merged, kept: &mut Kept) -> Result<(), WorkbookError> {
        if merged.right > merged.left || merged.bottom > merged.top {
            kept.add(1, 0)?;
            self.merged.push(merged);
        }
        Ok(())
    }

    /// Notes a formula without a result.
    pub(super) fn unsolved(&mut self) {
        self.unsolved += 1;
    }

    pub(super) fn merged(&self) -> &[Merged] {
        &self.merged
    }

    /// The filled rows with their numbers.
    pub(super) fn rows(&self) -> &[(usize, Vec<String>)] {
        &self.rows
    }

    /// Refuses a sheet that would be too large as CSV, in which every row is as wide as the widest.
    ///
    /// # Errors
    /// [`WorkbookError::TooLarge`]
    pub(super) fn check(&self) -> Result<(), WorkbookError> {
        let cells = self.rows.len().saturating_mul(self.width());
        if cells > MOST_CELLS { Err(WorkbookError::TooLarge) } else { Ok(()) }
    }

    /// How wide the widest row is.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0)
    }

    /// The first column with anything in it.
    pub(super) fn first_column(&self) -> usize {
        let first = |cells: &Vec<String>| cells.iter().position(|cell| !cell.is_empty());
        self.rows.iter().filter_map(|(_, cells)| first(cells)).min().unwrap_or(0)
    }

    /// The sheet as CSV.
    pub(super) fn table(&self) -> SheetTable {
        let mut notes = Vec::new();
        let mut rows = self.rows.clone();
        let below = heading::join(self, &mut rows, &mut notes);
        if heading::repeat_names(self, below, &mut rows) {
            notes.push(
                "A name in the first column that is merged over several rows is read in each of them.".to_owned(),
            );
        }
        if self.unsolved > 0 {
            notes.push(format!(
                "{} cells hold formulas without a result and are read as empty. Open the file in the spreadsheet and save it there, so that the results are stored.",
                self.unsolved
            ));
        }
        let (first, width) = (self.first_column(), self.width());
        let mut csv = String::new();
        let mut line = 0;
        for (row, cells) in &rows {
            // An empty row stays a line, so that lines can be found again.
            while line < *row {
                csv.push('\n');
                line += 1;
            }
            for column in first..width {
                if column > first {
                    csv.push(',');
                }
                let cell = cells.get(column).map_or("", String::as_str);
                // A line break in a cell would shift the lines below it.
                csv.push_str(&quoted(&cell.replace(['\n', '\r'], " ")));
            }
            csv.push('\n');
            line += 1;
        }
        SheetTable { csv, notes }
    }
}
