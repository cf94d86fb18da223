//! A display list: what is drawn where, in which role, and what answers there.

use super::mark::{area, half};
use super::{Anchor, Mark, Shape, Surface, Tone};
use crate::Bar;
use crate::geo::Rect;
use cyberflag_data::domain::{FinancialYear, ForceId};
use std::fmt;

/// An area that answers to a pointer or a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where it is.
    pub rect: Rect,
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
    pub marks: Vec<Mark>,
    /// Areas that answer, in reading order.
    pub hits: Vec<Hit>,
}

impl Scene {
    /// The index of the area under a point.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.hits.iter().position(|hit| hit.rect.contains((x, y)))
    }

    pub(super) fn add(&mut self, shape: Shape, tone: Tone) {
        self.marks.push(Mark { shape, tone });
    }

    pub(super) fn rect(&mut self, rect: Rect, tone: Tone) {
        self.add(Shape::Rect(rect), tone);
    }

    pub(super) fn dot(&mut self, at: (f64, f64), radius: f64, tone: Tone) {
        self.add(Shape::Dot { at, radius }, tone);
    }

    /// An open circle: what is behind it does not show through.
    pub(super) fn ring(&mut self, at: (f64, f64), radius: f64, tone: Tone) {
        self.dot(at, radius, tone);
        self.dot(at, radius - 2.0, Tone::Paper);
    }

    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, style: TextStyle, text: &str) {
        let TextStyle { size, bold, tone } = style;
        self.add(Shape::Text { at, anchor, size, bold, text: text.to_owned() }, tone);
    }

    /// Text in the middle of a point, moved as far as it takes to stay inside the scene.
    pub(super) fn middle(
        &mut self,
        (x, y): (f64, f64),
        style: TextStyle,
        text: &str,
        surface: &Surface<'_>,
    ) {
        let half = surface.measure.width(text, style.size, style.bold) / 2.0;
        let x = x.min(surface.width - half).max(half);
        self.text((x, y), Anchor::Middle, style, text);
    }
}

/// A line for each mark, then one for each area that answers: what a reviewer of a snapshot reads.
impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "scene {}x{}", half(self.width), half(self.height))?;
        for mark in &self.marks {
            writeln!(f, "{mark}")?;
        }
        for hit in &self.hits {
            writeln!(f, "{hit}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Hit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "hit {}", area(self.rect))?;
        if let Some(force) = self.force {
            write!(f, " force {}", force.index())?;
        }
        if let Some(year) = self.year {
            write!(f, " year {}", year.slug())?;
        }
        write!(f, ": {}", self.label)
    }
}

/// The role of a force's mark: that of the reader's choice, else `plain`.
pub(super) fn tone_of(bar: &Bar, plain: Tone) -> Tone {
    if bar.chosen { Tone::Chosen } else { plain }
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size, in the units of what it is drawn on.
    pub size: f64,
    pub bold: bool,
    pub tone: Tone,
}

impl TextStyle {
    pub fn plain(size: f64) -> Self {
        Self { size, bold: false, tone: Tone::Text }
    }

    pub fn muted(size: f64) -> Self {
        Self { size, bold: false, tone: Tone::Muted }
    }

    pub fn bold(size: f64) -> Self {
        Self { size, bold: true, tone: Tone::Text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_finds_the_area_it_lies_in() {
        let rect = |x| Rect::new(x, 0.0, 10.0, 10.0);
        let hit = |x| Hit { rect: rect(x), label: String::new(), force: None, year: None };
        let scene = Scene { hits: vec![hit(0.0), hit(10.0)], ..Scene::default() };
        assert_eq!(scene.hit(9.9, 5.0), Some(0));
        assert_eq!(scene.hit(10.0, 5.0), Some(1));
        assert_eq!(scene.hit(25.0, 5.0), None);
        assert_eq!(scene.hit(f64::NAN, 5.0), None);
    }
}
