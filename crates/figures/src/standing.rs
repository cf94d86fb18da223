//! Whether a force's rate is above, below or about the rate of England and Wales: the rule.
//!
//! "About" means that chance alone could explain the difference: the range in which the force's own
//! rate lies with 95% confidence ([`stats::rate_range`]) holds the national rate. No force is ranked.

use crate::stats;

/// A force's rate beside the national one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Above,
    /// Chance alone could explain the difference.
    About,
    Below,
}

/// The standing of an exact count among so many children; `None` where nobody lives.
pub(super) fn standing(count: u32, children: u32, national: f64) -> Option<Standing> {
    let (low, high) = stats::rate_range(count, children)?;
    Some(match national {
        rate if rate < low => Standing::Above,
        rate if rate > high => Standing::Below,
        _ => Standing::About,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 offences among 100,000 children: 10.0, and from 8.1 to 12.2 by chance.
    #[test]
    fn about_is_within_the_range_of_chance_both_ends_counted() {
        let of = |national| standing(100, 100_000, national).unwrap();
        let (low, high) = stats::rate_range(100, 100_000).unwrap();
        assert!((low - 8.14).abs() < 0.01 && (high - 12.16).abs() < 0.01);
        assert_eq!([low, 10.0, high].map(of), [Standing::About; 3]);
        assert_eq!(of(low - 0.01), Standing::Above);
        assert_eq!(of(high + 0.01), Standing::Below);
    }

    #[test]
    fn a_small_force_needs_a_larger_difference() {
        // Both have 10 for every 10,000 children, the national rate is 7.
        assert_eq!(standing(10, 10_000, 7.0), Some(Standing::About));
        assert_eq!(standing(1_000, 1_000_000, 7.0), Some(Standing::Above));
        assert_eq!(standing(0, 80_000, 5.0), Some(Standing::Below));
        assert_eq!(standing(5, 0, 5.0), None);
    }
}
