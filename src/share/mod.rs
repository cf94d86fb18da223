//! All that leaves the page, in the full edition. [`panel`] lists the ways and has [`controls`];
//! [`chosen`] makes the files of a view, [`give`] hands them over, [`raster`] makes a picture of pixels,
//! [`told`] says what became of it. [`embed`] makes frames for other pages, [`present`] and [`show`] the
//! presentation of [`slides`], [`page_file`] the page as one file, [`paper`] the fact sheet. [`stamp`] and
//! [`site`] are what is said in all of them.
//!
//! What the files hold comes from [`cyberflag_export`]; nothing here knows a figure.

mod chosen;
mod controls;
#[cfg(target_arch = "wasm32")]
mod dom;
mod embed;
#[cfg(target_arch = "wasm32")]
mod events;
#[cfg(target_arch = "wasm32")]
mod fields;
mod give;
#[cfg(target_arch = "wasm32")]
mod own;
mod page_file;
mod panel;
mod paper;
mod present;
mod raster;
mod show;
mod site;
mod slides;
mod stamp;
mod told;

pub use panel::SharePanel;

#[cfg(target_arch = "wasm32")]
pub use browser::FULL;

/// Natively components are written only, and nobody has figures of their own.
#[cfg(not(target_arch = "wasm32"))]
mod own {
    pub(super) fn digest() -> String {
        String::new()
    }

    pub(super) fn for_page() -> Option<(String, bool)> {
        None
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{SharePanel, dom, own, page_file, slides};
    use crate::markup;
    use crate::start::Full;
    use crate::store::Store;
    use leptos::mount::mount_to;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast as _;
    use web_sys::HtmlElement;

    /// All that leaves the page, and tables of the reader's own.
    pub const FULL: Full = Full {
        more: crate::embedded::full_words,
        saved: own::saved,
        write_part: markup::part,
        mount,
    };

    /// Puts the panels into their place. The one file is for reading first: there this one is folded.
    fn mount(root: &HtmlElement, store: Store) {
        let place = dom::find(root, "share").and_then(|place| place.dyn_into().ok());
        let Some(place): Option<HtmlElement> = place else { return };
        store.slides.set(slides::saved());
        own::mount(root, store);
        let own = dom::find(root, "own-panel").and_then(|own| own.dyn_into().ok());
        let open = !page_file::is_one_file();
        mount_to(place, move || view! { <SharePanel open own/> }).forget();
    }
}
