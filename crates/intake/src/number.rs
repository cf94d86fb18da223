//! A cell that should hold a count: a number as people write it, or a mark that says why there is
//! none.

use super::text::{short, trim};
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::domain::{Count, Qualifier};

/// More than all recorded crime of a year: nothing here can be larger.
const MOST: u64 = 10_000_000;

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Count),
    /// A number below nought: a correction of earlier rows, in tables that are added up.
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
const NONE: [&str; 22] = [
    "x",
    "[x]",
    "(x)",
    ":",
    ".",
    "..",
    "...",
    "[z]",
    "z",
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "[u]",
    "u",
    "not available",
    "not applicable",
    "not provided",
    "not supplied",
    "not known",
    "no data",
    "no response",
];
/// Words before a number that is a lower bound, and before one that is rounded.
const AT_LEAST: [&str; 7] = ["at least", "more than", "over", ">=", ">", "\u{2265}", "min"];
const ABOUT: [&str; 9] =
    ["about", "nearly", "almost", "around", "approximately", "approx", "circa", "c.", "~"];

/// Reads a cell.
///
/// # Errors
/// What is wrong with it, as [`Problem`].
pub fn value(text: &str) -> Result<Value, Problem> {
    let text = trim(text);
    if let Some(n) = digits(text.as_bytes()) {
        return number(n, Qualifier::Exact, text);
    }
    if text.is_empty() {
        return Ok(Value::Empty);
    }
    let small = text.to_ascii_lowercase();
    if HIDDEN.contains(&small.as_str()) || is_small(&small) {
        return Ok(Value::Suppressed);
    }
    if NONE.contains(&small.as_str()) {
        return Ok(Value::NotGiven);
    }
    let bad = || Problem::BadNumber(short(text));
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

/// `<5`, `< 10`, `fewer than 5`: below any number that would be printed.
fn is_small(text: &str) -> bool {
    let words = ["<", "fewer than", "less than", "under", "\u{2264}"];
    let rest = words.iter().find_map(|word| text.strip_prefix(word));
    rest.and_then(|rest| digits(trim(rest).trim_start_matches('=').as_bytes()))
        .is_some_and(|n| n <= 20)
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

/// A whole number with separators of thousands, or with a fraction of noughts: `1,234`, `1 234`,
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
        for text in ["<5", "< 10", "fewer than 5", "*", "C", "[c]", "Suppressed"] {
            assert_eq!(value(text), Ok(Value::Suppressed), "{text}");
        }
        for text in ["x", "[x]", "..", ":", "N/A", "[z]", "not available"] {
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
            "-",
            "\u{2013}",
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
        ] {
            assert!(matches!(value(text), Err(Problem::BadNumber(_))), "{text}: {:?}", value(text));
        }
        assert!(matches!(value("10000001"), Err(Problem::TooLarge(_))));
        assert!(value("99999999999999999999").is_err());
    }
}
