//! Which part of the offences a row counts: all, an age, a kind of offence.

use super::text::{is_hidden, split_words, trim};
use cyberflag_data::dataset::Breakdown;

/// The longest name of a kind of offence, in bytes.
const LONGEST: usize = 200;

/// Reads a part; `None` for text that cannot be one.
pub(super) fn part(text: &str) -> Option<Breakdown> {
    let text = trim(text);
    if text.len() > LONGEST || text.chars().any(is_hidden) {
        return None;
    }
    if let Some(known) = Breakdown::parse(text) {
        return Some(known);
    }
    let words = split_words(text);
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|w| !matches!(*w, "aged" | "age" | "years" | "old" | "and"))
        .collect();
    let number = |word: &str| word.parse::<u8>().ok().filter(|n| *n <= 17);
    let ages = |from: Option<u8>, to: Option<u8>| {
        let (from, to) = (from?, to?);
        (from <= to).then_some(Breakdown::Age { from, to })
    };
    match *words.as_slice() {
        [] | ["all"] | ["total"] | ["all", "ages"] | ["all", "offences"] => Some(Breakdown::Total),
        [n] if n.bytes().all(|b| b.is_ascii_digit()) => ages(number(n), number(n)),
        [n, "or", "under" | "younger"] | [n, "under" | "younger"] => ages(Some(0), number(n)),
        ["under", n] => ages(Some(0), number(n).and_then(|n| n.checked_sub(1))),
        [from, "to", to] | [from, to] if number(from).is_some() => ages(number(from), number(to)),
        _ => Some(Breakdown::Offence(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_and_offences_as_people_write_them() {
        for (text, from, to) in [
            ("13", 13, 13),
            ("age:13", 13, 13),
            ("Aged 13", 13, 13),
            ("13 years old", 13, 13),
            ("10 or under", 0, 10),
            ("10 and under", 0, 10),
            ("Under 11", 0, 10),
            ("12 to 15", 12, 15),
            ("12-15", 12, 15),
            ("age:0-10", 0, 10),
        ] {
            assert_eq!(part(text), Some(Breakdown::Age { from, to }), "{text}");
        }
        for text in ["", "Total", "all ages", "All"] {
            assert_eq!(part(text), Some(Breakdown::Total), "{text}");
        }
        assert_eq!(
            part("Inciting a child"),
            Some(Breakdown::Offence("Inciting a child".to_owned()))
        );
        for text in ["19", "15 to 12", "12 to 40", "\u{202e}a"] {
            assert_eq!(part(text), None, "{text}");
        }
    }
}
