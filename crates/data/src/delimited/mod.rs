//! Layer 0: delimited text (CSV, TSV), read in pieces and written field by field.

mod quoted;
mod rows;

pub use quoted::quoted;
pub use rows::{Fault, Item, LONGEST_ROW, Row, Rows};

/// A text without the byte order mark that spreadsheets put before UTF-8.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
