//! The complete official tables: recorded crime by offence code, and population.

use super::SourceId;
use crate::domain::{Cell, Count, FinancialYear, ForceId, TOTAL_FORCES, Why};
use serde::{Deserialize, Serialize};

/// A dense table force × year × column, each cell a number or missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    first_year: u16,
    years: u16,
    columns: u16,
    /// Value + 1; 0 is missing. Laid out force by force, column by column, so that the years of one
    /// series stand together.
    #[serde(with = "delta")]
    cells: Vec<u32>,
}

/// Delta encoding: consecutive years differ little, and postcard stores small numbers in fewer bytes.
mod delta {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(super) fn serialize<S: Serializer>(cells: &[u32], to: S) -> Result<S::Ok, S::Error> {
        let mut last = 0_u32;
        let steps = cells.iter().map(|cell| {
            let step = cell.wrapping_sub(last) as i32;
            last = *cell;
            step
        });
        steps.collect::<Vec<i32>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<u32>, D::Error> {
        let mut last = 0_u32;
        let steps = Vec::<i32>::deserialize(from)?;
        Ok(steps
            .into_iter()
            .map(|step| {
                last = last.wrapping_add(step as u32);
                last
            })
            .collect())
    }
}

impl Series {
    /// A table with every cell missing, for `forces` forces and the years given (both counted).
    pub fn empty(forces: usize, first_year: u16, last_year: u16, columns: usize) -> Self {
        let years = last_year.saturating_sub(first_year) + 1;
        let cells = vec![0; forces * usize::from(years) * columns];
        Self { first_year, years, columns: columns as u16, cells }
    }

    fn index(&self, force: ForceId, year: u16, column: usize) -> Option<usize> {
        let y = year.checked_sub(self.first_year).filter(|y| *y < self.years)?;
        let columns = usize::from(self.columns);
        (column < columns)
            .then(|| (force.index() * columns + column) * usize::from(self.years) + usize::from(y))
    }

    /// Sets one cell; `false` if the cell does not exist or already holds a number.
    pub fn set(&mut self, force: ForceId, year: u16, column: usize, value: u32) -> bool {
        let cell = self.index(force, year, column).and_then(|i| self.cells.get_mut(i));
        match cell {
            Some(cell) if *cell == 0 && value < u32::MAX => {
                *cell = value + 1;
                true
            }
            _ => false,
        }
    }

    pub fn get(&self, force: ForceId, year: u16, column: usize) -> Option<u32> {
        self.cells.get(self.index(force, year, column)?)?.checked_sub(1)
    }

    /// How many cells have a number.
    pub fn known(&self) -> usize {
        self.cells.iter().filter(|cell| **cell > 0).count()
    }

    pub fn columns(&self) -> usize {
        usize::from(self.columns)
    }

    pub(super) fn first_column(&self) -> Self {
        let (years, columns) = (usize::from(self.years), usize::from(self.columns));
        let of_first = |at: &usize| (at / years.max(1)).is_multiple_of(columns.max(1));
        let indices = (0..self.cells.len()).filter(of_first);
        let cells = indices.filter_map(|at| self.cells.get(at).copied()).collect();
        Self { cells, columns: 1, ..*self }
    }

    /// Whether the table is whole and has this many columns for each of the 43 forces.
    pub fn fits(&self, columns: usize) -> bool {
        let cells = TOTAL_FORCES * usize::from(self.years) * columns;
        usize::from(self.columns) == columns && self.cells.len() == cells
    }

    pub fn first_year(&self) -> u16 {
        self.first_year
    }

    pub fn last_year(&self) -> u16 {
        self.first_year + self.years.saturating_sub(1)
    }
}

/// Home Office recorded crime: financial years, one column for each code of `offences.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCrime {
    /// Offences by force, financial year (its first calendar year) and code.
    pub series: Series,
    /// Where each year's figures come from, from the first year on.
    pub sources: Vec<SourceId>,
}

impl RecordedCrime {
    /// Offences of the codes at `columns`, summed. Missing if any part is missing.
    pub fn count(&self, force: ForceId, year: FinancialYear, columns: &[usize]) -> Cell<Count> {
        if year.start() < self.series.first_year() || year.start() > self.series.last_year() {
            return Cell::NotApplicable(Why::OutsideSeries);
        }
        let parts = columns.iter().map(|c| self.series.get(force, year.start(), *c));
        match parts.sum::<Option<u32>>() {
            Some(n) => Cell::from_count(Count::exact(n)),
            None => Cell::NotPublished(Why::NoFigureFound),
        }
    }

    pub fn source(&self, year: FinancialYear) -> Option<SourceId> {
        let i = year.start().checked_sub(self.series.first_year())?;
        self.sources.get(usize::from(i)).copied()
    }
}

/// ONS mid-year estimates: column 0 is ages 0 to 17, column 1 all ages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    /// People by force, calendar year (30 June) and column.
    pub series: Series,
    /// Where each year's estimates come from, from the first year on.
    pub sources: Vec<SourceId>,
}

impl Population {
    /// Children aged 0 to 17 on 30 June of the calendar year in which `year` starts.
    pub fn children(&self, force: ForceId, year: FinancialYear) -> Option<u32> {
        self.series.get(force, year.start(), 0)
    }

    /// People of all ages on that day.
    pub fn all_ages(&self, force: ForceId, year: FinancialYear) -> Option<u32> {
        self.series.get(force, year.start(), 1)
    }

    /// The source of the estimate used for `year`.
    pub fn source(&self, year: FinancialYear) -> Option<SourceId> {
        let i = year.start().checked_sub(self.series.first_year())?;
        self.sources.get(usize::from(i)).copied()
    }
}

/// The first `columns` of a table, with each year in which it has no number taken from another table,
/// and the source of each year.
pub fn fill_missing_years(
    own: (&Series, &[SourceId]),
    other: (&Series, &[SourceId]),
    columns: usize,
) -> (Series, Vec<SourceId>) {
    let forces = || (0..TOTAL_FORCES as u8).map(ForceId);
    let has =
        |year| forces().any(|f| (0..columns).any(|column| own.0.get(f, year, column).is_some()));
    let (mut first, mut last) = (own.0.first_year(), own.0.last_year());
    if !other.1.is_empty() {
        first = first.min(other.0.first_year());
        last = last.max(other.0.last_year());
    }
    let mut series = Series::empty(TOTAL_FORCES, first, last, columns);
    let mut sources = Vec::new();
    for year in first..=last {
        let from = if has(year) { own } else { other };
        for force in forces() {
            for column in 0..columns {
                if let Some(n) = from.0.get(force, year, column) {
                    series.set(force, year, column, n);
                }
            }
        }
        let at = year.checked_sub(from.0.first_year()).map(usize::from);
        let source = at.and_then(|at| from.1.get(at)).or(own.1.first());
        sources.push(source.copied().unwrap_or(SourceId(0)));
    }
    (series, sources)
}
