//! The marks of a display list: their shapes, the rectangles that fill them, and how they are
//! written for a reviewer.

use crate::geo::Rect;
use std::fmt;

/// Length of a dash and of the gap after it, in CSS pixels.
const DASH: f64 = 4.0;
/// Length of the ends of a range.
const END: f64 = 8.0;
/// Length of a dash of a line of data, and of the gap after it.
const STROKE: [f64; 2] = [6.0, 4.0];

/// The role of a mark. A theme has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What a chart is drawn on: the inside of an open mark.
    Paper,
    /// Text that is read first; England and Wales.
    Text,
    /// Text beside it.
    Muted,
    /// Hairlines, and lines that step back behind others.
    Grid,
    /// The foot of a chart, and lines that must be seen one by one.
    Edge,
    /// Bars, columns and dots.
    Mark,
    /// The same where others stand in front.
    Back,
    /// The reader's choice.
    Chosen,
    /// A compared force, by the order of the lines, 0 to 3. The first has the colour of a choice.
    Pin(usize),
    /// The outer band of a funnel.
    Outer,
    /// Its inner band.
    Inner,
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

#[cfg(test)]
impl Mark {
    /// Left and right end of a text.
    pub(super) fn text_span(&self, surface: &super::Surface<'_>) -> Option<(f64, f64)> {
        let Shape::Text { at, anchor, size, bold, text } = &self.shape else { return None };
        let width = surface.measure.width(text, *size, *bold);
        let from = match anchor {
            Anchor::Start => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::End => at.0 - width,
        };
        Some((from, from + width))
    }
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
    /// A line from point to point.
    Line {
        points: Vec<(f64, f64)>,
        /// Its thickness.
        width: f64,
        dashed: bool,
    },
    /// A filled circle.
    Dot { at: (f64, f64), radius: f64 },
    /// A filled outline.
    Area(Vec<(f64, f64)>),
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
            Self::Line { .. } | Self::Dot { .. } | Self::Area(_) | Self::Text { .. } => Vec::new(),
        }
    }

    /// The strokes that draw a line, with their thickness: itself, or its dashes.
    pub fn strokes(&self) -> (f64, Vec<Vec<(f64, f64)>>) {
        match self {
            Self::Line { points, width, dashed: true } => (*width, dash_strokes(points)),
            Self::Line { points, width, .. } if points.len() > 1 => (*width, vec![points.clone()]),
            _ => (0.0, Vec::new()),
        }
    }
}

/// The dashes along a line. One that goes round a corner is drawn in two.
fn dash_strokes(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut strokes = Vec::new();
    // What is being drawn, a dash or a gap, and how much of it is left.
    let (mut inked, mut left) = (true, STROKE[0]);
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = (dx * dx + dy * dy).sqrt();
        let at = |part: f64| (from.0 + dx * part / length, from.1 + dy * part / length);
        let mut walked = 0.0;
        while walked < length && length < 1e5 {
            let end = (walked + left).min(length);
            if inked {
                strokes.push(vec![at(walked), at(end)]);
            }
            left -= end - walked;
            walked = end;
            // A remainder too small to move on by is none.
            if left <= 1e-6 {
                inked = !inked;
                left = if inked { STROKE[0] } else { STROKE[1] };
            }
        }
    }
    strokes
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
            Shape::Line { points, width, dashed } => {
                let dashed = if *dashed { " dashed" } else { "" };
                write!(f, "line {}{dashed} {tone} {}", half(*width), path(points.iter()))
            }
            Shape::Dot { at, radius } => write!(f, "dot {} {} {tone}", point(*at), half(*radius)),
            Shape::Area(points) => {
                // An outline is smooth: some of its points show where it runs.
                let some = points.iter().step_by(points.len().div_ceil(12).max(1));
                write!(f, "area {tone} {} points {}", points.len(), path(some))
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
            Self::Paper => f.write_str("paper"),
            Self::Text => f.write_str("text"),
            Self::Muted => f.write_str("muted"),
            Self::Grid => f.write_str("grid"),
            Self::Edge => f.write_str("edge"),
            Self::Mark => f.write_str("mark"),
            Self::Back => f.write_str("back"),
            Self::Chosen => f.write_str("chosen"),
            Self::Pin(slot) => write!(f, "pin-{slot}"),
            Self::Outer => f.write_str("outer"),
            Self::Inner => f.write_str("inner"),
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

    #[test]
    fn dashes_come_to_an_end_at_every_length() {
        for tenth in 0..4_000 {
            let x = 100.0 + f64::from(tenth) * 0.37 / 3.0;
            let points = [(0.0, 0.0), (x / 7.0, 0.1), (x, x / 3.0)];
            assert!(dash_strokes(&points).len() < 1_000, "{x}");
        }
    }

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
    fn dashes_follow_a_line_round_its_corner() {
        let line = |dashed| Shape::Line {
            points: vec![(0.0, 0.0), (8.0, 0.0), (8.0, 12.0)],
            width: 2.0,
            dashed,
        };
        let (width, strokes) = line(true).strokes();
        // Six along the top, a gap of four round the corner, six down, and the rest is a gap.
        assert_eq!(strokes, [vec![(0.0, 0.0), (6.0, 0.0)], vec![(8.0, 2.0), (8.0, 8.0)]]);
        assert_eq!((width, line(false).strokes().1.len()), (2.0, 1));
        let one = Shape::Line { points: vec![(1.0, 1.0)], width: 1.0, dashed: false };
        assert!(one.strokes().1.is_empty() && one.rects().is_empty());
        let nowhere = vec![(1.0, 1.0), (1.0, 1.0), (f64::NAN, 2.0), (1e9, 0.0)];
        assert!(Shape::Line { points: nowhere, width: 1.0, dashed: true }.strokes().1.is_empty());
    }
}
