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

/// More rows than this are folded on a narrow screen.
const MANY: usize = 20;
/// Rows of each end that stay, and rows beside the chosen one.
const ENDS: usize = 5;
const BESIDE: usize = 2;

impl BarsFigure {
    /// The same for a narrow screen: both ends, and the chosen force between its neighbours. What is
    /// left out between them is one row that counts it. `None` where there are few rows.
    pub fn folded(&self) -> Option<Self> {
        let rows = self.bars.len();
        if rows <= MANY {
            return None;
        }
        let chosen = self.bars.iter().position(|bar| bar.chosen);
        let stays = |at: usize| {
            at < ENDS || at + ENDS >= rows || chosen.is_some_and(|one| at.abs_diff(one) <= BESIDE)
        };
        let mut bars: Vec<Bar> = Vec::new();
        let mut between = 0;
        for (at, bar) in self.bars.iter().enumerate() {
            if !stays(at) {
                between += 1;
                continue;
            }
            bars.extend(rest(between));
            between = 0;
            bars.push(bar.clone());
        }
        Some(Self { bars, ..self.clone() })
    }

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

/// The row that stands for rows left out.
fn rest(rows: usize) -> Option<Bar> {
    let label = match rows {
        0 => return None,
        1 => "1 more".to_owned(),
        rows => format!("{rows} more"),
    };
    Some(Bar { label, text: "not shown".to_owned(), ..Bar::default() })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(rows: usize, chosen: Option<usize>) -> BarsFigure {
        let bar = |at| Bar { label: format!("{at}"), chosen: chosen == Some(at), ..Bar::default() };
        BarsFigure { bars: (0..rows).map(bar).collect(), ..BarsFigure::default() }
    }

    fn labels(figure: &BarsFigure) -> Vec<&str> {
        figure.bars.iter().map(|bar| bar.label.as_str()).collect()
    }

    #[test]
    fn many_rows_are_folded_to_their_ends_and_the_neighbours_of_the_chosen() {
        assert_eq!(figure(20, None).folded(), None);
        let folded = figure(42, None).folded().unwrap();
        let ends = ["0", "1", "2", "3", "4", "32 more", "37", "38", "39", "40", "41"];
        assert_eq!(labels(&folded), ends);
        let folded = figure(42, Some(20)).folded().unwrap();
        let middle = ["4", "13 more", "18", "19", "20", "21", "22", "14 more", "37"];
        assert_eq!(labels(&folded)[4..13], middle);
        // Next to an end, and one row alone between two that stay.
        assert_eq!(labels(&figure(42, Some(8)).folded().unwrap())[4..8], ["4", "1 more", "6", "7"]);
        assert!(!labels(&figure(42, Some(0)).folded().unwrap()).contains(&"1 more"));
    }

    #[test]
    fn every_row_is_shown_or_counted() {
        for chosen in 0..30 {
            let folded = figure(30, Some(chosen)).folded().unwrap();
            let counted = folded.bars.iter().map(|bar| match bar.label.strip_suffix(" more") {
                Some(more) => more.parse::<usize>().unwrap(),
                None => 1,
            });
            assert_eq!(counted.sum::<usize>(), 30, "{chosen}");
        }
    }
}
