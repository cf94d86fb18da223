//! The address holds the view. Where the browser forbids that (a sandboxed frame, some `file:`
//! pages), the page works on without it.

use super::state::State;
use crate::selection::Selection;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The fragment of the address; empty where it cannot be read.
pub(super) fn read() -> String {
    web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Puts a fragment into the address as a new step of the history.
pub(super) fn write(hash: &str) {
    let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return };
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{hash}")));
}

/// Follows Back, Forward and addresses typed by hand.
pub(super) fn follow(state: State) {
    let Some(window) = web_sys::window() else { return };
    let update = Closure::<dyn Fn()>::new(move || {
        let (selection, refused) = Selection::parse(&read());
        state.set(selection, refused);
    });
    let listener = update.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback("hashchange", listener);
    let _ = window.add_event_listener_with_callback("popstate", listener);
    update.forget();
}
