//! Workbooks of Excel (Office Open XML), strict or not.

use super::numbers::{day, is_built_in_date, is_date, plain};
use super::pack::Pack;
use super::sheet::{Kept, Merged, Sheet};
use super::xml::{Node, attribute, each_attribute, is_true};
use super::{Workbook, WorkbookError};
use quick_xml::events::BytesStart;

/// The part that lists the sheets.
pub(super) const BOOK: &str = "xl/workbook.xml";
/// Where the names of the other parts are.
const PARTS: &str = "xl/_rels/workbook.xml.rels";

/// What the cells of every sheet refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    /// Whether each style of cells shows days.
    dates: Vec<bool>,
    from_1904: bool,
}

pub(super) fn read(pack: &mut Pack<'_>) -> Result<Workbook, WorkbookError> {
    let (sheets, from_1904) = list(pack)?;
    let parts = if sheets.is_empty() { Vec::new() } else { parts(pack)? };
    let of_kind = |kind: &str| parts.iter().find(|part| part.kind == kind);
    let mut kept = Kept::default();
    let mut shared = Shared { from_1904, ..Shared::default() };
    if let Some(part) = of_kind("styles") {
        shared.dates = styles(pack, &part.name)?;
    }
    if let Some(part) = of_kind("sharedStrings") {
        shared.strings = strings(pack, &part.name, &mut kept)?;
    }
    let mut book = Workbook { sheets: Vec::new(), hidden: Vec::new() };
    for Listed { name, id, hidden } in sheets {
        // A sheet may be one chart.
        let Some(part) = parts.iter().find(|p| p.id == id && p.kind == "worksheet") else {
            continue;
        };
        if hidden {
            book.hidden.push(name);
        } else {
            book.sheets.push(sheet(pack, &part.name, name, &shared, &mut kept)?);
        }
    }
    Ok(book)
}

/// A sheet as the list names it.
struct Listed {
    name: String,
    /// Of the part that it is.
    id: String,
    hidden: bool,
}

/// The sheets, and whether days count from 1904.
fn list(pack: &mut Pack<'_>) -> Result<(Vec<Listed>, bool), WorkbookError> {
    let part = pack.part(BOOK)?;
    let mut part = part.nodes();
    let (mut sheets, mut from_1904, mut is_book) = (Vec::new(), false, false);
    loop {
        match part.next()? {
            Node::Open(tag) => match tag.local_name().as_ref() {
                b"workbook" => is_book = true,
                b"workbookPr" => from_1904 = is_true(attribute(&tag, "date1904")),
                b"sheet" => {
                    let of = |name| attribute(&tag, name).unwrap_or_default();
                    let hidden = attribute(&tag, "state").is_some_and(|s| s != "visible");
                    sheets.push(Listed { name: of("name"), id: of("id"), hidden });
                }
                _ => {}
            },
            Node::End if is_book => return Ok((sheets, from_1904)),
            Node::End => return Err(part.fault()),
            _ => {}
        }
    }
}

/// Another part of the workbook.
struct Named {
    id: String,
    /// The last word of its type: `worksheet`, `styles`.
    kind: String,
    name: String,
}

