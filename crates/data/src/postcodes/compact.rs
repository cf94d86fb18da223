//! The short form inside the page.
//!
//! A line for each postcode area: its letters, a colon, and its codes in order, each ended by a space.
//! A code is the number, left out where it is one more than the last; then `/` and its letter, if it
//! has one, and then the number is left out where it is that of the last. After it come the places,
//! left out where they are those of the code before: a character for each, from `A` in the order of the
//! forces with Scotland after them, and a mark for its share. `~` stands for no place.

use super::{OutwardCode, Part, Place, PostcodeTable, Share};
use crate::domain::{ForceId, TOTAL_FORCES};

const FIRST: u8 = b'A';
const NOWHERE: u8 = b'~';

/// The character of each share; the whole has none.
const MARKS: [(u8, Share); 5] = [
    (b'+', Share::NearlyAll),
    (b'*', Share::Mostly),
    (b'=', Share::AboutHalf),
    (b'-', Share::Partly),
    (b'.', Share::AFew),
];

impl PostcodeTable {
    /// The table as [`Postcodes`] reads it.
    pub fn to_compact(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut area = String::new();
        let (mut number, mut before) = (0_u8, Vec::new());
        for (code, parts) in self.with_whole_numbers().parts() {
            if code.area() != area {
                if !area.is_empty() {
                    bytes.push(b'\n');
                }
                code.area().clone_into(&mut area);
                bytes.extend(area.bytes().chain([b':']));
                (number, before) = (0, Vec::new());
            }
            let expected = number + u8::from(code.letter().is_none());
            if code.number() != expected {
                bytes.extend(code.number().to_string().bytes());
            }
            if let Some(letter) = code.letter() {
                bytes.extend([b'/', letter]);
            }
            let places = places(&parts);
            if places != before {
                bytes.extend(&places);
            }
            bytes.push(b' ');
            (number, before) = (code.number(), places);
        }
        bytes
    }
}

/// The places of a code as characters.
fn places(parts: &[Part]) -> Vec<u8> {
    if parts.is_empty() {
        return vec![NOWHERE];
    }
    let mut bytes = Vec::new();
    for part in parts {
        let place = match part.place {
            Place::Force(id) => id.0,
            Place::Scotland => TOTAL_FORCES as u8,
        };
        bytes.push(FIRST + place);
        bytes.extend(MARKS.iter().find(|(_, share)| *share == part.share).map(|(mark, _)| mark));
    }
    bytes
}

