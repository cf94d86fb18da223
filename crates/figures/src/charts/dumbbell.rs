//! Marks across a row of bars: two numbers joined by a line, and the range of a number.

use super::{Scene, Tone};

/// Height of the mark of the later year; that of the earlier is two thirds of it.
const LATER: f64 = 12.0;
const EARLIER: f64 = 8.0;

/// Two numbers of one force: a thin line from the earlier to the later, small and large mark.
pub(super) fn dumbbell(scene: &mut Scene, from: f64, to: f64, y: f64, tone: Tone) {
    scene.rect(from.min(to), y - 1.0, (to - from).abs(), 2.0, Tone::Muted);
    square(scene, from, y, EARLIER, Tone::Muted);
    square(scene, to, y, LATER, tone);
}

/// A square mark with its middle at a point.
pub(super) fn square(scene: &mut Scene, x: f64, y: f64, side: f64, tone: Tone) {
    scene.rect(x - side / 2.0, y - side / 2.0, side, side, tone);
}

/// The range of a number: a thin line with an end at each side.
pub(super) fn whisker(scene: &mut Scene, low: f64, high: f64, y: f64) {
    scene.rect(low, y - 0.5, high - low, 1.0, Tone::Text);
    for x in [low, high] {
        scene.rect(x - 0.5, y - 4.0, 1.0, 8.0, Tone::Text);
    }
}
