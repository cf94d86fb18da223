//! A section follows the reader at once where it is in sight, and a moment later where it is not.

use crate::live::{Live, live_html};
use crate::store::{Shown, Store};
use leptos::html::Section;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use maud::Markup;
use std::time::Duration;
use web_sys::js_sys::Array;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

/// How long a section out of sight waits, in milliseconds: past the frame that answers the reader, and
/// past the next step of somebody who goes through the years or forces.
const WAIT: u64 = 300;
/// Between one such section and the next: the page can answer in between.
const BREATH: u64 = 8;

/// How the page lay in the window when it started.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Width of the column of charts, in CSS pixels.
    pub width: f64,
    /// Sections below the map are wanted at once.
    pub reaches_charts: bool,
}

/// What a section shows; none while it has not been worked out for the first time. `place` orders the
/// sections that wait.
pub fn in_sight(section: NodeRef<Section>, place: u64, at_once: bool) -> ReadSignal<Option<Shown>> {
    let store = Store::here();
    let first = (at_once || store.written).then(|| store.shown.get_untracked());
    let (shown, set) = signal(first);
    let seen = seen(section);
    Effect::new(move || {
        store.shown.track();
        let follow = move || {
            let now = store.shown.get_untracked();
            if shown.read_untracked().as_ref() != Some(&now) {
                set.set(Some(now));
            }
        };
        if seen.get() || store.screen.read().print {
            follow();
            return;
        }
        let wait = Duration::from_millis(WAIT + BREATH * place);
        if let Ok(later) = set_timeout_with_handle(follow, wait) {
            on_cleanup(move || later.clear());
        }
    });
    shown
}

/// Does work once what was changed or put into the page now is laid out.
pub fn once_laid_out(work: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(work));
}

/// The HTML of what a section shows; empty while that has not been worked out.
pub fn html_of(
    shown: ReadSignal<Option<Shown>>,
    write: impl Fn(&Shown) -> Markup + Send + 'static,
) -> Live<String> {
    live_html(move || shown.read().as_ref().map(&write).unwrap_or_default())
}

/// Whether a section is in the window.
fn seen(section: NodeRef<Section>) -> ReadSignal<bool> {
    let (seen, set) = signal(false);
    Effect::new(move || {
        let Some(section) = section.get() else { return };
        let look = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                let now = entry.is_intersecting();
                if seen.get_untracked() != now {
                    set.set(now);
                }
            }
        });
        if let Ok(observer) = IntersectionObserver::new(look.as_ref().unchecked_ref()) {
            observer.observe(&section);
            StoredValue::new_local(Watch { observer, _look: look });
        }
    });
    seen
}

/// Watches until its owner is cleaned up.
struct Watch {
    observer: IntersectionObserver,
    _look: Closure<dyn Fn(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
