//! All that leaves the page, in the full edition. [`panel`] lists the ways and has [`controls`];
//! [`chosen`] makes the files of a view, [`give`] hands them over, [`raster`] makes a picture of pixels,
//! [`told`] says what became of it. [`embed`] makes frames for other pages, [`present`] and [`show`] the
//! presentation of [`slides`], [`page_file`] the page as one file, [`paper`] the fact sheet. [`stamp`] and
//! [`site`] are what is said in all of them.
//!
//! What the files hold comes from [`cyberflag_export`]; nothing here knows a figure.

mod chosen;
mod controls;
mod embed;
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
    use crate::store::Store;

    pub(super) fn digest(_: Store) -> String {
        String::new()
    }

    pub(super) fn for_page(_: Store) -> Option<(String, bool)> {
        None
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::own::{self, Own, OwnPanel};
    use super::{SharePanel, page_file, slides};
    use crate::calm::once_laid_out;
    use crate::markup;
    use crate::start::Full;
    use crate::store::Store;
    use leptos::mount::mount_to;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::JsCast as _;
    use web_sys::{Element, HtmlElement};

    /// All that leaves the page, and tables of the reader's own.
    pub const FULL: Full = Full {
        more: crate::embedded::full_words,
        saved: own::saved,
        write_part: markup::part,
        mount,
    };

    /// Shows a panel to a reader who has asked for it, and puts the focus on its head.
    fn go_to(panel: &Element) {
        panel.scroll_into_view();
        let head = panel.first_element_child().and_then(|head| head.dyn_into::<HtmlElement>().ok());
        let _ = head.map(|head| head.focus());
    }

    /// Puts the panels into their place. The one file is for reading first: there this one is folded.
    fn mount(root: &HtmlElement, store: Store) {
        let place = root.query_selector("#share").ok().flatten();
        let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        store.slides.set(slides::saved());
        // The way here from the page that everybody reads first.
        let asked = web_sys::window().and_then(|window| window.location().search().ok());
        let unfolded = asked.as_deref() == Some("?own") || store.own.read_untracked().is_some();
        let own = Own::new(store);
        let below = place.parent_element().and_then(|below| below.dyn_into().ok());
        let below = below.unwrap_or_else(|| place.clone());
        mount_to(below, move || view! { <OwnPanel own open=unfolded/> }).forget();
        let own = own.fold.get_untracked();
        let open = !page_file::is_one_file();
        let (panels, fold) = (place.clone(), own.clone());
        mount_to(place, move || view! { <SharePanel open own/> }).forget();
        let goal: Option<Element> = match asked.as_deref() {
            Some("?share") => panels.first_element_child(),
            Some("?own") => fold.map(Into::into),
            _ => None,
        };
        if let Some(goal) = goal {
            once_laid_out(move || go_to(&goal));
        }
    }
}
