//! The part of the drawing that is seen: zoom and pan.
//!
//! # Units
//! Tenths of drawing units, so that the map moves smoothly when it is large on the screen.

use super::{MapShapes, Rect};
use cyberflag_data::domain::Tenths;

/// A part of the drawing, always in the ratio 7 to 8, so that the page never moves when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Left edge.
    pub left: i32,
    /// Top edge.
    pub top: i32,
    /// A seventh of the width, an eighth of the height: small when the map is large.
    pub step: i32,
}

impl Viewport {
    /// How many times the map can be enlarged.
    pub const MOST: i32 = 16;

    /// All of a map.
    pub fn whole(map: &MapShapes) -> Self {
        let least = (MapShapes::HEIGHT + 40).max((map.width + 30) * 8 / 7) * 10 / 8;
        // Halved as often as can be, it comes back to the same.
        let step = (least / Self::MOST + 1) * Self::MOST;
        let left = (map.width * 10 - 7 * step) / 2;
        Self { left, top: (MapShapes::HEIGHT * 10 - 8 * step) / 2, step }
    }

    /// Enlarged or reduced to a step, a point staying where it is.
    pub fn zoomed(self, map: &MapShapes, (x, y): (i32, i32), step: i32) -> Self {
        let whole = Self::whole(map);
        let step = step.clamp(whole.step / Self::MOST, whole.step);
        let left = x - (x - self.left) * step / self.step.max(1);
        let top = y - (y - self.top) * step / self.step.max(1);
        Self { left, top, step }.within(whole)
    }

    /// Moved, but not off the map.
    pub fn moved(self, map: &MapShapes, (dx, dy): (i32, i32)) -> Self {
        Self { left: self.left + dx, top: self.top + dy, ..self }.within(Self::whole(map))
    }

    /// Moved so that a point is in the middle.
    pub fn centred(self, map: &MapShapes, (x, y): (i32, i32)) -> Self {
        let middle = self.middle();
        self.moved(map, (x - middle.0, y - middle.1))
    }

    pub fn middle(self) -> (i32, i32) {
        (self.left + self.step * 7 / 2, self.top + self.step * 4)
    }

    /// Whether a point is seen.
    pub fn holds(self, (x, y): (i32, i32)) -> bool {
        let (right, bottom) = (self.left + 7 * self.step, self.top + 8 * self.step);
        x >= self.left && x <= right && y >= self.top && y <= bottom
    }

    /// The part in drawing units.
    pub fn rect(self) -> Rect {
        let units = |tenths: i32| f64::from(tenths) / 10.0;
        Rect::new(units(self.left), units(self.top), units(self.step * 7), units(self.step * 8))
    }

    /// As the `viewBox` of an SVG.
    pub fn view_box(self) -> String {
        let Rect { x, y, width, height } = self.rect();
        format!("{x} {y} {width} {height}")
    }

    /// Reads what [`Viewport::view_box`] wrote.
    pub fn parse(view_box: &str) -> Option<Self> {
        // Not by the standard library's parser of floats, whose tables would be in every page.
        let tenths = |text: &str| Some((Tenths::parse(text)?.value() * 10.0).round() as i32);
        let mut numbers = view_box.split(' ').map(tenths);
        let (left, top, width) = (numbers.next()??, numbers.next()??, numbers.next()??);
        Some(Self { left, top, step: width / 7 })
    }

    fn within(self, whole: Self) -> Self {
        let room = whole.step - self.step;
        Self {
            left: self.left.max(whole.left).min(whole.left + 7 * room),
            top: self.top.max(whole.top).min(whole.top + 8 * room),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(width: i32) -> MapShapes {
        MapShapes { shapes: Vec::new(), width }
    }

    #[test]
    fn the_whole_map_is_seen_with_a_margin_at_any_width() {
        for width in [10, 3000, 3511, 3600, 9000] {
            let whole = Viewport::whole(&map(width));
            assert!(whole.left <= -100 && whole.top <= -100, "{width}: {whole:?}");
            assert!(whole.holds((width * 10 + 100, MapShapes::HEIGHT * 10 + 100)), "{width}");
        }
    }

    #[test]
    fn a_point_stays_where_it_is_and_the_edges_hold() {
        let map = map(3511);
        let whole = Viewport::whole(&map);
        let near = whole.zoomed(&map, (20_000, 10_000), whole.step / 4);
        let share = |v: Viewport| (20_000 - v.left) * 1000 / v.step;
        assert!((share(whole) - share(near)).abs() <= 4);
        assert_eq!(near.zoomed(&map, (0, 0), i32::MAX / 100_000), whole);
        assert_eq!(whole.zoomed(&map, (0, 0), 1).step, whole.step / Viewport::MOST);
        assert_eq!(whole.moved(&map, (500, -500)), whole);
        assert_eq!(near.moved(&map, (-90_000, 0)).left, whole.left);
        assert_eq!(near.centred(&map, (20_000, 20_000)).middle(), (20_000, 20_000));
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let viewport = Viewport { left: -15, top: 7, step: 321 };
        assert_eq!(Viewport::parse(&viewport.view_box()), Some(viewport));
        assert_eq!(viewport.view_box(), "-1.5 0.7 224.7 256.8");
        for bad in ["", "0.1 0.2", "0.1 x 0.7 0.8", "0 0 inf inf", "NaN 0 7 8", "1e99 0 7 8"] {
            assert_eq!(Viewport::parse(bad), None);
        }
    }
}
