//! Tables: sortable in the running page, plain in a prerendered one.

use super::Answers;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::{Table, TableCell};
use maud::{Markup, html};

/// The table, sorted by a column (descending or not) if one is given, with the chosen force's row
/// marked.
pub fn table(
    data: &Dataset,
    table: &Table,
    sorted: Option<(usize, bool)>,
    chosen: Option<ForceId>,
    answers: Answers,
) -> Markup {
    let live = answers == Answers::Buttons;
    let order = match sorted {
        Some((column, descending)) => table.order(column, descending),
        None => (0..table.rows.len()).collect(),
    };
    html! {
        table {
            caption { (table.caption) }
            @if live {
                thead { tr { @for (i, name) in table.columns.iter().enumerate() { (sort_head(i, name, sorted)) } } }
            } @else {
                (column_heads(table.columns.iter().map(String::as_str)))
            }
            tbody {
                @for (force, cells) in order.into_iter().filter_map(|row| table.rows.get(row)) {
                    @let code = force.and_then(|id| data.force(id)).map(|f| f.code.as_str());
                    @let is_chosen = force.is_some() && *force == chosen;
                    @let id = code.filter(|_| !live && !is_chosen).map(|code| format!("row-{code}"));
                    tr class=[is_chosen.then_some("chosen")] id=[id] {
                        @for (i, cell) in cells.iter().enumerate() {
                            @if i == 0 {
                                (row_head(cell, code.filter(|_| live)))
                            } @else {
                                (body_cell(cell))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn sort_head(column: usize, name: &str, sorted: Option<(usize, bool)>) -> Markup {
    let (aria, mark) = match sorted {
        Some((by, true)) if by == column => ("descending", " \u{25be}"),
        Some((by, false)) if by == column => ("ascending", " \u{25b4}"),
        _ => ("none", ""),
    };
    html! {
        th scope="col" aria-sort=(aria) {
            button.sort type="button" data-sort=(column) data-key={ "sort-" (column) } {
                (name) span aria-hidden="true" { (mark) }
            }
        }
    }
}

fn row_head(cell: &TableCell, code: Option<&str>) -> Markup {
    html! {
        th scope="row" {
            @if let Some(code) = code {
                button.link type="button" data-force=(code) data-key={ "row-" (code) } { (cell.text) }
            } @else {
                (cell.text)
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
