//! The picture that a shared link shows.

use super::Site;
use crate::charts::{self, PlainWidths, Surface, Theme};
use crate::dataset::Dataset;
use crate::figures::FactSheet;

/// A picture and the same in words.
pub(super) struct Preview {
    /// SVG of the size [`super::PREVIEW`].
    pub svg: String,
    /// What it shows.
    pub words: String,
}

/// The picture of a fact sheet.
pub(super) fn picture(_data: &Dataset, sheet: &FactSheet, _site: &Site) -> Preview {
    let figure = sheet.first_known().and_then(|m| m.figure.as_ref());
    let surface = Surface { width: 1200.0, measure: &PlainWidths };
    let svg = figure.map_or(String::new(), |f| {
        charts::svg(&charts::columns_of(f, &surface, 630.0), &Theme::LIGHT)
    });
    Preview { svg, words: sheet.summary().to_owned() }
}
