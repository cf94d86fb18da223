//! What leaves the page: files, pictures, citations, snippets. Plain functions from a view
//! to text or bytes; natively for the build and the tests, in the browser only in the full edition.
//!
//! # How to use it
//! ```text
//! let stamp = Stamp { release, address: Some(href), today };      // what every file says of itself
//! for picture in pictures(&data, &view) { … }                     // what this view has figures for
//! let look = Look { preset, theme: Theme::LIGHT, measure, shapes, tiles };
//! let svg = picture_svg(&data, &view, picture, &stamp, &look);    // one picture, complete in itself
//! let text = csv(&data, &view, picture, &stamp, CsvOptions::default());
//! let bytes = workbook(&data, &view, picture, &stamp)?;           // the same for a spreadsheet
//! let text = cite(&data, &view, picture, &stamp, Style::Bibtex);
//! let files = files_of_view(&data, &view, picture, &stamp, &look, png);
//! let zip = bundle(&files, &stamp)?;                              // bytes for a download
//! let name = file_name(&data, &view, picture, "", "zip");
//! ```
//! The view as plain text is [`cyberflag_figures::as_text`].
//!
//! # What holds for all of it
//! - The same view and stamp always make the same bytes.
//! - Pictures are drawn by [`cyberflag_figures::charts`] and [`cyberflag_figures::geo`], numbers come from
//!   [`cyberflag_figures`]: what leaves the page cannot disagree with the page.
//! - Every file carries the warning, the sources, the licence and the release.

mod bibtex;
mod bundle;
mod cite;
mod csv;
mod csvw;
mod defuse;
mod draw;
mod embed;
mod error;
mod files;
mod metadata;
mod notes;
mod picture;
mod preset;
mod readme;
mod ris;
mod rows;
mod slides;
mod snippets;
mod sources;
mod stamp;
mod workbook;

pub use bundle::bundle;
pub use cite::{Style, cite};
pub use csv::{CsvOptions, FIELDS, Field, csv};
pub use csvw::csvw_json;
pub use defuse::defuse;
pub use draw::{Look, picture_svg};
pub use embed::{Embed, EmbedControl, EmbedFigure, EmbedTheme};
pub use error::ExportError;
pub use files::{File, file_name, files_of_view, plain_name};
pub use metadata::metadata_json;
pub use notes::csv_notes;
pub use picture::{Picture, pictures};
pub use preset::Preset;
pub use readme::readme;
pub use slides::{MOST_SLIDES, Slide, read_slides, write_slides};
pub use stamp::Stamp;
pub use workbook::workbook;
