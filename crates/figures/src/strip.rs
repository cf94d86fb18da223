//! The legend's picture: a dot for each force over the scale of the map.
//!
//! # Units
//! Across: thousandths of the strip's width, which is not known here. Down: whole dots of a stack.

use crate::scale::{Linear, format};
use cyberflag_data::domain::ForceId;

/// The whole length of the strip.
const LENGTH: i32 = 1000;
/// Dots stand in columns this far apart.
const COLUMN: i32 = 20;
/// Free between two labels of the axis, and the width of a character, where the strip is narrow.
const CHARACTER: i32 = 34;

/// The scale under the dots.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    most: f64,
    ticks: Vec<Tick>,
    /// Where a class ends; empty for numbers.
    breaks: Vec<i32>,
    /// Names the breaks, if not all of them have labels.
    named: String,
    /// The highest stack of any year that is counted in the same way as the last.
    levels: i32,
}

/// A label under the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    pub x: i32,
    pub label: String,
}

/// A force on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    pub x: i32,
    /// Dots under it.
    pub level: i32,
    pub chosen: bool,
    /// Of an old figure: an open ring.
    pub old: bool,
}

/// A value that is marked with a line and named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripMark {
    pub x: i32,
    /// Whose it is, and the value.
    pub name: String,
    pub value: String,
}

/// The strip of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// By what the dots stand where they do: `by number of offences`; of classes whose breaks have no room
    /// for labels also these.
    pub by: String,
    pub dots: Vec<Dot>,
    pub ticks: Vec<Tick>,
    /// Ends of the classes, the last at the strip's end; empty where there are none.
    pub bands: Vec<i32>,
    /// Room for the highest stack of this and like years, so that the strip keeps its height.
    pub levels: i32,
    /// The chosen force.
    pub chosen: Option<StripMark>,
    /// England and Wales.
    pub wider: Option<StripMark>,
}

impl Axis {
    /// From zero to a round number, with round ticks.
    pub(crate) fn round(most: f64) -> Self {
        let scale = Linear::new(most, f64::from(LENGTH), 4);
        let ticks = scale.ticks();
        let most = ticks.last().copied().unwrap_or(1.0);
        let mut axis =
            Self { most, ticks: Vec::new(), breaks: Vec::new(), named: String::new(), levels: 0 };
        axis.ticks = ticks.iter().map(|t| axis.tick(*t)).collect();
        axis
    }

    /// From zero to the whole number above `most`, with a tick at each break that has room.
    pub(crate) fn between(breaks: &[f64], most: f64) -> Self {
        let last = breaks.last().copied().unwrap_or(0.0);
        let most = most.max(last).max(0.5).ceil();
        let mut axis =
            Self { most, ticks: Vec::new(), breaks: Vec::new(), named: String::new(), levels: 0 };
        let (zero, end) = (axis.tick(0.0), axis.tick(most));
        // The first starts at the edge and the last ends there: they take all their width on one side.
        let mut free = zero.width();
        let limit = LENGTH - end.width();
        axis.ticks.push(zero);
        for value in breaks {
            let tick = axis.tick(*value);
            let half = tick.width() / 2;
            if tick.x - half >= free && tick.x + half <= limit {
                free = tick.x + half;
                axis.ticks.push(tick);
            }
        }
        if axis.ticks.len() <= breaks.len() {
            let all: Vec<String> = breaks.iter().map(|b| format::plain(*b)).collect();
            axis.named = format!(". Colours change at {}", all.join(", "));
        }
        axis.ticks.push(end);
        axis.breaks = breaks.iter().map(|b| axis.x(*b)).chain([LENGTH]).collect();
        axis
    }

    /// Keeps room for the highest stack of several years.
    pub(crate) fn make_room(&mut self, years: &[Vec<f64>]) {
        for values in years {
            let values = values.iter().map(|v| (ForceId(0), *v, false));
            self.levels = self.levels.max(highest(&self.dots(values, None)));
        }
    }

    fn x(&self, value: f64) -> i32 {
        ((value / self.most).clamp(0.0, 1.0) * f64::from(LENGTH)).round() as i32
    }

    fn tick(&self, value: f64) -> Tick {
        Tick { x: self.x(value), label: format::plain(value) }
    }

