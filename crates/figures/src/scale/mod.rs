//! Numbers to positions, classes and text.

mod classes;
pub mod format;
mod linear;
mod log;

pub use classes::Classes;
pub use linear::Linear;
pub use log::Log;
