//! Numbers to positions, circles, classes and text.

mod circles;
mod classes;
pub mod format;
mod linear;

pub use circles::{Circles, fits};
pub use classes::Classes;
pub use linear::Linear;
