//! Workbooks of spreadsheet programs, `.xlsx` and `.ods`: each sheet becomes the CSV that a careful
//! reader would type, line for line, so that it is read as every other table is.
//!
//! [`pack`] unpacks the parts within a bound, [`xml`] splits them, [`xlsx`] and [`ods`] know what they
//! mean, [`numbers`] writes the numbers and days, [`sheet`] holds the cells, [`heading`] joins headings
//! of several lines. The tables of a web page go the same way ([`web`]).

mod heading;
mod numbers;
mod ods;
mod pack;
mod sheet;
mod web;
mod xlsx;
mod xml;

pub use sheet::{Sheet, SheetTable};
pub use web::{WebCell, WebTable};

use pack::Pack;

/// The most that is unpacked of one workbook, in bytes. It is read at one go while the page waits: this
/// much takes a second or two on a slow device. CSV may be larger, as it is read in slices.
const MOST_UNPACKED: usize = 64_000_000;
/// The most cells of one workbook, empty ones between filled ones included: 40 bytes or so each.
const MOST_CELLS: usize = 2_000_000;
/// The most text in them, in bytes. A string that is stored once may stand in every cell.
const MOST_TEXT: usize = 64_000_000;

/// How files of Office before 2007 begin, and newer ones with a password.
const OLDER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Why a workbook cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// Neither of the two kinds.
    #[error("the file is no workbook that this page knows, or was not saved whole")]
    NotWorkbook,
    /// Of Excel before 2007, or packed as bytes that only Excel reads.
    #[error("the file is a workbook of an older or rarer kind (.xls, .xlsb)")]
    OtherKind,
    /// Its parts are encrypted.
    #[error("the workbook is protected by a password")]
    Encrypted,
    /// Past one of the bounds.
    #[error("the workbook is larger than this page unpacks")]
    TooLarge,
    /// A part is missing, cannot be unpacked or is no XML.
    #[error("the workbook is damaged: its part {0} cannot be read")]
    Damaged(String),
    /// No sheet that is not hidden has a filled cell.
    #[error("no sheet of the workbook that is not hidden has anything in it")]
    Empty,
}

impl WorkbookError {
    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NotWorkbook => {
                "Fetch or save it again, or save the table as \u{201c}CSV UTF-8\u{201d} and open that file here."
            }
            Self::OtherKind => {
                "Open it in the spreadsheet, choose Save As and \u{201c}Excel workbook (.xlsx)\u{201d} or \u{201c}CSV UTF-8\u{201d}, then open that file here."
            }
            Self::Encrypted => {
                "Open it in the spreadsheet with its password, save a copy without one as .xlsx or \u{201c}CSV UTF-8\u{201d}, then open that copy here."
            }
            Self::TooLarge => {
                "In the spreadsheet, save the sheet with the table as \u{201c}CSV UTF-8\u{201d}, then open that file here: CSV may be larger."
            }
            Self::Damaged(_) => {
                "Open it in the spreadsheet and save it again as .xlsx or \u{201c}CSV UTF-8\u{201d}, then open that file here."
            }
            Self::Empty => "Unhide the sheet with the table and save the workbook again.",
        }
    }
}

/// An opened workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets that hold something and are not hidden, in their order.
    pub sheets: Vec<Sheet>,
    /// The names of those that are hidden; they are not read.
    pub hidden: Vec<String>,
}

impl Workbook {
    /// Whether the start of a file is that of a workbook which is no ZIP: of an older kind, or
    /// encrypted.
    pub fn is_older(start: &[u8]) -> bool {
        start.starts_with(OLDER)
    }

    /// Opens a workbook from all its bytes.
    ///
    /// # Errors
    /// [`WorkbookError`]
    pub fn open(bytes: &[u8]) -> Result<Self, WorkbookError> {
        if Self::is_older(bytes) {
            // Within it the name of a stream, in UTF-16.
            let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
            let encrypted = bytes.windows(name.len()).any(|part| part == name);
            let other = WorkbookError::OtherKind;
            return Err(if encrypted { WorkbookError::Encrypted } else { other });
        }
        let mut pack = Pack::open(bytes)?;
        let book = if pack.has(xlsx::BOOK) {
            xlsx::read(&mut pack)?
        } else if pack.has(ods::CONTENT) || pack.has(ods::ENCRYPTED) {
            ods::read(&mut pack)?
        } else if pack.has("xl/workbook.bin") {
            return Err(WorkbookError::OtherKind);
        } else {
            return Err(WorkbookError::NotWorkbook);
        };
        book.filled()
    }

    /// The tables of a web page, as sheets.
    ///
    /// # Errors
    /// [`WorkbookError`] where they are too large or hold nothing.
    pub fn of_web_page(tables: Vec<WebTable>) -> Result<Self, WorkbookError> {
        web::read(tables)?.filled()
    }

    /// Without empty sheets.
    fn filled(mut self) -> Result<Self, WorkbookError> {
        self.sheets.retain(|sheet| !sheet.is_empty());
        if self.sheets.is_empty() { Err(WorkbookError::Empty) } else { Ok(self) }
    }

    /// What a sheet is called in messages: the file, and which of its sheets where there are several.
    pub fn name_of(&self, file: &str, sheet: &Sheet) -> String {
        if self.sheets.len() > 1 { format!("{file} ({})", sheet.name) } else { file.to_owned() }
    }

    /// A sheet as a table, with what its reader should know of the workbook.
    pub fn table(&self, sheet: &Sheet) -> SheetTable {
        let mut table = sheet.table();
        if !self.hidden.is_empty() {
            let names: Vec<String> = self.hidden.iter().map(|name| said(name)).collect();
            let (sheets, are) = if names.len() == 1 { ("sheet", "is") } else { ("sheets", "are") };
            table.notes.push(format!("The hidden {sheets} {} {are} not read.", names.join(", ")));
        }
        table
    }
}

/// A text of the workbook in a sentence.
fn said(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", super::text::short(text))
}
