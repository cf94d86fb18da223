//! What the map's marks mean, its title, and the map in words.

use super::MapState;
use crate::live::{live, live_html, live_text};
use crate::markup;
use crate::sections::title::Title;
use crate::store::Store;
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures::MapFigure;
use leptos::prelude::*;

/// The key: a dot for each force over the scale of the map.
#[component]
pub fn Key() -> impl IntoView {
    let map = MapState::here();
    let key = live_html(move || map.figure.read().as_ref().map(markup::legend).unwrap_or_default());
    view! { <div class="key" id="legend" inner_html=key></div> }
}

/// Title and subtitle.
#[component]
pub fn MapTitle() -> impl IntoView {
    let map = MapState::here();
    let of = move |read: fn(&MapFigure) -> &String| {
        live_text(move || map.figure.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    view! {
        <Title id="h-map".to_owned() words=of(|figure| &figure.title)/>
        <p class="fig-s" id="map-description" inner_html=of(|figure| &figure.description)></p>
    }
}

/// The year of the first map, where there are two.
#[component]
pub fn FirstYear() -> impl IntoView {
    let map = MapState::here();
    let store = Store::here();
    let words = live_text(move || {
        let year = store.shown.read().view.year;
        map.figure.read().as_ref().map_or(String::new(), |figure| year_title(year, figure))
    });
    view! { <p class="map-y" hidden=live(move || !map.has_second()) inner_html=words></p> }
}

/// The title of one of two maps.
pub(super) fn year_title(year: FinancialYear, figure: &MapFigure) -> String {
    format!("{}: {} of 43 forces", year.label(), figure.known())
}
