//! Horizontal bars: the shape shared by the ranking, the ages and the offences.

use super::{Table, TableCell};
use cyberflag_data::domain::{ForceId, Why};

/// One bar, or one dot.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in the reader's unit; `None` where there is no number.
    pub value: Option<f64>,
    /// Its number as text.
    pub text: String,
    /// Why there is no number.
    pub why: Option<Why>,
    /// The force it is about, if any.
    pub force: Option<ForceId>,
    /// The reader's chosen force.
    pub chosen: bool,
    /// A second number beside the value: the earlier year's, or the children of a funnel.
    pub other: Option<f64>,
    /// The range of random variation.
    pub range: Option<(f64, f64)>,
    /// Said after the number, and a column of its own in the table.
    pub more: TableCell,
}

/// What a chart leaves out, to be opened by who wants to know.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LeftOut {
    /// `Forces without a figure (27)`; empty where nothing is left out.
    pub summary: String,
    /// Why, and names of forces.
    pub parts: Vec<(String, String)>,
}

/// A chart of bars or dots.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BarsFigure {
    /// What is seen.
    pub title: String,
    /// What is counted, when and of how many forces.
    pub subtitle: String,
    /// What one unit of length is.
    pub unit: &'static str,
    /// Bars, in drawing order.
    pub bars: Vec<Bar>,
    /// How far it reaches.
    pub notes: Vec<String>,
    /// What is not in it.
    pub left_out: LeftOut,
    /// Heading of the first column of its table.
    pub first_column: &'static str,
    /// What [`Bar::more`] is; empty where there is no more.
    pub more: &'static str,
}

impl BarsFigure {
    /// The same as a table.
    pub fn table(&self) -> Table {
        let more = !self.more.is_empty();
        let mut columns = vec![self.first_column.to_owned(), capital(self.unit)];
        if more {
            columns.push(self.more.to_owned());
        }
        Table {
            caption: self.title.clone(),
            columns,
            rows: self
                .bars
                .iter()
                .map(|bar| {
                    let number = TableCell {
                        text: bar.text.clone(),
                        sort: bar.value,
                        note: bar.why.map(Why::sentence),
                    };
                    let mut cells = vec![TableCell::text(bar.label.clone()), number];
                    if more {
                        cells.push(bar.more.clone());
                    }
                    (bar.force, cells)
                })
                .collect(),
        }
    }

    /// What a bar says aloud.
    pub fn spoken(&self, bar: &Bar) -> String {
        let mut text = format!("{}: {}", bar.label, bar.text);
        if !bar.more.text.is_empty() {
            for part in [". ", self.more, ": ", &bar.more.text] {
                text.push_str(part);
            }
        }
        text
    }
}

/// Bars by length, the longest first; equal ones by name, blanks last.
pub(super) fn largest_first(mut bars: Vec<Bar>) -> Vec<Bar> {
    let length = |bar: &Bar| bar.value.unwrap_or(-1.0);
    bars.sort_by(|a, b| length(b).total_cmp(&length(a)).then_with(|| a.label.cmp(&b.label)));
    bars
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The text with a small first letter, as inside a sentence.
pub(super) fn small(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
