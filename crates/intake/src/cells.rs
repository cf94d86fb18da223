//! The numbers of a row, with what its other columns say of them.

use super::exactness::Exactness;
use super::key::{fits, plain};
use super::memo::FastHasher;
use super::number::{CellReading, Value, read_cell};
use super::table::{Rejection, RowReader, field};
use super::tally::{Incoming, Key, SeriesKind, intern};
use super::text::{decode, is_break, is_hidden, short, trim};
use super::{Field, mark, period};
use cyberflag_data::dataset::package::{self, Problem};
use cyberflag_data::delimited::Row;
use cyberflag_data::domain::{Area, Count, Qualifier};
use std::hash::Hasher as _;

impl RowReader {
    /// Adds the row's number, or its number for each year or force.
    pub(super) fn numbers(&mut self, row: &Row<'_>, key: Key) -> Result<(), Rejection> {
        let quarter = self.quarter(row)?;
        if !self.mapping.forces.is_empty() {
            let period = self.period(row, key.series)?;
            for at in 0..self.mapping.forces.len() {
                let Some((column, area)) = self.mapping.forces.get(at).copied() else { break };
                let by_code = matches!(key.series, SeriesKind::Code(_));
                let result = if by_code && !matches!(area, Area::Force(_)) {
                    let heading = self.headings.get(column).cloned().unwrap_or_default();
                    Err((None, Problem::TotalLine(heading)))
                } else {
                    self.number(row, Key { area, period, ..key }, column, quarter)
                };
                self.reject_on_error(row, column, result);
            }
            return Ok(());
        }
        if self.mapping.years.is_empty() {
            let period = self.period(row, key.series)?;
            let column = self.mapping.column(Field::Number).unwrap_or(0);
            return self.number(row, Key { period, ..key }, column, quarter).map_err(
                |(field, problem)| Rejection::new(field.unwrap_or(Field::Number), problem),
            );
        }
        for at in 0..self.mapping.years.len() {
            let Some((column, years)) = self.mapping.years.get(at).copied() else { break };
            let period = if fits(key.series, years) {
                intern(&mut self.tally.periods, years).ok_or(Problem::TooManyFigures)
            } else {
                Err(Problem::UnknownPeriod(self.headings.get(column).cloned().unwrap_or_default()))
            };
            let result = period
                .map_err(|problem| (None, problem))
                .and_then(|period| self.number(row, Key { period, ..key }, column, quarter));
            self.reject_on_error(row, column, result);
        }
        Ok(())
    }

    /// Rejects one cell of a row, if it could not be used.
    fn reject_on_error(
        &mut self,
        row: &Row<'_>,
        column: usize,
        result: Result<(), (Option<Field>, Problem)>,
    ) {
        if let Err((field, problem)) = result {
            let column = field.and_then(|f| self.mapping.column(f)).or(Some(column));
            self.reject(1, row.line, column, problem);
        }
    }

    fn quarter(&self, row: &Row<'_>) -> Result<Option<u8>, Rejection> {
        if self.mapping.column(Field::Quarter).is_none() {
            return Ok(None);
        }
        let text = field(row, &self.mapping, Field::Quarter);
        let text = decode(text).0;
        let wrong = || Rejection::new(Field::Quarter, Problem::UnknownPeriod(short(&text)));
        period::quarter(&text).map(Some).ok_or_else(wrong)
    }

    fn number(
        &mut self,
        row: &Row<'_>,
        key: Key,
        column: usize,
        quarter: Option<u8>,
    ) -> Result<(), (Option<Field>, Problem)> {
        let mut printed = None;
        let read = self.cell(row, key, column).map(|reading| {
            printed = reading.note;
            reading.value
        });
        let mut incoming = Incoming {
            key,
            value: Value::Empty,
            quarter,
            line: row.line,
            smaller: self.digest(row),
            add_up: self.mapping.add_up,
            forces: None,
            note: None,
        };
        match read {
            Ok(value) if value != Value::Empty => incoming.value = value,
            other => {
                if incoming.add_up {
                    self.tally.mark_incomplete(&incoming);
                }
                return other.map(|_| self.report.empty += 1);
            }
        }
        incoming.forces = self.forces(row, key).map_err(|p| (Some(Field::Forces), p))?;
        if matches!(key.series, SeriesKind::Code(_)) {
            self.lost_notes += u64::from(printed.is_some());
        } else {
            incoming.note = self.note(row, column, printed).map_err(|p| (Some(Field::Note), p))?;
        }
        self.tally.add(&incoming).map_err(|problem| (None, problem))?.rows += 1;
        self.report.used += 1;
        Ok(())
    }

