//! What the map's marks mean, its title, and the map in words.

use super::MapState;
use crate::live::{live_html, live_text};
use crate::markup;
use crate::sections::title::Title;
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
