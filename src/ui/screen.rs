//! The reader's screen as signals: light or dark, device pixels for one CSS pixel, and paper in place
//! of it.

use super::events::on;
use super::state::State;
use leptos::prelude::*;
use web_sys::{MediaQueryList, Window};

/// The document's root element.
pub(super) fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// What the screen is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Screen {
    pub(super) dark: bool,
    pub(super) ratio: f64,
    /// The page is being printed: paper is light.
    pub(super) print: bool,
}

impl Screen {
    /// What it is like now.
    pub(super) fn now(print: bool) -> Self {
        let window = web_sys::window();
        let system = || media(window.as_ref()?, DARK).map(|media| media.matches());
        let chosen = root().and_then(|r| r.get_attribute("data-theme"));
        let dark = chosen.map_or_else(|| system().unwrap_or(false), |theme| theme == "dark");
        let ratio = window.map_or(1.0, |w| w.device_pixel_ratio());
        let ratio = if ratio.is_finite() { ratio.clamp(0.5, 8.0) } else { 1.0 };
        Self { dark: dark && !print, ratio, print }
    }
}

const DARK: &str = "(prefers-color-scheme: dark)";

fn media(window: &Window, query: &str) -> Option<MediaQueryList> {
    window.match_media(query).ok().flatten()
}

/// Follows theme changes, zoom, moves between monitors, and printing.
pub(super) fn follow(state: State) {
    let Some(window) = web_sys::window() else { return };
    if let Some(media) = media(&window, DARK) {
        on(&media, "change", Box::new(move |_| update(state)));
    }
    // A zoom changes the size in CSS pixels too, so `resize` tells of a new ratio.
    on(&window, "resize", Box::new(move |_| update(state)));
    on(&window, "beforeprint", Box::new(move |_| look(state, true)));
    on(&window, "afterprint", Box::new(move |_| look(state, false)));
    // A browser that shows the page as it would be printed tells of nothing else.
    if let Some(paper) = media(&window, "print") {
        let query = paper.clone();
        on(&paper, "change", Box::new(move |_| look(state, query.matches())));
    }
}

/// Looks at the screen again.
pub(super) fn update(state: State) {
    look(state, state.screen.get_untracked().print);
}

fn look(state: State, print: bool) {
    let now = Screen::now(print);
    if state.screen.get_untracked() != now {
        state.screen.set(now);
    }
}
