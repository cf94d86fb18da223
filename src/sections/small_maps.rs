//! Every year side by side as small maps, worked out when they are opened.

use crate::calm::in_sight;
use crate::live::{answer, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use leptos::ev::Event;
use leptos::html::{Details, Section};
use leptos::prelude::*;

/// The fold with the small maps.
#[component]
pub fn SmallMaps() -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::<Section>::new();
    let fold = NodeRef::<Details>::new();
    let (open, set_open) = signal(false);
    let shown = in_sight(section, 3, true);
    let maps = live_html(move || {
        let shown = shown.read();
        let drawn = shown.as_ref().filter(|_| open.get()).map(|Shown { data, view }| {
            let outlines = store.outlines();
            markup::multiples(data, view, &outlines.map)
        });
        drawn.unwrap_or_default()
    });
    let toggled = move |_: Event| set_open.set(fold.get_untracked().is_some_and(|f| f.open()));
    view! {
        <section class="figure" id="s-multiples" aria-labelledby="h-multiples" node_ref=section>
            <h2 id="h-multiples">"Every year side by side"</h2>
            <details data-fold="multiples" on:toggle=answer(toggled) node_ref=fold>
                <summary>"Open a small map of every year"</summary>
                <div id="fold-multiples" inner_html=maps></div>
            </details>
        </section>
    }
}
