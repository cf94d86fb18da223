//! Change between two numbers, only where they can be compared.

use cyberflag_data::domain::{Cell, Count, Qualifier, Why};

/// The smallest earlier number of which a percentage is computed.
pub const SMALLEST_BASE: u32 = 20;

/// A change between two exact, comparable numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The earlier number.
    pub from: u32,
    /// The later number.
    pub to: u32,
    /// Per cent of the earlier number; negative for a fall.
    pub percent: f64,
}

/// The change from `from` to `to`, or why there is none.
///
/// The caller has made sure that both count the same offences over the same forces.
pub fn change(from: Cell<Count>, to: Cell<Count>) -> Cell<Change> {
    let (Some(a), Some(b)) = (from.count(), to.count()) else {
        return Cell::NotComparable(Why::OneSideMissing);
    };
    if a.qualifier != Qualifier::Exact || b.qualifier != Qualifier::Exact {
        return Cell::NotComparable(Why::NotExact);
    }
    if a.n < SMALLEST_BASE {
        return Cell::NotComparable(Why::SmallBase);
    }
    let percent = (f64::from(b.n) - f64::from(a.n)) / f64::from(a.n) * 100.0;
    Cell::Value(Change { from: a.n, to: b.n, percent })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(n: u32) -> Cell<Count> {
        Cell::from_count(Count::exact(n))
    }

    #[test]
    fn no_percentage_from_a_small_missing_or_rounded_number() {
        assert_eq!(change(count(19), count(40)), Cell::NotComparable(Why::SmallBase));
        assert_eq!(change(count(0), count(40)), Cell::NotComparable(Why::SmallBase));
        let blank = Cell::NotPublished(Why::NoFigureFound);
        assert_eq!(change(blank, count(40)), Cell::NotComparable(Why::OneSideMissing));
        let rounded = Cell::Value(Count { n: 100, qualifier: Qualifier::AtLeast });
        assert_eq!(change(rounded, count(140)), Cell::NotComparable(Why::NotExact));
    }

    #[test]
    fn a_fall_is_negative_and_to_zero_is_minus_a_hundred() {
        assert_eq!(change(count(40), count(30)).value().map(|c| c.percent), Some(-25.0));
        assert_eq!(change(count(40), count(0)).value().map(|c| c.percent), Some(-100.0));
    }
}
