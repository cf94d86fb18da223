//! A figure as a table. Its rows can be sorted, and a force chosen in them.

use crate::live::{answer, live, text};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_data::domain::ForceId;
use cyberflag_figures::{Table, TableCell, View};
use leptos::either::Either;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// How a table is sorted: by a column, descending or not.
type Sorted = Option<(usize, bool)>;

/// The table, worked out while `wanted`. As text it is there at once and cannot be sorted.
#[component]
pub fn FigureTable(
    slug: &'static str,
    shown: ReadSignal<Option<Shown>>,
    table: fn(&Shown) -> Option<Table>,
    wanted: Signal<bool>,
    #[prop(optional)] first: Sorted,
) -> impl IntoView {
    let (sorted, sort) = signal(first);
    let made = Memo::new(move |_| {
        let shown = shown.get().filter(|_| wanted.get())?;
        let table = table(&shown)?;
        Some(Arc::new(Made { shown, table }))
    });
    let id = format!("table-{slug}");
    let written = Store::here().written.then(|| shown.get_untracked()).flatten();
    let written = written.and_then(|shown| Some((table(&shown)?, shown)));
    match written {
        Some((table, shown)) => Either::Left(view! {
            <section class="scroll" id=id tabindex="0" aria-label=format!("Table: {}", table.caption)
                inner_html=markup::table(&shown.data, &table, first).into_string()></section>
        }),
        None => Either::Right(view! {
            <section class="scroll" id=id tabindex="0" aria-label=live(move || made.read().as_ref().map(|made| format!("Table: {}", made.table.caption)))>
                {move || made.get().map(|made| view! { <Sortable made sorted sort/> })}
            </section>
        }),
    }
}

/// A table and what it was made from.
#[derive(PartialEq)]
struct Made {
    shown: Shown,
    table: Table,
}

/// A table that its reader can sort.
#[component]
fn Sortable(
    made: Arc<Made>,
    sorted: ReadSignal<Sorted>,
    sort: WriteSignal<Sorted>,
) -> impl IntoView {
    let head = |(column, name): (usize, &String)| {
        let by = move || sorted.get().filter(|(by, _)| *by == column).map(|(_, down)| down);
        let order =
            move || by().map_or("none", |down| if down { "descending" } else { "ascending" });
        let mark = move || by().map_or("", |down| if down { " \u{25be}" } else { " \u{25b4}" });
        // Numbers start with the largest, names with A.
        let press = move |_: MouseEvent| {
            let now = untrack(by);
            sort.set(Some((column, now.map_or(column > 0, |down| !down))));
        };
        view! {
            <th scope="col" aria-sort=live(order)>
                <button type="button" class="sort" on:click=answer(press)>
                    <span inner_html=text(name)></span>
                    <span aria-hidden="true" inner_html=live(move || mark().to_owned())></span>
                </button>
            </th>
        }
    };
    let caption = text(&made.table.caption);
    let heads = made.table.columns.iter().enumerate().map(head).collect_view();
    let rows = move || {
        let Made { shown, table } = &*made;
        let order = match sorted.get() {
            Some((column, down)) => table.order(column, down),
            None => (0..table.rows.len()).collect(),
        };
        let rows = order.into_iter().filter_map(|row| table.rows.get(row));
        rows.map(|(force, cells)| row(shown, *force, cells)).collect_view()
    };
    view! {
        <table>
            <caption inner_html=caption></caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A row; its name leads to its force.
fn row(shown: &Shown, force: Option<ForceId>, cells: &[TableCell]) -> impl IntoView + use<> {
    let Shown { data, view } = shown;
    let is_chosen = force.is_some() && force == view.force;
    let name = cells.first().map_or("", |cell| cell.text.as_str());
    let head = match force {
        Some(force) => {
            let to = View { force: Some(force), ..*view }.selection(data).to_hash();
            format!("<a href=\"#{to}\">{}</a>", text(name))
        }
        None => text(name),
    };
    let cell = |cell: &TableCell| {
        let note = cell.note.map(|note| format!(" <small>{}</small>", text(note)));
        let words = text(&cell.text) + &note.unwrap_or_default();
        view! { <td class=cell.note.map(|_| "blank") inner_html=words></td> }
    };
    let cells = cells.iter().skip(1).map(cell).collect_view();
    view! {
        <tr class=is_chosen.then_some("is-sel")><th scope="row" inner_html=head></th>{cells}</tr>
    }
}
