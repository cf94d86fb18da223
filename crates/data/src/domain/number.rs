//! Numbers as sources print them, and powers of ten for round numbers on scales.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number with at most one decimal place, as sources print percentages and averages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tenths(i32);

impl Tenths {
    /// Reads `44`, `-12` or `15.5`; numbers of more than seven digits are refused.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, tenth) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(tenth) || whole.len() > 7 || tenth.len() > 1 {
            return None;
        }
        let (whole, tenth): (i32, i32) = (whole.parse().ok()?, tenth.parse().ok()?);
        Some(Self(sign * (whole * 10 + tenth)))
    }

    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// Whether it is from `least` to `most`.
    pub fn is_within(self, least: i32, most: i32) -> bool {
        (f64::from(least)..=f64::from(most)).contains(&self.value())
    }
}

/// The form that [`Tenths::parse`] reads, without a `.0`.
impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

/// The largest power of ten that is not above `value`, between a millionth and 10^15.
pub fn power_of_ten(value: f64) -> f64 {
    10_f64.powi(value.log10().floor().clamp(-6.0, 15.0) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_read_and_written() {
        let read = |text: &str| Tenths::parse(text).map(|n| (n.value(), n.to_string()));
        for (text, value, written) in
            [("44", 44.0, "44"), ("-12", -12.0, "-12"), ("15.5", 15.5, "15.5"), ("7.0", 7.0, "7")]
        {
            assert_eq!(read(text), Some((value, written.to_owned())));
        }
        for text in
            ["", "-", ".5", "5.", "1.25", "+5", "44%", "1,000", "12345678", "1e3", "\u{0663}"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert!(read("-0.5").is_some_and(|(value, _)| value == -0.5));
    }

    #[test]
    fn powers_are_exact_and_bounded() {
        assert_eq!(
            [0.05, 0.1, 1.0, 9.99, 10.0, 5653.0].map(power_of_ten),
            [0.01, 0.1, 1.0, 1.0, 10.0, 1000.0]
        );
        assert!(power_of_ten(0.0) > 0.0 && power_of_ten(f64::INFINITY) <= 1e15);
        assert_eq!(power_of_ten(f64::NAN), 1.0);
    }
}
