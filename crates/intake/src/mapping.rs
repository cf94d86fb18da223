//! Which column holds what: guessed first, then changed by the reader.

use super::{Field, Layout, Value, period_cell};
use cyberflag_data::domain::{Area, Count, MeasureId, Period};

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// A column for each of [`Field::ALL`].
    columns: [Option<usize>; Field::ALL.len()],
    /// Columns whose heading is a period and whose cells are numbers, as in a table with a column
    /// for each year.
    pub years: Vec<(usize, Period)>,
    /// Columns whose heading is a force and whose cells are numbers, as in a table with a row for each
    /// year. Where there are any there are no [`Mapping::years`].
    pub forces: Vec<(usize, Area)>,
    /// What is counted, where no column says it. Never a sum of several codes.
    pub measure: MeasureId,
    /// Several rows of one force, period and kind are added up; else the second is set aside.
    pub add_up: bool,
    /// What `Nil` and `None` stand for.
    pub nil: Nil,
}

/// What `Nil`, `None` or a dash stands for in a table, which only its reader can know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nil {
    /// The reader has not said: such cells are set aside.
    #[default]
    Unsaid,
    /// A true zero.
    Zero,
    /// No figure was given.
    NotGiven,
}

impl Nil {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Unsaid, Self::Zero, Self::NotGiven];

    /// An identifier for markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Zero => "zero",
            Self::NotGiven => "not-given",
        }
    }

    /// What it is called in a list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsaid => "not known: set them aside",
            Self::Zero => "0: the force looked and found none",
            Self::NotGiven => "the force gave no figure",
        }
    }

    /// What such a cell says.
    pub(super) fn value(self) -> Option<Value> {
        match self {
            Self::Unsaid => None,
            Self::Zero => Some(Value::Number(Count::exact(0))),
            Self::NotGiven => Some(Value::NotGiven),
        }
    }
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            columns: [None; Field::ALL.len()],
            years: Vec::new(),
            forces: Vec::new(),
            measure: MeasureId::default(),
            add_up: false,
            nil: Nil::Unsaid,
        }
    }
}

impl Mapping {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field.index()).copied().flatten()
    }

    /// Sets the column of a field, or none; the column is removed from every other field.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        for slot in &mut self.columns {
            if slot.is_some() && *slot == column {
                *slot = None;
            }
        }
        if let Some(slot) = self.columns.get_mut(field.index()) {
            *slot = column;
        }
        if field == Field::Smaller && column.is_some() {
            self.add_up = true;
        }
    }

    /// Whether no column is asked for a field, because the headings of other columns say it.
    pub fn is_in_headings(&self, field: Field) -> bool {
        match field {
            Field::Number => !self.years.is_empty() || !self.forces.is_empty(),
            Field::Period | Field::PeriodEnd => !self.years.is_empty(),
            Field::Force => !self.forces.is_empty(),
            _ => false,
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
        cells.any(|text| {
            period_cell::read(text).is_none() && period_cell::day(text, false).is_some()
        })
    }

    /// What is missing before the table can be read, in plain English.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.forces.is_empty() && self.column(Field::Force).is_none() {
            missing.push("Say which column names the police force.");
        }
        if self.years.is_empty() {
            if self.column(Field::Period).is_none() {
                missing.push("Say which column holds the year, or the first day of the period.");
            }
            if self.forces.is_empty() && self.column(Field::Number).is_none() {
                missing.push("Say which column holds the number of offences.");
            }
        }
        missing
    }
}
