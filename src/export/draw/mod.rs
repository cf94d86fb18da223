//! Pictures that stand alone: a figure with its words, in a size.

use super::{Picture, Preset, Stamp};
use crate::charts::{TextWidth, Theme};
use crate::dataset::Dataset;
use crate::figures::View;
use crate::geo::MapShapes;

/// How a picture looks, and what it is drawn with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Its size.
    pub preset: Preset,
    /// Its colours.
    pub theme: Theme,
    /// How wide words are.
    pub measure: &'a dyn TextWidth,
    /// Outlines of the forces.
    pub shapes: &'a MapShapes,
    /// The forces as tiles.
    pub tiles: &'a MapShapes,
}

/// A picture of a view as an SVG document that needs nothing from outside; `None` where the view has
/// no figures for it.
pub fn picture_svg(
    _data: &Dataset,
    _view: &View,
    _picture: Picture,
    _stamp: &Stamp,
    _look: &Look<'_>,
) -> Option<String> {
    None
}
