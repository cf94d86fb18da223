//! The prerendered pages: `index.html`, the full page and the one file, the pages that other sites
//! embed, and the fact sheets.
//!
//! The build writes them natively, from the same figures and the same markup as the running page, so
//! that the two cannot say different things. Each is complete without a script. The program in the
//! browser uses only [`prerendered`], for a page that a reader saves.

#[cfg(not(target_arch = "wasm32"))]
mod app;
#[cfg(not(target_arch = "wasm32"))]
mod assets;
#[cfg(not(target_arch = "wasm32"))]
mod document;
#[cfg(not(target_arch = "wasm32"))]
mod embeds;
#[cfg(not(target_arch = "wasm32"))]
mod forces;
#[cfg(not(target_arch = "wasm32"))]
mod head;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod policy;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod sitemap;
#[cfg(not(target_arch = "wasm32"))]
mod studio;

use crate::markup;
#[cfg(not(target_arch = "wasm32"))]
pub use app::{Edition, app};
#[cfg(not(target_arch = "wasm32"))]
pub use assets::{Asset, Assets, OneFile};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::View;
use cyberflag_figures::geo::MapShapes;
#[cfg(not(target_arch = "wasm32"))]
pub use site::{PageError, Site, SiteFile, embeds, files, write};

/// The HTML of a view before the program runs, for the element `.still`.
pub fn prerendered(data: &Dataset, shapes: &MapShapes, view: &View) -> String {
    markup::skeleton(&parts::slots(data, shapes, view, markup::Opens::Here)).into_string()
}
