//! The police area of a postcode: what was typed, where it lies, and a sentence that says so.
//!
//! The answer is about the first half of the postcode, the outward code. It tells where somebody
//! lives; which force records an offence on the internet is another question.

mod answer;
mod query;
mod sentence;

pub use answer::{FoundPostcode, PostcodeAnswer, find_postcode};
pub(crate) use sentence::UNFINISHED;
