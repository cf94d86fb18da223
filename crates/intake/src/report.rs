//! What became of every row: read, used, set aside and why. Nothing is dropped silently.

use cyberflag_data::dataset::package::{DataError, Problem};
use cyberflag_figures::scale::format;
use std::mem::discriminant;

/// How many examples of one problem are kept.
const EXAMPLES: usize = 200;

/// One kind of problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// How often.
    pub count: u64,
    /// The first places, with what was found there; each value once.
    pub examples: Vec<DataError>,
}

/// What became of the rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Name of the file.
    pub file: String,
    /// Rows under the heading, blank ones left out.
    pub rows: u64,
    /// Cells that should hold a number: one in each row, or one for each year.
    pub cells: u64,
    /// Cells that were used.
    pub used: u64,
    /// Cells without anything: no figure there.
    pub empty: u64,
    /// Cells set aside, or whole rows counted with all their cells, by reason, the commonest first
    /// once the table has been read.
    pub aside: Vec<Reason>,
    /// What else the reader should know.
    pub notes: Vec<String>,
}

impl Reason {
    /// What was found there, in plain words: one kind of row, or how many kinds and the first of them.
    pub fn words(&self) -> String {
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

/// How many kinds of rows a sentence names.
const NAMED: usize = 5;

/// The text in which rows of one problem differ.
fn found(problem: &Problem) -> Option<&str> {
    use Problem::{
        BadNumber, CalendarYear, ExcelDate, Negative, Nil, NotAForce, OtherBody, OtherOffence,
        SeveralForces, TooLarge, TotalLine, UnknownPart, UnknownPeriod, UnknownWord,
    };
    match problem {
        OtherOffence(found)
        | OtherBody(found)
        | TotalLine(found)
        | NotAForce(found)
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

/// What several of one problem are.
fn kinds(problem: &Problem) -> Option<&'static str> {
    Some(match problem {
        Problem::OtherOffence(_) => "codes of offences that this page does not show",
        Problem::OtherBody(_) => "bodies that are none of the 43 territorial forces",
        Problem::TotalLine(_) => "names of totals, which are not added",
        Problem::NotAForce(_) => "names that no force has",
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
    /// Sets `cells` of a row aside.
    pub(super) fn set_aside(&mut self, cells: u64, error: DataError) {
        match self.reason(&error.problem) {
            Some(reason) => {
                reason.count += cells;
                let known = reason.examples.iter().any(|e| e.problem == error.problem);
                let plain = matches!(error.problem, Problem::Ragged { .. } | Problem::Blank);
                if reason.examples.len() < EXAMPLES && (!known || plain) {
                    reason.examples.push(error);
                }
            }
            None => self.aside.push(Reason { count: cells, examples: vec![error] }),
        }
    }

    /// Counts one more of a problem whose examples are known already; `false` where they are not.
    pub(super) fn count_known(&mut self, cells: u64, problem: &Problem) -> bool {
        self.reason(problem).map(|reason| reason.count += cells).is_some()
    }

    /// What was set aside for this kind of problem.
    fn reason(&mut self, problem: &Problem) -> Option<&mut Reason> {
        let kind = |reason: &Reason| reason.examples.first().map(|e| discriminant(&e.problem));
        self.aside.iter_mut().find(|reason| kind(reason) == Some(discriminant(problem)))
    }

    /// How many rows or cells were set aside for a reason, and what they are.
    pub fn summary(&self, reason: &Reason) -> String {
        let unit = match (self.cells == self.rows, reason.count) {
            (true, 1) => "row",
            (true, _) => "rows",
            (false, 1) => "cell",
            (false, _) => "cells",
        };
        format!("{} {unit} set aside: {}", number(reason.count), reason.words())
    }

    /// All cells set aside.
    pub fn set_aside_count(&self) -> u64 {
        self.aside.iter().map(|reason| reason.count).sum()
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
            number(self.set_aside_count())
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
        for reason in &self.aside {
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
