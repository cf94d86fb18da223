//! Cyberflag: the published figures of online sexual offences against children recorded by police
//! in England and Wales, as a page that anyone can read, check and share.
//!
//! The figures themselves come from the crates below (see `ARCHITECTURE.md`). Here are:
//!
//! - [`embedded`]: the dataset that `build.rs` put into the program,
//! - [`markup`]: figures as HTML and SVG,
//! - [`page`]: the prerendered pages,
//! - `ui`: the running page, on wasm32 only.

pub mod embedded;
pub mod markup;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod ui;
