//! Rates, shares and daily averages.

use cyberflag_data::domain::{Cell, Count, Why};

/// Below this many children no rate is published: a handful of offences recorded among visitors
/// would dwarf any real rate. City of London, with 1,166 children in mid-2016, is the only such
/// force; the next smallest area has over 80,000.
pub const FEWEST_CHILDREN: u32 = 10_000;

/// Offences recorded per 10,000 children aged 0 to 17.
///
/// # Units
/// `children` is the mid-year estimate for the year in which the financial year starts.
pub fn rate(count: Cell<Count>, children: Option<u32>) -> Cell<f64> {
    let known = match count {
        Cell::Value(c) => f64::from(c.n),
        Cell::Zero => 0.0,
        blank => return blank.and_then(|_| Cell::Zero),
    };
    match children {
        None | Some(0) => Cell::NotPublished(Why::NoPopulation),
        Some(n) if n < FEWEST_CHILDREN => Cell::NotApplicable(Why::TooFewChildren),
        Some(_) if known == 0.0 => Cell::Zero,
        Some(n) => Cell::Value(known / f64::from(n) * 10_000.0),
    }
}

/// Average a day. `None` for a period of no days.
pub fn per_day(n: u32, days: u32) -> Option<f64> {
    (days > 0).then(|| f64::from(n) / f64::from(days))
}

/// Part of a whole, in per cent. `None` if the whole is zero or smaller than the part.
pub fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0 && part <= whole).then(|| f64::from(part) / f64::from(whole) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_needs_enough_children() {
        let ten = Cell::Value(Count::exact(10));
        assert_eq!(rate(ten, Some(50_000)), Cell::Value(2.0));
        assert_eq!(rate(ten, Some(1_166)), Cell::NotApplicable(Why::TooFewChildren));
        assert_eq!(rate(ten, None), Cell::NotPublished(Why::NoPopulation));
        assert_eq!(rate(Cell::Zero, Some(50_000)), Cell::Zero);
        let blank = Cell::NotPublished(Why::NoFigureFound);
        assert_eq!(rate(blank, Some(50_000)), Cell::NotPublished(Why::NoFigureFound));
    }

    #[test]
    fn shares_and_days_are_none_where_undefined() {
        assert_eq!(share(1, 4), Some(25.0));
        assert_eq!(share(1, 0), None);
        assert_eq!(share(5, 4), None);
        assert_eq!(per_day(10, 0), None);
        assert_eq!(per_day(730, 365), Some(2.0));
    }
}
