//! A logarithmic scale between two numbers, with round ticks.

/// Maps `least` to `most` onto 0 to `length` (any unit of length): the same ratio is the same distance.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    least: f64,
    /// Of the natural logarithm, for one unit of length.
    step: f64,
    length: f64,
}

impl Log {
    /// A scale between two numbers above zero; where there are none, from 1 to 2.
    pub fn new(least: f64, most: f64, length: f64) -> Self {
        let (least, most) = if least > 0.0 && most > least { (least, most) } else { (1.0, 2.0) };
        let length = length.max(1.0);
        Self { least, step: (most / least).ln() / length, length }
    }

    /// Position of a number, clamped to the scale.
    pub fn position(&self, value: f64) -> f64 {
        if value > self.least {
            ((value / self.least).ln() / self.step).min(self.length)
        } else {
            0.0
        }
    }

    /// The number at a position.
    pub fn value(&self, position: f64) -> f64 {
        self.least * (position * self.step).exp()
    }

    /// 1, 2 and 5 times a power of ten, as far as the scale goes.
    pub fn ticks(&self) -> Vec<f64> {
        let most = self.value(self.length);
        let mut ticks = Vec::new();
        let mut power = cyberflag_data::domain::power_of_ten(self.least);
        while power <= most && ticks.len() < 30 {
            let steps = [1.0, 2.0, 5.0].map(|s| s * power);
            ticks.extend(steps.into_iter().filter(|t| *t >= self.least && *t <= most));
            power *= 10.0;
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_ratio_is_the_same_distance() {
        let scale = Log::new(1000.0, 100_000.0, 200.0);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(scale.position(10_000.0), 100.0) && near(scale.position(1e9), 200.0));
        assert_eq!([scale.position(5.0), scale.position(f64::NAN)], [0.0, 0.0]);
        assert!((scale.value(100.0) - 10_000.0).abs() < 1e-6);
    }

    #[test]
    fn ticks_are_round_and_inside() {
        let scale = Log::new(80_000.0, 2_100_000.0, 300.0);
        assert_eq!(scale.ticks(), [1e5, 2e5, 5e5, 1e6, 2e6]);
        assert_eq!(Log::new(0.0, 0.0, 0.0).ticks(), [1.0]);
        assert!(Log::new(f64::NAN, f64::INFINITY, 9.0).ticks().len() < 3);
        assert!(Log::new(1.0, f64::INFINITY, 9.0).ticks().len() <= 32);
    }
}
