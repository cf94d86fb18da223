//! Listeners of the panels.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

/// Listens for as long as the page is there.
pub(super) fn on(target: &EventTarget, name: &'static str, work: Box<dyn Fn(Event)>) {
    let listener = Closure::wrap(work);
    let function = listener.as_ref().unchecked_ref();
    // In the capturing phase, since `toggle` does not bubble.
    let _ = target.add_event_listener_with_callback_and_bool(name, function, true);
    StoredValue::new_local(listener);
}

pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Does work now, and again whenever a signal that it read has changed.
pub(super) fn on_change(work: impl FnMut() + 'static) {
    Effect::new(work);
}

/// Does work after some milliseconds.
pub(super) fn after(time: u64, work: impl FnOnce() + 'static) {
    set_timeout(work, std::time::Duration::from_millis(time));
}