    /// What the cell of a number says.
    fn cell(
        &mut self,
        row: &Row<'_>,
        key: Key,
        column: usize,
    ) -> Result<CellReading, (Option<Field>, Problem)> {
        let text = row.field(column).unwrap_or_default();
        let mut read = match super::number::digits(text) {
            Some(n) if n <= 1_000_000 => {
                CellReading { value: Value::Number(Count::exact(n as u32)), note: None }
            }
            _ => {
                let (text, windows) = decode(text);
                self.windows += u64::from(windows);
                read_cell(&text, self.mapping.nil.value()).map_err(|problem| (None, problem))?
            }
        };
        self.qualify(row, &mut read.value).map_err(|p| (Some(Field::Qualifier), p))?;
        match read.value {
            Value::Number(n)
                if n.qualifier != Qualifier::Exact && matches!(key.series, SeriesKind::Code(_)) =>
            {
                Err((None, Problem::Inexact))
            }
            _ => Ok(read),
        }
    }

    /// A digest of all cells but those of numbers, where rows are of smaller areas: two wards of one
    /// district are two rows.
    fn digest(&self, row: &Row<'_>) -> Option<u64> {
        self.mapping.column(Field::Smaller)?;
        let mut hash = FastHasher::default();
        let numbers = |at: &usize| {
            Some(*at) == self.mapping.column(Field::Number)
                || self.mapping.years.iter().any(|(year, _)| year == at)
                || self.mapping.forces.iter().any(|(force, _)| force == at)
        };
        for at in (0..row.len()).filter(|at| !numbers(at)) {
            hash.write(row.field(at).unwrap_or_default());
            hash.write_u64(at as u64);
        }
        Some(hash.finish())
    }

    /// Applies a column that says how exact a number is.
    fn qualify(&self, row: &Row<'_>, value: &mut Value) -> Result<(), Problem> {
        use super::exactness::Exactness::{
            About, AtLeast, Exact, NotPublished, Suppressed, Unsaid,
        };
        if self.mapping.column(Field::Qualifier).is_none() {
            return Ok(());
        }
        let text = field(row, &self.mapping, Field::Qualifier);
        let text = decode(text).0;
        match (Exactness::parse(&text), &mut *value) {
            (Some(AtLeast), Value::Number(count)) => count.qualifier = Qualifier::AtLeast,
            (Some(About), Value::Number(count)) => count.qualifier = Qualifier::About,
            (Some(Exact), Value::Number(_)) => {}
            (Some(Suppressed), value @ Value::Empty) => *value = Value::Suppressed,
            (Some(NotPublished), value @ Value::Empty) => *value = Value::NotGiven,
            (Some(Suppressed | NotPublished | Exact), Value::Empty | Value::Number(_)) => {
                return Err(Problem::ValueAndQualifier);
            }
            (Some(Unsaid), _) => {}
            (_, Value::Suppressed | Value::NotGiven) => {}
            _ => {
                let allowed = "exact, at-least, about, suppressed, not-published";
                let found = short(trim(&text.to_ascii_lowercase()));
                return Err(Problem::UnknownWord { found, allowed: allowed.into() });
            }
        }
        Ok(())
    }

    fn forces(&self, row: &Row<'_>, key: Key) -> Result<Option<u8>, Problem> {
        let text = field(row, &self.mapping, Field::Forces);
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let n = super::number::digits(trim(&decode(text).0).as_bytes())
            .filter(|n| (1..=u64::from(package::most_forces(Some(key.area)))).contains(n));
        n.map(|n| Some(n as u8)).ok_or_else(|| Problem::BadNumber(plain(text)))
    }

    /// Joins the column of notes and the marks of the number, the force, the year and the heading.
    fn note(
        &mut self,
        row: &Row<'_>,
        column: usize,
        printed: Option<String>,
    ) -> Result<Option<u16>, Problem> {
        let text = field(row, &self.mapping, Field::Note);
        let text = decode(text).0;
        let text: String = trim(&text).chars().map(|c| if is_break(c) { ' ' } else { c }).collect();
        let marks = |of| mark::split(&decode(field(row, &self.mapping, of)).0).1.map(mark::note);
        let heading = self.heading_marks.get(column).cloned().flatten();
        let own = Some(text).filter(|text| !text.is_empty());
        let all = [own, printed, marks(Field::Force), marks(Field::Period), heading];
        if all.iter().all(Option::is_none) {
            return Ok(None);
        }
        let mut parts: Vec<String> = all.into_iter().flatten().collect();
        parts.dedup();
        let text = parts.join("; ");
        if text.chars().any(is_hidden) {
            return Err(Problem::HiddenCharacters);
        }
        if text.len() > 1_000 {
            return Err(Problem::TooLong(text.chars().count()));
        }
        // Past a few thousand different notes they are left out; the figures count.
        Ok(intern(&mut self.tally.notes, text))
    }
}
