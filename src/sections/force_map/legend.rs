//! What the map's marks mean, its title, and the map in words.

use super::MapState;
use crate::live::{live_html, live_text};
use crate::markup;
use cyberflag_figures::MapFigure;
use leptos::prelude::*;

/// The legend.
#[component]
pub fn Legend() -> impl IntoView {
    let map = MapState::here();
    let legend =
        live_html(move || map.figure.read().as_ref().map(markup::legend).unwrap_or_default());
    view! { <ul class="legend" id="legend" aria-label="What the shades mean" inner_html=legend></ul> }
}

/// Title and description.
#[component]
pub fn MapTitle() -> impl IntoView {
    let map = MapState::here();
    let of = move |read: fn(&MapFigure) -> &String| {
        live_text(move || map.figure.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    view! {
        <h2 id="h-map" inner_html=of(|figure| &figure.title)></h2>
        <p class="description" id="map-description" inner_html=of(|figure| &figure.description)></p>
    }
}
