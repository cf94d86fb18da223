//! The address holds the view. Where the browser forbids that (a sandboxed frame, some `file:`
//! pages), the page works on without it.
//!
//! It is written a moment after the view has changed: a browser takes longer over it than over all
//! that the reader sees, and somebody who goes through the years wants one step back, not ten.

use super::events::on;
use super::on_dispose;
use super::state::State;
use cyberflag_figures::selection::Selection;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Window;

/// How long the view must have stood before it is written, in milliseconds.
const WAIT: i32 = 200;

/// The fragment of the address, else the view that the page was saved with.
pub(super) fn read() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let saved = || super::screen::root()?.get_attribute("data-view");
    if hash.is_empty() { saved().unwrap_or_default() } else { hash }
}

/// Writes the view once it has stood for a moment.
pub(super) fn write_soon(state: State) {
    state.unwritten.start(WAIT, move || put(state));
}

/// Writes a view that is not written yet.
pub(super) fn write(state: State) {
    if state.unwritten.stop() {
        put(state);
    }
}

/// Puts the view into the address: as a new step of the history, but in a frame in place of the last
/// one. A frame shares its history with the page that holds it, and the reader's way back from there
/// must not lead through every choice.
fn put(state: State) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    let hash = format!("#{}", state.selection.get_untracked().to_hash());
    let _ = if is_framed(&window) {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&hash))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&hash))
    };
}

/// Whether the page stands in a frame. Comparing windows is allowed across origins.
pub(super) fn is_framed(window: &Window) -> bool {
    window.parent().ok().flatten().is_some_and(|parent| parent != *window)
}

/// Follows Back, Forward and addresses typed by hand.
pub(super) fn follow(state: State) {
    let Some(window) = web_sys::window() else { return };
    for name in ["hashchange", "popstate"] {
        let update = move |_| {
            state.unwritten.stop();
            let (selection, refused) = Selection::parse(&read());
            state.set(selection, refused);
        };
        on(&window, name, Box::new(update));
    }
    on_dispose(move || write(state));
}
