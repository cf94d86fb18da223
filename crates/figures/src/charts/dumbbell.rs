//! Two numbers of one row, joined by a line.

use super::{Scene, Tone};
use crate::geo::Rect;

/// Radius of both marks.
pub(super) const MARK: f64 = 5.0;

/// Two numbers of one force: a line from a ring, the first year, to a dot, the second.
pub(super) fn dumbbell(scene: &mut Scene, from: f64, to: f64, y: f64, tone: Tone) {
    scene.rect(Rect::new(from.min(to), y - 1.0, (to - from).abs(), 2.0), tone);
    scene.ring((from, y), MARK, tone);
    scene.dot((to, y), MARK, tone);
}
