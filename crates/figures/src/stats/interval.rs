//! What chance alone could bring: ranges of counts and rates, and the limits of a funnel.

/// Rates are per this many children.
const CHILDREN: f64 = 10_000.0;
/// Standard normal deviates of the middle 95 and 99.8 per cent.
const Z_95: f64 = 1.959_964;
const Z_998: f64 = 3.090_232;

/// The range in which the true mean of a count lies with 95 per cent confidence, if offences are
/// recorded independently (Poisson), by Byar's approximation. For a count of zero the lower end is zero.
pub fn poisson_range(n: u32) -> (f64, f64) {
    let n = f64::from(n);
    let end = |n: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * n) + z / (3.0 * n.sqrt());
        n * root * root * root
    };
    (if n > 0.0 { end(n, -Z_95) } else { 0.0 }, end(n + 1.0, Z_95))
}

/// The same for a rate per 10,000 children. `None` where nobody lives.
pub fn rate_range(n: u32, children: u32) -> Option<(f64, f64)> {
    let (low, high) = poisson_range(n);
    let per = f64::from(children) / CHILDREN;
    (children > 0).then(|| (low / per, high / per))
}

/// Limits of a funnel at a number of children, as rates: the lower 99.8 and 95 per cent limits, then
/// the upper 95 and 99.8.
///
/// Between them lie the counts that a Poisson law with the expected count brings, by the
/// Cornish-Fisher expansion of its quantiles: `e + z √e + (z² − 1) / 6`.
pub fn funnel_limits(rate: f64, children: f64) -> [f64; 4] {
    let per = children / CHILDREN;
    let expected = rate * per;
    [-Z_998, -Z_95, Z_95, Z_998].map(|z| {
        let limit = expected + z * expected.max(0.0).sqrt() + (z * z - 1.0) / 6.0;
        // Where next to nothing is expected the expansion fails: no lower limit above the rate.
        let limit = if z < 0.0 { limit.min(expected) } else { limit };
        if per > 0.0 { limit.max(0.0) / per } else { 0.0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exact Poisson limits (Garwood, as in Pearson and Hartley, table 40); Byar's are near them.
    #[test]
    fn ranges_are_near_the_exact_tables() {
        let table = [(5, 1.62, 11.67), (10, 4.80, 18.39), (20, 12.22, 30.89), (100, 81.36, 121.63)];
        for (n, low, high) in table {
            let (a, b) = poisson_range(n);
            assert!((a - low).abs() < 0.06 && (b - high).abs() < 0.06, "{n}: {a} {b}");
        }
    }

    #[test]
    fn no_range_reaches_below_zero() {
        assert_eq!(poisson_range(0).0, 0.0);
        assert!((poisson_range(0).1 - 3.69).abs() < 0.4);
        assert!(poisson_range(1).0 > 0.0);
        assert_eq!(rate_range(5, 0), None);
    }

    #[test]
    fn a_rate_divides_both_ends() {
        let (low, high) = rate_range(100, 50_000).unwrap_or_default();
        assert!((low - 81.36 / 5.0).abs() < 0.01 && (high - 121.63 / 5.0).abs() < 0.01);
    }

    /// The smallest count with at least `p` of a Poisson law at or below it.
    fn quantile(mean: f64, p: f64) -> f64 {
        let (mut term, mut n) = ((-mean).exp(), 0.0);
        let mut sum = term;
        while sum < p {
            n += 1.0;
            term *= mean / n;
            sum += term;
        }
        n
    }

    #[test]
    fn limits_are_within_one_of_the_exact_quantiles() {
        for mean in [3.0, 10.0, 40.0, 100.0, 400.0] {
            // A rate of `mean` for 10,000 children expects just that count.
            let limits = funnel_limits(mean, 10_000.0);
            for (limit, p) in limits.into_iter().zip([0.001, 0.025, 0.975, 0.999]) {
                assert!((limit - quantile(mean, p)).abs() <= 1.0, "{mean} {p}: {limit}");
            }
        }
    }

    #[test]
    fn a_funnel_narrows_as_forces_grow() {
        let (small, large) = (funnel_limits(5.0, 50_000.0), funnel_limits(5.0, 500_000.0));
        assert!(small[0] < large[0] && large[3] < small[3]);
        assert!(large.windows(2).all(|w| w[0] < w[1]));
        assert_eq!(funnel_limits(5.0, 0.0), [0.0; 4]);
        assert_eq!(funnel_limits(0.0, 50_000.0)[0], 0.0);
    }
}
