//! Numbers to positions, classes and text.

mod classes;
pub mod format;
mod linear;

pub use classes::Classes;
pub use linear::Linear;
