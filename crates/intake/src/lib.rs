//! Opens a reader's own table: finds its [`Layout`], maps its columns ([`Mapping`]), reads it piece by
//! piece ([`Intake`]) with a [`Report`] in which nothing is dropped silently, and makes figures that
//! every view can show ([`OwnFigures`]).
//!
//! Natively and in the full edition of the page: `cargo xtask data check FILE` and the page run the
//! same code and give the same messages.

mod answer;
mod cells;
mod exactness;
mod field;
mod figures;
mod force_names;
mod gazetteer;
mod guess;
mod key;
mod layout;
mod mapping;
mod mark;
mod measure_names;
mod memo;
mod number;
mod own;
mod part;
mod period;
mod period_cell;
mod preview;
mod report;
mod table;
mod tally;
mod text;
mod unused;
mod utf16;
mod workbook;
mod zip;

pub use self::zip::{Entry, Zip, ZipError};
/// What the figures are read from and written to as a package, for the page.
pub use cyberflag_data::dataset::package;
pub use field::Field;
pub use gazetteer::{Gazetteer, ResolvedArea};
pub use layout::{Layout, START};
pub use mapping::{Mapping, Nil};
pub use number::{Value, value};
pub use own::OwnFigures;
pub use period::{date, period, quarter};
pub use preview::{PreviewRow, preview};
pub use report::{Reason, Report};
pub use table::{Intake, IntakeResult};
pub use text::start;
pub use workbook::{Sheet, SheetTable, WebCell, WebTable, Workbook, WorkbookError};

/// The largest file that is opened, in bytes. What is larger is better added up first: see
/// `docs/big-files.md`.
pub const LARGEST_FILE: u64 = 250_000_000;
