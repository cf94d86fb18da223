//! The reader's screen as signals: light or dark, and device pixels for one CSS pixel.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// The document's root element.
pub(super) fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// What the screen is like now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Screen {
    pub(super) dark: bool,
    pub(super) ratio: f64,
}

fn look() -> Screen {
    let window = web_sys::window();
    let system = || {
        let media = window.as_ref()?.match_media("(prefers-color-scheme: dark)").ok()??;
        Some(media.matches())
    };
    let chosen = root().and_then(|r| r.get_attribute("data-theme"));
    let dark = chosen.map_or_else(|| system().unwrap_or(false), |theme| theme == "dark");
    let ratio = window.map_or(1.0, |w| w.device_pixel_ratio());
    Screen { dark, ratio: if ratio.is_finite() { ratio.clamp(0.5, 8.0) } else { 1.0 } }
}

/// The screen, kept up to date through theme changes, zoom and moves between monitors.
pub(super) fn screen() -> RwSignal<Screen> {
    let signal = RwSignal::new(look());
    let Some(window) = web_sys::window() else { return signal };
    let update = Closure::<dyn Fn()>::new(move || update(signal));
    let listener = update.as_ref().unchecked_ref();
    if let Ok(Some(media)) = window.match_media("(prefers-color-scheme: dark)") {
        let _ = media.add_event_listener_with_callback("change", listener);
    }
    // A zoom changes the size in CSS pixels too, so `resize` tells of a new ratio.
    let _ = window.add_event_listener_with_callback("resize", listener);
    update.forget();
    signal
}

/// Looks at the screen again.
pub(super) fn update(signal: RwSignal<Screen>) {
    let now = look();
    if signal.get_untracked() != now {
        signal.set(now);
    }
}
