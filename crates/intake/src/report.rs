//! How many cells of a table were used, empty or rejected, and why. Nothing is dropped silently.

use cyberflag_data::dataset::package::{DataError, Problem};
use cyberflag_figures::scale::format;
use std::mem::discriminant;

/// The most examples of one problem.
const EXAMPLES: usize = 200;

/// One kind of problem, which a reader sees as "set aside".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Cells.
    pub count: u64,
    /// Where it first occurred, with what was found there; each value once.
    pub examples: Vec<DataError>,
}

/// How the rows of a table were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub file: String,
    /// DelimitedReader under the heading, blank ones left out.
    pub rows: u64,
    /// Cells that should hold a number: one in each row, or one for each year.
    pub cells: u64,
    pub used: u64,
    /// Cells without anything: no figure there.
    pub empty: u64,
    /// Rejected cells by reason, a rejected row counted with all its cells; sorted by number once the
    /// whole table has been read.
    pub rejected: Vec<Reason>,
    /// What else the reader should know.
    pub notes: Vec<String>,
}

impl Reason {
    /// The problem in plain English; where values differ, how many there are and the first of them.
    pub fn text(&self) -> String {
        let Some(first) = self.examples.first() else { return String::new() };
        let found: Vec<&str> = self.examples.iter().filter_map(|e| found(&e.problem)).collect();
        let (1.., Some(kinds)) = (found.len().saturating_sub(1), kinds(&first.problem)) else {
            return first.problem.to_string();
        };
        let list = found.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = if self.examples.len() < EXAMPLES { "" } else { "more than " };
        let rest = match found.len() {
            n if n > NAMED => format!(" and {} more", n - NAMED),
            _ => String::new(),
        };
        format!("{more}{} {kinds} ({list}{rest})", found.len())
    }
}

/// How many values a sentence names.
const NAMED: usize = 5;

/// The value that was found.
fn found(problem: &Problem) -> Option<&str> {
    use Problem::{
        BadNumber, CalendarYear, ExcelDate, Negative, Nil, NotAForce, NoteLine, OtherBody,
        OtherOffence, SeveralForces, TooLarge, TotalLine, UnknownPart, UnknownPeriod, UnknownWord,
    };
    match problem {
        OtherOffence(found)
        | OtherBody(found)
        | TotalLine(found)
        | NotAForce(found)
        | NoteLine(found)
        | SeveralForces(found)
        | UnknownPeriod(found)
        | CalendarYear(found)
        | ExcelDate { found, .. }
        | UnknownPart(found)
        | BadNumber(found)
        | TooLarge(found)
        | Negative(found)
        | Nil(found)
        | UnknownWord { found, .. } => Some(found),
        _ => None,
    }
}

/// The plural for several values of one problem.
fn kinds(problem: &Problem) -> Option<&'static str> {
    Some(match problem {
        Problem::OtherOffence(_) => "codes of offences that this page does not show",
        Problem::OtherBody(_) => "bodies that are none of the 43 territorial forces",
        Problem::TotalLine(_) => "names of totals, which are not added",
        Problem::NotAForce(_) => "names that no force has",
        Problem::NoteLine(_) => "lines of words alone, such as notes",
        Problem::SeveralForces(_) => "names that several forces could have",
        Problem::UnknownPeriod(_) => "texts that are not a year or a date",
        Problem::CalendarYear(_) => "calendar years, which are not financial years",
        Problem::ExcelDate { .. } => "dates that Excel has made of years",
        Problem::UnknownPart(_) => "texts that are not an age, a kind of offence or a total",
        Problem::BadNumber(_) => "texts that are not whole numbers",
        Problem::TooLarge(_) => "numbers larger than anything possible here",
        Problem::Negative(_) => "numbers below zero",
        Problem::Nil(_) => "words that can mean zero or no answer",
        Problem::UnknownWord { .. } => "words that have no meaning here",
        _ => return None,
    })
}

impl Report {
    /// Counts rejected cells of one row.
    pub(super) fn reject(&mut self, cells: u64, error: DataError) {
        match self.reason(&error.problem) {
            Some(reason) => {
                reason.count += cells;
                let known = reason.examples.iter().any(|e| e.problem == error.problem);
                let plain = matches!(error.problem, Problem::Ragged { .. } | Problem::Blank);
                if reason.examples.len() < EXAMPLES && (!known || plain) {
                    reason.examples.push(error);
                }
            }
            None => self.rejected.push(Reason { count: cells, examples: vec![error] }),
        }
    }

    /// Counts one more of a problem whose examples are known already; `false` where they are not.
    pub(super) fn count_known(&mut self, cells: u64, problem: &Problem) -> bool {
        self.reason(problem).map(|reason| reason.count += cells).is_some()
    }

    /// The entry for this kind of problem.
    fn reason(&mut self, problem: &Problem) -> Option<&mut Reason> {
        let kind = |reason: &Reason| reason.examples.first().map(|e| discriminant(&e.problem));
        self.rejected.iter_mut().find(|reason| kind(reason) == Some(discriminant(problem)))
    }

    /// How many rows or cells were rejected for a reason, and what they are.
    pub fn summary(&self, reason: &Reason) -> String {
        let unit = match (self.cells == self.rows, reason.count) {
            (true, 1) => "row",
            (true, _) => "rows",
            (false, 1) => "cell",
            (false, _) => "cells",
        };
        format!("{} {unit} set aside: {}", number(reason.count), reason.text())
    }

    pub fn rejected_count(&self) -> u64 {
        self.rejected.iter().map(|reason| reason.count).sum()
    }

    /// The report in one sentence.
    pub fn sentence(&self) -> String {
        let (rows, cells) = (number(self.rows), number(self.cells));
        let of = if self.cells == self.rows {
            format!("{rows} rows read")
        } else {
            format!("{rows} rows with {cells} cells read")
        };
        let mut text = format!(
            "{of}: {} used, {} set aside",
            number(self.used),
            number(self.rejected_count())
        );
        if self.empty > 0 {
            text.push_str(&format!(", {} empty", number(self.empty)));
        }
        text.push('.');
        text
    }

    /// The whole report as plain text, a line each.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.file, self.sentence());
        for note in &self.notes {
            text.push_str(&format!("- {note}\n"));
        }
        for reason in &self.rejected {
            text.push_str(&format!("\n{}\n", self.summary(reason)));
            for error in &reason.examples {
                text.push_str(&format!("  {error}\n"));
            }
            if reason.count > reason.examples.len() as u64 {
                text.push_str("  and others like these.\n");
            }
        }
        text
    }
}

/// As every number on the page is written. No file is large enough for more than fits.
fn number(n: u64) -> String {
    format::whole(u32::try_from(n).unwrap_or(u32::MAX))
}
