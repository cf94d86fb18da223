//! The pages before a program runs: the opening view in `index.html`, the same in the full edition and
//! in the one file, a page for every figure that other sites can hold in a frame, and the fact sheets.
//!
//! Written natively by the build, from the same figures and the same markup as the running page, so the
//! two cannot say different things. Each is complete without a script: a reader, a search engine or a
//! printer needs nothing else. In the full edition of the program only [`prerendered`] is left, for a page
//! that is saved.

#[cfg(not(target_arch = "wasm32"))]
mod app;
#[cfg(not(target_arch = "wasm32"))]
mod assets;
#[cfg(not(target_arch = "wasm32"))]
mod document;
#[cfg(not(target_arch = "wasm32"))]
mod forces;
#[cfg(not(target_arch = "wasm32"))]
mod frames;
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
pub use site::{PageError, Site, SiteFile, files, frames, write};

/// A view as it is read before a program runs: what stands in `.still`.
pub fn prerendered(data: &Dataset, shapes: &MapShapes, view: &View) -> String {
    markup::skeleton(&parts::slots(data, shapes, view, markup::Opens::Here)).into_string()
}