/// The short form. Nothing is decoded but the line that a code is looked up in.
#[derive(Clone, Copy, Debug)]
pub struct Postcodes(&'static [u8]);

impl Postcodes {
    /// From the bytes that [`PostcodeTable::to_compact`] makes; in others little or nothing is found.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Where a code lies, the largest part first. Empty if only PO boxes and large organisations use
    /// it; `None` if there is no such code.
    pub fn find(self, code: OutwardCode) -> Option<Vec<Part>> {
        let line = self.0.split(|byte| *byte == b'\n').find_map(|line| {
            line.strip_prefix(code.area().as_bytes()).and_then(|rest| rest.strip_prefix(b":"))
        })?;
        let (mut number, mut places): (u8, &[u8]) = (0, &[]);
        // What stands after the last space is no entry.
        for entry in line.split_inclusive(|byte| *byte == b' ').filter_map(|e| e.strip_suffix(b" "))
        {
            let digits = entry.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (digits, rest) = entry.split_at_checked(digits)?;
            let (letter, rest) = match rest {
                [b'/', letter, rest @ ..] => (Some(*letter), rest),
                _ => (None, rest),
            };
            number = match digits {
                [] => number.checked_add(u8::from(letter.is_none()))?,
                _ => std::str::from_utf8(digits).ok()?.parse().ok()?,
            };
            if !rest.is_empty() {
                places = rest;
            }
            if (number, letter) == (code.number(), code.letter()) {
                return Some(read_places(places));
            }
        }
        None
    }
}

/// The places that characters stand for.
fn read_places(bytes: &[u8]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for byte in bytes {
        let mark = MARKS.iter().find(|(mark, _)| mark == byte);
        match (mark, parts.last_mut(), byte.checked_sub(FIRST).map(usize::from)) {
            (Some((_, share)), Some(part), _) => part.share = *share,
            (None, _, Some(index)) if index <= TOTAL_FORCES => {
                let force = Place::Force(ForceId(byte - FIRST));
                let place = if index == TOTAL_FORCES { Place::Scotland } else { force };
                parts.push(Part { place, share: Share::All });
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(text: &str) -> OutwardCode {
        OutwardCode::parse(text.as_bytes()).unwrap()
    }

    fn force(index: u8) -> Place {
        Place::Force(ForceId(index))
    }

    /// Bytes that live as long as the test needs them.
    fn postcodes(bytes: Vec<u8>) -> Postcodes {
        Postcodes::new(bytes.leak())
    }

    fn table(rows: &[(&str, &[(Place, u32)])]) -> PostcodeTable {
        let codes = rows.iter().map(|(text, counts)| (code(text), counts.to_vec())).collect();
        PostcodeTable { codes }
    }

    #[test]
    fn the_form_is_as_described() {
        let table = table(&[
            ("B1", &[(force(0), 5)]),
            ("B2", &[(force(0), 9)]),
            ("B11", &[(force(1), 60), (force(42), 40), (Place::Scotland, 3)]),
            ("B12", &[(force(1), 99), (force(0), 1)]),
            ("B99", &[]),
            ("BL0", &[(force(1), 5)]),
            ("E1", &[(force(1), 5)]),
            ("E1W", &[(force(1), 5)]),
            ("E2", &[(force(1), 5)]),
            ("W1A", &[]),
            ("W1B", &[(force(1), 30)]),
            ("W1C", &[(force(2), 10)]),
        ]);
        let bytes = table.to_compact();
        assert_eq!(
            String::from_utf8(bytes.clone()).unwrap(),
            "B:A  11B*k-l. B+A. 99~ \nBL:0B \nE:B /W  \nW:B*C- /A~ /BB /CC "
        );
        let postcodes = postcodes(bytes);
        for (code, parts) in table.parts() {
            assert_eq!(postcodes.find(code), Some(parts), "{code}");
        }
        let whole = [(force(1), Share::Mostly), (force(2), Share::Partly)];
        let whole = whole.map(|(place, share)| Part { place, share });
        assert_eq!(postcodes.find(code("W1")), Some(whole.to_vec()));
        for text in ["B3", "B10", "B1A", "BL1", "E1A", "W2", "C1", "L0"] {
            assert_eq!(postcodes.find(code(text)), None, "{text}");
        }
    }

    fn any_code() -> impl Strategy<Value = OutwardCode> {
        "[A-C]{1,2}([0-9][A-C]?|[1-9][0-9])".prop_map(|text| code(&text))
    }

    fn any_places() -> impl Strategy<Value = Vec<(Place, u32)>> {
        prop::collection::btree_map(0_u8..44, 1_u32..2_000, 0..5).prop_map(|counts| {
            let place = |index| if index == 43 { Place::Scotland } else { force(index) };
            counts.into_iter().map(|(index, count)| (place(index), count)).collect()
        })
    }

    proptest! {
        #[test]
        fn any_table_comes_back(codes in prop::collection::btree_map(any_code(), any_places(), 0..40)) {
            let table = PostcodeTable { codes };
            let postcodes = postcodes(table.to_compact());
            for (code, parts) in table.with_whole_numbers().parts() {
                prop_assert_eq!(postcodes.find(code), Some(parts), "{}", code);
            }
        }

        #[test]
        fn any_bytes_are_answered(bytes in "[ABl:/ ~.=0-9\n]{0,40}", code in any_code()) {
            let _ = postcodes(bytes.into_bytes()).find(code);
        }
    }
}
