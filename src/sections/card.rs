//! The card beside the map: how to read it, or the chosen force with every year and every source.

use super::controls::Picker;
use super::title::Title;
use crate::calm::{html_of, in_sight};
use crate::live::{answer, live, live_html, live_text};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_data::domain::ForceId;
use cyberflag_figures::View;
use leptos::ev::MouseEvent;
use leptos::html::Section;
use leptos::prelude::*;

/// The card; with the ways to choose a force, unless it stands in a frame about one.
#[component]
pub fn ForceCard(opens: Opens) -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::<Section>::new();
    let shown = in_sight(section, 0, true);
    let title = html_of(shown, |Shown { data, view }| markup::card_title(data, view));
    let written = store.written;
    let main =
        html_of(shown, move |Shown { data, view }| markup::card_main(data, view, written, opens));
    let clear = move |_: MouseEvent| store.choose_force(None);
    view! {
        <section class="card" aria-labelledby="h-card" node_ref=section>
            <div class="card-top">
                <Title id="h-card".to_owned() words=title/>
                {(!store.is_framed()).then(|| view! {
                    <button type="button" hidden=live(move || store.force.read().is_none()) on:click=answer(clear) inner_html="Clear<span class=\"vh\"> the chosen force</span>"></button>
                })}
            </div>
            <div id="card-main" inner_html=main></div>
            {(!store.is_framed()).then(|| view! { <Picker/><Actions/> })}
            <History opens shown/>
        </section>
    }
}

/// What can be done with the chosen force.
#[component]
fn Actions() -> impl IntoView {
    let store = Store::here();
    let pinned = move || {
        let view = store.shown.read().view;
        view.force
            .map(|force| (view.pin_of(force).is_some(), view.pinned().count() == view.pins.len()))
    };
    let words = live_text(move || {
        let pinned = pinned().is_some_and(|(pinned, _)| pinned);
        if pinned { "Remove from the comparison" } else { "Add to comparison" }.to_owned()
    });
    let full = move || pinned() == Some((false, true));
    let press = move |_: MouseEvent| {
        store.force.get_untracked().into_iter().for_each(|force: ForceId| store.toggle_pin(force));
    };
    let others = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let outlines = store.outlines();
        maud::html! { (markup::similar(data, view)) (markup::neighbours(data, view, &outlines.map)) }
    });
    view! {
        <div id="card-actions" hidden=live(move || pinned().is_none())>
            <p class="note" hidden=live(move || !full())>"Four forces are in the comparison. Remove one to add this one."</p>
            <p class="card-acts" hidden=live(full)><button type="button" on:click=answer(press) inner_html=words></button></p>
            <div inner_html=others></div>
        </div>
    }
}

/// Every year published, the places covered, all sources.
#[component]
fn History(opens: Opens, shown: ReadSignal<Option<Shown>>) -> impl IntoView {
    let force = move |shown: &Option<Shown>| shown.as_ref().and_then(|shown| shown.view.force);
    let table =
        html_of(shown, move |Shown { data, view }| markup::history_table(data, view, opens));
    let places = live_text(move || {
        let shown = shown.read();
        shown.as_ref().map_or(String::new(), |Shown { data, view }| places(data, view))
    });
    let sources = Memo::new(move |_| {
        let shown = shown.read();
        shown.as_ref().map(|Shown { data, view }| {
            let (count, list) = markup::history_sources(data, view, opens);
            (count, list.into_string())
        })
    });
    let count =
        live_text(move || format!("Sources ({})", sources.read().as_ref().map_or(0, |s| s.0)));
    let list = live(move || sources.read().as_ref().map_or(String::new(), |s| s.1.clone()));
    view! {
        <div id="card-details" hidden=live(move || force(&shown.read()).is_none())>
            <div inner_html=table></div>
            <details class="fold">
                <summary>"Places it covers"</summary>
                <p translate="no" inner_html=places></p>
            </details>
            <details class="fold sources">
                <summary inner_html=count></summary>
                <ul inner_html=list></ul>
            </details>
        </div>
    }
}

/// The districts of the chosen force.
fn places(data: &cyberflag_data::dataset::Dataset, view: &View) -> String {
    let own = data.districts.iter().filter(|district| Some(district.force) == view.force);
    let mut names: Vec<&str> = own.map(|district| district.name.as_str()).collect();
    // The package sorts districts by name, so the old and the new lookup's stand together.
    names.dedup();
    names.join("; ")
}
