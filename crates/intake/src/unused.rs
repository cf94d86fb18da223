//! The columns of a table that are not used, each named with the reason where it looks like one that
//! could be.

use super::gazetteer::is_total;
use super::text::split_words;
use super::{Field, Layout, Mapping, mark, period_cell};

impl Mapping {
    /// The columns that are not used, in one sentence; `None` where all are.
    pub fn unused(&self, layout: &Layout) -> Option<String> {
        // Recorded crime by code cannot hold these.
        let by_code = self.column(Field::Code).is_some();
        let lost = |field: &Field| by_code && matches!(field, Field::Note | Field::Forces);
        let fields = Field::ALL.iter().filter(|field| !lost(field));
        let is_used = |at: usize| {
            fields.clone().any(|field| self.column(*field) == Some(at))
                || self.years.iter().any(|(column, _)| *column == at)
                || self.forces.iter().any(|(column, _)| *column == at)
        };
        let unused = layout.headings.iter().enumerate().filter(|(at, _)| !is_used(*at));
        let named: Vec<String> = unused.map(|(_, heading)| name(heading)).collect();
        let (columns, are) = if named.len() == 1 { ("column", "is") } else { ("columns", "are") };
        let list = named.join(", ");
        (!named.is_empty()).then(|| format!("{} {columns} {are} not used: {list}.", named.len()))
    }
}

fn name(heading: &str) -> String {
    let words = split_words(mark::split(heading).0);
    let why = if period_cell::is_calendar_year(heading) {
        " (a calendar year is not a financial year)"
    } else if words.iter().any(|word| is_total(word)) {
        " (totals are not added to what they are totals of)"
    } else if words == ["london"] {
        " (write Metropolitan Police or City of London)"
    } else {
        ""
    };
    format!("\u{201c}{heading}\u{201d}{why}")
}
