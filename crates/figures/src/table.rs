//! A table: what a picture shows, as text and numbers.

use cyberflag_data::domain::ForceId;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct TableCell {
    /// What it says.
    pub text: String,
    /// What it is sorted by; `None` sorts last, whichever way.
    pub sort: Option<f64>,
    /// More about it, such as why it is blank.
    pub note: Option<&'static str>,
}

impl TableCell {
    /// A cell that sorts by its text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A table whose first column heads its rows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Column headings.
    pub columns: Vec<String>,
    /// Rows: the force it is about, if any, and its cells.
    pub rows: Vec<(Option<ForceId>, Vec<TableCell>)>,
}

impl Table {
    /// The indices of the rows in order of a column, blanks last; the first column sorts by its text.
    pub fn order(&self, column: usize, descending: bool) -> Vec<usize> {
        let cell = |index: usize| self.rows.get(index).and_then(|(_, cells)| cells.get(column));
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (cell(*a), cell(*b));
            if column == 0 {
                let (a, b) = (a.map(|c| &c.text), b.map(|c| &c.text));
                return if descending { b.cmp(&a) } else { a.cmp(&b) };
            }
            match (a.and_then(|c| c.sort), b.and_then(|c| c.sort)) {
                (Some(a), Some(b)) if descending => b.total_cmp(&a),
                (Some(a), Some(b)) => a.total_cmp(&b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            }
        });
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_sort_last_both_ways() {
        let row = |name: &str, sort| {
            (None, vec![TableCell::text(name), TableCell { sort, ..TableCell::default() }])
        };
        let rows = vec![row("b", Some(2.0)), row("a", None), row("c", Some(9.0))];
        let table = Table { rows, ..Table::default() };
        assert_eq!(table.order(1, true), [2, 0, 1]);
        assert_eq!(table.order(1, false), [0, 2, 1]);
        assert_eq!(table.order(0, false), [1, 0, 2]);
    }
}
