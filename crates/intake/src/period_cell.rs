//! A cell or a heading that should hold a period: a text as [`period`] reads it, with marks, or what
//! a spreadsheet has made of it.

use super::text::{short, split_words};
use super::{mark, number, period};
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::domain::{Date, FinancialYear, Period};

/// Reads a period.
pub(super) fn read(text: &str) -> Option<Period> {
    let text = mark::split(text).0;
    if let Some(day) = serial(text) {
        return period::of_day(day);
    }
    let read = period::period(text)?;
    // `Mar-02` is the year ending then, or 2002-03 after a spreadsheet has made a date of it.
    let other = mangled(text).is_some_and(|year| year.period() != Some(read));
    (!other).then_some(read)
}

/// Reads the heading of a column of numbers, which may say so: `Offences 2022/23`, `Online sexual
/// offences 2022/23`.
pub(super) fn heading(text: &str) -> Option<Period> {
    const NUMBERS: [&str; 8] =
        ["number", "of", "offences", "offence", "recorded", "crimes", "count", "in"];
    // These alone would count something else: `Children 2022/23`.
    const KINDS: [&str; 9] =
        ["online", "cyber", "flagged", "sexual", "against", "children", "child", "by", "police"];
    let plain = mark::split(text).0;
    let is = |word: &str, of: &[&str]| {
        let word = word.trim_end_matches([',', ':']);
        of.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let counts = || plain.split_whitespace().any(|word| is(word, &["offences", "crimes"]));
    read(text)
        .or_else(|| {
            let words = plain.split_whitespace().filter(|word| !is(word, &NUMBERS));
            read(&words.collect::<Vec<_>>().join(" "))
        })
        .or_else(|| {
            let words =
                plain.split([' ', '-']).filter(|word| !is(word, &NUMBERS) && !is(word, &KINDS));
            read(&words.collect::<Vec<_>>().join(" ")).filter(|_| counts())
        })
}

/// Reads one day, as [`period::date`] does.
pub(super) fn day(text: &str, ends: bool) -> Option<Date> {
    let text = mark::split(text).0;
    serial(text).or_else(|| period::date(text, ends))
}

/// Whether a text is a period, or something that people take for one: it is read or refused with a
/// reason of its own.
pub(super) fn is_like(text: &str) -> bool {
    read(text).is_some()
        || !matches!(fault(text), Problem::UnknownPeriod(_))
        || day(text, false).is_some()
}

/// Why a text is no period.
pub(super) fn fault(text: &str) -> Problem {
    let text = mark::split(text).0;
    let found = short(text);
    if is_calendar_year(text) {
        return Problem::CalendarYear(found);
    }
    match mangled(text) {
        Some(year) => Problem::ExcelDate { found, year: year.slug() },
        None => Problem::UnknownPeriod(found),
    }
}

/// `2022`, `Calendar year 2022`, `CY2022`.
pub(super) fn is_calendar_year(text: &str) -> bool {
    let mut words = split_words(mark::split(text).0);
    words.retain(|word| !matches!(word.as_str(), "calendar" | "year" | "cy"));
    let [year] = words.as_slice() else { return false };
    let year = year.strip_prefix("cy").unwrap_or(year);
    let year = number::digits(year.as_bytes()).filter(|_| year.len() == 4);
    year.is_some_and(|year| (1900..2100).contains(&year))
}

/// The day that a number of five digits stands for in a spreadsheet: 45016 is 31 March 2023.
fn serial(text: &str) -> Option<Date> {
    /// 1 January 1975.
    const FIRST: u64 = 27_395;
    let n = number::digits(text.as_bytes()).filter(|_| text.len() == 5)?;
    let mut left = n.checked_sub(FIRST)?;
    for year in 1975..2060 {
        for month in 1..=12 {
            let last = period::last_day(year, month)?;
            if left < u64::from(last.day()) {
                return Date::new(year, month, left as u8 + 1);
            }
            left -= u64::from(last.day());
        }
    }
    None
}

/// The financial year that a spreadsheet has made this date of. It takes 2011-12 for December 2011
/// and 12-13 for December 2013, and shows `Dec-11` or the first of the month; it takes 10-11 for 10
/// November and shows `10-Nov`.
fn mangled(text: &str) -> Option<FinancialYear> {
    if let Some((day, month)) = period::day_and_month(text) {
        return FinancialYear::new(2000 + u16::from(day)).filter(|_| month == day + 1);
    }
    let as_excel_writes =
        text.len() == "Dec-11".len() || text.starts_with(|c: char| c.is_ascii_digit());
    let date = serial(text).or_else(|| period::date(text, false).filter(|_| as_excel_writes))?;
    let (year, month) = (date.year(), u16::from(date.month()));
    if date.day() != 1 {
        None
    } else if month == (year + 1) % 100 {
        FinancialYear::new(year)
    } else {
        FinancialYear::new(year.checked_sub(1)?).filter(|_| year % 100 == month + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_and_marks_are_read() {
        let year = |y| FinancialYear::new(y).unwrap().period();
        for (text, start) in [
            ("45016", 2022),
            ("44652", 2022),
            ("45382", 2023),
            ("2023/24 [r]", 2023),
            ("YE Mar 2024 (provisional)", 2023),
            ("2011/12 (1)", 2011),
            ("YE Mar-02", 2001),
            ("Mar-24", 2023),
            ("=\"2022/23\"", 2022),
            ("'2022/23", 2022),
        ] {
            assert_eq!(read(text), year(start), "{text}");
        }
        for text in
            ["Offences 2022/23", "Number of offences, 2022/23 [r]", "2022/23 recorded crimes"]
        {
            assert_eq!(heading(text), year(2022), "{text}");
        }
        for text in [
            "Online sexual offences against children 2022/23",
            "Recorded crimes by police, 2022/23",
        ] {
            assert_eq!(heading(text), year(2022), "{text}");
        }
        for text in
            ["Children 2022/23", "Population 2022/23", "Offences per 1,000 children 2022/23"]
        {
            assert_eq!(heading(text), None, "{text}");
        }
        assert_eq!(day("36585", false), Date::new(2000, 2, 29));
        assert_eq!(day("43190", true), Date::new(2018, 3, 31));
        for text in ["45017", "120", "4501", "99999", "2023/24 (Apr to Sep)"] {
            assert_eq!(read(text).map(|p| p.days()), (text == "45017").then_some(366), "{text}");
        }
    }

    #[test]
    fn dates_that_a_spreadsheet_made_of_years_are_reported_and_never_guessed() {
        for (text, year) in [
            ("Dec-11", "2011-12"),
            ("Dec-13", "2012-13"),
            ("01/12/2013", "2012-13"),
            ("2013-12-01 00:00:00", "2012-13"),
            ("41609", "2012-13"),
            ("Nov-10", "2010-11"),
            ("01/09/2008", "2008-09"),
            ("Mar-02", "2002-03"),
            ("10-Nov", "2010-11"),
            ("11-Dec", "2011-12"),
        ] {
            assert_eq!(read(text), None, "{text}");
            let expected = Problem::ExcelDate { found: text.to_owned(), year: year.to_owned() };
            assert_eq!(fault(text), expected, "{text}");
        }
        for text in ["Dec-14", "December 2011", "02/12/2013", "10-Dec", "May 2016", "Kent"] {
            assert_eq!(fault(text), Problem::UnknownPeriod(text.to_owned()));
        }
    }

    #[test]
    fn calendar_years_are_reported() {
        for text in ["2022", "2022 [r]", "CY2022", "Calendar year 2022"] {
            assert!(matches!(fault(text), Problem::CalendarYear(_)), "{text}");
            assert!(read(text).is_none() && is_like(text), "{text}");
        }
        for text in ["FY 2022", "2022/23", "12", "20222", "Year", "2500"] {
            assert!(!is_calendar_year(text), "{text}");
        }
    }
}
