//! Which figures the page shows now: the published ones, or a reader's.

use super::keep;
use crate::start::StartError;
use crate::store::{OwnShown, Store};
use cyberflag_intake::OwnFigures;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows the figures that this page was saved with, if it was.
///
/// # Errors
/// [`StartError::Saved`] where they cannot be read: the still page, which shows them, must stay.
pub(crate) fn saved(store: Store) -> Result<(), StartError> {
    if let Some((figures, together)) = keep::saved(&store.published())? {
        show(store, figures, together);
    }
    Ok(())
}

/// Figures of a reader from now on, alone or together with the published ones.
pub(super) fn show(store: Store, figures: OwnFigures, together: bool) {
    let base = store.published();
    let data = if together { figures.together(&base) } else { figures.alone(&base) };
    store.own.set(Some(OwnShown { figures: Arc::new(figures), together }));
    store.data.set(Arc::new(data));
}

/// The published figures from now on.
pub(super) fn none(store: Store) {
    store.own.set(None);
    store.data.set(store.published());
}

/// A digest of the figures that are shown: 8 hexadecimal digits (FNV-1a), which tells two files
/// apart and is no proof against anybody.
pub(in crate::share) fn digest(store: Store) -> String {
    let shown = store.own.get_untracked();
    let bytes = shown.and_then(|shown| shown.figures.to_compact().ok()).unwrap_or_default();
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", bytes.iter().fold(0x811c_9dc5, step))
}

/// The figures that are shown as text for a page that is saved, and how they are shown.
pub(in crate::share) fn for_page(store: Store) -> Option<(String, bool)> {
    let shown = store.own.get_untracked()?;
    let bytes = shown.figures.to_compact().ok()?;
    let text: String = bytes.into_iter().map(char::from).collect();
    Some((web_sys::window()?.btoa(&text).ok()?, shown.together))
}
