//! Layer 0: delimited text (CSV, TSV), read in pieces and written field by field.

mod quoted;
mod rows;

pub use quoted::quoted;
pub use rows::{Fault, Item, LONGEST_ROW, Row, Rows};
