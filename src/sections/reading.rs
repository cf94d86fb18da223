//! What is read and does not answer: warnings, events, sources. Written once by [`markup`].

use crate::calm::in_sight;
use crate::live::{Live, live, live_html};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures as figures;
use leptos::html::Section;
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

/// What to know before using the figures.
#[component]
pub fn Caveats() -> impl IntoView {
    let section = NodeRef::<Section>::new();
    let items = caveat_items(section);
    view! {
        <section class="caveats" aria-labelledby="h-caveats" node_ref=section>
            <h2 id="h-caveats">"What these figures do and do not say"</h2>
            <ul id="caveats" inner_html=items></ul>
        </section>
    }
}

/// The warnings of a view, as list items.
pub fn caveat_items(section: NodeRef<Section>) -> Live<String> {
    let shown = in_sight(section, 20, true);
    live_html(move || {
        let shown = shown.read();
        let list = shown.as_ref().map(|Shown { data, view }| markup::caveat_list(data, view));
        list.unwrap_or_default()
    })
}

/// What happened when.
#[component]
pub fn Events(opens: Opens) -> impl IntoView {
    let content = unless_there(move |data| markup::events_section(data, opens));
    view! { <div id="events" inner_html=content></div> }
}

/// HTML about figures whose words stand in the page already: the start script hands them over, and they
/// are written anew only with other figures.
fn unless_there(write: impl Fn(&Dataset) -> Markup + Send + 'static) -> Live<String> {
    let store = Store::here();
    let first = store.data();
    let mut wanted = store.written || first.own().is_some();
    live(move || {
        let data = store.data.get();
        wanted |= !Arc::ptr_eq(&data, &first);
        if wanted { write(&data).into_string() } else { String::new() }
    })
}

/// Every source.
#[component]
pub fn Sources(opens: Opens) -> impl IntoView {
    view! {
        <section class="all-sources" aria-labelledby="h-sources">
            <h2 id="h-sources">"Sources and licences"</h2>
            <div inner_html=markup::about_sources().into_string()></div>
            <SourceFold opens/>
        </section>
    }
}

/// The list of all sources, folded.
#[component]
pub fn SourceFold(opens: Opens, #[prop(optional)] class: &'static str) -> impl IntoView {
    let store = Store::here();
    let count = live_html(move || html! { "All " (store.data.read().sources.len()) " sources" });
    let list = unless_there(move |data| markup::all_sources(&figures::all_citations(data), opens));
    view! {
        <details data-fold="sources" class=class>
            <summary inner_html=count></summary>
            <div id="fold-sources" inner_html=list></div>
        </details>
    }
}
