//! The terms of the subject, as types. No input, no output, no pixels.
//!
//! The nouns used everywhere: a [`Measure`] (what is counted), an
//! [`Area`] (where), a [`Period`] or [`FinancialYear`] (when), a [`Count`] (how many, and how
//! exactly that is known), and a [`Cell`] (a count, or the reason there is none).

mod area;
mod area_code;
mod cell;
mod date;
mod measure;
mod number;

pub use area::{Area, Country, Force, ForceId, TOTAL_FORCES};
pub use area_code::{AreaCode, InvalidAreaCode};
pub use cell::{Cell, Count, Qualifier, Why};
pub use date::{Date, FinancialYear, Period};
pub use measure::{Caution, CountingBreak, Family, Measure, MeasureId, MeasureKey, Unit};
pub use number::{Tenths, power_of_ten};
