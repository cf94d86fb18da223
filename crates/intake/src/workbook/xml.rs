//! The XML of a part as openings, closings and text. Names are without their prefix: programs choose
//! prefixes as they like.

use super::WorkbookError;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{BufReader, Read};
use std::rc::Rc;

/// What a part holds next.
pub(super) enum Node<'a> {
    /// An element begins; one without content ends at once.
    Open(BytesStart<'a>),
    Close(BytesEnd<'a>),
    /// A piece of text, entities resolved.
    Text(Cow<'a, str>),
    /// The part has ended.
    End,
}

/// A part while it is read.
pub(super) struct Part<'a> {
    name: String,
    reader: Reader<BufReader<Box<dyn Read + 'a>>>,
    buffer: Vec<u8>,
    left: Rc<Cell<u64>>,
}

impl<'a> Part<'a> {
    /// `left` is 0 once the bound on what is unpacked is reached.
    pub(super) fn new(name: &str, bytes: Box<dyn Read + 'a>, left: Rc<Cell<u64>>) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 15, bytes));
        reader.config_mut().expand_empty_elements = true;
        Self { name: name.to_owned(), reader, buffer: Vec::new(), left }
    }

    /// The part cannot be read, because it is damaged or too large.
    pub(super) fn fault(&self) -> WorkbookError {
        let damaged = || WorkbookError::Damaged(self.name.clone());
        if self.left.get() == 0 { WorkbookError::TooLarge } else { damaged() }
    }

    /// The next opening, closing or text.
    pub(super) fn next(&mut self) -> Result<Node<'_>, WorkbookError> {
        let (name, left) = (&self.name, &self.left);
        let fault = || match left.get() {
            0 => WorkbookError::TooLarge,
            _ => WorkbookError::Damaged(name.clone()),
        };
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| fault())?;
        Ok(match event {
            Event::Start(tag) => Node::Open(tag),
            Event::End(tag) => Node::Close(tag),
            Event::Text(text) => Node::Text(text.decode().map_err(|_| fault())?),
            Event::CData(text) => Node::Text(text.decode().map_err(|_| fault())?),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().map_err(|_| fault())?;
                let known = || resolve_predefined_entity(&entity.decode().ok()?);
                let text = letter.map(|c| Cow::Owned(c.to_string()));
                Node::Text(text.or_else(|| known().map(Cow::Borrowed)).ok_or_else(fault)?)
            }
            Event::Eof => Node::End,
            // Comments and the like say nothing.
            _ => Node::Text(Cow::Borrowed("")),
        })
    }
}

/// The value of an attribute.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    attributes(tag).find(|(found, _)| *found == name.as_bytes()).map(|(_, value)| value)
}

/// All attributes, named without prefix.
pub(super) fn attributes<'t>(
    tag: &'t BytesStart<'_>,
) -> impl Iterator<Item = (&'t [u8], String)> + use<'t> {
    let mut all = tag.attributes();
    // Looking for the same name twice takes long where there are many.
    let _ = all.with_checks(false);
    all.flatten().filter_map(|found| {
        let value = found.unescape_value().ok()?.into_owned();
        Some((found.key.local_name().into_inner(), value))
    })
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true" | "on"))
}
