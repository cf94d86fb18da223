//! Days on an axis of years: a tick at each, and its number under it.

use super::scene::TextStyle;
use super::{Anchor, Scene, Surface, Tone};
use crate::YearEvent;
use crate::geo::Rect;

/// Height of the row of numbers, between the axis and the names of the years.
const ROW: f64 = 16.0;
const TICK: f64 = 6.0;
/// Least room between two numbers.
const GAP: f64 = 4.0;

/// How much of a chart's height they take: a chart with them is as much higher.
pub fn events_row(events: &[YearEvent]) -> f64 {
    if events.is_empty() { 0.0 } else { ROW }
}

/// Draws them under an axis at the height `base`, which starts at `left` and has a year in each `step`.
/// A tick is where its day is; numbers of days close together are pushed apart and keep their order.
pub(super) fn draw_events(
    scene: &mut Scene,
    events: &[YearEvent],
    (left, step, base): (f64, f64, f64),
    surface: &Surface<'_>,
) {
    let names: Vec<String> = (1..=events.len()).map(|number| number.to_string()).collect();
    let width = |name: &String| surface.measure.width(name, Surface::SMALL, true);
    let widest = names.iter().map(width).fold(0.0, f64::max);
    let days: Vec<f64> = events.iter().map(|event| left + event.at * step).collect();
    let places = apart(&days, widest + GAP, (widest / 2.0, scene.width - widest / 2.0));
    let style = TextStyle { size: Surface::SMALL, bold: true, tone: Tone::Text };
    for ((day, place), name) in days.iter().zip(places).zip(&names) {
        scene.rect(Rect::new(day - 1.0, base + 1.0, 2.0, TICK), Tone::Text);
        scene.text((place, base + TICK + 8.0), Anchor::Middle, style, name);
    }
}

/// Places from left to right at least `least` apart, each as near to its own as the others and the two
/// ends allow.
pub(super) fn apart(wanted: &[f64], least: f64, (from, to): (f64, f64)) -> Vec<f64> {
    let mut next = from;
    let mut places: Vec<f64> = Vec::with_capacity(wanted.len());
    for place in wanted {
        places.push(place.max(next));
        next = place.max(next) + least;
    }
    let mut last = to;
    for place in places.iter_mut().rev() {
        *place = place.min(last);
        last = *place - least;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order_and_their_distance() {
        let placed = |wanted: &[f64]| apart(wanted, 10.0, (5.0, 95.0));
        assert_eq!(placed(&[20.0, 50.0]), [20.0, 50.0]);
        assert_eq!(placed(&[20.0, 22.0, 24.0, 60.0]), [20.0, 30.0, 40.0, 60.0]);
        assert_eq!(placed(&[0.0, 90.0, 94.0, 95.0]), [5.0, 75.0, 85.0, 95.0]);
        assert_eq!(placed(&[]), [0.0; 0]);
    }
}
