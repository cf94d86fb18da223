//! Class breaks for a map legend: about equal numbers of areas in each class, at round numbers.

use cyberflag_data::domain::power_of_ten;

/// The most breaks, so the most classes is one more.
pub const MOST_BREAKS: usize = 4;

/// Rising breaks between classes: a value belongs to the class after the last break that it reaches.
///
/// Values of all years of a measure go in together, so that the breaks stay fixed while the reader
/// moves through time. Fewer breaks come back where there are few different values.
pub fn class_breaks(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(least), Some(most)) = (sorted.first().copied(), sorted.last().copied()) else {
        return Vec::new();
    };
    let mut breaks: Vec<f64> = Vec::new();
    for i in 1..=MOST_BREAKS {
        let at = sorted.len() * i / (MOST_BREAKS + 1);
        let Some(value) = sorted.get(at) else { continue };
        let round = round_number(*value);
        if round > least && round <= most && breaks.last().is_none_or(|last| round > *last) {
            breaks.push(round);
        }
    }
    breaks
}

/// The nearest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
fn round_number(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let power = power_of_ten(value);
    let lead = value / power;
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let near = steps.iter().copied().min_by(|a, b| (a - lead).abs().total_cmp(&(b - lead).abs()));
    let round = near.unwrap_or(1.0) * power;
    (round * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_rise_and_are_round() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(class_breaks(&values), [20.0, 40.0, 60.0, 80.0]);
    }

    #[test]
    fn few_values_make_few_classes() {
        assert!(class_breaks(&[]).is_empty());
        assert!(class_breaks(&[7.0]).is_empty());
        assert!(class_breaks(&[7.0; 9]).is_empty());
        assert!(class_breaks(&[0.0, f64::NAN]).is_empty());
        assert!(class_breaks(&[3.0, 400.0]).len() <= 2);
    }
}
