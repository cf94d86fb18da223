//! Delimited text, read piece by piece as it comes: rows of fields, each with its line.
//!
//! The same reader serves the build, `cargo xtask data check` and the figures that a reader opens in
//! the page. It is written here and not taken from the crate `csv`: the page must read a million rows
//! in slices of a few milliseconds, without a copy of any field, and may not carry tables for it. The
//! tests compare it with that crate on any text.

use super::marks::Marks;
use super::row::{Row, Span};

/// The longest row that is kept, in bytes. A longer one has lost its closing quotation mark, or is no
/// row of figures.
pub const LONGEST_ROW: usize = 1 << 20;

/// What cannot be read as a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A row longer than [`LONGEST_ROW`], passed over to its end.
    TooLong {
        /// Line that it starts on.
        line: u64,
    },
    /// A quotation mark that is never closed: all from this row on is one field.
    Unclosed {
        /// Line of the row.
        line: u64,
        /// Lines from there to the end.
        lines: u64,
    },
}

/// A row, or a stretch of text that is none.
pub enum Item<'a> {
    /// A row.
    Row(Row<'a>),
    /// Not a row.
    Fault(Fault),
}

/// Takes text in pieces of any size and gives rows.
pub struct Rows {
    delimiter: u8,
    buffer: Vec<u8>,
    /// Where the next row starts in the buffer.
    from: usize,
    line: u64,
    spans: Vec<Span>,
    /// Inside a row that is too long: the line it started on, and whether quotes are open.
    passing: Option<(u64, bool)>,
    /// The last byte passed over was a carriage return.
    after_return: bool,
}

/// How the search for a row ended.
enum Found {
    Row { next: usize, lines: u64 },
    Blank { next: usize, lines: u64 },
    More,
}

