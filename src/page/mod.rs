//! The prerendered pages: `index.html`, the full page and the one file, the pages that other sites
//! embed, and the fact sheets.
//!
//! The build writes them natively, with the same components as the running page, so that the two cannot
//! say different things. Each is complete without a script.

mod app;
mod assets;
mod document;
mod embeds;
mod forces;
mod head;
mod oembed;
mod policy;
mod preview;
mod shell;
mod site;
mod sitemap;
mod studio;

pub use app::{Edition, app};
pub use assets::{Asset, Assets, OneFile, Program};
pub use site::{PageError, Site, SiteFile, embeds, files, write};
