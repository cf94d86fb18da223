//! Numbers to positions, circles, classes and text.

mod circles;
mod classes;
pub mod format;
mod linear;
mod log;

pub use circles::{Circles, fits};
pub use classes::Classes;
pub use linear::Linear;
pub use log::Log;
