//! Warnings and notices.

use super::escape;
use cyberflag_data::domain::{Measure, Unit};
use cyberflag_figures::caveats as words;

/// What to know before using the figures of a measure and unit, as list items.
pub fn caveats(measure: Measure, unit: Unit) -> String {
    let mut texts = vec![words::RECORDED];
    texts.extend(words::of_measure(measure));
    texts.extend(words::of_unit(unit));
    texts.extend([words::OVERLAP, words::DISPUTED]);
    texts.iter().map(|t| format!("<li>{}</li>", escape(t))).collect()
}

/// Notices about an address that could not be followed in full.
pub fn notices(texts: &[String]) -> String {
    texts.iter().map(|t| format!("<p class=\"notice\">{}</p>", escape(t))).collect()
}