fn parts(pack: &mut Pack<'_>) -> Result<Vec<Named>, WorkbookError> {
    let part = pack.part(PARTS)?;
    let mut part = part.nodes();
    let mut found = Vec::new();
    loop {
        match part.next()? {
            Node::Open(tag) if tag.local_name().as_ref() == b"Relationship" => {
                let of = |name| attribute(&tag, name).unwrap_or_default();
                let (kind, target) = (of("Type"), of("Target"));
                let name = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("xl/{}", target.trim_start_matches("./")),
                };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.push(Named { id: of("Id"), kind, name });
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

/// Whether each style of cells shows days.
fn styles(pack: &mut Pack<'_>, name: &str) -> Result<Vec<bool>, WorkbookError> {
    let part = pack.part(name)?;
    let mut part = part.nodes();
    let (mut own, mut dates, mut of_cells) = (Vec::new(), Vec::new(), false);
    loop {
        match part.next()? {
            Node::Open(tag) => match tag.local_name().as_ref() {
                b"numFmt" => {
                    let id = number(attribute(&tag, "numFmtId"));
                    own.push((id, is_date(&attribute(&tag, "formatCode").unwrap_or_default())));
                }
                b"cellXfs" => of_cells = true,
                b"xf" if of_cells => {
                    let id = number(attribute(&tag, "numFmtId"));
                    let own = own.iter().find(|(own, _)| *own == id).map(|(_, date)| *date);
                    dates.push(own.unwrap_or(is_built_in_date(id)));
                }
                _ => {}
            },
            Node::Close(tag) if tag.local_name().as_ref() == b"cellXfs" => of_cells = false,
            Node::End => return Ok(dates),
            _ => {}
        }
    }
}

fn number(text: Option<String>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

fn strings(pack: &mut Pack<'_>, name: &str, kept: &mut Kept) -> Result<Vec<String>, WorkbookError> {
    let part = pack.part(name)?;
    let mut part = part.nodes();
    let (mut strings, mut text) = (Vec::new(), Words::default());
    loop {
        match part.next()? {
            Node::Open(tag) => text.open(&tag),
            Node::Close(tag) => {
                let name = tag.local_name();
                text.close(name.as_ref());
                if name.as_ref() == b"si" {
                    let string = text.take();
                    kept.add(1, string.len())?;
                    strings.push(string);
                }
            }
            Node::Text(piece) => text.add(&piece),
            Node::End => return Ok(strings),
        }
    }
}

/// The text of a string in pieces; how a word is pronounced is left out.
#[derive(Default)]
struct Words {
    text: String,
    inside: bool,
    aloud: bool,
}

impl Words {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            b"t" | b"v" => self.inside = !self.aloud,
            b"rPh" => self.aloud = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"t" | b"v" => self.inside = false,
            b"rPh" => self.aloud = false,
            _ => {}
        }
    }

    fn add(&mut self, piece: &str) {
        if self.inside {
            self.text.push_str(piece);
        }
    }

    fn take(&mut self) -> String {
        // A line break that Excel writes as letters.
        let text = std::mem::take(&mut self.text);
        if text.contains("_x000") {
            text.replace("_x000D_", "").replace("_x000A_", "\n")
        } else {
            text
        }
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    kind: String,
    style: usize,
    formula: bool,
}

fn sheet(
    pack: &mut Pack<'_>,
    part: &str,
    name: String,
    shared: &Shared,
    kept: &mut Kept,
) -> Result<Sheet, WorkbookError> {
    let part = pack.part(part)?;
    let mut part = part.nodes();
    let mut sheet = Sheet::new(name);
    // The next row and column, where a row or cell does not say its own.
    let (mut row, mut column) = (0_usize, 0_usize);
    let (mut cell, mut text) = (Cell::default(), Words::default());
    loop {
        match part.next()? {
            Node::Open(tag) => match tag.local_name().as_ref() {
                b"row" => {
                    let own = attribute(&tag, "r").and_then(|r| r.parse::<usize>().ok());
                    row = own.and_then(|own| own.checked_sub(1)).unwrap_or(row);
                    column = 0;
                }
                b"c" => {
                    cell = Cell::default();
                    each_attribute(&tag, &mut |key, value| match key {
                        b"r" => column = place(&value).map_or(column, |(_, column)| column),
                        b"s" => cell.style = value.parse().unwrap_or(0),
                        b"t" => cell.kind = value,
                        _ => {}
                    });
                    drop(text.take());
                }
                b"f" => cell.formula = true,
                b"mergeCell" => {
                    if let Some(merged) = attribute(&tag, "ref").and_then(|text| merged(&text)) {
                        sheet.merge(merged, kept)?;
                    }
                }
                _ => text.open(&tag),
            },
            Node::Close(tag) => match tag.local_name().as_ref() {
                b"c" => {
                    let stored = text.take();
                    if cell.formula && stored.is_empty() && cell.kind != "str" {
                        sheet.unsolved();
                    }
                    let typed = typed(&cell, stored, shared);
                    if !sheet.put(row, column, &typed, kept)? {
                        return Err(part.fault());
                    }
                    column = column.saturating_add(1);
                }
                b"row" => row = row.saturating_add(1),
                name => text.close(name),
            },
            Node::Text(piece) => text.add(&piece),
            Node::End => break,
        }
    }
    sheet.check()?;
    Ok(sheet)
}

/// What a reader would type for a cell.
fn typed(cell: &Cell, stored: String, shared: &Shared) -> String {
    let shows_days = || shared.dates.get(cell.style).copied().unwrap_or(false);
    match cell.kind.as_str() {
        "s" => {
            let at = stored.trim_ascii().parse::<usize>().ok();
            at.and_then(|at| shared.strings.get(at)).cloned().unwrap_or_default()
        }
        "b" => if stored.trim_ascii() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        // A day as ISO writes it, its time left out.
        "d" => stored.split('T').next().unwrap_or_default().to_owned(),
        "" | "n" if shows_days() => {
            day(&stored, shared.from_1904).unwrap_or_else(|| plain(&stored))
        }
        "" | "n" => plain(&stored),
        _ => stored,
    }
}

/// Row and column of a name such as `AB12`.
fn place(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let of = letter.to_ascii_uppercase().checked_sub(b'A').filter(|n| *n < 26)?;
        column = column.checked_mul(26)?.checked_add(usize::from(of) + 1)?;
    }
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The cells from `A1:C2`.
fn merged(range: &str) -> Option<Merged> {
    let (from, to) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    Some(Merged { top, left, bottom, right })
}
