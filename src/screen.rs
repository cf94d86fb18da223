//! The reader's screen: light or dark, device pixels for one CSS pixel, and paper in place of it.

use crate::store::Store;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{HtmlSelectElement, MediaQueryList, Window};

/// The document's root element.
pub fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// What the screen is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    pub dark: bool,
    /// Device pixels for one CSS pixel.
    pub ratio: f64,
    /// The page is being printed: paper is light.
    pub print: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self { dark: false, ratio: 1.0, print: false }
    }
}

impl Screen {
    fn now(print: bool) -> Self {
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

/// Follows changes of theme, zoom, moves between monitors, and printing.
pub fn follow(store: Store) {
    look(store, false);
    let mut heard = vec![
        // A zoom changes the size in CSS pixels too, so `resize` tells of a new ratio.
        window_event_listener(ev::resize, move |_| update(store)),
        window_event_listener(ev::beforeprint, move |_| look(store, true)),
        window_event_listener(ev::afterprint, move |_| look(store, false)),
        window_event_listener(ev::change, move |event| choose_theme(store, &event)),
    ];
    on_cleanup(move || heard.drain(..).for_each(|handle| handle.remove()));
    let Some(window) = web_sys::window() else { return };
    // A browser that shows the page as it would be printed tells of nothing else.
    let paper = media(&window, "print").map(|paper| (paper.clone(), true));
    for (query, is_paper) in media(&window, DARK).map(|dark| (dark, false)).into_iter().chain(paper)
    {
        let asked = query.clone();
        let told = Closure::<dyn Fn()>::new(move || {
            if is_paper { look(store, asked.matches()) } else { update(store) }
        });
        query.set_onchange(Some(told.as_ref().unchecked_ref()));
        StoredValue::new_local((query, told));
    }
}

/// The choice of colours stands below the page, in the footer. It is not stored: nothing is.
fn choose_theme(store: Store, event: &web_sys::Event) {
    let list = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
    let (Some(list), Some(root)) = (list.filter(|list| list.id() == "theme"), root()) else {
        return;
    };
    let _ = match list.value().as_str() {
        "" => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme),
    };
    update(store);
}

/// Looks at the screen again.
pub fn update(store: Store) {
    look(store, store.screen.get_untracked().print);
}

fn look(store: Store, print: bool) {
    let now = Screen::now(print);
    if store.screen.get_untracked() != now {
        store.screen.set(now);
    }
}
