//! Layer 2: numbers to positions, classes and words.

mod classes;
pub mod format;
mod linear;

pub use classes::Classes;
pub use linear::Linear;
