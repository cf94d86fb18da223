//! Classes of a map of rates: which one a value falls in.

/// Rising breaks, fixed for a measure over all its years.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    breaks: Vec<f64>,
}

impl Classes {
    /// Classes with these breaks between them.
    pub fn new(breaks: Vec<f64>) -> Self {
        Self { breaks }
    }

    /// The values at which a class ends and the next begins.
    pub fn breaks(&self) -> &[f64] {
        &self.breaks
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_a_break_belongs_above_it() {
        let classes = Classes::new(vec![4.0, 5.5]);
        assert_eq!([0.0, 3.9, 4.0, 5.4, 5.5].map(|v| classes.of(v)), [0, 0, 1, 1, 2]);
        assert_eq!(classes.len(), 3);
        assert_eq!(Classes::new(Vec::new()).of(7.0), 0);
    }
}
