//! Layer 5: the page. Leptos signals; everything that is shown is text from
//! [`crate::markup`] put in its place.
//!
//! [`still`] reads the page that stands there already. [`later`] puts off what is out of sight. Only [`canvas`] knows the canvas and its pixels; only [`force_map`] and [`zoom`] change the map; only
//! [`address`] touches the address; only [`failure`] speaks when something breaks; only [`dom`]
//! puts markup into the page.

mod actions;
mod address;
mod canvas;
mod charts;
mod controls;
mod dom;
mod events;
mod failure;
mod find;
mod force_map;
mod later;
mod parts;
mod screen;
mod state;
mod still;
mod zoom;

use wasm_bindgen::JsCast as _;

/// Starts the page beside what stands there already, or says why it cannot. The start script then
/// takes the old content away.
pub fn start() {
    failure::watch();
    let document = web_sys::window().and_then(|w| w.document());
    let mount = document.and_then(|d| d.get_element_by_id("app")).and_then(|e| e.dyn_into().ok());
    if !mount.is_some_and(mount_into) {
        wasm_bindgen::throw_str("the figures in this page could not be read");
    }
}

/// Mounts the app at the end of an element; `false` if the built-in figures cannot be read, and
/// then nothing is touched.
pub fn mount_into(mount: web_sys::HtmlElement) -> bool {
    let Some(state) = state::State::new(&mount) else { return false };
    // All that is shown is text from `markup`, so Leptos is given the signals and no view.
    leptos::mount::mount_to(mount.clone(), || ()).forget();
    let Some(root) = still::copy(&mount) else { return false };
    let _ = mount.append_child(&root);
    controls::follow(&root, state);
    parts::follow(&root, state);
    force_map::follow(&root, state);
    zoom::follow(&root, state);
    charts::follow(&root, state);
    find::mount(&root, state);
    events::listen(&root, state);
    address::follow(state);
    true
}
