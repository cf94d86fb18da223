//! The published figures of online sexual offences against children recorded by police.
//!
//! [`domain`] has the terms of the subject as types, [`delimited`] reads and writes CSV, and
//! [`dataset`] holds the checked figures, answers questions about one number, and checks, reads,
//! writes and compares data packages. [`postcodes`] has the forces that a postcode lies in.

pub mod dataset;
pub mod delimited;
pub mod domain;
pub mod postcodes;
#[doc(hidden)]
pub mod testing;
