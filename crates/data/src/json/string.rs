//! The text between two quotation marks of JSON.

use super::read::{Reader, Wrong};

impl Reader<'_> {
    /// Reads a text; the reader stands on its opening quotation mark.
    pub(super) fn string(&mut self) -> Result<String, Wrong> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = self.rest();
            let special = |b: u8| b == b'"' || b == b'\\' || b < b' ';
            let plain = rest.bytes().position(special).unwrap_or(rest.len());
            text.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match rest.as_bytes().get(plain) {
                None => return Err(Wrong::Ends),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return Err(Wrong::Control),
            }
        }
    }

    /// What a backslash and the characters after it stand for.
    fn escape(&mut self) -> Result<char, Wrong> {
        let c = match self.rest().as_bytes().get(1) {
            None => return Err(Wrong::Ends),
            Some(b'u') => return self.unicode(),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(*c),
            Some(_) => return Err(Wrong::Escape),
        };
        self.at += 2;
        Ok(c)
    }

    /// `\u` with four digits, or two of them that are one character together.
    fn unicode(&mut self) -> Result<char, Wrong> {
        let first = self.unit()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            let second = self.unit()?;
            if !(0xdc00..0xe000).contains(&second) {
                return Err(Wrong::Escape);
            }
            0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
        } else {
            first
        };
        char::from_u32(code).ok_or(Wrong::Escape)
    }

    fn unit(&mut self) -> Result<u32, Wrong> {
        let digits = self.rest().strip_prefix("\\u").and_then(|rest| rest.get(..4));
        let digits = digits.filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.and_then(|d| u32::from_str_radix(d, 16).ok()).ok_or(Wrong::Escape)?;
        self.at += 6;
        Ok(unit)
    }
}
