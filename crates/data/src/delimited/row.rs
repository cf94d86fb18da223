//! One row of delimited text and the text of its fields.

use std::borrow::Cow;

/// A place in the buffer.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Holds quotation marks that are not part of its text.
    pub(super) marked: bool,
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Line of the text that it starts on, from 1, as a text editor counts.
    pub line: u64,
    pub(super) buffer: &'a [u8],
    pub(super) spans: &'a [Span],
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
    #[inline(always)]
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
