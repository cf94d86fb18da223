//! ONS codes of areas.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The ONS code of an area: a letter and eight digits, such as E23000014.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode([u8; 9]);

impl AreaCode {
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 9] = text.as_bytes().try_into().ok()?;
        let (letter, digits) = code.split_first()?;
        let valid = letter.is_ascii_alphabetic() && digits.iter().all(u8::is_ascii_digit);
        valid.then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        // The bytes are ASCII, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AreaCode({self})")
    }
}

/// A text that is no code, met while reading a stored dataset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{0}\u{201d} is not the code of an area")]
pub struct InvalidAreaCode(String);

impl TryFrom<String> for AreaCode {
    type Error = InvalidAreaCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(InvalidAreaCode(text))
    }
}

impl From<AreaCode> for String {
    fn from(code: AreaCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_eight_digits() {
        for text in ["E23000014", "W15000001", "K04000001"] {
            assert_eq!(AreaCode::parse(text).map(|code| code.to_string()), Some(text.to_owned()));
        }
        for text in
            ["", "E2300001", "E230000145", "023000014", "E2300001x", "é2300001", "\"><script>"]
        {
            assert_eq!(AreaCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn stored_as_text_and_checked_when_read_back() {
        let code = AreaCode::parse("E23000014").unwrap();
        let stored = postcard::to_allocvec(&code).unwrap();
        assert_eq!(stored, postcard::to_allocvec("E23000014").unwrap());
        assert_eq!(postcard::from_bytes(&stored), Ok(code));
        let other = postcard::to_allocvec("<script>!").unwrap();
        assert!(postcard::from_bytes::<AreaCode>(&other).is_err());
    }
}
