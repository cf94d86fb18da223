//! What is read and does not answer: what the figures do not say, the kinds of figure, events, sources.

use crate::live::{live, live_html};
use crate::markup::{self, Opens};
use crate::store::{Part, Shown, Store};
use leptos::prelude::*;
use maud::html;
use std::sync::Arc;

/// A part that stands in the page already: the start script hands it over by its id. It is written anew
/// only with other figures.
#[component]
pub fn Kept(part: Part, opens: Opens) -> impl IntoView {
    let store = Store::here();
    let first = store.data();
    let mut wanted = store.written || first.own().is_some();
    let content = live(move || {
        let data = store.data.get();
        wanted |= !Arc::ptr_eq(&data, &first);
        let written = store.write_part.filter(|_| wanted).map(|write| write(part, &data, opens));
        written.unwrap_or_default().into_string()
    });
    let id = match part {
        Part::NotSaid => "not-said",
        Part::Kinds => "kinds",
        Part::Events => "events",
        Part::Publishers => "publishers",
        Part::Sources => "fold-sources",
        Part::Shares => "ways",
    };
    view! { <div id=id data-kept="" inner_html=content></div> }
}

/// What the figures do not say, and what to know about the kind that is shown.
#[component]
pub fn NotSaid() -> impl IntoView {
    let store = Store::here();
    let cautions = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        markup::caution_list(data, view)
    });
    view! {
        <section class="sec" id="notsay" aria-labelledby="h-caveats">
            <div class="sec-h"><h2 id="h-caveats">"What the figures do not say"</h2></div>
            <Kept part=Part::NotSaid opens=Opens::Here/>
            <h3>"About the figures on the map"</h3>
            <ul id="caveats" inner_html=cautions></ul>
        </section>
    }
}

/// The kinds of figure, what happened when, and every source.
#[component]
pub fn Background() -> impl IntoView {
    let opens = Opens::Here;
    view! {
        <section class="sec" aria-labelledby="h-kinds">
            <div class="sec-h"><h2 id="h-kinds">"Kinds of figure"</h2></div>
            <Kept part=Part::Kinds opens/>
        </section>
        <section class="sec" aria-labelledby="h-events">
            <div class="sec-h"><h2 id="h-events">"What was asked for, and what followed"</h2></div>
            <Kept part=Part::Events opens/>
        </section>
        <section class="sec" id="sources" aria-labelledby="h-sources">
            <div class="sec-h"><h2 id="h-sources">"Sources"</h2></div>
            <Kept part=Part::Publishers opens/>
            <SourceFold opens/>
        </section>
    }
}

/// The list of all sources, folded.
#[component]
pub fn SourceFold(opens: Opens) -> impl IntoView {
    let store = Store::here();
    let count =
        live_html(move || html! { "List all " (store.data.read().sources.len()) " sources" });
    view! {
        <details data-fold="sources" class="fold all-sources">
            <summary inner_html=count></summary>
            <Kept part=Part::Sources opens/>
        </details>
    }
}
