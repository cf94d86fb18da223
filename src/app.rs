//! The page: its sections in reading order.
//!
//! The same components write the static pages ([`written`]) and run in the browser ([`crate::start`]),
//! where each part is mounted in a task of its own, so that a slow device can answer its reader in
//! between.

use crate::calm::in_sight;
use crate::markup::{self, Opens};
use crate::sections::answer::{Answer, KeyFigures};
use crate::sections::card::ForceCard;
use crate::sections::chart::Chart;
use crate::sections::controls::Controls;
use crate::sections::figure_table::FigureTable;
use crate::sections::force_map::{ForceMap, Legend, MapState, MapTitle, MapTools, Readout};
use crate::sections::notices::Notices;
use crate::sections::reading::{Caveats, Events, Sources};
use crate::sections::small_maps::SmallMaps;
use crate::sections::tools::{Keys, Tools};
use crate::sections::variation::Variation;
use crate::store::{Outlines, Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{self as figures, ChartId, View};
use leptos::html::Section;
use leptos::prelude::*;
use std::sync::Arc;

/// What the reader sees first: the answer, the map, the controls.
#[component]
pub fn Top() -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::<Section>::new();
    provide_context(MapState::new(store, section));
    let ways = if store.full { String::new() } else { markup::ways().into_string() };
    view! {
        <Notices/>
        <Answer/>
        <section class="figure map" aria-labelledby="h-map" node_ref=section>
            <ForceMap/>
            <Readout/>
        </section>
        <div class="map-more">
            <Legend/>
            <MapTitle/>
            <MapTools/>
            <Keys/>
        </div>
        <div class="side">
            <p class="lead">"Published figures for the 43 police forces of England and Wales, each with its source."</p>
            <Controls/>
            <Tools/>
            <div id="ways" inner_html=ways></div>
        </div>
        <div id="share"></div>
    }
}

/// The card of a force, the key figures, and all forces in a table.
#[component]
pub fn Middle() -> impl IntoView {
    let section = NodeRef::<Section>::new();
    let shown = in_sight(section, 3, true);
    let table = |Shown { data, view }: &Shown| Some(figures::force_table(data, view));
    view! {
        <ForceCard opens=Opens::Here/>
        <KeyFigures opens=Opens::Here/>
        <section class="figure" aria-labelledby="h-table" node_ref=section>
            <h2 id="h-table">"All 43 forces in a table"</h2>
            <FigureTable slug="forces" summary="Open the table of all 43 forces" shown table first=Some((0, false))/>
        </section>
        <SmallMaps/>
    }
}

/// The charts.
#[component]
pub fn Charts() -> impl IntoView {
    let chart = |id: ChartId| {
        let summary = match id {
            ChartId::Compare => "The same as a table, with England and Wales",
            ChartId::Years => "The same as a table, with changes",
            _ => "The same as a table",
        };
        view! { <Chart id summary written=id == ChartId::Years/> }
    };
    view! {
        <Variation/>
        {ChartId::ALL.map(chart).into_iter().collect_view()}
    }
}

/// What is read.
#[component]
pub fn Reading() -> impl IntoView {
    view! {
        <Caveats/>
        <Events opens=Opens::Here/>
        <Sources opens=Opens::Here/>
    }
}

/// All of the page, as far as it is wanted: a part for each stage.
#[component]
pub fn App(stage: Signal<u8>) -> impl IntoView {
    view! {
        <Top/>
        {move || (stage.get() > 0).then(Middle)}
        {move || (stage.get() > 1).then(Charts)}
        {move || (stage.get() > 2).then(Reading)}
    }
}

/// The stage at which all of the page is there.
pub const WHOLE: u8 = 3;

/// A view of the page as text; `full` as [`Store::full`].
pub fn written(data: Arc<Dataset>, outlines: Arc<Outlines>, view: &View, full: bool) -> String {
    let store = || Store::written(data, outlines, view, full);
    text_of(store, || view! { <App stage=Signal::stored(WHOLE)/> })
}

/// Components as text.
pub fn text_of<V: IntoView>(store: impl FnOnce() -> Store, content: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_context(store());
        content().into_view().to_html()
    })
}
