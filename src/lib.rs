//! Cyberflag: the published figures of online sexual offences against children recorded by police
//! in England and Wales, as a page that anyone can read, check and share.
//!
//! The modules in layer order; each imports only those above it (`tests/tidy.rs` refuses the rest):
//!
//! 1. [`domain`]: the words of the subject, as types. [`delimited`], [`json`]: forms of text.
//! 2. [`dataset`], [`stats`], [`geo`], [`scale`], [`selection`]: figures, arithmetic, outlines,
//!    scales, the reader's choice. None imports another.
//! 3. [`figures`]: what is shown, in words and numbers, no pixels.
//! 4. [`charts`]: where the ink goes, on any plotters backend. [`markup`]: figures as HTML and SVG.
//! 5. `export`: what leaves the page, as text and bytes; not in the reading edition.
//! 6. `page`: the page before it runs, written by the build and into a saved file. `ui`: Leptos,
//!    wasm32 only.

pub mod charts;
pub mod dataset;
#[cfg(any(not(target_arch = "wasm32"), feature = "share"))]
pub mod delimited;
pub mod domain;
pub mod embedded;
#[cfg(any(not(target_arch = "wasm32"), feature = "share"))]
pub mod export;
pub mod figures;
pub mod geo;
#[cfg(any(not(target_arch = "wasm32"), feature = "share"))]
pub mod intake;
#[cfg(any(not(target_arch = "wasm32"), feature = "share"))]
pub mod json;
pub mod markup;
#[cfg(any(not(target_arch = "wasm32"), feature = "share"))]
pub mod page;
pub mod scale;
pub mod selection;
pub mod stats;
#[cfg(target_arch = "wasm32")]
pub mod ui;
