//! The marks of a display list: their shapes, the rectangles that fill them, and how they are
//! written for a reviewer.

use crate::geo::Rect;
use std::fmt;

/// Length of a dash and of the gap after it, in CSS pixels.
const DASH: f64 = 4.0;
/// Length of the ends of a range.
const END: f64 = 8.0;
/// Side of the square on a point of a line.
const DOT: f64 = 7.0;

/// The role of a mark. A theme has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Text that is read first.
    Text,
    /// Text beside it.
    Muted,
    /// Lines behind the marks.
    Grid,
    /// Bars and columns.
    Mark,
    /// The reader's choice.
    Chosen,
    /// A pinned force, by its slot among the pins, 0 to 3.
    Pin(usize),
}

/// Which end of a text is at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// It is centred on it.
    Middle,
    /// It ends there.
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is.
    pub shape: Shape,
    /// Its role.
    pub tone: Tone,
}

/// What a mark can be, in CSS pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect(Rect),
    /// A dashed outline without a foot: the column of a year without a number.
    Gap(Rect),
    /// A dashed line, upright or level.
    Dashes {
        /// Left or top end.
        from: (f64, f64),
        /// The other end, on the same row or column.
        to: (f64, f64),
    },
    /// The range of a number: a thin line, upright or level, with an end at each side.
    Range {
        /// Left or top end.
        from: (f64, f64),
        /// The other end, on the same row or column.
        to: (f64, f64),
    },
    /// A line from point to point, with a square on each. A single point is a square alone.
    Line(Vec<(f64, f64)>),
    /// A thin curve in level steps, which stay crisp where a slanted line would blur.
    Curve {
        /// Its points, from left to right.
        points: Vec<(f64, f64)>,
        /// Every third step is left out.
        dashed: bool,
    },
    /// One line of text.
    Text {
        /// Where it is anchored: an end or the middle, and half the height.
        at: (f64, f64),
        anchor: Anchor,
        /// Font size.
        size: f64,
        bold: bool,
        text: String,
    },
}

impl Shape {
    /// The rectangles that fill it: crisp on any screen, and the same on every backend.
    pub fn rects(&self) -> Vec<Rect> {
        match self {
            Self::Rect(rect) => vec![*rect],
            Self::Gap(rect) => {
                let (left, right) = (rect.x, rect.right());
                let (top, foot) = (rect.y, rect.bottom());
                let sides = [
                    ((left, top), (left, foot)),
                    ((right, top), (right, foot)),
                    ((left, top), (right, top)),
                ];
                sides.into_iter().flat_map(|(from, to)| dashes(from, to)).collect()
            }
            Self::Dashes { from, to } => dashes(*from, *to).collect(),
            Self::Range { from, to } => {
                let (length, thick) = (to.0 - from.0, to.1 - from.1);
                let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
                let end = |at| match from.0 == to.0 {
                    true => Rect::centred(at, END, 1.0),
                    false => Rect::centred(at, 1.0, END),
                };
                vec![Rect::centred(middle, length.max(1.0), thick.max(1.0)), end(*from), end(*to)]
            }
            Self::Line(points) => points.iter().map(|at| Rect::centred(*at, DOT, DOT)).collect(),
            Self::Curve { points, dashed } => {
                let pairs = points.iter().zip(points.iter().skip(1)).enumerate();
                let drawn = pairs.filter(|(i, _)| !dashed || i % 3 > 0);
                let step = |((x, y), (next, end)): (&(f64, f64), &(f64, f64))| {
                    Rect::new(*x, y.min(*end), next - x, (y - end).abs().max(1.0))
                };
                drawn.map(|(_, ends)| step(ends)).collect()
            }
            Self::Text { .. } => Vec::new(),
        }
    }
}

