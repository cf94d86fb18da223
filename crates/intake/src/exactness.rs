//! What a column says of how exact its numbers are.

use super::text::trim;

/// How exact a number is, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactness {
    /// The number itself.
    Exact,
    /// A lower bound.
    AtLeast,
    /// Rounded.
    About,
    /// Hidden to protect people.
    Suppressed,
    /// The source gave none.
    NotPublished,
    /// Nothing that a number could contradict: an empty cell, or why the page itself shows none.
    Unsaid,
}

impl Exactness {
    /// Reads a cell; `None` for any other word.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match trim(&text.to_ascii_lowercase()) {
            "exact" | "zero" => Self::Exact,
            "at-least" | "at least" => Self::AtLeast,
            "about" => Self::About,
            "suppressed" => Self::Suppressed,
            "not-published" => Self::NotPublished,
            "not published" | "not applicable" | "not comparable" | "" => Self::Unsaid,
            _ => return None,
        })
    }
}