    /// The forces as dots, with whether their figures are old; those of about the same value on one
    /// another, the chosen one on top.
    fn dots(
        &self,
        values: impl Iterator<Item = (ForceId, f64, bool)>,
        chosen: Option<ForceId>,
    ) -> Vec<Dot> {
        let mut dots: Vec<Dot> = Vec::new();
        let mut last = None;
        let mut stack = |value: f64, old: bool, chosen: bool| {
            let x = (self.x(value) + COLUMN / 2) / COLUMN * COLUMN;
            let level = dots.iter().filter(|d| d.x == x).count() as i32;
            dots.push(Dot { x, level, chosen, old });
        };
        for (force, value, old) in values {
            if Some(force) == chosen {
                last = Some((value, old));
            } else {
                stack(value, old, false);
            }
        }
        if let Some((value, old)) = last {
            stack(value, old, true);
        }
        dots
    }

    /// The strip of a year.
    pub(crate) fn strip(
        &self,
        by: &str,
        values: impl Iterator<Item = (ForceId, f64, bool)>,
        chosen: Option<ForceId>,
        mark: impl Fn(bool) -> Option<(String, f64, String)>,
    ) -> Strip {
        let mark =
            |wider| mark(wider).map(|(name, at, value)| StripMark { x: self.x(at), name, value });
        let dots = self.dots(values, chosen);
        Strip {
            by: format!("{by}{}", self.named),
            levels: highest(&dots).max(self.levels),
            dots,
            ticks: self.ticks.clone(),
            bands: self.breaks.clone(),
            chosen: mark(false),
            wider: mark(true),
        }
    }
}

/// Dots in the highest stack.
fn highest(dots: &[Dot]) -> i32 {
    dots.iter().map(|d| d.level + 1).max().unwrap_or(0)
}

impl Tick {
    /// Room for the label and what is free beside it.
    fn width(&self) -> i32 {
        CHARACTER * (self.label.len() as i32 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|t| t.label.as_str()).collect()
    }

    #[test]
    fn numbers_have_round_ticks_from_zero() {
        let axis = Axis::round(735.0);
        assert_eq!(labels(&axis), ["0", "200", "400", "600", "800"]);
        assert_eq!(axis.ticks.last().map(|t| t.x), Some(LENGTH));
        assert!(axis.breaks.is_empty());
        assert_eq!(labels(&Axis::round(0.0)).last(), Some(&"1"));
    }

    #[test]
    fn breaks_are_ticks_where_their_labels_have_room() {
        let axis = Axis::between(&[4.0, 5.0, 6.0, 8.0], 12.7);
        assert_eq!(labels(&axis), ["0", "4", "5", "6", "8", "13"]);
        assert_eq!(axis.breaks, [308, 385, 462, 615, 1000]);
        let tight = Axis::between(&[4.0, 4.1, 12.9], 12.7);
        assert_eq!(labels(&tight), ["0", "4", "13"]);
        assert_eq!(tight.breaks.len(), 4, "a class without a label keeps its place");
        let strip = tight.strip("by rate", std::iter::empty(), None, |_| None);
        assert_eq!(strip.by, "by rate. Colours change at 4, 4.1, 12.9");
        assert_eq!(axis.named, "");
        assert_eq!(labels(&Axis::between(&[], f64::NAN)), ["0", "1"]);
    }

    #[test]
    fn equal_values_are_stacked_with_the_chosen_on_top() {
        let mut axis = Axis::round(100.0);
        let values = [50.0, 50.4, 50.2, 90.0];
        axis.make_room(&[values.to_vec(), vec![1.0]]);
        assert_eq!(axis.levels, 3);
        let higher = axis.strip("by", (0..9).map(|i| (ForceId(i), 1.0, false)), None, |_| None);
        assert_eq!(higher.levels, 9, "a year before the counting changed has room too");
        let forces = (0..).map(ForceId).zip(values).map(|(force, v)| (force, v, v > 60.0));
        let strip = axis.strip("by", forces, Some(ForceId(0)), |_| None);
        let stack: Vec<_> = strip.dots.iter().filter(|d| d.x == 500).collect();
        assert_eq!(
            stack.iter().map(|d| (d.level, d.chosen)).collect::<Vec<_>>(),
            [(0, false), (1, false), (2, true)]
        );
        assert_eq!(strip.dots.len(), values.len(), "no force is left out");
        assert!(strip.dots.iter().all(|d| d.old == (d.x == 900)));
    }
}
