//! Layer 5: the page. Thin Leptos components that show figures and pass choices on.
//!
//! Only [`canvas`] knows the canvas and its pixels; only [`force_map`] writes the map's SVG; only
//! [`address`] touches the address; only [`failure`] speaks when something breaks.

mod about;
mod address;
mod app;
mod canvas;
mod chart;
mod controls;
mod failure;
mod force_card;
mod force_map;
mod headline;
mod screen;
mod sources;
mod state;
mod table;

use wasm_bindgen::JsCast as _;

/// Starts the page: puts the app in place of the waiting text, or says why it cannot.
pub fn start() {
    failure::watch();
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let mount = document.get_element_by_id("app").and_then(|e| e.dyn_into().ok());
    match (mount, state::State::new()) {
        (Some(mount), Some(state)) => mount_in(mount, state),
        _ => failure::show("The figures in this page could not be read."),
    }
}

fn mount_in(mount: web_sys::HtmlElement, state: state::State) {
    mount.set_inner_html("");
    address::follow(state);
    leptos::mount::mount_to(mount, move || app::app(state)).forget();
    if let Some(root) = screen::root() {
        let _ = root.set_attribute("data-app", "ready");
    }
}
