//! A postcode in what a reader types, whole or unfinished.

use cyberflag_data::postcodes::OutwardCode;

/// Letters and digits of the longest postcode.
const LONGEST: usize = 7;

/// The outward code of a postcode, or of the start of one that holds it whole, in any case and spacing.
///
/// A space, hyphen or full stop after an outward code ends it, so that "B1 1" is in B1. Otherwise what can be an outward
/// code is one: "B11" is B11, though B1 and a digit of the second half could be written so too.
pub(super) fn outward_code(typed: &str) -> Option<OutwardCode> {
    let mut text = Vec::with_capacity(LONGEST);
    // The number of characters before each space.
    let mut spaces = Vec::new();
    let gap = |c: char| c.is_whitespace() || c == '-' || c == '.';
    for word in typed.split(gap).filter(|word| !word.is_empty()) {
        spaces.push(text.len());
        for c in word.chars() {
            if !c.is_ascii_alphanumeric() || text.len() == LONGEST {
                return None;
            }
            text.push(c.to_ascii_uppercase() as u8);
        }
    }
    let split = |at: usize| {
        let (outward, inward) = text.split_at_checked(at)?;
        OutwardCode::parse(outward).filter(|_| begins_inward(inward))
    };
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    for at in spaces {
        if let Some(code) = split(at) {
            return Some(code);
        }
        // A number is not written with a space in it.
        if at.checked_sub(1).is_some_and(digit) && digit(at) {
            return None;
        }
    }
    // The second half is complete, or two of its characters are there, or one.
    let close = || (1..=3).rev().find_map(|inward| split(text.len().checked_sub(inward)?));
    OutwardCode::parse(&text).or_else(close)
}

/// Whether it is the start of the second half of a postcode: a digit and two letters.
fn begins_inward(text: &[u8]) -> bool {
    match text {
        [digit, letters @ ..] => {
            digit.is_ascii_digit()
                && letters.len() <= 2
                && letters.iter().all(u8::is_ascii_uppercase)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> String {
        outward_code(typed).map_or_else(String::new, |code| code.to_string())
    }

    #[test]
    fn the_first_half_is_found_in_any_case_and_spacing() {
        for (typed, code) in [
            ("SW1A 1AA", "SW1A"),
            ("sw1a1aa", "SW1A"),
            ("sw1a", "SW1A"),
            ("  sw 1a\u{a0}1aa ", "SW1A"),
            ("S W 1 A 1 A A", "SW1A"),
            (" b 1 ", "B1"),
            ("B11AA", "B1"),
            ("B1 1AA", "B1"),
            ("b1 1", "B1"),
            ("b1 1a", "B1"),
            ("b 1 1", "B1"),
            ("B11A", "B1"),
            ("B11", "B11"),
            ("B 11", "B11"),
            ("B111AA", "B11"),
            ("B111A", "B11"),
            ("B111", "B11"),
            ("B11 1AA", "B11"),
            ("W1A", "W1A"),
            ("W1A1", "W1A"),
            ("w1a 0ax", "W1A"),
            ("E1 W", "E1W"),
            ("E1W1AA", "E1W"),
            ("SW1", "SW1"),
            ("dn551pt", "DN55"),
            ("BL0 9AA", "BL0"),
            ("BL09AA", "BL0"),
            ("sg8-9ab", "SG8"),
            ("CB1.2AB", "CB1"),
        ] {
            assert_eq!(read(typed), code, "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_postcode_is_left_to_the_names() {
        for typed in [
            "",
            " ",
            "S",
            "SG",
            "sg ",
            "kent",
            "1",
            "12",
            "1AA",
            "SW1A 1AAA",
            "SW1A 11A",
            "SG8/9",
            "SG8 9A\u{e9}",
            "\u{ff22}1",
            "B1 1 1",
            "B1 11AA",
            "B1 11",
            "B 1 1 1 1 1 1 1",
            "AAA1",
            "Zone 5",
            "K 9 x y",
        ] {
            assert_eq!(read(typed), "", "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(typed in "\\PC*", like in "[ a-cA-C0-2]{0,9}") {
            let _ = outward_code(&typed);
            let _ = outward_code(&like);
        }

        #[test]
        fn spaces_after_the_first_half_and_case_change_nothing(
            area in "[A-Z]{1,2}", number in "[1-9][0-9]?|0|[0-9][A-Z]", inward in "[0-9][A-Z]{2}", spaces in " {0,3}",
        ) {
            let outward = format!("{area}{number}");
            for typed in [format!("{outward}{spaces}{inward}"), format!("{outward}{spaces}")] {
                prop_assert_eq!(read(&typed), &outward[..], "{}", typed);
                prop_assert_eq!(read(&typed.to_lowercase()), &outward[..], "{}", typed);
            }
        }
    }
}
