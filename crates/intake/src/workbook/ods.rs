//! Workbooks of LibreOffice and others (OpenDocument).

use super::numbers::plain;
use super::pack::Pack;
use super::sheet::{Kept, Merged, Sheet};
use super::xml::{Node, Nodes, attribute, each_attribute};
use super::{Workbook, WorkbookError};
use crate::text::trim;
use quick_xml::events::BytesStart;

/// The part with all sheets.
pub(super) const CONTENT: &str = "content.xml";
/// The whole workbook, encrypted.
pub(super) const ENCRYPTED: &str = "encrypted-package";
/// The list of the parts, which says whether they are encrypted.
const PARTS: &str = "META-INF/manifest.xml";

/// What a row of the sheet holds while it is read.
#[derive(Default)]
struct Row {
    /// Filled cells: the column of the first, how often it is repeated, and its text.
    cells: Vec<(usize, usize, String)>,
    next: usize,
    repeated: usize,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    kind: String,
    value: String,
    text: String,
    /// Within a paragraph: between them is only the layout of the file.
    inside: bool,
    repeated: usize,
    formula: bool,
    /// How many rows and columns it is merged over.
    spans: (usize, usize),
}

pub(super) fn read(pack: &mut Pack<'_>) -> Result<Workbook, WorkbookError> {
    if pack.has(ENCRYPTED) || (pack.has(PARTS) && is_encrypted(pack)?) {
        return Err(WorkbookError::Encrypted);
    }
    let part = pack.part(CONTENT)?;
    let mut part = part.nodes();
    let mut book = Workbook { sheets: Vec::new(), hidden: Vec::new() };
    let (mut kept, mut is_book) = (Kept::default(), false);
    // The style that is being read, and those whose sheets are hidden.
    let (mut style, mut hidden) = (String::new(), Vec::new());
    loop {
        match part.next()? {
            Node::Open(tag) => match tag.local_name().as_ref() {
                b"spreadsheet" => is_book = true,
                b"style" => style = attribute(&tag, "name").unwrap_or_default(),
                b"table-properties" if attribute(&tag, "display").as_deref() == Some("false") => {
                    hidden.push(std::mem::take(&mut style));
                }
                b"table" if is_book => {
                    let name = attribute(&tag, "name").unwrap_or_default();
                    let style = attribute(&tag, "style-name").unwrap_or_default();
                    let found = sheet(&mut part, name, &mut kept)?;
                    if hidden.contains(&style) {
                        book.hidden.push(found.name);
                    } else {
                        book.sheets.push(found);
                    }
                }
                _ => {}
            },
            Node::End if is_book => return Ok(book),
            // The text of a letter, or slides.
            Node::End => return Err(WorkbookError::NotWorkbook),
            _ => {}
        }
    }
}

fn is_encrypted(pack: &mut Pack<'_>) -> Result<bool, WorkbookError> {
    let part = pack.part(PARTS)?;
    let mut part = part.nodes();
    loop {
        match part.next()? {
            Node::Open(tag) if tag.local_name().as_ref() == b"encryption-data" => return Ok(true),
            Node::End => return Ok(false),
            _ => {}
        }
    }
}

/// Reads one sheet to its end.
fn sheet(part: &mut Nodes<'_>, name: String, kept: &mut Kept) -> Result<Sheet, WorkbookError> {
    let mut sheet = Sheet::new(name);
    let (mut at, mut row, mut cell) = (0_usize, Row::default(), None::<Cell>);
    // Elements within one that is no part of the table: a remark, a drawing, a source elsewhere.
    let mut beside = 0_u32;
    loop {
        match part.next()? {
            Node::Open(_) if beside > 0 => beside += 1,
            Node::Close(_) if beside > 0 => beside -= 1,
            Node::Open(tag) if is_beside(&tag) => beside = 1,
            Node::Open(tag) => match tag.local_name().as_ref() {
                b"table-row" => {
                    let repeated = count(&tag, "number-rows-repeated");
                    row = Row { repeated, ..Row::default() };
                }
                b"table-cell" | b"covered-table-cell" => cell = Some(open(&tag)),
                name => {
                    if let Some(cell) = &mut cell {
                        cell.inside(name, &tag);
                    }
                }
            },
            Node::Text(piece) if beside == 0 => {
                if let Some(cell) = cell.as_mut().filter(|cell| cell.inside) {
                    cell.text.push_str(&piece);
                }
            }
            Node::Close(tag) => match tag.local_name().as_ref() {
                b"table-cell" | b"covered-table-cell" => {
                    if let Some(cell) = cell.take() {
                        row.end(&cell, at, &mut sheet, kept)?;
                    }
                }
                b"table-row" => {
                    // Empty rows are repeated to the end of the sheet.
                    if !row.cells.is_empty() {
                        for again in 0..row.repeated {
                            for (first, times, text) in &row.cells {
                                for more in 0..*times {
                                    let column = first.saturating_add(more);
                                    sheet.put(at.saturating_add(again), column, text, kept)?;
                                }
                            }
                        }
                    }
                    at = at.saturating_add(row.repeated);
                }
                b"table" => break,
                b"p" => cell.iter_mut().for_each(|cell| cell.inside = false),
                _ => {}
            },
            Node::Text(_) => {}
            Node::End => return Err(part.fault()),
        }
    }
    sheet.check()?;
    Ok(sheet)
}

