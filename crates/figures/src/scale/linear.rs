//! A linear scale from zero, with round ticks.

use cyberflag_data::domain::power_of_ten;

/// Maps 0 to `most` onto 0 to `length` (any unit of length).
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    most: f64,
    length: f64,
    step: f64,
}

impl Linear {
    /// A scale reaching a round number at or above `most`, with about `ticks` steps.
    ///
    /// Where `most` is zero or not a number the scale reaches 1.
    pub fn new(most: f64, length: f64, ticks: usize) -> Self {
        // Absurd input must not make millions of ticks.
        let most = if most.is_finite() && most > 0.0 { most.min(1e12) } else { 1.0 };
        let rough = most / ticks.max(1) as f64;
        let power = power_of_ten(rough);
        let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
        let step = steps.iter().map(|s| s * power).find(|s| *s >= rough).unwrap_or(power * 10.0);
        Self { most: (most / step).ceil() * step, length, step }
    }

    /// Position of a value, clamped to the scale.
    pub fn position(&self, value: f64) -> f64 {
        if value.is_finite() { (value / self.most).clamp(0.0, 1.0) * self.length } else { 0.0 }
    }

    /// The ticks, zero and the end included.
    pub fn ticks(&self) -> Vec<f64> {
        let count = (self.most / self.step).round() as usize;
        (0..=count).map(|i| i as f64 * self.step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reaches_a_round_number_and_clamps_values() {
        let scale = Linear::new(5653.0, 100.0, 4);
        assert_eq!(scale.ticks(), [0.0, 2000.0, 4000.0, 6000.0]);
        assert_eq!(scale.position(3000.0), 50.0);
        assert_eq!(
            (scale.position(-5.0), scale.position(1e9), scale.position(f64::NAN)),
            (0.0, 100.0, 0.0)
        );
    }

    #[test]
    fn nonsense_becomes_zero_to_one() {
        for most in [0.0, -3.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Linear::new(most, 10.0, 4).ticks().last(), Some(&1.0));
        }
    }
}
