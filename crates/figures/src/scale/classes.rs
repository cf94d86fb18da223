//! Classes of a map: which one a value falls in, and what each is called.

use super::format::{plain, whole};
use cyberflag_data::domain::Unit;

/// Rising breaks, fixed for a measure over all its years.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    breaks: Vec<f64>,
    unit: Unit,
}

impl Classes {
    /// Classes of a unit; counts get whole breaks.
    pub fn new(breaks: &[f64], unit: Unit) -> Self {
        let mut breaks: Vec<f64> = match unit {
            Unit::Count => breaks.iter().map(|b| b.ceil()).collect(),
            Unit::Rate => breaks.to_vec(),
        };
        breaks.dedup();
        Self { breaks, unit }
    }

    /// Number of classes, at least one.
    pub fn len(&self) -> usize {
        self.breaks.len() + 1
    }

    /// Never: there is always one class.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The class of a value, from 0.
    pub fn of(&self, value: f64) -> usize {
        self.breaks.iter().filter(|b| value >= **b).count()
    }

    /// What a class is called in the legend.
    pub fn label(&self, class: usize) -> String {
        let low = class.checked_sub(1).and_then(|i| self.breaks.get(i)).copied();
        let high = self.breaks.get(class).copied();
        match (low, high, self.unit) {
            (None, None, _) => "all values".to_owned(),
            (None, Some(high), _) => format!("under {}", self.number(high)),
            (Some(low), None, _) => format!("{} or more", self.number(low)),
            (Some(low), Some(high), Unit::Count) if high - low <= 1.0 => self.number(low),
            (Some(low), Some(high), Unit::Count) => {
                format!("{} to {}", self.number(low), self.number(high - 1.0))
            }
            (Some(low), Some(high), Unit::Rate) => {
                format!("{} to under {}", self.number(low), self.number(high))
            }
        }
    }

    fn number(&self, value: f64) -> String {
        match self.unit {
            Unit::Count => whole(value as u32),
            Unit::Rate => plain(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_a_break_belongs_above_it() {
        let classes = Classes::new(&[20.0, 1000.0], Unit::Count);
        assert_eq!([0.0, 19.0, 20.0, 999.0, 1000.0].map(|v| classes.of(v)), [0, 0, 1, 1, 2]);
        let labels: Vec<String> = (0..classes.len()).map(|c| classes.label(c)).collect();
        assert_eq!(labels, ["under 20", "20 to 999", "1,000 or more"]);
    }

    #[test]
    fn rates_say_under_and_one_class_says_all() {
        let classes = Classes::new(&[1.5, 2.5], Unit::Rate);
        assert_eq!(classes.label(1), "1.5 to under 2.5");
        assert_eq!(Classes::new(&[], Unit::Rate).label(0), "all values");
    }
}
