//! Delimited text, read piece by piece: rows of fields, each with its line.
//!
//! `csv-core` splits the text. This adds what it does not report: the line that a row starts on, a
//! quotation mark that is never closed, and a bound on the length of a row.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The longest row, in bytes. A longer one lacks a closing quotation mark, or is no row of figures.
pub const LONGEST_ROW: usize = 1 << 20;

/// Why a part of the text cannot be read as a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The row that starts on this line is longer than [`LONGEST_ROW`].
    TooLong { line: u64 },
    /// A quotation mark in the row that starts on `line` is never closed, so that the last `lines`
    /// lines of the text are one field.
    Unclosed { line: u64, lines: u64 },
}

#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Line of the text that it starts on, from 1, as a text editor counts.
    pub line: u64,
    text: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Row<'a> {
    /// The number of fields, at least one.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Never true: a blank line is no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a field without its quotation marks; `None` past the end of the row.
    pub fn field(&self, index: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.text.get(start.unwrap_or(0)..end)
    }

    pub fn fields(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let (text, mut start) = (self.text, 0);
        self.ends.iter().filter_map(move |end| {
            let field = text.get(start..*end);
            start = *end;
            field
        })
    }
}

pub enum Item<'a> {
    Row(Row<'a>),
    Fault(Fault),
}

/// A push parser: takes text in pieces of any size and passes each row to a closure.
pub struct DelimitedReader {
    reader: Reader,
    /// The fields of the row that is being read, one after the other, and how much of this is in use.
    text: Vec<u8>,
    written: usize,
    /// Where each field ends in `text`.
    ends: Vec<usize>,
    ended: usize,
    /// Bytes of the row so far, and the line that it started on.
    length: usize,
    started: u64,
    /// The last byte that was read.
    last: u8,
}

impl DelimitedReader {
    pub fn new(delimiter: u8) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            text: vec![0; 1 << 12],
            written: 0,
            ends: vec![0; 1 << 6],
            ended: 0,
            length: 0,
            started: 1,
            last: 0,
        }
    }

    /// Parses the next piece of the text; passes on each row that is complete.
    pub fn push(&mut self, mut bytes: &[u8], each: &mut dyn FnMut(Item<'_>)) {
        loop {
            if self.length == 0 {
                bytes = self.skip_line_ends(bytes);
            }
            // An empty piece would tell `csv-core` that the text has ended.
            if bytes.is_empty() {
                return;
            }
            let (complete, read) = self.read(bytes);
            self.length += read;
            let (row, rest) = bytes.split_at_checked(read).unwrap_or((bytes, &[]));
            self.last = row.last().copied().unwrap_or(self.last);
            bytes = rest;
            if complete {
                self.emit(each);
            }
        }
    }

    /// Ends the text; passes on the last row, if it has no line end.
    pub fn finish(&mut self, each: &mut dyn FnMut(Item<'_>)) {
        if self.length == 0 {
            return;
        }
        // A line end completes any row but one whose quotation mark is still open.
        let mut end: &[u8] = b"\n";
        while !end.is_empty() {
            let (complete, read) = self.read(end);
            if complete {
                return self.emit(each);
            }
            end = end.get(read..).unwrap_or_default();
        }
        // The line end added above has been counted where the last line had none of its own.
        let lines = self.reader.line() - self.started - u64::from(self.last == b'\n');
        each(Item::Fault(Fault::Unclosed { line: self.started, lines }));
        self.reader.reset();
        self.clear();
    }

    /// Reads on. Returns whether a row is complete, and how many bytes were read.
    fn read(&mut self, bytes: &[u8]) -> (bool, usize) {
        let text = self.text.get_mut(self.written..).unwrap_or_default();
        let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
        let (result, read, written, ended) = self.reader.read_record(bytes, text, ends);
        self.written += written;
        self.ended += ended;
        match result {
            // A row that is too long is thrown away, so its room can be used.
            ReadRecordResult::OutputFull if self.text.len() >= LONGEST_ROW => self.written = 0,
            ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
            ReadRecordResult::OutputEndsFull if self.ends.len() >= LONGEST_ROW => self.ended = 0,
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::Record => return (true, read),
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        (false, read)
    }

    /// Skips the rest of a line end and blank lines and counts them: `csv-core` does not take a `\r`
    /// without a `\n` for a line end.
    fn skip_line_ends<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let mut rest = bytes;
        while let Some((byte, after)) = rest.split_first() {
            let lines = match byte {
                b'\n' => 1,
                _ => u64::from(self.last == b'\r'),
            };
            self.reader.set_line(self.reader.line() + lines);
            self.last = if matches!(byte, b'\r' | b'\n') { *byte } else { 0 };
            if self.last == 0 {
                break;
            }
            rest = after;
        }
        self.started = self.reader.line();
        rest
    }

    fn emit(&mut self, each: &mut dyn FnMut(Item<'_>)) {
        if self.length > LONGEST_ROW {
            each(Item::Fault(Fault::TooLong { line: self.started }));
        } else {
            let text = self.text.get(..self.written).unwrap_or_default();
            let ends = self.ends.get(..self.ended).unwrap_or_default();
            each(Item::Row(Row { line: self.started, text, ends }));
        }
        self.clear();
    }

    fn clear(&mut self) {
        (self.written, self.ended, self.length) = (0, 0, 0);
    }
}
