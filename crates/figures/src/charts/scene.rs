//! A display list: what is drawn where, in which role, and what answers there.

use crate::Bar;
use cyberflag_data::domain::{FinancialYear, ForceId};

/// The role of a mark. A theme gives each role its colour.
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
    /// A pinned force, by its place among the pins, 0 to 3.
    Pin(usize),
}

/// Which end of the words stands at the point given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The words begin there.
    Start,
    /// They are centred on it.
    Middle,
    /// They end there.
    End,
}

/// One mark, in CSS pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// A filled rectangle.
    Rect {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        w: f64,
        /// Height.
        h: f64,
        /// Role.
        tone: Tone,
    },
    /// A dashed line, upright or level, drawn as short rectangles so that it is crisp anywhere.
    Dashes {
        /// Left or top end.
        from: (f64, f64),
        /// The other end, on the same row or column.
        to: (f64, f64),
        /// Role.
        tone: Tone,
    },
    /// A line from point to point.
    Line {
        /// The points.
        points: Vec<(f64, f64)>,
        /// Role.
        tone: Tone,
    },
    /// Words, centred on `y`.
    Words {
        /// Where they are anchored.
        x: f64,
        /// Middle of the line.
        y: f64,
        /// Which end stands at `x`.
        anchor: Anchor,
        /// Font size.
        size: f64,
        /// Bold.
        bold: bool,
        /// Role.
        tone: Tone,
        /// The words.
        text: String,
    },
}

/// A place that answers to a pointer or a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Left, top, width, height.
    pub frame: (f64, f64, f64, f64),
    /// What it says.
    pub label: String,
    /// The force it chooses, if any.
    pub force: Option<ForceId>,
    /// The year it chooses, if any.
    pub year: Option<FinancialYear>,
}

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Marks, back to front.
    pub inks: Vec<Ink>,
    /// Places that answer, in reading order.
    pub hits: Vec<Hit>,
}

impl Scene {
    /// The place under a point.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.hits.iter().position(|h| {
            let (left, top, w, height) = h.frame;
            x >= left && x < left + w && y >= top && y < top + height
        })
    }

    pub(super) fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, tone: Tone) {
        self.inks.push(Ink::Rect { x, y, w, h, tone });
    }

    /// A line through two points or more.
    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, tone: Tone) {
        if points.len() > 1 {
            self.inks.push(Ink::Line { points, tone });
        }
    }

    pub(super) fn dashes(&mut self, from: (f64, f64), to: (f64, f64), tone: Tone) {
        self.inks.push(Ink::Dashes { from, to, tone });
    }

    pub(super) fn words(&mut self, at: (f64, f64), anchor: Anchor, style: Style, text: &str) {
        let Style { size, bold, tone } = style;
        self.inks.push(Ink::Words {
            x: at.0,
            y: at.1,
            anchor,
            size,
            bold,
            tone,
            text: text.to_owned(),
        });
    }
}

/// The role of a force's mark: the colour of its pin, else of the reader's choice, else `plain`.
pub(super) fn tone_of(bar: &Bar, plain: Tone) -> Tone {
    match bar.pin {
        Some(slot) => Tone::Pin(slot),
        None if bar.chosen => Tone::Chosen,
        None => plain,
    }
}

/// How words look.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) tone: Tone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_finds_the_place_it_lies_in() {
        let hit =
            |x| Hit { frame: (x, 0.0, 10.0, 10.0), label: String::new(), force: None, year: None };
        let scene = Scene { hits: vec![hit(0.0), hit(10.0)], ..Scene::default() };
        assert_eq!(scene.hit(9.9, 5.0), Some(0));
        assert_eq!(scene.hit(10.0, 5.0), Some(1));
        assert_eq!(scene.hit(25.0, 5.0), None);
        assert_eq!(scene.hit(f64::NAN, 5.0), None);
    }
}
