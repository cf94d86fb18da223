//! A chart on the page: heading, canvas, notes, and the same as a table.

use super::canvas::canvas;
use super::state::State;
use super::table;
use crate::charts;
use crate::figures::{self, BarsFigure, YearsFigure};
use leptos::prelude::*;
use std::sync::Arc;

/// A chart of bars.
pub(super) fn bars(state: State, id: &'static str, figure: Memo<BarsFigure>) -> impl IntoView {
    let draw = move |surface: &charts::Surface<'_>| figure.with(|f| charts::bars(f, surface));
    let notes = move || {
        let notes = figure.get().notes.into_iter();
        notes.map(|n| view! { <p class="note">{n}</p> }).collect_view()
    };
    view! {
        <section class="figure" aria-labelledby=format!("h-{id}")>
            <h2 id=format!("h-{id}")>{move || figure.get().title}</h2>
            <p class="unit">{move || figures::capital(figure.get().unit)}</p>
            {canvas(state, id, Memo::new(move |_| figure.get().title), Arc::new(draw))}
            {notes}
            {table::folded(state, "The same as a table", Memo::new(move |_| figure.get().table()))}
        </section>
    }
}

/// The chart of years.
pub(super) fn years(state: State, figure: Memo<YearsFigure>) -> impl IntoView {
    let draw = move |surface: &charts::Surface<'_>| figure.with(|f| charts::columns(f, surface));
    let notes = move || {
        let figure = figure.get();
        let notes = figure.break_note.map(str::to_owned).into_iter().chain(figure.notes);
        notes.map(|n| view! { <p class="note">{n}</p> }).collect_view()
    };
    let wider = move || {
        let totals = figure.get().wider;
        (!totals.is_empty()).then(|| {
            let lines = totals.into_iter().map(|t| {
                view! { <li>{t.year.label()}": "<strong>{t.text}</strong>{format!(" ({})", t.covers)}</li> }
            });
            view! {
                <details>
                    <summary>"Totals for areas wider than England and Wales, listed apart"</summary>
                    <ul>{lines.collect_view()}</ul>
                </details>
            }
        })
    };
    let rows = Memo::new(move |_| figures::years_table(state.data, &state.view.get()));
    view! {
        <section class="figure" aria-labelledby="h-years">
            <h2 id="h-years">{move || figure.get().title}</h2>
            <p class="unit">{move || figures::capital(figure.get().unit)}</p>
            {canvas(state, "years", Memo::new(move |_| figure.get().title), Arc::new(draw))}
            {notes}
            {wider}
            {table::folded(state, "The same as a table, with changes", rows)}
        </section>
    }
}