fn is_beside(tag: &BytesStart<'_>) -> bool {
    let name = tag.name();
    let drawn = name.prefix().is_some_and(|prefix| prefix.as_ref() == b"draw");
    let beside: [&[u8]; 5] = [b"annotation", b"shapes", b"forms", b"table-source", b"ruby-text"];
    // A table within a cell is not of the sheet.
    drawn || beside.contains(&name.local_name().as_ref()) || name.local_name().as_ref() == b"table"
}

/// How often something is repeated: once, unless it says so.
fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|n| n.parse().ok()).filter(|n| *n > 0).unwrap_or(1)
}

fn open(tag: &BytesStart<'_>) -> Cell {
    let mut cell = Cell { repeated: 1, spans: (1, 1), ..Cell::default() };
    each_attribute(tag, &mut |key, value| {
        let number = || value.parse::<usize>().ok().filter(|n| *n > 0).unwrap_or(1);
        match key {
            b"number-columns-repeated" => cell.repeated = number(),
            b"number-rows-spanned" => cell.spans.0 = number(),
            b"number-columns-spanned" => cell.spans.1 = number(),
            b"formula" => cell.formula = true,
            // Written twice where the second is for LibreOffice alone.
            b"value-type" if cell.kind.is_empty() => cell.kind = value,
            b"value" | b"date-value" | b"time-value" | b"boolean-value" | b"string-value" => {
                cell.value = value;
            }
            _ => {}
        }
    });
    cell
}

impl Cell {
    /// What an element within the cell adds to its text.
    fn inside(&mut self, name: &[u8], tag: &BytesStart<'_>) {
        self.inside |= name == b"p";
        match name {
            // Another line of the cell.
            b"p" | b"line-break" if !self.text.is_empty() => self.text.push(' '),
            b"tab" => self.text.push(' '),
            b"s" => self.text.extend(std::iter::repeat_n(' ', count(tag, "c").min(100))),
            _ => {}
        }
    }

    /// What a reader would type for it.
    fn typed(&self) -> String {
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => plain(&self.value),
            // Its time is left out.
            "date" => self.value.split('T').next().unwrap_or_default().to_owned(),
            "boolean" => self.value.to_ascii_uppercase(),
            _ if self.text.is_empty() => self.value.clone(),
            _ => self.text.clone(),
        }
    }
}

impl Row {
    /// Takes a cell that has ended, as often as it is repeated.
    fn end(
        &mut self,
        cell: &Cell,
        at: usize,
        sheet: &mut Sheet,
        kept: &mut Kept,
    ) -> Result<(), WorkbookError> {
        let typed = cell.typed();
        let (rows, columns) = cell.spans;
        let merged = Merged {
            top: at,
            left: self.next,
            bottom: at.saturating_add(rows - 1),
            right: self.next.saturating_add(columns - 1),
        };
        sheet.merge(merged, kept)?;
        if !trim(&typed).is_empty() {
            self.cells.push((self.next, cell.repeated, typed));
        } else if cell.formula && cell.kind.is_empty() {
            sheet.unsolved();
        }
        self.next = self.next.saturating_add(cell.repeated);
        Ok(())
    }
}
