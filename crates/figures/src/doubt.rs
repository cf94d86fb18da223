//! A doubted number: why it is not believed, and by which sources.

use super::{Citation, citation};
use cyberflag_data::dataset::{Dataset, Doubt};

/// A doubt with its sources as they are cited.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownDoubt {
    /// In a sentence or two.
    pub reason: String,
    pub refuted_by: Vec<Citation>,
}

pub(super) fn shown_doubt(data: &Dataset, doubt: Option<&Doubt>) -> Option<ShownDoubt> {
    let doubt = doubt?;
    let cited = doubt.refuted_by.iter().filter_map(|id| citation(data, *id));
    Some(ShownDoubt { reason: doubt.reason.clone(), refuted_by: cited.collect() })
}

/// The doubt about the number shown, as sentences after it; empty where there is none.
pub(super) fn after_number(doubt: Option<&Doubt>) -> String {
    doubt.map_or(String::new(), |doubt| format!(" This number is doubted: {}", doubt.reason))
}
