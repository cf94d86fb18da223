//! Delimited text (CSV, TSV), read in pieces and written field by field.

mod quoted;
mod reader;

pub use quoted::quoted;
pub use reader::{DelimitedReader, Fault, Item, LONGEST_ROW, Row};

/// Removes the byte order mark that spreadsheets put before UTF-8.
pub fn strip_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
