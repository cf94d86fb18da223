//! Tables as text: those of the running page can be sorted (see `sections::figure_table`).

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{Table, TableCell};
use maud::{Markup, html};

/// The table, sorted by a column (descending or not) if one is given. The row of a force is where its
/// area on the map leads to.
pub fn table(data: &Dataset, table: &Table, sorted: Option<(usize, bool)>) -> Markup {
    let order = match sorted {
        Some((column, descending)) => table.order(column, descending),
        None => (0..table.rows.len()).collect(),
    };
    html! {
        table {
            caption { (table.caption) }
            (column_heads(table.columns.iter().map(String::as_str)))
            tbody {
                @for (force, cells) in order.into_iter().filter_map(|row| table.rows.get(row)) {
                    @let code = force.and_then(|id| data.force(id)).map(|f| f.code);
                    tr id=[code.map(|code| format!("row-{code}"))] {
                        @for (i, cell) in cells.iter().enumerate() {
                            @if i == 0 { th scope="row" { (cell.text) } } @else { (body_cell(cell)) }
                        }
                    }
                }
            }
        }
    }
}

fn body_cell(cell: &TableCell) -> Markup {
    html! {
        td class=[cell.note.map(|_| "blank")] {
            (cell.text)
            @if let Some(note) = cell.note { " " small { (note) } }
        }
    }
}

/// The headings of a table that cannot be sorted.
pub fn column_heads<'a>(names: impl IntoIterator<Item = &'a str>) -> Markup {
    html! { thead { tr { @for name in names { th scope="col" { (name) } } } } }
}

/// A table that scrolls sideways if there is no room, by keys too.
pub fn scrolling(name: &str, parts: &Markup) -> Markup {
    scrolling_table(name, None, parts)
}

/// The same with the table's classes.
pub fn scrolling_table(name: &str, class: Option<&str>, parts: &Markup) -> Markup {
    html! {
        .scroll tabindex="0" role="region" aria-label=(name) { table class=[class] { (parts) } }
    }
}
