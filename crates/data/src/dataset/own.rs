//! Marks a dataset that holds figures of a reader's own, which nobody has checked.

use super::{Dataset, SourceId};

/// Shown wherever a reader's own figures are shown or exported.
pub const OWN_NOTICE: &str = "A reader\u{2019}s own figures, not checked by Cyberflag";

/// Which figures of a dataset are the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnData {
    /// The file that they came from.
    pub file: String,
    /// The first of their sources; those after it are theirs too.
    pub first_source: SourceId,
    /// The published figures are in the dataset too.
    pub with_published: bool,
}

impl Dataset {
    /// Whether a source is a reader's own.
    pub fn is_own(&self, source: SourceId) -> bool {
        self.own().is_some_and(|own| source >= own.first_source)
    }

    pub fn own(&self) -> Option<&OwnData> {
        self.own.as_ref()
    }
}
