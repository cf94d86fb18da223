//! Tables of a web page, as the sheets of a workbook.

use super::sheet::{Kept, Merged, Sheet};
use super::{Workbook, WorkbookError};

/// No cell of a table that is read covers more rows or columns: as many as HTML allows columns.
const MOST_COVERED: usize = 1_000;

/// A cell as a page has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebCell {
    pub text: String,
    /// How many rows and columns it covers; 1 where the page does not say.
    pub rows: usize,
    pub columns: usize,
}

/// A table of a page: its caption, and its rows.
pub type WebTable = (String, Vec<Vec<WebCell>>);

pub(super) fn read(tables: Vec<WebTable>) -> Result<Workbook, WorkbookError> {
    let mut kept = Kept::default();
    let mut book = Workbook { sheets: Vec::new(), hidden: Vec::new() };
    for (name, rows) in tables {
        book.sheets.push(sheet(name, &rows, &mut kept)?);
    }
    Ok(book)
}

fn sheet(name: String, rows: &[Vec<WebCell>], kept: &mut Kept) -> Result<Sheet, WorkbookError> {
    let mut sheet = Sheet::new(name);
    // Of each column the first row that no cell from above covers.
    let mut free: Vec<usize> = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while free.get(column).is_some_and(|first| *first > row) {
                column += 1;
            }
            let merged = Merged {
                top: row,
                left: column,
                bottom: row + cell.rows.clamp(1, MOST_COVERED) - 1,
                right: column + cell.columns.clamp(1, MOST_COVERED) - 1,
            };
            sheet.put(row, column, &cell.text, kept)?;
            sheet.merge(merged, kept)?;
            if free.len() <= merged.right {
                kept.add(merged.right + 1 - free.len(), 0)?;
                free.resize(merged.right + 1, 0);
            }
            for covered in free.iter_mut().take(merged.right + 1).skip(merged.left) {
                *covered = merged.bottom + 1;
            }
            column = merged.right + 1;
        }
    }
    sheet.check()?;
    Ok(sheet)
}
