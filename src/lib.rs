//! Cyberflag: the published figures of online sexual offences against children recorded by police
//! in England and Wales, as a page that anyone can read, check and share.
//!
//! Below it stand the crates `cyberflag_data`, `cyberflag_figures`, `cyberflag_export` and
//! `cyberflag_intake`. Here, in order:
//!
//! 1. [`embedded`]: what `build.rs` put into the program. [`markup`]: figures as HTML and SVG.
//! 2. [`page`]: the page before it runs, written by the build and into a saved file.
//! 3. `ui`: Leptos, wasm32 only.

pub mod embedded;
pub mod markup;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod ui;
