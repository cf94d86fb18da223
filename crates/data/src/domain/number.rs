//! Powers of ten, for round numbers on scales.

/// The largest power of ten that is not above `value`, between a millionth and 10^15.
pub fn power_of_ten(value: f64) -> f64 {
    // Up from 1 by multiplying and down by dividing keeps every power as exact as it can be.
    let mut power = 1.0;
    while power * 10.0 <= value && power < 1e15 {
        power *= 10.0;
    }
    while power > value && power > 1e-6 {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

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
