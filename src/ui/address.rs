//! The address holds the view. Where the browser forbids that (a sandboxed frame, some `file:`
//! pages), the page works on without it.
//!
//! It is written a moment after the view has changed: a browser takes longer over it than over all
//! that the reader sees, and somebody who goes through the years wants one step back, not ten.

use super::later::after;
use super::state::State;
use cyberflag_figures::selection::Selection;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

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
    forget(state);
    state.unwritten.set(after(WAIT, move || write(state)));
}

/// Puts a view that is not written yet into the address, as a new step of the history.
pub(super) fn write(state: State) {
    let history = web_sys::window().and_then(|w| w.history().ok());
    if let Some(history) = history.filter(|_| forget(state)) {
        let hash = format!("#{}", state.selection.get_untracked().to_hash());
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&hash));
    }
}

/// Whether a view was waiting to be written; it no longer is.
fn forget(state: State) -> bool {
    let timer = state.unwritten.get_untracked();
    state.unwritten.set(None);
    if let (Some(timer), Some(window)) = (timer, web_sys::window()) {
        window.clear_timeout_with_handle(timer);
    }
    timer.is_some()
}

/// Follows Back, Forward and addresses typed by hand.
pub(super) fn follow(state: State) {
    let Some(window) = web_sys::window() else { return };
    let turn = super::again::turn();
    let update = Closure::<dyn Fn()>::new(move || {
        if turn != super::again::turn() {
            return;
        }
        forget(state);
        let (selection, refused) = Selection::parse(&read());
        state.set(selection, refused);
    });
    let listener = update.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback("hashchange", listener);
    let _ = window.add_event_listener_with_callback("popstate", listener);
    update.forget();
}
