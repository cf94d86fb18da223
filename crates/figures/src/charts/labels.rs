//! Names beside dots, placed so that none covers a dot or another name.

use super::scene::TextStyle;
use super::{Anchor, Scene, Surface, Tone};
use crate::geo::Rect;

/// Height of a name.
const LINE: f64 = 14.0;
/// Between a dot and its name.
const GAP: f64 = 4.0;

/// Where names may be, and what is taken already.
pub(super) struct Labels {
    room: Rect,
    taken: Vec<Rect>,
    /// From the middle of a dot to its name.
    reach: f64,
}

impl Labels {
    /// Names inside `room`, with dots of a radius at these points.
    pub(super) fn new(room: Rect, dots: &[(f64, f64)], radius: f64) -> Self {
        let taken = dots.iter().map(|at| Rect::centred(*at, 2.0 * radius, 2.0 * radius)).collect();
        Self { room, taken, reach: radius + GAP }
    }

    /// Takes a place for something else.
    pub(super) fn cover(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Whether a name of this width fits with its left end and middle height there; it is taken then.
    fn take(&mut self, (x, y): (f64, f64), width: f64) -> bool {
        let rect = Rect::new(x, y - LINE / 2.0, width, LINE);
        let room = &self.room;
        let inside = rect.x >= room.x
            && rect.right() <= room.right()
            && rect.y >= room.y
            && rect.bottom() <= room.bottom();
        let apart = |o: &Rect| {
            o.right() <= rect.x
                || o.x >= rect.right()
                || o.bottom() <= rect.y
                || o.y >= rect.bottom()
        };
        let fits = inside && self.taken.iter().all(apart);
        if fits {
            self.taken.push(rect);
        }
        fits
    }

    /// Writes the name of a dot at its right, left, top or foot; not at all where it fits nowhere.
    pub(super) fn dot(
        &mut self,
        scene: &mut Scene,
        text: &str,
        (x, y): (f64, f64),
        style: TextStyle,
        surface: &Surface<'_>,
    ) {
        let width = surface.measure.width(text, style.size, style.bold);
        let reach = self.reach + if style.bold { 2.0 } else { 0.0 };
        let over = reach + LINE / 2.0;
        let places = [
            (x + reach, y, Anchor::Start),
            (x - reach, y, Anchor::End),
            (x, y - over, Anchor::Middle),
            (x, y + over, Anchor::Middle),
        ];
        let free = places.into_iter().find(|(x, y, anchor)| match anchor {
            Anchor::Start => self.take((*x, *y), width),
            Anchor::Middle => self.take((x - width / 2.0, *y), width),
            Anchor::End => self.take((x - width, *y), width),
        });
        if let Some((x, y, anchor)) = free {
            scene.text((x, y), anchor, style, text);
        }
    }

    /// Writes the name of a level line at the first of these ends of text that is free, or as far to the
    /// left of them as it takes.
    pub(super) fn line(
        &mut self,
        scene: &mut Scene,
        text: &str,
        (left, ends): (f64, [(f64, f64); 4]),
        surface: &Surface<'_>,
    ) {
        let style = TextStyle { size: Surface::SMALL, bold: true, tone: Tone::Text };
        let width = surface.measure.width(text, style.size, true);
        for i in 0..20 {
            for (right, y) in ends {
                let right = right - f64::from(i) * 16.0;
                if right - width >= left && self.take((right - width, y), width) {
                    return scene.text((right, y), Anchor::End, style, text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::PlainWidths;
    use super::*;

    #[test]
    fn names_flip_sides_and_give_up_where_there_is_no_room() {
        let surface = Surface { width: 200.0, measure: &PlainWidths };
        let mut scene = Scene::default();
        let dots = [(100.0, 50.0), (190.0, 50.0), (100.0, 57.0)];
        let mut labels = Labels::new(Rect::new(0.0, 0.0, 200.0, 100.0), &dots, 4.0);
        for (text, at) in ["Kent", "Essex", "Surrey"].into_iter().zip(dots) {
            labels.dot(&mut scene, text, at, TextStyle::muted(12.0), &surface);
        }
        let spans: Vec<_> = scene.marks.iter().filter_map(|m| m.text_span(&surface)).collect();
        assert_eq!(spans.len(), 3);
        assert!(spans[0].0 == 108.0 && spans[1].1 <= 182.0 && spans[2].1 <= 92.0, "{spans:?}");
        labels.dot(&mut scene, &"a".repeat(99), dots[0], TextStyle::muted(12.0), &surface);
        assert_eq!(scene.marks.len(), 3);
    }
}
