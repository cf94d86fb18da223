//! Rectangles of charts, pictures and maps.

/// An upright rectangle, x to the right and y down, in whatever units its owner has.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// From its top left corner and its size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Of a size, with its middle at a point.
    pub fn centred((x, y): (f64, f64), width: f64, height: f64) -> Self {
        Self::new(x - width / 2.0, y - height / 2.0, width, height)
    }

    /// The smallest that holds all the points; empty without any.
    pub fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut points = points.into_iter();
        let Some(first) = points.next() else { return Self::default() };
        let (mut low, mut high) = (first, first);
        for (x, y) in points {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        Self::new(low.0, low.1, high.0 - low.0, high.1 - low.1)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Larger by a margin on every side.
    pub fn grown(self, margin: f64) -> Self {
        let (width, height) = (self.width + 2.0 * margin, self.height + 2.0 * margin);
        Self::new(self.x - margin, self.y - margin, width, height)
    }

    /// Whether a point lies in it. Of two that touch, only one holds a point of their shared edge.
    pub fn contains(self, (x, y): (f64, f64)) -> bool {
        x >= self.x && x < self.right() && y >= self.y && y < self.bottom()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_that_touch_one_holds_the_shared_edge() {
        let (left, right) = (Rect::new(0.0, 0.0, 10.0, 10.0), Rect::new(10.0, 0.0, 10.0, 10.0));
        assert!(left.contains((9.9, 5.0)) && !right.contains((9.9, 5.0)));
        assert!(!left.contains((10.0, 5.0)) && right.contains((10.0, 5.0)));
        assert!(!left.contains((f64::NAN, 5.0)));
    }

    #[test]
    fn it_is_made_round_points_and_round_a_middle() {
        assert_eq!(Rect::around([]), Rect::default());
        let rect = Rect::around([(3.0, 9.0), (1.0, 4.0), (2.0, 5.0)]);
        assert_eq!(rect, Rect::new(1.0, 4.0, 2.0, 5.0));
        assert_eq!((rect.right(), rect.bottom()), (3.0, 9.0));
        assert_eq!(rect.grown(1.0), Rect::centred((2.0, 6.5), 4.0, 7.0));
    }
}
