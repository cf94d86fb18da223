//! Arithmetic on published numbers. Pure functions; "undefined" is an empty `Option` or a
//! [`cyberflag_data::domain::Cell`] with its reason.

mod breaks;
mod change;
mod interval;
mod rank;
mod ratio;

pub use breaks::class_breaks;
pub use change::{Change, SMALLEST_BASE, change};
pub use interval::{funnel_limits, poisson_range, rate_range};
pub use rank::ranks;
pub use ratio::{FEWEST_CHILDREN, per_day, rate, share};
