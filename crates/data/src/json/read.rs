//! JSON text as a value, or the line on which it stops being JSON.
//!
//! Stricter than the standard in three things: a name may stand only once in an object, an object has
//! at most [`MOST_MEMBERS`] members, and nothing lies deeper than [`MOST_DEPTH`]. So no text takes more
//! time or memory than its length allows.

use self::Value::{Flag, List, Null, Number, Object, Text};

/// How deep lists and objects may lie in each other.
pub const MOST_DEPTH: usize = 32;

/// How many members an object may have.
pub const MOST_MEMBERS: usize = 256;

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written: nothing here calculates with it.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object: names and values in the order of the text.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Object(members) => members.iter().find(|(n, _)| n == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Text(words) => Some(words),
            _ => None,
        }
    }

    /// The values of a list, if it is one.
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            List(all) => Some(all),
            _ => None,
        }
    }
}

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Bytes that are not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// It ends too early.
    #[error("the text ends before everything is closed")]
    Ends,
    /// Something else than a value.
    #[error(
        "a value is missing: a text in double quotes, a number, a list, an object, true, false or null"
    )]
    NoValue,
    /// A member whose name is no text.
    #[error("a name in double quotes is missing")]
    NoName,
    /// A name without a colon after it.
    #[error("a colon is missing after a name")]
    NoColon,
    /// Neither a comma nor the end of a list or object.
    #[error("a comma or the closing bracket is missing")]
    NoComma,
    /// A backslash and something that has no meaning after it.
    #[error("a backslash stands in a text without a meaning")]
    Escape,
    /// A control character inside a text.
    #[error("a text holds a line end or another control character")]
    Control,
    /// A name twice in one object.
    #[error("the name \u{201c}{0}\u{201d} stands twice in one object")]
    Twice(String),
    /// Too many members.
    #[error("an object has more than 256 members")]
    Members,
    /// Too deep.
    #[error("lists and objects lie more than 32 deep in each other")]
    Deep,
    /// More text after the value.
    #[error("something follows after the end")]
    More,
}

/// Where and why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: u64,
    /// Why.
    pub wrong: Wrong,
}

/// Reads a text that is one JSON value.
///
/// # Errors
/// The first place that is not JSON, or that is more than this reader takes.
pub fn read(bytes: &[u8]) -> Result<Value, Fault> {
    let (text, good) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, bytes.len()),
        Err(error) => ("", error.valid_up_to()),
    };
    let mut reader = Reader { text, at: 0 };
    let read = if good < bytes.len() {
        reader.at = good;
        Err(Wrong::NotUtf8)
    } else {
        reader.whole()
    };
    read.map_err(|wrong| {
        let before = bytes.get(..reader.at).unwrap_or(bytes);
        Fault { line: 1 + before.iter().filter(|b| **b == b'\n').count() as u64, wrong }
    })
}

/// A text and how far it is read.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// The place of the next byte; inside no character.
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    fn whole(&mut self) -> Result<Value, Wrong> {
        let value = self.value(0)?;
        if self.next().is_some() { Err(Wrong::More) } else { Ok(value) }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The byte that comes after blanks.
    fn next(&mut self) -> Option<u8> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.rest().bytes().next()
    }

    /// Takes the byte that comes after blanks, if it is this one.
    fn take(&mut self, byte: u8) -> bool {
        let there = self.next() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// The fault of something that is missing here, or of a text that has ended.
    fn missing<T>(&mut self, wrong: Wrong) -> Result<T, Wrong> {
        Err(if self.next().is_none() { Wrong::Ends } else { wrong })
    }

    fn value(&mut self, depth: usize) -> Result<Value, Wrong> {
        match self.next() {
            Some(b'{' | b'[') if depth == MOST_DEPTH => Err(Wrong::Deep),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Flag(true)),
            Some(b'f') => self.word("false", Flag(false)),
            Some(b'n') => self.word("null", Null),
            _ => self.missing(Wrong::NoValue),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Wrong> {
        if !self.rest().starts_with(word) {
            return Err(Wrong::NoValue);
        }
        self.at += word.len();
        Ok(value)
    }

    fn list(&mut self, depth: usize) -> Result<Value, Wrong> {
        let mut all = Vec::new();
        self.at += 1;
        if self.take(b']') {
            return Ok(List(all));
        }
        loop {
            all.push(self.value(depth)?);
            if self.take(b']') {
                return Ok(List(all));
            }
            if !self.take(b',') {
                return self.missing(Wrong::NoComma);
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Wrong> {
        let mut all: Vec<(String, Value)> = Vec::new();
        self.at += 1;
        if self.take(b'}') {
            return Ok(Object(all));
        }
        loop {
            if self.next() != Some(b'"') {
                return self.missing(Wrong::NoName);
            }
            let name = self.string()?;
            if all.iter().any(|(other, _)| *other == name) {
                return Err(Wrong::Twice(name));
            }
            if all.len() == MOST_MEMBERS {
                return Err(Wrong::Members);
            }
            if !self.take(b':') {
                return self.missing(Wrong::NoColon);
            }
            all.push((name, self.value(depth)?));
            if self.take(b'}') {
                return Ok(Object(all));
            }
            if !self.take(b',') {
                return self.missing(Wrong::NoComma);
            }
        }
    }

    /// `-`, digits without a nought before them, a part after a point, a power of ten.
    fn number(&mut self) -> Result<Value, Wrong> {
        let start = self.at;
        self.sign(&['-']);
        if self.rest().starts_with('0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.sign(&['.']) {
            self.digits()?;
        }
        if self.sign(&['e', 'E']) {
            self.sign(&['+', '-']);
            self.digits()?;
        }
        Ok(Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn sign(&mut self, signs: &[char]) -> bool {
        let there = self.rest().starts_with(signs);
        self.at += usize::from(there);
        there
    }

    fn digits(&mut self) -> Result<(), Wrong> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        if count == 0 { self.missing(Wrong::NoValue) } else { Ok(()) }
    }
}
