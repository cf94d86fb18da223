//! Marks at the end of a heading, a name or a number: `2023/24 [r]`, `Kent (note 3)`, `90*`.

use super::text::{cell, trim};

/// Signs of footnotes.
const SIGNS: &str = "*\u{2020}\u{2021}\u{a7}#^\u{b9}\u{b2}\u{b3}\u{2070}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}";
/// Letters that say how a figure was made, or count footnotes. Not those that stand for a figure that
/// is hidden or not there, such as `[c]` and `[x]`.
const LETTERS: &str = "abdefpru";
/// Words that need no brackets.
const WORDS: [&str; 5] = ["provisional", "revised", "estimated", "prov", "rev"];
/// Words that are marks only in brackets.
const IN_BRACKETS: [&str; 10] =
    ["note", "notes", "footnote", "footnotes", "fn", "see", "and", "estimate", "final", "draft"];

/// A text without the marks at its end, and those, if there are any.
pub(super) fn split(text: &str) -> (&str, Option<&str>) {
    let text = cell(text);
    let mut rest = text;
    while let Some(shorter) = without_last(rest).filter(|shorter| !shorter.is_empty()) {
        rest = shorter;
    }
    let marks = text.get(rest.len()..).map(trim).filter(|marks| !marks.is_empty());
    (rest, marks)
}

/// The text of a note about marks.
pub(super) fn note(marks: &str) -> String {
    format!("Marked \u{201c}{}\u{201d} in the table", super::text::short(marks))
}

/// A text without its last mark; `None` if it ends with none.
fn without_last(text: &str) -> Option<&str> {
    let last = text.chars().next_back()?;
    let before = if SIGNS.contains(last) {
        text.strip_suffix(last)?
    } else if let Some((open, close)) = [('[', ']'), ('(', ')')].iter().find(|(_, c)| *c == last) {
        let (before, inner) = text.strip_suffix(*close)?.rsplit_once(*open)?;
        is_mark(inner).then_some(before)?
    } else {
        let word = text.rsplit(|c: char| !c.is_ascii_alphabetic()).next()?;
        let before = text.strip_suffix(word)?;
        let known = WORDS.iter().any(|known| known.eq_ignore_ascii_case(word));
        // `2023/24p`, `120 r`, as older tables have it.
        let letter =
            matches!(word, "p" | "r") && before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        (letter || known).then_some(before)?
    };
    Some(before.trim_end_matches([' ', ',', ';', '\u{a0}']))
}

/// Whether what stands in brackets is a mark: `note 3`, `r`, `1`, `provisional`.
fn is_mark(inner: &str) -> bool {
    let words = super::text::split_words(inner);
    !words.is_empty()
        && words.iter().all(|word| {
            let number = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
            let letter = word.len() == 1 && LETTERS.contains(word.as_str());
            let known = |list: &[&str]| list.contains(&word.as_str());
            number || letter || known(&WORDS) || known(&IN_BRACKETS)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_as_people_write_them() {
        for (text, rest, marks) in [
            ("2023/24 [r]", "2023/24", "[r]"),
            ("2023/24*", "2023/24", "*"),
            ("YE Mar 2024 (provisional)", "YE Mar 2024", "(provisional)"),
            ("YE Mar 2024 Provisional", "YE Mar 2024", "Provisional"),
            ("2023/24p", "2023/24", "p"),
            ("Apr 2023 to Mar 2024 [note 3]", "Apr 2023 to Mar 2024", "[note 3]"),
            ("Kent [note 2] [r]", "Kent", "[note 2] [r]"),
            ("Kent (notes 1, 2 and 3)\u{2020}", "Kent", "(notes 1, 2 and 3)\u{2020}"),
            ("Kent\u{b9}", "Kent", "\u{b9}"),
            ("=\"90 [e]\"", "90", "[e]"),
        ] {
            assert_eq!(split(text), (rest, Some(marks)), "{text}");
        }
    }

    #[test]
    fn what_says_something_else_is_no_mark() {
        for text in [
            "2023/24",
            "2023/24 (Apr to Sep)",
            "2023/24 (Q1)",
            "2023/24 (6 months)",
            "2023/24 (to date)",
            "Kent (excluding Medway)",
            "120 [c]",
            "120 [x]",
            "*",
            "[note 1]",
            "(5)",
            "supp",
            "September",
            "",
        ] {
            assert_eq!(split(text), (text, None), "{text}");
        }
    }
}
