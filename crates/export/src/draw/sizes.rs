//! Margins and sizes of text in each preset, in pixels of the picture.
//!
//! Feeds show a wide picture at about half its size, so nothing in it is smaller than 20 pixels, but for
//! 43 rows under a heading of two lines.

use crate::Preset;

/// The lengths of a preset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sizes {
    /// Whole width.
    pub(super) width: f64,
    /// Whole height.
    pub(super) height: f64,
    /// Free at the left and at the right.
    pub(super) side: f64,
    /// Free at the top: more in an upright picture, where apps lay their own text over it.
    pub(super) top: f64,
    /// Free at the bottom.
    pub(super) bottom: f64,
    /// Heading.
    pub(super) title: f64,
    /// Sentences and legends.
    pub(super) body: f64,
    /// Notes at the foot, and the smallest text of a chart.
    pub(super) foot: f64,
    /// Wider than high: the map is beside its text.
    pub(super) wide: bool,
    /// Much higher than wide: room for a paragraph for each note.
    pub(super) tall: bool,
}

impl Sizes {
    /// Those of a preset.
    pub(super) fn of(preset: Preset) -> Self {
        let (width, height) = preset.size();
        let (side, top, bottom, title, body, foot) = match preset {
            Preset::Landscape => (32.0, 28.0, 22.0, 36.0, 22.0, 20.0),
            Preset::Preview => (32.0, 20.0, 14.0, 34.0, 21.0, 20.0),
            Preset::Square => (52.0, 48.0, 44.0, 46.0, 26.0, 20.0),
            Preset::Story => (64.0, 170.0, 190.0, 56.0, 32.0, 25.0),
        };
        let (width, height) = (f64::from(width), f64::from(height));
        let (wide, tall) = (width > height, height > 1.5 * width);
        Self { width, height, side, top, bottom, title, body, foot, wide, tall }
    }

    /// Width between the margins.
    pub(super) fn room(&self) -> f64 {
        self.width - 2.0 * self.side
    }
}
