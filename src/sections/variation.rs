//! What to compare with, and the range of chance.

use super::find::value;
use crate::calm::in_sight;
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures as figures;
use leptos::ev::Event;
use leptos::html::Section;
use leptos::prelude::*;

/// The row above the charts.
#[component]
pub fn Variation() -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::<Section>::new();
    let shown = in_sight(section, 2, true);
    let years = Memo::new(move |_| {
        let shown = shown.read();
        shown.as_ref().map_or(Vec::new(), |Shown { data, view }| figures::earlier_years(data, view))
    });
    let since = move || shown.read().as_ref().map(|shown| shown.view.since);
    let options = live_html(move || markup::since_options(&years.read(), since()));
    let pick = move |event: Event| {
        let year = FinancialYear::parse_slug(&value(&event));
        store.change(|s| s.since = year);
    };
    let range = move || store.shown.read().view.range;
    view! {
        <section class="row" id="variation" aria-label="Comparison and chance" inert=store.inert() node_ref=section>
            <label hidden=live(move || years.read().is_empty())>
                "Compared with "
                <select on:change=answer(pick) inner_html=options></select>
            </label>
            <label class="choice">
                <input type="checkbox" checked=untrack(range) prop:checked=live(range) on:change=answer(move |_: Event| store.change(|s| s.range = !s.range))/>
                <span>
                    "Show the range that chance alone could bring"
                    <small>"On the bars and columns, and rates against the number of children."</small>
                </span>
            </label>
        </section>
    }
}
