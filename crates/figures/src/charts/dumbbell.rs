//! Two numbers of one row, joined by a line.

use super::{Scene, Tone};
use crate::geo::Rect;

/// Side of the mark of the second year; that of the first is two thirds of it.
const SECOND: f64 = 12.0;
const FIRST: f64 = 8.0;

/// Two numbers of one force: a thin line from the first year, a small mark, to the second, a large one.
pub(super) fn dumbbell(scene: &mut Scene, from: f64, to: f64, y: f64, tone: Tone) {
    scene.rect(Rect::new(from.min(to), y - 1.0, (to - from).abs(), 2.0), Tone::Muted);
    scene.rect(Rect::centred((from, y), FIRST, FIRST), Tone::Muted);
    scene.rect(Rect::centred((to, y), SECOND, SECOND), tone);
}
