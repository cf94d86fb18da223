//! A logarithmic scale between two numbers, with round ticks.

/// Steps of [`Log::points`], as a power of two: each root halves the distance.
const ROOTS: usize = 6;

/// Maps `least` to `most` onto 0 to `length` (any unit of length): the same ratio is the same distance.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    least: f64,
    most: f64,
    length: f64,
}

impl Log {
    /// A scale between two numbers above zero; where there are none, from 1 to 2.
    pub fn new(least: f64, most: f64, length: f64) -> Self {
        let sound = least > 0.0 && most > least && most < 1e12;
        let (least, most) = if sound { (least, most) } else { (1.0, 2.0) };
        Self { least, most, length }
    }

    /// Position of a number, clamped to the scale.
    pub fn position(&self, value: f64) -> f64 {
        if value > self.least {
            let part = (value / self.least).ln() / (self.most / self.least).ln();
            part.min(1.0) * self.length
        } else {
            0.0
        }
    }

    /// Points along the scale, from end to end: position and number.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        let ratio = (0..ROOTS).fold(self.most / self.least, |ratio, _| ratio.sqrt());
        let (steps, length) = (1 << ROOTS, self.length);
        let numbers = std::iter::successors(Some(self.least), move |number| Some(number * ratio));
        (0..=steps).map(move |i| length * f64::from(i) / f64::from(steps)).zip(numbers)
    }

    /// 1, 2 and 5 times a power of ten, as far as the scale goes.
    pub fn ticks(&self) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut power = cyberflag_data::domain::power_of_ten(self.least);
        while power <= self.most {
            let steps = [1.0, 2.0, 5.0].map(|s| s * power);
            ticks.extend(steps.into_iter().filter(|t| *t >= self.least && *t <= self.most));
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
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
        assert!(near(scale.position(10_000.0), 100.0) && near(scale.position(1e9), 200.0));
        assert_eq!([scale.position(5.0), scale.position(f64::NAN)], [0.0, 0.0]);
        let points: Vec<(f64, f64)> = scale.points().collect();
        assert!(near(points[32].1, 10_000.0) && near(points[64].1, 100_000.0));
        assert!(points.iter().all(|(at, number)| near(scale.position(*number), *at)));
        assert_eq!((points.len(), points[64].0), (65, 200.0));
    }

    #[test]
    fn ticks_are_round_and_inside() {
        let scale = Log::new(80_000.0, 2_100_000.0, 300.0);
        assert_eq!(scale.ticks(), [1e5, 2e5, 5e5, 1e6, 2e6]);
        for (least, most) in [(0.0, 0.0), (f64::NAN, 5.0), (1.0, f64::INFINITY), (9.0, 3.0)] {
            assert_eq!(Log::new(least, most, 9.0).ticks(), [1.0, 2.0]);
        }
    }
}
