//! The page shown again with other figures: from the same empty parts, in place of the old one.
//!
//! Signals and figures of the old page stay in memory, a few hundred kilobytes each time; its effects,
//! listeners and timers go with it.

use super::state::State;
use super::still::{Look, column};
use super::{fill, go_on};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::geo::MapShapes;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// What a page is made of.
#[derive(Clone)]
struct Kept {
    mount: HtmlElement,
    /// The parts, not yet filled.
    empty: HtmlElement,
    shapes: &'static MapShapes,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
    static TURN: Cell<u32> = const { Cell::new(0) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Keeps what the page is made of.
pub(super) fn keep(mount: &HtmlElement, root: &HtmlElement, shapes: &'static MapShapes) {
    let Ok(empty) = root.clone_node_with_deep(true) else { return };
    let kept = Kept { mount: mount.clone(), empty: empty.unchecked_into(), shapes };
    KEPT.replace(Some(kept));
}

/// Which page is shown: a number that changes with every new one.
pub(super) fn turn() -> u32 {
    TURN.get()
}

/// Shows other figures, in steps that are tasks of their own; then does `after`. Nothing while figures
/// are on their way already.
pub(super) fn show(data: &'static Dataset, after: impl FnOnce() + 'static) {
    let Some(kept) = KEPT.with_borrow(Clone::clone).filter(|_| !BUSY.get()) else { return };
    let Ok(root) = kept.empty.clone_node_with_deep(true) else { return };
    let root: HtmlElement = root.unchecked_into();
    TURN.set(turn() + 1);
    super::dispose();
    let width = f64::from(column(&kept.mount).client_width());
    let state = State::new(data, kept.shapes);
    let old = kept.mount.last_element_child();
    let mut steps =
        fill(kept.mount, root, state, Look { width, reaches_charts: false }, Some(super::FULL));
    let Some(last) = steps.pop() else { return };
    BUSY.set(true);
    steps.push(Box::new(move || {
        last();
        BUSY.set(false);
        if let Some(old) = old {
            old.remove();
        }
        after();
    }));
    go_on(steps.into_iter());
}
