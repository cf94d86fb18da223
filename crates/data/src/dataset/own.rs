//! The mark of figures that a reader has opened: theirs, and checked by nobody.

use super::{Dataset, SourceId};

/// Said wherever figures of a reader are shown or leave the page.
pub const OWN_NOTICE: &str = "A reader\u{2019}s own figures, not checked by Cyberflag";

/// What marks a dataset as a reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnData {
    /// The file that they came from.
    pub file: String,
    /// The first of their sources; those after it are theirs too.
    pub first_source: SourceId,
    /// Shown together with the published figures.
    pub with_published: bool,
}

impl Dataset {
    /// Whether a source is a reader's own.
    pub fn is_own(&self, source: SourceId) -> bool {
        self.own().is_some_and(|own| source >= own.first_source)
    }

    /// The mark, if these are a reader's own figures.
    pub fn own(&self) -> Option<&OwnData> {
        self.own.as_ref()
    }
}
