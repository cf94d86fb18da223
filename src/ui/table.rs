//! A sortable table, folded under its picture.

use super::state::State;
use crate::figures::{Table, TableCell};
use leptos::prelude::*;

/// A table behind a summary; its rows are made when it is first opened.
pub(super) fn folded(state: State, summary: &'static str, table: Memo<Table>) -> impl IntoView {
    let open = RwSignal::new(false);
    let sorted = RwSignal::new(None::<(usize, bool)>);
    view! {
        <details class="table-fold" on:toggle=move |_| open.set(true)>
            <summary>{summary}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=move || table.get().caption>
                {move || open.get().then(|| body(state, table, sorted))}
            </div>
        </details>
    }
}

fn body(
    state: State,
    table: Memo<Table>,
    sorted: RwSignal<Option<(usize, bool)>>,
) -> impl IntoView {
    let columns = Memo::new(move |_| table.get().columns);
    let rows = move || {
        let table = table.get();
        let places = match sorted.get() {
            Some((column, descending)) => table.order(column, descending),
            None => (0..table.rows.len()).collect(),
        };
        let rows = places.into_iter().filter_map(|place| table.rows.get(place).cloned());
        rows.map(|(force, cells)| {
            let chosen = force.is_some() && state.view.get().force == force;
            let mut cells = cells.into_iter();
            let head = cells.next().unwrap_or_default().text;
            let head = match force {
                Some(_) => view! {
                    <button type="button" class="link" on:click=move |_| state.choose_force(force)>
                        {head}
                    </button>
                }
                .into_any(),
                None => head.into_any(),
            };
            view! {
                <tr class:chosen=chosen>
                    <th scope="row">{head}</th>
                    {cells.map(cell).collect_view()}
                </tr>
            }
        })
        .collect_view()
    };
    view! {
        <table>
            <caption>{move || table.get().caption}</caption>
            <thead>
                <tr>
                    {move || {
                        let columns = columns.get().into_iter().enumerate();
                        columns.map(|(i, name)| heading(i, name, sorted)).collect_view()
                    }}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn heading(column: usize, name: String, sorted: RwSignal<Option<(usize, bool)>>) -> impl IntoView {
    let order =
        move || sorted.get().filter(|(c, _)| *c == column).map(|(_, descending)| descending);
    let aria = move || match order() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    let mark = move || match order() {
        Some(true) => " \u{25be}",
        Some(false) => " \u{25b4}",
        None => "",
    };
    // Numbers start with the largest, names with A.
    let click = move |_| sorted.set(Some((column, order().map_or(column > 0, |d| !d))));
    view! {
        <th scope="col" aria-sort=aria>
            <button type="button" class="sort" on:click=click>
                {name}<span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
}

fn cell(cell: TableCell) -> impl IntoView {
    let blank = cell.note.is_some();
    view! {
        <td class:blank=blank>
            {cell.text} {cell.note.map(|note| view! { <small>{note}</small> })}
        </td>
    }
}
