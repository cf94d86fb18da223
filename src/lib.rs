//! Cyberflag: the published figures of online sexual offences against children recorded by police
//! in England and Wales, as a page that anyone can read, check and share.
//!
//! The figures themselves come from the crates below (see `ARCHITECTURE.md`). Here are:
//!
//! - [`embedded`]: the dataset that `build.rs` put into the program,
//! - [`markup`]: figures as HTML and SVG,
//! - [`page`]: the prerendered pages,
//! - [`app`] and [`frame`]: the page and the frames of other sites as components, [`sections`] their parts,
//!   which write the static pages and run in the browser,
//! - [`store`]: what every component can ask for,
//! - `share`: what leaves the page, in its full edition.

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // followed in the browser only
mod address;
pub mod app;
mod calm;
mod canvas;
pub mod embedded;
pub mod frame;
#[cfg(target_arch = "wasm32")]
mod links;
mod live;
pub mod markup;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
mod render;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // followed in the browser only
mod screen;
pub mod sections;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // natively it is only written
pub mod share;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod store;
#[cfg(target_arch = "wasm32")]
mod task;