impl Rows {
    /// A reader of text with this byte between its fields.
    pub fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            buffer: Vec::new(),
            from: 0,
            line: 1,
            spans: Vec::new(),
            passing: None,
            after_return: false,
        }
    }

    /// Takes the next piece and gives every row that is complete now.
    pub fn push(&mut self, bytes: &[u8], each: &mut dyn FnMut(Item<'_>)) {
        bytes.chunks(LONGEST_ROW / 4).for_each(|piece| self.take(piece, each));
    }

    fn take(&mut self, mut bytes: &[u8], each: &mut dyn FnMut(Item<'_>)) {
        if self.passing.is_some() {
            bytes = self.pass(bytes, each);
        }
        self.buffer.drain(..self.from);
        self.from = 0;
        self.buffer.extend_from_slice(bytes);
        self.read(false, each);
        if self.buffer.len() - self.from > LONGEST_ROW {
            self.passing = Some((self.line, false));
            let rest = self.buffer.split_off(self.from);
            let rest = self.pass(&rest, each).to_vec();
            (self.buffer, self.from) = (rest, 0);
            self.read(false, each);
        }
    }

    /// Gives what is left: the last row, if it has no line end.
    pub fn finish(&mut self, each: &mut dyn FnMut(Item<'_>)) {
        if let Some((line, open)) = self.passing.take() {
            let lines = self.line - line + 1;
            let fault =
                if open { Fault::Unclosed { line, lines } } else { Fault::TooLong { line } };
            each(Item::Fault(fault));
        }
        self.read(true, each);
        if let Some(rest) = self.buffer.get(self.from..).filter(|rest| !rest.is_empty()) {
            let lines = line_ends(rest) + u64::from(!rest.ends_with(b"\n"));
            each(Item::Fault(Fault::Unclosed { line: self.line, lines: lines.max(1) }));
        }
        self.buffer.clear();
        self.from = 0;
    }

    fn read(&mut self, last: bool, each: &mut dyn FnMut(Item<'_>)) {
        loop {
            match find(&self.buffer, self.from, self.delimiter, last, &mut self.spans) {
                Found::More => return,
                Found::Blank { next, lines } => {
                    self.from = next;
                    self.line += lines;
                }
                Found::Row { next, lines } => {
                    let (buffer, spans) = (&self.buffer, &self.spans);
                    each(Item::Row(Row { line: self.line, buffer, spans }));
                    self.from = next;
                    self.line += lines;
                }
            }
        }
    }

    /// Passes over the rest of a row that is too long; gives what follows it.
    fn pass<'b>(&mut self, bytes: &'b [u8], each: &mut dyn FnMut(Item<'_>)) -> &'b [u8] {
        let Some((started, mut open)) = self.passing else { return bytes };
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'"' => {
                    open = !open;
                    false
                }
                // The second half of a line end that has been counted.
                b'\n' => !self.after_return,
                b'\r' => true,
                _ => false,
            };
            self.after_return = *byte == b'\r';
            self.line += u64::from(ends);
            if ends && !open {
                self.passing = None;
                self.after_return = false;
                each(Item::Fault(Fault::TooLong { line: started }));
                let rest = bytes.get(at + 1..).unwrap_or_default();
                // The other half of its line end.
                let other = *byte == b'\r' && rest.first() == Some(&b'\n');
                return rest.get(usize::from(other)..).unwrap_or_default();
            }
        }
        self.passing = Some((started, open));
        &[]
    }
}

/// Finds the row that starts at `from` and the places of its fields.
fn find(bytes: &[u8], from: usize, delimiter: u8, last: bool, spans: &mut Vec<Span>) -> Found {
    spans.clear();
    let mut marks = Marks::new(bytes, from, delimiter);
    let mut lines = 0;
    let mut start = from;
    // The closing quotation mark of this field, and whether there are doubled ones before it.
    let mut close = None;
    loop {
        let end = match marks.next() {
            Some(at) => at,
            None if last => bytes.len(),
            None => return Found::More,
        };
        let ends = match bytes.get(end) {
            Some(b'"') if end == start => {
                close = pass_quoted(bytes, &mut marks, &mut lines);
                if close.is_none() {
                    return Found::More;
                }
                continue;
            }
            Some(byte) if *byte == delimiter => false,
            Some(b'\n' | b'\r') | None => true,
            // A part of the field.
            Some(_) => continue,
        };
        spans.push(match close.take() {
            None => Span { start, end, marked: false },
            Some((close, false)) if close + 1 == end => {
                Span { start: start + 1, end: close, marked: false }
            }
            // Doubled marks, or something that follows the closing one and belongs to the field.
            Some(_) => Span { start, end, marked: true },
        });
        start = end + 1;
        if !ends {
            continue;
        }
        match (bytes.get(end), bytes.get(start)) {
            (Some(b'\r'), Some(b'\n')) => start += 1,
            (Some(b'\r'), None) if !last => return Found::More,
            (None, _) => start = end,
            _ => {}
        }
        lines += u64::from(start > end);
        let blank = end == from && spans.len() == 1;
        return match blank {
            true if start == from => Found::More,
            true => Found::Blank { next: start, lines },
            false => Found::Row { next: start, lines },
        };
    }
}

/// Passes the marks of a quoted field whose first one was given: gives the place of the closing one,
/// and whether the text holds doubled ones. Counts its line ends.
fn pass_quoted(bytes: &[u8], marks: &mut Marks<'_>, lines: &mut u64) -> Option<(usize, bool)> {
    // One copy of the search is enough here: it is long, and quoted fields are few.
    #[inline(never)]
    fn next(marks: &mut Marks<'_>) -> Option<usize> {
        marks.next()
    }
    let mut doubled = false;
    let mut before = usize::MAX;
    loop {
        let at = next(marks)?;
        match bytes.get(at) {
            Some(b'"') if bytes.get(at + 1) == Some(&b'"') => {
                doubled = true;
                next(marks);
            }
            Some(b'"') => return Some((at, doubled)),
            Some(b'\r') => *lines += 1,
            Some(b'\n') => {
                let half = before.wrapping_add(1) == at && bytes.get(before) == Some(&b'\r');
                *lines += u64::from(!half);
            }
            _ => {}
        }
        before = at;
    }
}

/// Line ends in a text: `\n`, `\r\n` and `\r` each once.
fn line_ends(bytes: &[u8]) -> u64 {
    let mut before = 0;
    let mut count = 0;
    for byte in bytes {
        count += u64::from(*byte == b'\r' || *byte == b'\n' && before != b'\r');
        before = *byte;
    }
    count
}
