//! Days, periods and financial years (1 April to 31 March).

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, always a real one between 1900 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day that a source or a reader's clock can name.
    pub const FIRST: Self = Self { year: 1900, month: 1, day: 1 };

    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = (1900..=2199).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, nothing looser.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// The form that [`Date::parse`] reads.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1900.
    fn ordinal(self) -> u32 {
        let years: u32 = (1900..self.year).map(|y| if is_leap(y) { 366 } else { 365 }).sum();
        let months: u32 = (1..self.month).map(|m| u32::from(days_in_month(self.year, m))).sum();
        years + months + u32::from(self.day) - 1
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// A run of whole days, both ends counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// The period, or `None` if it would end before it starts.
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    pub fn start(self) -> Date {
        self.start
    }

    pub fn end(self) -> Date {
        self.end
    }

    /// Length in days, both ends counted.
    pub fn days(self) -> u32 {
        self.end.ordinal() - self.start.ordinal() + 1
    }

    /// The financial year this period is exactly, if it is one.
    pub fn financial_year(self) -> Option<FinancialYear> {
        let year = FinancialYear::new(self.start.year)?;
        (year.period() == Some(self)).then_some(year)
    }
}

/// A financial year, named by the calendar year it starts in: 2016 is 1 April 2016 to 31 March 2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FinancialYear(u16);

impl FinancialYear {
    /// The first year that can be named.
    pub const FIRST: Self = Self(1900);

    /// The year starting on 1 April `start`, from 1900 to 2198.
    pub fn new(start: u16) -> Option<Self> {
        (1900..=2198).contains(&start).then_some(Self(start))
    }

    /// Reads the form used in addresses, `2016-17`, nothing looser.
    pub fn parse_slug(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('-')?;
        if start.len() != 4
            || end.len() != 2
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return None;
        }
        let year = Self::new(start.parse().ok()?)?;
        (year.slug() == text).then_some(year)
    }

    /// The calendar year it starts in.
    pub fn start(self) -> u16 {
        self.0
    }

    /// `2016/17`.
    pub fn label(self) -> String {
        format!("{}/{:02}", self.0, (self.0 + 1) % 100)
    }

    /// `2016-17`, for addresses and file names.
    pub fn slug(self) -> String {
        format!("{}-{:02}", self.0, (self.0 + 1) % 100)
    }

    /// `year ending March 2017`.
    pub fn ending(self) -> String {
        format!("year ending March {}", self.0 + 1)
    }

    /// Its days. Always present: the range of starts keeps both ends inside [`Date`]'s.
    pub fn period(self) -> Option<Period> {
        Period::new(Date::new(self.0, 4, 1)?, Date::new(self.0 + 1, 3, 31)?)
    }

    /// Length in days: 365 or 366.
    pub fn days(self) -> u32 {
        self.period().map_or(365, Period::days)
    }

    /// The year after.
    pub fn next(self) -> Self {
        Self((self.0 + 1).min(2198))
    }

    /// The year before.
    pub fn previous(self) -> Self {
        Self((self.0 - 1).max(1900))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_real_days_are_read() {
        for bad in [
            "2015-02-29",
            "2015-13-01",
            "2015-00-10",
            "2015-1-1",
            "0000-01-01",
            "9999-01-01",
            "2015/01/01",
            "",
            "2015-01-01-01",
            "２015-01-01",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(Date::parse("2016-02-29"), Date::new(2016, 2, 29));
    }

    #[test]
    fn periods_count_both_ends() {
        let year = |a, b| Period::new(date(a), date(b)).unwrap();
        assert_eq!(year("2016-04-01", "2017-03-31").days(), 365);
        assert_eq!(year("2015-04-01", "2016-03-31").days(), 366);
        assert_eq!(year("2015-04-01", "2017-03-31").days(), 731);
        assert_eq!(Period::new(date("2017-01-02"), date("2017-01-01")), None);
    }

    #[test]
    fn a_financial_year_is_exact_or_none() {
        let period = |a, b| Period::new(date(a), date(b)).unwrap().financial_year();
        assert_eq!(period("2016-04-01", "2017-03-31"), FinancialYear::new(2016));
        assert_eq!(period("2017-04-03", "2017-10-03"), None);
        assert_eq!(period("2015-04-01", "2017-03-31"), None);
    }

    #[test]
    fn year_names_round_trip() {
        let year = FinancialYear::new(1999).unwrap();
        assert_eq!((year.label().as_str(), year.slug().as_str()), ("1999/00", "1999-00"));
        assert_eq!(FinancialYear::parse_slug("1999-00"), Some(year));
        for bad in ["2016-18", "2016/17", "16-17", "2016-2017", "-17", "9999-00", "2016-+7"] {
            assert_eq!(FinancialYear::parse_slug(bad), None, "{bad}");
        }
    }
}
