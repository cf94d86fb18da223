//! Work on parts of the page: at once for those in sight, a moment later and one at a time for the
//! others.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::{Array, Function};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// How long work out of sight waits, in milliseconds: past the frame that answers the reader, and
/// past the next step of somebody who goes through the years.
const WAIT: i32 = 80;
/// Between one piece of such work and the next: the page can answer in between.
const BREATH: i32 = 8;

struct Part {
    element: Element,
    work: Box<dyn Fn()>,
    due: Cell<bool>,
    seen: Cell<bool>,
}

impl Part {
    fn do_if(&self, now: bool) {
        if now && self.due.replace(false) {
            (self.work)();
        }
    }
}

/// Parts of the page, each with its work.
#[derive(Clone)]
pub(super) struct Later {
    parts: Rc<[Part]>,
    waiting: Rc<Cell<bool>>,
}

impl Later {
    /// Looks after parts of `root`, and does the work of those that will be in sight once `root` has
    /// taken the place of what stands before it.
    pub(super) fn new(
        root: &Element,
        parts: impl Iterator<Item = (Element, Box<dyn Fn()>)>,
    ) -> Self {
        let part =
            |(element, work)| Part { element, work, due: Cell::new(true), seen: Cell::new(false) };
        let later = Self { parts: parts.map(part).collect(), waiting: Rc::new(Cell::new(false)) };
        let top = |e: &Element| e.get_bounding_client_rect().top();
        let shift = root.parent_element().map_or(0.0, |parent| top(root) - top(&parent));
        let bottom = shift + window(|w| w.inner_height().ok()?.as_f64());
        // A reader who has gone down the page already must find everything above as high as it is.
        let gone_down = window(|w| w.scroll_y().ok()) > 0.0;
        for part in later.parts.iter() {
            part.seen.set(top(&part.element) < bottom);
            part.do_if(gone_down || part.seen.get());
        }
        later.watch();
        later.wait(WAIT);
        later
    }

    fn watch(&self) {
        let later = self.clone();
        let look = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            for entry in entries.iter().filter_map(|e| e.dyn_into().ok()) {
                let entry: IntersectionObserverEntry = entry;
                let element = entry.target();
                if let Some(part) = later.parts.iter().find(|part| part.element == element) {
                    part.seen.set(entry.is_intersecting());
                    part.do_if(part.seen.get());
                }
            }
        });
        if let Ok(observer) = IntersectionObserver::new(look.as_ref().unchecked_ref()) {
            self.parts.iter().for_each(|part| observer.observe(&part.element));
        }
        look.forget();
    }

    /// All parts need their work done again.
    pub(super) fn all(&self) {
        for part in self.parts.iter() {
            part.due.set(true);
            part.do_if(part.seen.get());
        }
        self.wait(WAIT);
    }

    fn wait(&self, time: i32) {
        if self.waiting.replace(true) {
            return;
        }
        let later = self.clone();
        let next: Function = Closure::once_into_js(move || later.next()).unchecked_into();
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&next, time);
        }
    }

    /// Does the first piece of work that is due, and waits again, for there may be more.
    fn next(&self) {
        self.waiting.set(false);
        if let Some(part) = self.parts.iter().find(|part| part.due.get()) {
            part.do_if(true);
            self.wait(BREATH);
        }
    }
}

fn window(number: impl Fn(web_sys::Window) -> Option<f64>) -> f64 {
    web_sys::window().and_then(number).unwrap_or(0.0)
}
