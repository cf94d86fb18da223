//! The page's parts, in reading order.

use super::state::State;
use super::{about, chart, controls, force_card, force_map, headline, sources, table};
use crate::figures;
use leptos::prelude::*;

/// The whole app.
pub(super) fn app(state: State) -> impl IntoView {
    let State { data, view, .. } = state;
    let ranking = Memo::new(move |_| figures::ranking(data, &view.get()));
    let years = Memo::new(move |_| figures::years(data, &view.get()));
    let ages = Memo::new(move |_| figures::ages(data, &view.get()));
    let offences = Memo::new(move |_| figures::offences(data, &view.get()));
    view! {
        {controls::notices(state).into_any()}
        {headline::answer(state).into_any()}
        {controls::controls(state).into_any()}
        {headline::key_figures(state).into_any()}
        <div class="map-and-card">
            {force_map::force_map(state).into_any()}
            {force_card::force_card(state).into_any()}
        </div>
        <section class="figure" aria-labelledby="h-table">
            <h2 id="h-table">"All 43 forces in a table"</h2>
            {table::folded(
                state,
                "Open the table of all 43 forces",
                Memo::new(move |_| figures::force_table(data, &view.get())),
            )}
        </section>
        {chart::bars(state, "ranking", ranking).into_any()}
        {chart::years(state, years).into_any()}
        {move || ages.get().is_some().then(|| {
            let shown = Memo::new(move |_| ages.get().unwrap_or_else(|| ranking.get()));
            chart::bars(state, "ages", shown).into_any()
        })}
        {move || offences.get().is_some().then(|| {
            let shown = Memo::new(move |_| offences.get().unwrap_or_else(|| ranking.get()));
            chart::bars(state, "offences", shown).into_any()
        })}
        {about::caveats(state).into_any()}
        {sources::all(state).into_any()}
    }
}
