//! Which column holds what: guessed, shown, changed by the reader.

use super::{Field, Layout, period};
use cyberflag_data::domain::{Measure, Period};

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// A column for each of [`Field::ALL`].
    columns: [Option<usize>; Field::ALL.len()],
    /// Columns whose heading is a period and whose cells are numbers, as in a table with a column
    /// for each year.
    pub years: Vec<(usize, Period)>,
    /// What is counted, where no column says it. Never [`Measure::AllChild`], which is a sum.
    pub measure: Measure,
    /// Several rows of one force, period and kind are added up; else the second is set aside.
    pub add_up: bool,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            columns: [None; Field::ALL.len()],
            years: Vec::new(),
            measure: Measure::Online,
            add_up: false,
        }
    }
}

impl Mapping {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field.place()).copied().flatten()
    }

    /// Gives a field a column, or none; the column leaves every other field.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        for place in &mut self.columns {
            if place.is_some() && *place == column {
                *place = None;
            }
        }
        if let Some(place) = self.columns.get_mut(field.place()) {
            *place = column;
        }
        if field == Field::Smaller && column.is_some() {
            self.add_up = true;
        }
    }

    /// Whether the column of periods holds days or months that are no financial year, so that none of
    /// them stands for one.
    pub(super) fn dated(&self, layout: &Layout) -> bool {
        let (Some(column), None) = (self.column(Field::Period), self.column(Field::PeriodEnd))
        else {
            return false;
        };
        let mut cells = layout.samples.iter().filter_map(|(_, row)| row.get(column));
        cells.any(|text| period::period(text).is_none() && period::date(text, false).is_some())
    }

    /// What is missing before the table can be read, in plain words.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.column(Field::Force).is_none() {
            missing.push("Say which column names the police force.");
        }
        if self.years.is_empty() {
            if self.column(Field::Period).is_none() {
                missing.push("Say which column holds the year, or the first day of the period.");
            }
            if self.column(Field::Number).is_none() {
                missing.push("Say which column holds the number of offences.");
            }
        }
        missing
    }
}
