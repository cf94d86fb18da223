//! Answers without a number, as forces answer requests for information.

use super::number::digits;
use super::text::{split_words, trim};

/// Words and signs that can mean that there were no offences, or that there is no answer.
const NIL: [&str; 16] = [
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "nil",
    "nil return",
    "none",
    "none recorded",
    "none reported",
    "no offences",
    "no offences recorded",
    "no recorded offences",
    "no crimes",
    "no crimes recorded",
    "no recorded crimes",
    "no records",
];

/// The first words of an answer that gives no number.
const NOT_GIVEN: [&str; 33] = [
    "cannot be",
    "could not",
    "data not",
    "data unavailable",
    "declined",
    "did not",
    "exceeds cost",
    "exceeds the cost",
    "exempt",
    "exemption",
    "information not",
    "information unavailable",
    "ncnd",
    "neither confirm nor deny",
    "no answer",
    "no data",
    "no figure",
    "no information",
    "no reply",
    "no response",
    "not answered",
    "not applicable",
    "not available",
    "not collected",
    "not held",
    "not known",
    "not provided",
    "not recorded",
    "not supplied",
    "refusal",
    "refused",
    "unable to",
    "withheld",
];

/// The longest answer that is read, in bytes.
const LONGEST: usize = 200;

/// Whether a text can mean zero or no answer.
pub(super) fn is_nil(text: &str) -> bool {
    NIL.contains(&trim(text).to_ascii_lowercase().as_str())
}

/// Whether a text says that no number is given. One that holds a number may well give it, unless the
/// number is that of a section of the law.
pub(super) fn is_not_given(text: &str) -> bool {
    let words = split_words(text);
    let is_number = |word: &str| digits(word.as_bytes()).is_some();
    let section = |at: usize| {
        let mut from = words.iter().skip(at);
        match from.next().map_or("", String::as_str) {
            "section" | "sections" | "sec" | "s" | "ss" => {
                from.next().is_some_and(|w| is_number(w))
            }
            word => word.strip_prefix('s').is_some_and(is_number),
        }
    };
    let law = (0..words.len()).any(section);
    let has_number = words.iter().any(|word| is_number(word));
    let joined = words.join(" ");
    let known = NOT_GIVEN.iter().any(|start| {
        joined.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    text.len() <= LONGEST && (known && (law || !has_number) || section(0))
}

/// Whether a text says that the number is small and therefore not printed: `<5`, `Fewer than 5`,
/// `0-4`, `1 to 4`, `4 or fewer`.
pub(super) fn is_small(text: &str) -> bool {
    let text = trim(text).to_ascii_lowercase();
    let small = |text: &str| digits(trim(text).as_bytes()).filter(|n| *n <= 20);
    let before = [
        "<=",
        "<",
        "\u{2264}",
        "fewer than",
        "less than",
        "no more than",
        "under",
        "below",
        "up to",
        "at most",
    ];
    let after = ["or fewer", "or less", "or under"];
    let bound = |text: &str| {
        let after_word = before.iter().find_map(|word| text.strip_prefix(word));
        after_word.or_else(|| after.iter().find_map(|word| text.strip_suffix(word))).and_then(small)
    };
    let range = text.strip_prefix("between").unwrap_or(&text);
    let ends = [" to ", " and ", "-", "\u{2013}", "\u{2014}"].iter().find_map(|mark| {
        let (from, to) = range.split_once(mark)?;
        Some((small(from)?, small(to)?))
    });
    bound(&text).is_some() || ends.is_some_and(|(from, to)| from <= 1 && from < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_without_a_number() {
        for text in [
            "refused",
            "Refused under s.40(2)",
            "Exempt",
            "Exempt s.40(2)",
            "Section 12 exemption",
            "s40(2)",
            "S.12",
            "No information held",
            "Information not held",
            "Not held",
            "withheld",
            "Unable to provide",
            "No response",
            "not applicable",
        ] {
            assert!(is_not_given(text), "{text}");
        }
        for text in [
            "",
            "s",
            "no",
            "No response from 3 stations, 45",
            "not 5",
            "refusals",
            "section",
            "exempt 12",
            "5",
        ] {
            assert!(!is_not_given(text), "{text}");
        }
    }

    #[test]
    fn small_numbers_that_are_not_printed() {
        for text in [
            "<5",
            "< 10",
            "<=4",
            "\u{2264}4",
            "Fewer than 5",
            "0-4",
            "1 to 4",
            "0 \u{2013} 4",
            "between 1 and 4",
            "4 or fewer",
            "up to 4",
        ] {
            assert!(is_small(text), "{text}");
        }
        for text in
            ["<500", "5-9", "4-0", "1-400", "10-11", "4", "-4", "0-", "1-1", "1 and 4 or more"]
        {
            assert!(!is_small(text), "{text}");
        }
    }

    #[test]
    fn nil_is_asked_for() {
        assert!(["Nil", "NONE", " - ", "\u{2013}"].iter().all(|text| is_nil(text)));
        assert!(!["0", "zero", "x", "-3", ""].iter().any(|text| is_nil(text)));
    }
}
