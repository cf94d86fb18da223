//! What is read and does not answer, written once by [`markup`]: what the figures do not say, the kinds of
//! figure, events, sources.

use crate::live::{Live, live, live_html};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures as figures;
use leptos::prelude::*;
use maud::{Markup, html};
use std::sync::Arc;

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
            <ul class="says" inner_html=markup::not_said().into_string()></ul>
            <h3>"About the figures on the map"</h3>
            <ul id="caveats" inner_html=cautions></ul>
        </section>
    }
}

/// What each kind of figure counts.
#[component]
pub fn Kinds() -> impl IntoView {
    let store = Store::here();
    let table = live_html(move || markup::kinds_table(&store.data.read()));
    view! {
        <section class="sec" aria-labelledby="h-kinds">
            <div class="sec-h"><h2 id="h-kinds">"Kinds of figure"</h2></div>
            <div inner_html=table></div>
        </section>
    }
}

/// What happened when.
#[component]
pub fn Events(opens: Opens) -> impl IntoView {
    let content = unless_there(move |data| markup::events_section(data, opens));
    view! { <div id="events" class="sec" inner_html=content></div> }
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
    let store = Store::here();
    let publishers = live_html(move || markup::publisher_table(&store.data.read()));
    view! {
        <section class="sec" id="sources" aria-labelledby="h-sources">
            <div class="sec-h"><h2 id="h-sources">"Sources"</h2></div>
            <div inner_html=markup::about_sources().into_string()></div>
            <div inner_html=publishers></div>
            <SourceFold opens/>
        </section>
    }
}

/// The list of all sources, folded.
#[component]
pub fn SourceFold(opens: Opens) -> impl IntoView {
    let store = Store::here();
    let count = live_html(move || html! { "List all " (store.data.read().sources.len()) " sources" });
    let list = unless_there(move |data| markup::all_sources(&figures::all_citations(data), opens));
    view! {
        <details data-fold="sources" class="fold all-sources">
            <summary inner_html=count></summary>
            <div id="fold-sources" inner_html=list></div>
        </details>
    }
}
