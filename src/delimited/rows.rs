//! Delimited text, read piece by piece as it comes: rows of fields, each with its line.
//!
//! The same reader serves the build, `cargo xtask data check` and the figures that a reader opens in
//! the page. It is written here and not taken from the crate `csv`: the page must read a million rows
//! in slices of a few milliseconds, without a copy of any field, and may not carry tables for it. The
//! tests compare it with that crate on any text.

use std::borrow::Cow;

/// The longest row that is kept, in bytes. A longer one has lost its closing quotation mark, or is no
/// row of figures.
pub const LONGEST_ROW: usize = 1 << 20;

/// A place in the buffer.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    /// Holds quotation marks that are not part of its text.
    marked: bool,
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Line of the text that it starts on, from 1, as a text editor counts.
    pub line: u64,
    buffer: &'a [u8],
    spans: &'a [Span],
}

impl<'a> Row<'a> {
    /// How many fields it has, at least one.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Never: a blank line is no row.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The text of a field without its quotation marks; `None` past the end of the row.
    pub fn field(&self, place: usize) -> Option<Cow<'a, [u8]>> {
        let span = self.spans.get(place)?;
        let bytes = self.buffer.get(span.start..span.end)?;
        Some(if span.marked { Cow::Owned(unmarked(bytes)) } else { Cow::Borrowed(bytes) })
    }

    /// All fields in order.
    pub fn fields(&self) -> impl Iterator<Item = Cow<'a, [u8]>> + use<'a> {
        let row = *self;
        (0..row.len()).filter_map(move |place| row.field(place))
    }
}

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
    let (mut at, mut lines) = (from, 0);
    loop {
        let start = at;
        let mut span = Span { start, end: start, marked: false };
        if bytes.get(at) == Some(&b'"') {
            let Some(close) = closing(bytes, at + 1) else { return Found::More };
            lines += line_ends(bytes.get(start..close).unwrap_or_default());
            at = close + 1;
            let doubled = bytes.get(start + 1..close).is_some_and(|text| text.contains(&b'"'));
            span = if doubled {
                Span { start, end: at, marked: true }
            } else {
                Span { start: start + 1, end: close, marked: false }
            };
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let step = rest.iter().position(|b| *b == delimiter || *b == b'\n' || *b == b'\r');
        let end = match step {
            Some(step) => at + step,
            None if last => bytes.len(),
            None => return Found::More,
        };
        if end > at && at > start {
            // Something follows the closing quotation mark: it belongs to the field.
            span = Span { start, end, marked: true };
        } else if at == start {
            span.end = end;
        }
        spans.push(span);
        at = end + 1;
        match bytes.get(end) {
            Some(b'\n') => lines += 1,
            Some(b'\r') => match bytes.get(at) {
                Some(b'\n') => {
                    at += 1;
                    lines += 1;
                }
                None if !last => return Found::More,
                _ => lines += 1,
            },
            Some(_) => continue,
            None => at = end,
        }
        if end == from && spans.len() == 1 {
            return if at == from { Found::More } else { Found::Blank { next: at, lines } };
        }
        return Found::Row { next: at, lines };
    }
}

/// The quotation mark that closes a field whose text starts at `at`.
fn closing(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|b| *b == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The text of a field that starts with a quotation mark: doubled ones once, the outer ones not at
/// all.
fn unmarked(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    let close = closing(bytes, 1).unwrap_or(bytes.len());
    let inner = bytes.get(1..close).unwrap_or_default();
    let mut skip = false;
    for byte in inner {
        let second = skip && *byte == b'"';
        skip = *byte == b'"' && !second;
        if !second {
            text.push(*byte);
        }
    }
    text.extend_from_slice(bytes.get(close + 1..).unwrap_or_default());
    text
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
