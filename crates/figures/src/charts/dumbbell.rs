//! Two numbers of one row, joined by a line.

use super::{Scene, Tone};
use crate::geo::Rect;

/// Height of the mark of the later year; that of the earlier is two thirds of it.
const LATER: f64 = 12.0;
const EARLIER: f64 = 8.0;

/// Two numbers of one force: a thin line from the earlier to the later, small and large mark.
pub(super) fn dumbbell(scene: &mut Scene, from: f64, to: f64, y: f64, tone: Tone) {
    scene.rect(Rect::new(from.min(to), y - 1.0, (to - from).abs(), 2.0), Tone::Muted);
    scene.rect(Rect::centred((from, y), EARLIER, EARLIER), Tone::Muted);
    scene.rect(Rect::centred((to, y), LATER, LATER), tone);
}
