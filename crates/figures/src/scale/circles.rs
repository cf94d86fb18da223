//! Counts as circles on the map: the area is in proportion to the number.
//!
//! # Units
//! Drawing units of [`crate::geo::MapShapes`], whole numbers.

use cyberflag_data::domain::power_of_ten;

/// Radius of the largest circle: 31/520 of the map's width.
const LARGEST: i32 = 209;
/// Radius of the ring that stands for zero.
const ZERO: i32 = 62;
/// Width that a character of a circle's number takes, halved.
const CHARACTER: i32 = 26;
/// Free at its ends.
const ROOM: i32 = 12;

/// The scale of the circles, the same in every year of a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circles {
    most: f64,
}

impl Circles {
    /// A scale with its largest circle at `most`.
    pub fn new(most: f64) -> Self {
        Self { most: if most >= 1.0 { most } else { 1.0 } }
    }

    /// The radius for a number. Zero has a ring of its own, so that it is seen and is not taken for the
    /// smallest number.
    pub fn radius(&self, value: f64) -> i32 {
        if value <= 0.0 {
            return ZERO;
        }
        ((value / self.most).min(1.0).sqrt() * f64::from(LARGEST)).round() as i32
    }

    /// Up to three round numbers for the key, the largest first.
    pub fn sizes(&self) -> Vec<u32> {
        let power = power_of_ten(self.most);
        let top = match self.most / power {
            lead if lead >= 5.0 => 5.0,
            lead if lead >= 2.0 => 2.0,
            _ => 1.0,
        };
        let round = [1.0, 0.4, 0.1].map(|part| top * power * part);
        round.into_iter().filter(|n| *n >= 1.0 && n.fract() == 0.0).map(|n| n as u32).collect()
    }
}

/// Whether a text can be read inside a circle.
pub fn fits(text: &str, radius: i32) -> bool {
    radius >= ROOM + CHARACTER * text.len() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_is_in_proportion() {
        let scale = Circles::new(735.0);
        assert_eq!(scale.radius(735.0), LARGEST);
        let (whole, quarter) = (scale.radius(400.0), scale.radius(100.0));
        assert!((whole - 2 * quarter).abs() <= 1, "{whole} {quarter}");
        assert_eq!(scale.radius(1e9), LARGEST, "never larger than the largest");
    }

    #[test]
    fn zero_is_a_ring_and_one_is_a_dot() {
        let scale = Circles::new(735.0);
        assert_eq!(scale.radius(0.0), ZERO);
        assert!(scale.radius(1.0) > 0);
        assert_eq!(Circles::new(f64::NAN).radius(1.0), LARGEST);
    }

    #[test]
    fn the_key_has_round_numbers_within_the_scale() {
        let sizes = |most| Circles::new(most).sizes();
        assert_eq!(sizes(735.0), [500, 200, 50]);
        assert_eq!(sizes(12_000.0), [10_000, 4000, 1000]);
        assert_eq!(sizes(300.0), [200, 80, 20]);
        assert_eq!(sizes(7.0), [5, 2]);
        assert_eq!(sizes(0.0), [1]);
    }

    #[test]
    fn a_number_is_written_where_it_fits() {
        assert!(fits("101", 90) && !fits("101", 89));
        assert!(fits("9", 38) && !fits("9", 36));
        assert!(fits("1,234", LARGEST) && !fits("at least 100", LARGEST));
    }
}
