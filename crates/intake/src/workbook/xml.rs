//! The XML of a part as openings, closings and text. Names are without their prefix: programs choose
//! prefixes as they like.

use super::WorkbookError;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use std::borrow::Cow;

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

/// An unpacked part.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl Part {
    /// What it holds, in its order.
    pub(super) fn nodes(&self) -> Nodes<'_> {
        let mut reader = Reader::from_reader(self.bytes.as_slice());
        reader.config_mut().expand_empty_elements = true;
        Nodes { name: &self.name, reader }
    }
}

/// A part while it is read.
pub(super) struct Nodes<'a> {
    name: &'a str,
    reader: Reader<&'a [u8]>,
}

impl<'a> Nodes<'a> {
    /// The part cannot be read.
    pub(super) fn fault(&self) -> WorkbookError {
        WorkbookError::Damaged(self.name.to_owned())
    }

    /// The next opening, closing or text.
    pub(super) fn next(&mut self) -> Result<Node<'a>, WorkbookError> {
        self.read().ok_or_else(|| self.fault())
    }

    fn read(&mut self) -> Option<Node<'a>> {
        Some(match self.reader.read_event().ok()? {
            Event::Start(tag) => Node::Open(tag),
            Event::End(tag) => Node::Close(tag),
            Event::Text(text) => Node::Text(text.decode().ok()?),
            Event::CData(text) => Node::Text(text.decode().ok()?),
            Event::GeneralRef(entity) => Node::Text(match entity.resolve_char_ref().ok()? {
                Some(letter) => Cow::Owned(letter.to_string()),
                None => Cow::Borrowed(resolve_predefined_entity(&entity.decode().ok()?)?),
            }),
            Event::Eof => Node::End,
            // Comments and the like say nothing.
            _ => Node::Text(Cow::Borrowed("")),
        })
    }
}

/// The value of an attribute.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut value = None;
    each_attribute(tag, &mut |found, text| {
        if found == name.as_bytes() {
            value = Some(text);
        }
    });
    value
}

/// Passes on all attributes, named without prefix.
pub(super) fn each_attribute(tag: &BytesStart<'_>, take: &mut dyn FnMut(&[u8], String)) {
    let mut all = tag.attributes();
    // Looking for the same name twice takes long where there are many.
    for found in all.with_checks(false).flatten() {
        if let Ok(value) = found.unescape_value() {
            take(found.key.local_name().into_inner(), value.into_owned());
        }
    }
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true" | "on"))
}
