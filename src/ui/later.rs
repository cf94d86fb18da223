//! Work on parts of the page: at once for those in sight, a moment later and one at a time for the
//! others.

use super::on_dispose;
use std::cell::{Cell, RefCell};
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

/// Work on a part; `true` where it is in sight and must be done at once.
pub(super) type Work = Box<dyn FnMut(bool)>;

/// A part of the page and its work.
pub(super) struct Part {
    element: Element,
    work: RefCell<Work>,
    due: Cell<bool>,
    seen: Cell<bool>,
}

impl Part {
    /// A part; `now`: its work is done here for the first time.
    pub(super) fn new(element: Element, work: Work, now: bool) -> Self {
        let work = RefCell::new(work);
        let part = Self { element, work, due: Cell::new(true), seen: Cell::new(false) };
        part.do_if(now, true);
        part
    }

    fn do_if(&self, wanted: bool, in_sight: bool) -> bool {
        let due = wanted && self.due.replace(false);
        if let (true, Ok(mut work)) = (due, self.work.try_borrow_mut()) {
            work(in_sight);
        }
        due
    }
}

/// A timer. Started again, it begins anew.
#[derive(Clone, Default)]
pub(super) struct Timer(Rc<Cell<Option<i32>>>);

impl Timer {
    /// Does work after some milliseconds, unless it is stopped before.
    pub(super) fn start(&self, time: i32, work: impl FnOnce() + 'static) {
        self.stop();
        let handle = self.0.clone();
        self.0.set(after(time, move || {
            handle.set(None);
            work();
        }));
    }

    /// Stops it; `true` if it was running.
    pub(super) fn stop(&self) -> bool {
        let handle = self.0.take();
        if let (Some(handle), Some(window)) = (handle, web_sys::window()) {
            window.clear_timeout_with_handle(handle);
        }
        handle.is_some()
    }
}

/// The parts of the page.
#[derive(Clone)]
pub(super) struct Later {
    parts: Rc<[Part]>,
    timer: Timer,
}

impl Later {
    /// Looks after parts.
    pub(super) fn new(parts: Vec<Part>) -> Self {
        let later = Self { parts: parts.into(), timer: Timer::default() };
        later.watch();
        later.wait(WAIT);
        let timer = later.timer.clone();
        on_dispose(move || {
            timer.stop();
        });
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
                    part.do_if(part.seen.get(), true);
                }
            }
        });
        if let Ok(observer) = IntersectionObserver::new(look.as_ref().unchecked_ref()) {
            self.parts.iter().for_each(|part| observer.observe(&part.element));
            on_dispose(move || {
                observer.disconnect();
                drop(look);
            });
        }
    }

    /// All parts need their work done again.
    pub(super) fn all(&self) {
        for part in self.parts.iter() {
            part.due.set(true);
            part.do_if(part.seen.get(), true);
        }
        self.wait(WAIT);
    }

    /// All parts are to be up to date at once, seen or not: paper shows all of them.
    pub(super) fn finish(&self) {
        self.timer.stop();
        for part in self.parts.iter() {
            part.due.set(true);
            part.do_if(true, true);
        }
    }

    /// Goes on after some time, counted anew with every change.
    fn wait(&self, time: i32) {
        let later = self.clone();
        self.timer.start(time, move || later.next());
    }

    /// Does the first piece of work that is due, and waits again, for there may be more.
    fn next(&self) {
        if self.parts.iter().any(|part| part.do_if(true, false)) {
            self.wait(BREATH);
        }
    }
}

/// Does work after some milliseconds; gives the timer.
pub(super) fn after(time: i32, work: impl FnOnce() + 'static) -> Option<i32> {
    let work: Function = Closure::once_into_js(work).unchecked_into();
    web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(&work, time).ok()
}

/// Does work in a task of its own, as soon as the page has answered what waits. A timer set by a timer
/// waits for four milliseconds instead; where the browser knows no better, it does here too.
pub(super) fn soon(work: &Function) {
    use web_sys::js_sys::{Reflect, global};
    let posted = Reflect::get(&global(), &"scheduler".into()).and_then(|scheduler| {
        let post: Function = Reflect::get(&scheduler, &"postTask".into())?.dyn_into()?;
        post.call1(&scheduler, work)
    });
    if let (Err(_), Some(window)) = (posted, web_sys::window()) {
        let _ = window.set_timeout_with_callback(work);
    }
}
