//! Bytes of a field as text, and text normalised for comparing names.

pub use cyberflag_data::dataset::package::is_hidden;
use std::borrow::Cow;

/// The characters that Windows-1252 has from 0x80 to 0x9F; the others are those of Latin-1.
const UPPER: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// The text of a field: UTF-8, or else Windows-1252, which any bytes can be read as. The second
/// value is true for Windows-1252.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (bytes.iter().map(|byte| windows(*byte)).collect::<String>().into(), true),
    }
}

fn windows(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).and_then(|at| UPPER.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

/// The words of a text in lower case, only ASCII letters and digits: `Avon & Somerset` is `avon`,
/// `and`, `somerset`.
pub fn split_words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        match c {
            '&' => words.extend(["and".to_owned(), String::new()]),
            // Left out, so that `Int'l` and `Children’s` stay one word.
            '\'' | '\u{2019}' => {}
            c if c.is_ascii_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    word.push(c.to_ascii_lowercase());
                }
            }
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A text without white space at its ends, non-breaking spaces included.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_ascii_whitespace() || matches!(c, '\u{a0}' | '\u{feff}' | '\u{2007}' | '\u{202f}')
    })
}

/// A cell without white space at its ends, and without what keeps a spreadsheet from reading it as a
/// number: `="120"`, `'90`.
pub fn cell(text: &str) -> &str {
    let text = trim(text);
    let formula = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    trim(formula.or(text.strip_prefix('\'')).unwrap_or(text))
}

/// The start of a text, for a message.
pub fn short(text: &str) -> String {
    start(text, 60)
}

/// Line breaks and tabs, which a cell of a spreadsheet may hold.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t')
}

/// At most `most` characters of a text on one line, without hidden characters.
pub fn start(text: &str, most: usize) -> String {
    let visible =
        text.chars().map(|c| if is_break(c) { ' ' } else { c }).filter(|c| !is_hidden(*c));
    let mut start: String = visible.take(most).collect();
    if text.chars().nth(most).is_some() {
        start.push('\u{2026}');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf8_is_windows() {
        assert_eq!(decode("Dyfed\u{2013}Powys".as_bytes()), ("Dyfed\u{2013}Powys".into(), false));
        assert_eq!(
            decode(b"Dyfed\x96Powys \x80 \xe9"),
            ("Dyfed\u{2013}Powys \u{20ac} \u{e9}".into(), true)
        );
    }

    #[test]
    fn words_are_normalised() {
        assert_eq!(split_words("  Devon &amp; Cornwall").join(" "), "devon and amp cornwall");
        assert_eq!(split_words("Avon & Somerset").join(" "), "avon and somerset");
        assert_eq!(split_words("DYFED-POWYS\u{a0}Police").join(" "), "dyfed powys police");
        assert!(split_words("\u{202e} -").is_empty());
        assert_eq!(trim("\u{a0} 12 \u{202f}"), "12");
        assert_eq!(short(&"x".repeat(80)).chars().count(), 61);
        assert_eq!(short("two\nlines"), "two lines");
        assert_eq!(
            ["=\"120\"", " '90 ", "=1+1", "'", "=\""].map(cell),
            ["120", "90", "=1+1", "", "=\""]
        );
    }
}
