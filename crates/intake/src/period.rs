//! Periods and dates as people write them: `2016/17`, `year ending March 2017`, two days.

use cyberflag_data::domain::{Date, FinancialYear, Period};

/// A part of the text that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it has.
    Number(u16, usize),
    /// A month, 1 to 12.
    Month(u8),
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Words that say nothing about which period it is.
const FILLERS: [&str; 22] = [
    "financial",
    "fiscal",
    "year",
    "years",
    "yr",
    "fy",
    "ye",
    "ending",
    "ended",
    "end",
    "to",
    "from",
    "until",
    "and",
    "the",
    "of",
    "st",
    "nd",
    "rd",
    "th",
    "between",
    "in",
];

/// The tokens of a text; `None` if a word in it means nothing here.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    // A time of day after a date says nothing more.
    let mut rest = super::text::cell(text).as_bytes();
    let midnight = |at: &[u8]| matches!(at, [b' ' | b'T', b'0', b'0', b':', b'0', b'0', ..]);
    if let Some(at) = rest.windows(6).position(midnight) {
        rest = rest.get(..at).unwrap_or(rest);
    }
    while let Some(first) = rest.first() {
        let kind = |b: &u8| (b.is_ascii_digit(), b.is_ascii_alphabetic());
        let of_first = kind(first);
        let end = rest.iter().position(|b| kind(b) != of_first).unwrap_or(rest.len());
        let (part, next) = rest.split_at(end);
        rest = next;
        let word = String::from_utf8_lossy(part).to_ascii_lowercase();
        if of_first.0 {
            if part.len() > 4 || tokens.len() > 6 {
                return None;
            }
            tokens.push(Token::Number(word.parse().ok()?, part.len()));
        } else if of_first.1 {
            match MONTHS.iter().position(|m| word.starts_with(m) && is_month(&word)) {
                Some(month) => tokens.push(Token::Month(month as u8 + 1)),
                None if FILLERS.contains(&word.as_str()) => {}
                None => return None,
            }
        } else if !part.iter().all(|b| b" /-.,'()\t".contains(b)) && !is_dash(&word) {
            return None;
        }
    }
    Some(tokens)
}

/// Three letters, or the whole name.
fn is_month(word: &str) -> bool {
    const LONG: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.len() == 3 || word == "sept" || LONG.contains(&word)
}

/// Dashes and non-breaking spaces, which spreadsheets put for a hyphen and a space.
fn is_dash(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(
            c,
            ' ' | '/' | '-' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}'
        )
    })
}

/// A year of two or four digits.
fn year(token: Token) -> Option<u16> {
    match token {
        Token::Number(n, 4) => Some(n),
        Token::Number(n, 2) => Some(2000 + n),
        _ => None,
    }
}

