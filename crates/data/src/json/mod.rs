//! Layer 0: JSON, as far as a descriptor needs it: written from values of ours, read from text of
//! anybody.
//!
//! Written here and not taken from `serde_json`: that brings 9 kB (gzip) of tables and panic words into
//! an offline file that may weigh 400,000 bytes, for one small descriptor. The tests compare both
//! halves with that crate on any text (`tests/json.rs`).

mod read;
mod string;
mod write;

pub use read::{Fault, MOST_DEPTH, MOST_MEMBERS, Value, Wrong, read};
pub use write::Json;
