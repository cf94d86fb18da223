//! A cell that should hold a count: a number as people write it, or a mark that says why there is
//! none.

use super::answer;
use super::mark;
use super::text::{cell, short, trim};
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::domain::{Count, Qualifier};

/// More than all recorded crime of a year: nothing here can be larger.
const MOST: u64 = 10_000_000;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Count),
    /// A number below zero: a correction of earlier rows, in tables that are added up.
    Correction(u32),
    /// Hidden to protect people.
    Suppressed,
    /// The source says that it has none.
    NotGiven,
    /// Nothing at all: no figure.
    Empty,
}

impl Value {
    /// What it adds to a sum.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Number(count) => i64::from(count.n),
            Self::Correction(n) => -i64::from(n),
            Self::Suppressed | Self::NotGiven | Self::Empty => 0,
        }
    }
}

/// Marks of a hidden number.
const HIDDEN: [&str; 12] =
    ["*", "**", "***", "c", "[c]", "(c)", "s", "[s]", "supp", "suppressed", "hidden", "redacted"];
/// Marks of a number that the source does not have.
const NONE: [&str; 15] =
    ["x", "[x]", "(x)", ":", ".", "..", "...", "[z]", "z", "n/a", "na", "n.a.", "#n/a", "[u]", "u"];
/// Words before a number that is a lower bound, and before one that is rounded.
const AT_LEAST: [&str; 7] = ["at least", "more than", "over", ">=", ">", "\u{2265}", "min"];
const ABOUT: [&str; 9] =
    ["about", "nearly", "almost", "around", "approximately", "approx", "circa", "c.", "~"];

/// The value of a cell, and a note about the rest of its text.
pub(super) struct CellReading {
    pub(super) value: Value,
    pub(super) note: Option<String>,
}

/// Reads a cell of a table in which `Nil` is not explained.
///
/// # Errors
/// What is wrong with it, as [`Problem`].
pub fn value(text: &str) -> Result<Value, Problem> {
    read_cell(text, None).map(|reading| reading.value)
}

/// Reads a cell; `nil` is what `Nil` and `None` stand for, where the reader has said so.
///
/// # Errors
/// What is wrong with it, as [`Problem`].
pub(super) fn read_cell(text: &str, nil: Option<Value>) -> Result<CellReading, Problem> {
    let printed = cell(text);
    // Nearly all cells end here.
    if let Some(n) = whole(printed) {
        return Ok(CellReading { value: number(n, Qualifier::Exact, printed)?, note: None });
    }
    if let Some(value) = sign(&printed.to_ascii_lowercase()) {
        return Ok(CellReading { value, note: None });
    }
    let (text, marks) = mark::split(printed);
    let value = if let Some(value) = sign(&text.to_ascii_lowercase()) {
        return Ok(CellReading { value, note: marks.map(mark::note) });
    } else if answer::is_small(text) {
        Value::Suppressed
    } else if answer::is_not_given(text) {
        Value::NotGiven
    } else if answer::is_nil(text) {
        nil.ok_or_else(|| Problem::Nil(short(text)))?
    } else {
        // A number in brackets after another may be a footnote, or not.
        let mut brackets = marks.unwrap_or_default().split('(').skip(1);
        if brackets.any(|inner| inner.starts_with(|c: char| c.is_ascii_digit())) {
            return Err(Problem::BadNumber(short(printed)));
        }
        return Ok(CellReading { value: count(text)?, note: marks.map(mark::note) });
    };
    let note = format!("Printed as \u{201c}{}\u{201d}", super::text::start(printed, 200));
    Ok(CellReading { value, note: Some(note) })
}

/// A sign that stands for a number, or no text at all.
fn sign(small: &str) -> Option<Value> {
    if small.is_empty() {
        Some(Value::Empty)
    } else if HIDDEN.contains(&small) {
        Some(Value::Suppressed)
    } else {
        NONE.contains(&small).then_some(Value::NotGiven)
    }
}

fn count(text: &str) -> Result<Value, Problem> {
    let small = text.to_ascii_lowercase();
    let bad = || Problem::BadNumber(short(text));
    if small == "zero" {
        return number(0, Qualifier::Exact, text);
    }
    if let Some(below) = small.strip_prefix('-').or(small.strip_prefix('\u{2212}')) {
        let n = whole(trim(below)).filter(|n| *n <= MOST).ok_or_else(bad)?;
        return Ok(Value::Correction(n as u32));
    }
    let after = |words: &[&str]| {
        words.iter().find_map(|word| small.strip_prefix(word)).and_then(|rest| whole(trim(rest)))
    };
    if let Some(n) = after(&AT_LEAST).or(small.strip_suffix('+').and_then(|n| whole(trim(n)))) {
        return number(n, Qualifier::AtLeast, text);
    }
    if let Some(n) = after(&ABOUT) {
        return number(n, Qualifier::About, text);
    }
    number(whole(&small).ok_or_else(bad)?, Qualifier::Exact, text)
}

