//! Layer 5: what leaves the page: files, pictures, citations, snippets. Plain functions from a view
//! to text or bytes; natively for the build and the tests, in the browser only in the full edition.

mod embed;
mod snippets;

pub use embed::{Embed, FrameControl, FrameFigure, FrameTheme};
