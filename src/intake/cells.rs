//! The numbers of a row, with what its other columns say of them.

use super::about::plain;
use super::number::{Value, value};
use super::table::{Aside, Reader, field};
use super::tally::{Incoming, Key, place};
use super::text::{decode, is_break, is_hidden, short, trim};
use super::{Field, period};
use crate::dataset::package::Problem;
use crate::delimited::Row;

impl Reader {
    /// Takes the row's number, or its number for each year.
    pub(super) fn numbers(&mut self, row: &Row<'_>, key: Key) -> Result<(), Aside> {
        if self.mapping.years.is_empty() {
            let period = self.period(row, key.series)?;
            let quarter = match self.mapping.column(Field::Quarter) {
                None => None,
                Some(_) => {
                    let text = field(row, &self.mapping, Field::Quarter);
                    let text = decode(&text).0.into_owned();
                    let quarter = period::quarter(&text);
                    let wrong = || Aside::new(Field::Quarter, Problem::UnknownPeriod(short(&text)));
                    Some(quarter.ok_or_else(wrong)?)
                }
            };
            let column = self.mapping.column(Field::Number).unwrap_or(0);
            return self
                .number(row, Key { period, ..key }, column, quarter)
                .map_err(|(field, problem)| Aside::new(field.unwrap_or(Field::Number), problem));
        }
        for at in 0..self.mapping.years.len() {
            let Some((column, years)) = self.mapping.years.get(at).copied() else { break };
            let period = self.check_period(key.series, years, "");
            let period = period.and_then(|()| {
                place(&mut self.tally.periods, years).ok_or(Problem::TooManyFigures)
            });
            let taken = period
                .map_err(|problem| (None, problem))
                .and_then(|period| self.number(row, Key { period, ..key }, column, None));
            if let Err((field, problem)) = taken {
                let column = field.and_then(|f| self.mapping.column(f)).or(Some(column));
                self.error(1, row.line, column, problem);
            }
        }
        Ok(())
    }

    fn number(
        &mut self,
        row: &Row<'_>,
        key: Key,
        column: usize,
        quarter: Option<u8>,
    ) -> Result<(), (Option<Field>, Problem)> {
        let text = row.field(column).unwrap_or_default();
        let mut value = match super::number::digits(&text) {
            Some(n) if n <= 1_000_000 => Value::Number(crate::domain::Count::exact(n as u32)),
            _ => {
                let (text, windows) = decode(&text);
                self.windows += u64::from(windows);
                value(&text).map_err(|problem| (None, problem))?
            }
        };
        self.qualify(row, &mut value).map_err(|p| (Some(Field::Qualifier), p))?;
        if value == Value::Empty {
            self.report.empty += 1;
            return Ok(());
        }
        let smaller = self.mapping.column(Field::Smaller).and_then(|at| row.field(at));
        let forces = self.forces(row).map_err(|p| (Some(Field::Forces), p))?;
        let note = self.note(row).map_err(|p| (Some(Field::Note), p))?;
        let incoming = Incoming {
            key,
            value,
            quarter,
            line: row.line,
            smaller: smaller.as_deref(),
            add_up: self.mapping.add_up,
            forces,
            note,
        };
        self.tally.take(&incoming).map_err(|problem| (None, problem))?;
        self.report.used += 1;
        Ok(())
    }

    /// Lets a column that says how exact a number is speak.
    fn qualify(&self, row: &Row<'_>, value: &mut Value) -> Result<(), Problem> {
        use crate::domain::Qualifier::{About, AtLeast};
        if self.mapping.column(Field::Qualifier).is_none() {
            return Ok(());
        }
        let text = field(row, &self.mapping, Field::Qualifier);
        let word = decode(&text).0.to_ascii_lowercase();
        match (trim(&word), &mut *value) {
            ("at-least" | "at least", Value::Number(count)) => count.qualifier = AtLeast,
            ("about", Value::Number(count)) => count.qualifier = About,
            ("exact" | "zero" | "", Value::Number(_)) => {}
            ("suppressed", value @ Value::Empty) => *value = Value::Suppressed,
            ("not-published", value @ Value::Empty) => *value = Value::NotGiven,
            (
                "suppressed" | "not-published" | "exact" | "zero",
                Value::Empty | Value::Number(_),
            ) => {
                return Err(Problem::ValueAndQualifier);
            }
            ("not published" | "not applicable" | "not comparable" | "", _) => {}
            (_, Value::Suppressed | Value::NotGiven) => {}
            (found, _) => {
                let allowed = "exact, at-least, about, suppressed, not-published";
                return Err(Problem::UnknownWord { found: short(found), allowed });
            }
        }
        Ok(())
    }

    fn forces(&self, row: &Row<'_>) -> Result<Option<u8>, Problem> {
        let text = field(row, &self.mapping, Field::Forces);
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let n = super::number::digits(trim(&decode(&text).0).as_bytes())
            .filter(|n| (1..=60).contains(n));
        n.map(|n| Some(n as u8)).ok_or_else(|| Problem::BadNumber(plain(&text)))
    }

    fn note(&mut self, row: &Row<'_>) -> Result<Option<u16>, Problem> {
        let text = field(row, &self.mapping, Field::Note);
        let text = decode(&text).0;
        let text: String = trim(&text).chars().map(|c| if is_break(c) { ' ' } else { c }).collect();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().any(is_hidden) {
            return Err(Problem::HiddenCharacters);
        }
        if text.len() > 1_000 {
            return Err(Problem::TooLong(text.chars().count()));
        }
        // Past a few thousand different notes they are left out; the figures count.
        Ok(place(&mut self.tally.notes, text))
    }
}