fn number(n: u64, qualifier: Qualifier, text: &str) -> Result<Value, Problem> {
    if n > MOST {
        return Err(Problem::TooLarge(short(text)));
    }
    Ok(Value::Number(Count { n: n as u32, qualifier }))
}

/// Digits alone.
pub(super) fn digits(text: &[u8]) -> Option<u64> {
    if text.is_empty() || text.len() > 15 {
        return None;
    }
    text.iter().try_fold(0, |n, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| n * 10 + u64::from(digit))
    })
}

/// A whole number with separators of thousands, or with a fraction of zeros: `1,234`, `1 234`,
/// `5.0`. Nothing that could be a fraction, such as `1.234`.
fn whole(text: &str) -> Option<u64> {
    let (text, zeros) = text.split_once('.').unwrap_or((text, ""));
    if !zeros.bytes().all(|b| b == b'0') {
        return None;
    }
    let mut parts = text.split([',', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '\u{2019}']);
    let first = parts.next()?;
    let mut joined = first.to_owned();
    let mut split = false;
    for part in parts {
        split = true;
        if part.len() != 3 {
            return None;
        }
        joined.push_str(part);
    }
    if split && first.len() > 3 {
        return None;
    }
    digits(joined.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(n: u32) -> Value {
        Value::Number(Count::exact(n))
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, n) in [
            ("0", 0),
            ("241", 241),
            (" 5,653 ", 5653),
            ("1 234", 1234),
            ("1\u{a0}234", 1234),
            ("1'234'567", 1_234_567),
            ("12.0", 12),
            ("012", 12),
            ("=\"120\"", 120),
            ("'90", 90),
            ("90 [e]", 90),
            ("1,234*", 1234),
            ("120r", 120),
            ("zero", 0),
        ] {
            assert_eq!(value(text), Ok(exact(n)), "{text}");
        }
        for (text, n, qualifier) in [
            ("more than 3,000", 3000, Qualifier::AtLeast),
            (">3000", 3000, Qualifier::AtLeast),
            ("3,000+", 3000, Qualifier::AtLeast),
            ("Nearly 100", 100, Qualifier::About),
            ("c. 100", 100, Qualifier::About),
            ("~100", 100, Qualifier::About),
        ] {
            assert_eq!(value(text), Ok(Value::Number(Count { n, qualifier })), "{text}");
        }
    }

    #[test]
    fn marks_say_why_there_is_none() {
        for text in
            ["<5", "< 10", "fewer than 5", "*", "C", "[c]", "Suppressed", "0-4", "* [note 1]"]
        {
            assert_eq!(value(text), Ok(Value::Suppressed), "{text}");
        }
        for text in ["x", "[x]", "..", ":", "N/A", "[z]", "not available", "refused"] {
            assert_eq!(value(text), Ok(Value::NotGiven), "{text}");
        }
        assert_eq!(value("  "), Ok(Value::Empty));
        assert_eq!(value("-3"), Ok(Value::Correction(3)));
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        for text in [
            "1.234",
            "12,34",
            "1,2345",
            "1234,567",
            "NaN",
            "Infinity",
            "1e5",
            "0x10",
            "5%",
            "=1+1",
            "twelve",
            "\u{661}\u{662}",
            "(5)",
            "<500",
            "12 offences",
            "--5",
            "12 (5)",
            "120 [c]",
            "[note 1]",
        ] {
            assert!(matches!(value(text), Err(Problem::BadNumber(_))), "{text}: {:?}", value(text));
        }
        assert!(matches!(value("10000001"), Err(Problem::TooLarge(_))));
        assert!(value("99999999999999999999").is_err());
        let nil = |text, nil| read_cell(text, nil).map(|reading| reading.value);
        for text in ["-", "\u{2013}", "Nil", "None"] {
            assert_eq!(value(text), Err(Problem::Nil(text.to_owned())));
            assert_eq!(nil(text, Some(exact(0))), Ok(exact(0)));
            assert_eq!(nil(text, Some(Value::NotGiven)), Ok(Value::NotGiven));
        }
    }

    #[test]
    fn answers_and_marks_become_notes() {
        for (text, note) in [
            ("5", None),
            ("*", None),
            ("90 [e]", Some("Marked \u{201c}[e]\u{201d} in the table")),
            ("<5", Some("Printed as \u{201c}<5\u{201d}")),
            ("Exempt s.40(2)", Some("Printed as \u{201c}Exempt s.40(2)\u{201d}")),
        ] {
            assert_eq!(read_cell(text, None).unwrap().note.as_deref(), note, "{text}");
        }
    }
}