/// Dashes of an upright or level line, one pixel thick.
fn dashes(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = Rect> {
    let upright = from.0 == to.0;
    let length = if upright { to.1 - from.1 } else { to.0 - from.0 };
    let count = (length / (2.0 * DASH)).ceil().clamp(0.0, 1000.0) as usize;
    (0..count).map(move |i| {
        let start = i as f64 * 2.0 * DASH;
        let dash = DASH.min(length - start);
        if upright {
            Rect::new(from.0, from.1 + start, 1.0, dash)
        } else {
            Rect::new(from.0 + start, from.1, dash, 1.0)
        }
    })
}

/// One line in half pixels, as snapshots have it.
impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tone = self.tone;
        match &self.shape {
            Shape::Rect(rect) => write!(f, "rect {} {tone}", area(*rect)),
            Shape::Gap(rect) => write!(f, "gap {} {tone}", area(*rect)),
            Shape::Dashes { from, to } => {
                write!(f, "dashes {} to {} {tone}", point(*from), point(*to))
            }
            Shape::Range { from, to } => {
                write!(f, "range {} to {} {tone}", point(*from), point(*to))
            }
            Shape::Line(points) => write!(f, "line {tone} {}", path(points.iter())),
            Shape::Curve { points, dashed } => {
                let dashed = if *dashed { " dashed" } else { "" };
                // A curve is smooth: some of its points show where it runs.
                let some = points.iter().step_by(points.len().div_ceil(12).max(1));
                write!(f, "curve{dashed} {tone} {} points {}", points.len(), path(some))
            }
            Shape::Text { at, anchor, size, bold, text } => {
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                let bold = if *bold { " bold" } else { "" };
                let (at, size) = (point(*at), half(*size));
                write!(f, "text {at} {anchor} {size}{bold} {tone}: {text}")
            }
        }
    }
}

impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Muted => f.write_str("muted"),
            Self::Grid => f.write_str("grid"),
            Self::Mark => f.write_str("mark"),
            Self::Chosen => f.write_str("chosen"),
            Self::Pin(slot) => write!(f, "pin-{slot}"),
        }
    }
}

/// A length in half pixels.
pub(super) fn half(length: f64) -> f64 {
    // Adding zero takes the sign from -0.
    (length * 2.0).round() / 2.0 + 0.0
}

fn point((x, y): (f64, f64)) -> String {
    format!("{},{}", half(x), half(y))
}

pub(super) fn area(rect: Rect) -> String {
    format!("{} {}x{}", point((rect.x, rect.y)), half(rect.width), half(rect.height))
}

fn path<'a>(points: impl Iterator<Item = &'a (f64, f64)>) -> String {
    points.map(|at| point(*at)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(shape: Shape) -> Vec<String> {
        shape.rects().into_iter().map(area).collect()
    }

    #[test]
    fn dashes_end_where_their_line_ends() {
        let (from, to) = ((5.0, 10.0), (5.0, 28.0));
        let upright = filled(Shape::Dashes { from, to });
        assert_eq!(upright, ["5,10 1x4", "5,18 1x4", "5,26 1x2"]);
        let level = filled(Shape::Dashes { from, to: (15.0, 10.0) });
        assert_eq!(level, ["5,10 4x1", "13,10 2x1"]);
        assert_eq!(filled(Shape::Dashes { from: to, to: from }), [""; 0]);
        let gap = filled(Shape::Gap(Rect::new(0.0, 0.0, 10.0, 4.0)));
        assert_eq!(gap, ["0,0 1x4", "10,0 1x4", "0,0 4x1", "8,0 2x1"]);
    }

    #[test]
    fn a_range_has_an_end_at_each_side() {
        let from = (10.0, 20.0);
        let level = filled(Shape::Range { from, to: (30.0, 20.0) });
        assert_eq!(level, ["10,19.5 20x1", "9.5,16 1x8", "29.5,16 1x8"]);
        let upright = filled(Shape::Range { from, to: (10.0, 50.0) });
        assert_eq!(upright, ["9.5,20 1x30", "6,19.5 8x1", "6,49.5 8x1"]);
    }

    #[test]
    fn a_line_has_its_squares_and_a_curve_its_steps() {
        let points = vec![(0.0, 9.0), (3.0, 4.0), (6.0, 4.2), (9.0, 6.0)];
        let squares = filled(Shape::Line(points.clone()));
        assert_eq!(squares, ["-3.5,5.5 7x7", "-0.5,0.5 7x7", "2.5,0.5 7x7", "5.5,2.5 7x7"]);
        let steps = filled(Shape::Curve { points: points.clone(), dashed: false });
        assert_eq!(steps, ["0,4 3x5", "3,4 3x1", "6,4 3x2"]);
        let dashed = filled(Shape::Curve { points, dashed: true });
        assert_eq!(dashed, steps[1..]);
    }
}
