//! The address holds the reader's choice, and follows it. Where the browser forbids that (a sandboxed
//! frame, some `file:` pages), the page works on without it.
//!
//! It is written a moment after the choice has changed: a browser takes longer over it than over all
//! that the reader sees, and somebody who goes through the years wants one step back, not ten.

use crate::screen::root;
use crate::store::Store;
use cyberflag_figures::selection::Selection;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use std::time::Duration;
use web_sys::Window;

/// How long the choice must have stood before it is written.
const WAIT: Duration = Duration::from_millis(200);

/// The fragment of the address, else the view that the page was saved with.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    let saved = || root()?.get_attribute("data-view");
    // The name of a part of the page is no view.
    if hash.contains('=') { hash } else { saved().unwrap_or_default() }
}

/// Follows the choice, and Back, Forward, links to views and addresses typed by hand.
pub fn follow(store: Store) {
    Effect::watch(
        move || store.selection.get(),
        // Whether it stands there already is asked later too: that takes a millisecond.
        move |_, _, _| {
            if let Ok(later) = set_timeout_with_handle(move || write(store), WAIT) {
                on_cleanup(move || later.clear());
            }
        },
        false,
    );
    let hear = move || {
        let (selection, refused) = Selection::parse(&read());
        store.set(selection, refused);
    };
    let mut heard = vec![
        window_event_listener(ev::hashchange, move |_| hear()),
        window_event_listener(ev::popstate, move |_| hear()),
    ];
    on_cleanup(move || heard.drain(..).for_each(|handle| handle.remove()));
}

fn is_written(selection: &Selection) -> bool {
    Selection::parse(&read()).0 == *selection
}

/// Writes the choice: as a new step of the history, but in a frame in place of the last one. A frame
/// shares its history with the page that holds it, and the reader's way back from there must not lead
/// through every choice.
pub fn write(store: Store) {
    let selection = store.selection.get_untracked();
    let Some(window) = web_sys::window().filter(|_| !is_written(&selection)) else { return };
    let Ok(history) = window.history() else { return };
    let hash = format!("#{}", selection.to_hash());
    let _ = if is_framed(&window) {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&hash))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&hash))
    };
}

/// Whether the page stands in a frame. Comparing windows is allowed across origins.
pub fn is_framed(window: &Window) -> bool {
    window.parent().ok().flatten().is_some_and(|parent| parent != *window)
}
