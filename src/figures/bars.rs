//! Horizontal bars: the shape shared by the ranking, the ages and the offences.

use super::{Table, TableCell};
use crate::domain::{ForceId, Why};
use crate::stats;
use std::cmp::Ordering;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in the reader's unit; `None` where there is no number.
    pub value: Option<f64>,
    /// Its number in words.
    pub text: String,
    /// Why there is no number.
    pub why: Option<Why>,
    /// The force it is about, if any.
    pub force: Option<ForceId>,
    /// The reader's chosen force.
    pub chosen: bool,
}

/// A chart of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarsFigure {
    /// Heading.
    pub title: String,
    /// What one unit of length is.
    pub unit: &'static str,
    /// Bars, in drawing order.
    pub bars: Vec<Bar>,
    /// What the picture leaves out, and how far it reaches.
    pub notes: Vec<String>,
    /// Heading of the first column of its table.
    pub first_column: &'static str,
}

impl BarsFigure {
    /// The same as a table.
    pub fn table(&self) -> Table {
        Table {
            caption: self.title.clone(),
            columns: vec![self.first_column.to_owned(), capital(self.unit)],
            rows: self
                .bars
                .iter()
                .map(|bar| {
                    let number = TableCell {
                        text: bar.text.clone(),
                        sort: bar.value,
                        note: bar.why.map(Why::sentence),
                    };
                    (bar.force, vec![TableCell::words(bar.label.clone()), number])
                })
                .collect(),
        }
    }
}

/// Bars by length, the longest first; equal ones by name, blanks last.
pub(super) fn largest_first(bars: Vec<Bar>) -> Vec<Bar> {
    let key = |place: usize| bars.get(place).map(|b| (b.value.unwrap_or(-1.0), b.label.as_str()));
    let places = stats::order(bars.len(), &|a, b| match (key(a), key(b)) {
        (Some((x, name)), Some((y, other))) => y.total_cmp(&x).then_with(|| name.cmp(other)),
        _ => Ordering::Equal,
    });
    places.into_iter().filter_map(|place| bars.get(place).cloned()).collect()
}

/// The same words with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut words = text.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
