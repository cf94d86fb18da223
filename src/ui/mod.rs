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
    let document = web_sys::window().and_then(|w| w.document());
    let mount = document.and_then(|d| d.get_element_by_id("app")).and_then(|e| e.dyn_into().ok());
    if !mount.is_some_and(mount_into) {
        failure::show("The figures in this page could not be read.");
    }
}

/// Mounts the app into an element, in place of what is there; `false` if the built-in figures
/// cannot be read, and then nothing is touched.
pub fn mount_into(mount: web_sys::HtmlElement) -> bool {
    let Some(state) = state::State::new() else { return false };
    mount.set_inner_html("");
    address::follow(state);
    leptos::mount::mount_to(mount, move || app::app(state)).forget();
    if let Some(root) = screen::root() {
        let _ = root.set_attribute("data-app", "ready");
    }
    true
}
