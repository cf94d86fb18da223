//! Layer 5: the page. Leptos signals; everything that is shown is text from
//! [`crate::markup`] put in its place.
//!
//! [`still`] reads the page that stands there already; [`later`] puts off what is out of sight. Only
//! [`canvas`] knows the canvas and its pixels; only [`force_map`] and [`zoom`] change the map; only
//! [`address`] touches the address; only [`dom`] puts markup into the page.
//!
//! A fault is a trap, of which the start script tells the reader: nothing here needs words for it.

mod actions;
mod address;
mod again;
mod canvas;
mod charts;
mod controls;
mod dom;
mod events;
mod find;
mod force_map;
mod later;
mod parts;
mod screen;
mod share;
mod state;
mod still;
mod zoom;

use cyberflag_data::dataset::Dataset;
use cyberflag_figures::geo::MapShapes;
use leptos::prelude::{ArcRwSignal, Get as _, Owner, StoredValue, Track as _};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// What the full page adds to the reading page. Functions, so that the reading page's module does
/// not hold them: its `main` names none of them.
#[derive(Clone, Copy)]
pub struct Full {
    /// Completes the built-in figures.
    more: fn(&mut Dataset),
    /// The figures that the page was saved with, else the built-in ones.
    saved: fn(&'static Dataset) -> &'static Dataset,
    /// Adds the panels.
    mount: fn(&HtmlElement, state::State),
}

/// All that leaves the page, and tables of the reader's own.
pub const FULL: Full =
    Full { more: crate::embedded::full_words, saved: share::own::saved, mount: share::mount };

/// One step of the start.
type Step = Box<dyn FnOnce()>;

/// Starts the page beside what stands there already, or says why it cannot. The start script takes
/// the old content away once the new one is there.
///
/// The steps are tasks of their own, so that a slow device can answer its reader in between.
pub fn start(full: Option<Full>) {
    let document = web_sys::window().and_then(|w| w.document());
    let mount = document.and_then(|d| d.get_element_by_id("app")).and_then(|e| e.dyn_into().ok());
    later::after(0, move || {
        let more = full.map(|full| full.more);
        let found =
            mount.and_then(|mount: HtmlElement| Some((state::figures(&mount, more)?, mount)));
        let Some((data, mount)) = found else { core::arch::wasm32::unreachable() };
        let data = full.map_or(data, |full| (full.saved)(data));
        later::after(0, move || go_on(steps(mount, data, full).into_iter()));
    });
}

/// Mounts the app at the end of an element, at once; `false` if the figures cannot be read, and
/// then nothing is touched.
pub fn mount_into(mount: HtmlElement) -> bool {
    let Some(data) = state::figures(&mount, None) else { return false };
    steps(mount, data, None).into_iter().for_each(|step| step());
    true
}

fn go_on(mut steps: std::vec::IntoIter<Step>) {
    let Some(step) = steps.next() else { return };
    let work = move || {
        step();
        go_on(steps);
    };
    later::soon(Closure::once_into_js(work).unchecked_ref());
}

/// What is to be done to show the page beside the still one.
fn steps(mount: HtmlElement, data: &'static Dataset, full: Option<Full>) -> Vec<Step> {
    let look = still::look(&mount);
    let Some(root) = still::copy(&mount) else { return Vec::new() };
    let shapes: &'static MapShapes = Box::leak(Box::new(still::shapes(&mount)));
    again::keep(&mount, &root, shapes);
    fill(mount, root, state::State::new(data, shapes), look, full)
}

/// What is to be done to fill the page and add it: nothing is seen before the last step.
fn fill(
    mount: HtmlElement,
    root: HtmlElement,
    state: state::State,
    look: still::Look,
    full: Option<Full>,
) -> Vec<Step> {
    // All that is shown is text from `markup`, so Leptos is given the signals and no view.
    leptos::mount::mount_to(mount.clone(), || ()).forget();
    let owner = Owner::new();
    PAGE.set(Some(owner.clone()));
    let parts: Rc<RefCell<Vec<later::Part>>> = Rc::default();
    let of = |step: fn(&HtmlElement, state::State)| -> Step {
        let root = root.clone();
        Box::new(move || step(&root, state))
    };
    let with = |step: fn(&HtmlElement, state::State) -> Vec<later::Part>| -> Step {
        let (root, parts) = (root.clone(), parts.clone());
        Box::new(move || parts.borrow_mut().extend(step(&root, state)))
    };
    let steps: Vec<Step> = vec![
        of(controls::follow),
        of(parts::follow),
        with(|root, state| force_map::part(root, state).into_iter().collect()),
        with(parts::below),
        Box::new(move || {
            zoom::follow(&root, state);
            let (charts, width) = charts::parts(&root, state, &look);
            find::mount(&root, state);
            events::listen(&root, state);
            if let Some(full) = full {
                (full.mount)(&root, state);
            }
            address::follow(state);
            screen::follow(state);
            on_dispose(move || {
                state.playing.stop();
            });
            let mut all = parts.take();
            all.extend(charts);
            follow(state, width, later::Later::new(all));
            let _ = mount.append_child(&root);
        }),
    ];
    let owned = |step: Step| -> Step {
        let owner = owner.clone();
        Box::new(move || owner.with(step))
    };
    steps.into_iter().map(owned).collect()
}

thread_local! {
    /// Owns what the page has set up outside its own elements.
    static PAGE: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// Ends what the page has set up, before another takes its place.
fn dispose() {
    if let Some(owner) = PAGE.take() {
        owner.cleanup();
    }
}

/// Does `work` when the page is disposed of that is being filled now.
fn on_dispose(work: impl FnOnce() + 'static) {
    struct OnDrop<F: FnOnce()>(Option<F>);
    impl<F: FnOnce()> Drop for OnDrop<F> {
        fn drop(&mut self) {
            if let Some(work) = self.0.take() {
                work();
            }
        }
    }
    // Not Leptos's own `on_cleanup`, which takes only what could go to another thread.
    StoredValue::new_local(OnDrop(Some(work)));
}

/// Keeps the parts up to date with all that they are made from.
fn follow(state: state::State, width: Option<ArcRwSignal<f64>>, parts: later::Later) {
    let mut started = false;
    state::on_change(Box::new(move || {
        state.view.track();
        state.more.track();
        if let Some(width) = &width {
            width.track();
        }
        let print = state.screen.get().print;
        if started && print {
            parts.finish();
        } else if started {
            parts.all();
        }
        started = true;
    }));
}
