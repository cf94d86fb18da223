//! Which figures the page shows now: the published ones, or a reader's.

use super::keep;
use cyberflag_data::dataset::Dataset;
use cyberflag_intake::OwnFigures;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Figures of a reader that the page shows.
#[derive(Clone)]
pub(in crate::share) struct Shown {
    pub(super) figures: Rc<OwnFigures>,
    pub(super) together: bool,
}

thread_local! {
    static BASE: RefCell<Option<Arc<Dataset>>> = const { RefCell::new(None) };
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// The published figures.
pub(super) fn base() -> Option<Arc<Dataset>> {
    BASE.with_borrow(Clone::clone)
}

/// The figures of the reader that are shown now.
pub(in crate::share) fn shown() -> Option<Shown> {
    SHOWN.with_borrow(Clone::clone)
}

/// A digest of the figures that are shown: 8 hexadecimal digits (FNV-1a), which tells two files
/// apart and is no proof against anybody.
pub(in crate::share) fn digest() -> String {
    let bytes = shown().and_then(|shown| shown.figures.to_compact().ok()).unwrap_or_default();
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", bytes.iter().fold(0x811c_9dc5, step))
}

/// The figures that this page was saved with, else the published ones.
pub(crate) fn saved(base: Arc<Dataset>) -> Arc<Dataset> {
    BASE.set(Some(base.clone()));
    let Some((figures, together)) = keep::saved(&base) else { return base };
    shown_as(&base, Rc::new(figures), together)
}

/// Figures of a reader from now on, alone or together with the published ones.
pub(super) fn shown_as(base: &Dataset, figures: Rc<OwnFigures>, together: bool) -> Arc<Dataset> {
    let data = if together { figures.together(base) } else { figures.alone(base) };
    SHOWN.set(Some(Shown { figures, together }));
    Arc::new(data)
}

/// The published figures from now on.
pub(super) fn none() {
    SHOWN.set(None);
}
