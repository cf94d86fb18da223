//! Every year side by side as small maps, drawn while they are shown.

use super::tabs::Tabs;
use crate::live::live_html;
use crate::markup;
use crate::store::{Shown, Store};
use leptos::prelude::*;

/// The small maps. `tabs` shows them at `place`; a page as text has words instead, as each map is as heavy
/// as the large one.
#[component]
pub fn SmallMaps(tabs: Tabs, place: usize) -> impl IntoView {
    let store = Store::here();
    let maps = live_html(move || {
        if store.written {
            return maud::html! {
                p.note { "A small map of every year needs JavaScript. Every number of every year is in the tables and the fact sheets." }
            };
        }
        if !tabs.shows(place) {
            return maud::Markup::default();
        }
        let Shown { data, view } = &*store.shown.read();
        markup::multiples(data, view, &store.outlines().map)
    });
    view! { <div id="small-maps" inner_html=maps></div> }
}
