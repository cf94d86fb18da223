//! The first half of a postcode.

use std::fmt;

/// The first half of a postcode, such as `B1`, `SG8` or `SW1A`: one or two letters, a number below 100,
/// and after a single digit perhaps a letter. Sorted as people count: B2 before B11.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutwardCode {
    /// The second is 0 where there is only one.
    area: [u8; 2],
    number: u8,
    /// 0 where there is none.
    letter: u8,
}

impl OutwardCode {
    /// Reads capitals without spaces; nothing else is an outward code.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let letters = text.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        let (area, rest) = text.split_at_checked(letters)?;
        let area = match area {
            [one] => [*one, 0],
            [one, two] => [*one, *two],
            _ => return None,
        };
        let digit = |byte: &u8| byte.is_ascii_digit().then(|| byte - b'0');
        let (number, letter) = match rest {
            [one] => (digit(one)?, 0),
            [one, letter] if letter.is_ascii_uppercase() => (digit(one)?, *letter),
            [b'1'..=b'9', _] => {
                let [tens, one] = [rest.first().and_then(digit)?, rest.get(1).and_then(digit)?];
                (tens * 10 + one, 0)
            }
            _ => return None,
        };
        Some(Self { area, number, letter })
    }

    /// The letters it starts with: the postcode area.
    pub fn area(&self) -> &str {
        let length = if self.area.ends_with(&[0]) { 1 } else { 2 };
        // The bytes are capitals, so this never falls back.
        self.area.get(..length).and_then(|a| std::str::from_utf8(a).ok()).unwrap_or_default()
    }

    pub(super) fn number(&self) -> u8 {
        self.number
    }

    pub(super) fn letter(&self) -> Option<u8> {
        (self.letter != 0).then_some(self.letter)
    }

    pub(super) fn without_letter(self) -> Self {
        Self { letter: 0, ..self }
    }
}

impl fmt::Display for OutwardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.area())?;
        fmt::Display::fmt(&self.number, f)?;
        self.letter().map_or(Ok(()), |letter| fmt::Write::write_char(f, char::from(letter)))
    }
}

impl fmt::Debug for OutwardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutwardCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_six_forms_are_read_and_written() {
        for text in ["B1", "B11", "SG8", "DN14", "W1A", "SW1A", "BL0"] {
            let code = OutwardCode::parse(text.as_bytes()).map(|code| code.to_string());
            assert_eq!(code.as_deref(), Some(text));
        }
        for text in [
            "", "B", "SG", "1", "b1", "B 1", "B01", "B00", "B111", "B11A", "SWW1", "B1AA",
            "B1\u{e9}",
        ] {
            assert_eq!(OutwardCode::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn they_are_counted_and_know_their_area() {
        let sorted = ["B1", "B2", "B11", "BL0", "E1", "E1W", "E2"];
        let codes = sorted.map(|text| OutwardCode::parse(text.as_bytes()).unwrap());
        assert!(codes.is_sorted(), "{codes:?}");
        assert_eq!(codes.map(|code| code.area().to_owned()), ["B", "B", "B", "BL", "E", "E", "E"]);
        assert_eq!(codes[5].without_letter(), codes[4]);
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_is_written(text in "[A-C]{0,3}[0-9]{0,3}[A-C]{0,2}") {
            if let Some(code) = OutwardCode::parse(text.as_bytes()) {
                prop_assert_eq!(code.to_string(), text);
            }
        }

        #[test]
        fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..8)) {
            let _ = OutwardCode::parse(&bytes);
        }
    }
}