pub(super) fn last_day(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

/// One day from three tokens: the year first, or the day first as in Britain.
fn day(parts: [Token; 3]) -> Option<Date> {
    match parts {
        [Token::Number(y, 4), Token::Number(m, _), Token::Number(d, _)] => {
            Date::new(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?)
        }
        [Token::Number(d, _), Token::Number(m, _), y] => {
            Date::new(year(y)?, u8::try_from(m).ok()?, u8::try_from(d).ok()?)
        }
        [Token::Number(d, _), Token::Month(m), y] => Date::new(year(y)?, m, u8::try_from(d).ok()?),
        _ => None,
    }
}

/// Reads a period; `None` where the text is none, or could be several.
pub fn period(text: &str) -> Option<Period> {
    let tokens = tokens(text)?;
    match *tokens.as_slice() {
        // Two years that follow each other.
        [a @ Token::Number(..), b @ Token::Number(..)] => {
            let (first, second) = (year(a)?, year(b)?);
            let same = matches!(b, Token::Number(_, 2)) && second % 100 == (first + 1) % 100;
            (second == first + 1 || same).then(|| FinancialYear::new(first)?.period()).flatten()
        }
        // The twelve months that end with this one, where the text says so or it is March.
        [Token::Month(month), y] => {
            let y = year(y)?;
            let ends = says_end(text) || month == 3;
            let start = if month == 12 { (y, 1) } else { (y.checked_sub(1)?, month + 1) };
            ends.then(|| Period::new(Date::new(start.0, start.1, 1)?, last_day(y, month)?))
                .flatten()
        }
        [Token::Month(from), a, Token::Month(to), b] => {
            Period::new(Date::new(year(a)?, from, 1)?, last_day(year(b)?, to)?)
        }
        [a, b, c] => of_day(day([a, b, c])?),
        [a, b, c, d, e, f] => Period::new(day([a, b, c])?, day([d, e, f])?),
        _ => None,
    }
}

/// The financial year that starts or ends on a day.
pub(super) fn of_day(date: Date) -> Option<Period> {
    let starts = (date.month(), date.day()) == (4, 1);
    let ends = (date.month(), date.day()) == (3, 31);
    let first = if starts { date.year() } else { date.year().checked_sub(1)? };
    (starts || ends).then(|| FinancialYear::new(first)?.period()).flatten()
}

/// A day without a year: `10-Nov`.
pub(super) fn day_and_month(text: &str) -> Option<(u8, u8)> {
    match *tokens(text)?.as_slice() {
        [Token::Number(day, 1..=2), Token::Month(month)] => Some((u8::try_from(day).ok()?, month)),
        _ => None,
    }
}

fn says_end(text: &str) -> bool {
    super::text::split_words(text)
        .iter()
        .any(|w| matches!(w.as_str(), "ending" | "ended" | "end" | "to" | "ye"))
}

/// Reads one day. A month alone is its first day, or its last where a period `ends` with it.
pub fn date(text: &str, ends: bool) -> Option<Date> {
    let tokens = tokens(text)?;
    match *tokens.as_slice() {
        [a, b, c] => day([a, b, c]),
        [Token::Month(month), y] if ends => last_day(year(y)?, month),
        [Token::Month(month), y] => Date::new(year(y)?, month, 1),
        _ => None,
    }
}

/// Reads a quarter of the financial year, 1 to 4: `1`, `Q1`, `Quarter 1`, `Apr-Jun`.
pub fn quarter(text: &str) -> Option<u8> {
    let words = super::text::split_words(text);
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["1" | "q1"] | ["quarter" | "q" | "qtr", "1"] => Some(1),
        ["2" | "q2"] | ["quarter" | "q" | "qtr", "2"] => Some(2),
        ["3" | "q3"] | ["quarter" | "q" | "qtr", "3"] => Some(3),
        ["4" | "q4"] | ["quarter" | "q" | "qtr", "4"] => Some(4),
        [from, .., to] => match (from.get(..3)?, to.get(..3)?) {
            ("apr", "jun") => Some(1),
            ("jul", "sep") => Some(2),
            ("oct", "dec") => Some(3),
            ("jan", "mar") => Some(4),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_financial_year_in_many_ways() {
        let expected = FinancialYear::new(2016).unwrap().period();
        for text in [
            "2016/17",
            "2016-17",
            "2016\u{2013}17",
            "2016/2017",
            "2016-2017",
            "FY 2016/17",
            "16/17",
            "Financial year 2016/17",
            "year ending March 2017",
            "Year ending 31 March 2017",
            "year to Mar 2017",
            "YE Mar-17",
            "Mar 2017",
            "Apr 2016 to Mar 2017",
            "April 2016 - March 2017",
            "1 April 2016 to 31 March 2017",
            "1st April 2016 - 31st March 2017",
            "01/04/2016 - 31/03/2017",
            "2016-04-01/2017-03-31",
            "2016-04-01 to 2017-03-31",
            "31/03/2017",
            "2017-03-31",
            "01/04/2016",
            "2016-04-01T00:00:00",
            " 2016/17\u{a0}",
        ] {
            assert_eq!(period(text), expected, "{text}");
        }
        assert_eq!(period("1999-00"), FinancialYear::new(1999).unwrap().period());
    }

    #[test]
    fn other_periods_stay_what_they_are() {
        let days = |a: &str, b: &str| Period::new(Date::parse(a).unwrap(), Date::parse(b).unwrap());
        assert_eq!(period("April 2015 to March 2017"), days("2015-04-01", "2017-03-31"));
        assert_eq!(period("3 Apr 2017 to 3 Oct 2017"), days("2017-04-03", "2017-10-03"));
        assert_eq!(period("year ending June 2017"), days("2016-07-01", "2017-06-30"));
        assert_eq!(period("year ending December 2017"), days("2017-01-01", "2017-12-31"));
    }

    #[test]
    fn what_is_no_period_or_several_is_refused() {
        for text in [
            "",
            "2016",
            "2016-18",
            "2016/99",
            "June 2017",
            "0000-01-01",
            "9999/00",
            "0/1",
            "31/02/2017",
            "2016-17-18-19",
            "March",
            "2016/17 provisional",
            "year",
            "12345-46",
            "<script>",
            "31/03/0000",
            "\u{661}\u{662}",
            "2017-06-01",
        ] {
            assert_eq!(period(text), None, "{text}");
        }
    }

    #[test]
    fn days_and_quarters() {
        assert_eq!(date("1/4/2016", false), Date::new(2016, 4, 1));
        assert_eq!(date("2016-04-01 00:00:00", false), Date::new(2016, 4, 1));
        assert_eq!(date("March 2017", true), Date::new(2017, 3, 31));
        assert_eq!(date("Feb 2016", true), Date::new(2016, 2, 29));
        assert_eq!(date("April 2016", false), Date::new(2016, 4, 1));
        for (text, q) in
            [("1", 1), ("Q2", 2), ("Quarter 3", 3), ("Jan-Mar", 4), ("Apr to Jun 2016", 0)]
        {
            assert_eq!(quarter(text).unwrap_or(0), q, "{text}");
        }
    }
}
