//! Which forces share a border, from the outlines as they are drawn.

use super::MapShapes;
use super::map::rings;

/// The codes of the shapes that share a border with this one, in the order of the shapes.
///
/// Both sides of a border are drawn through the same points. Two in common are a border; where only the
/// corners of two shapes meet there is one.
pub fn neighbours<'a>(shapes: &'a MapShapes, code: &str) -> Vec<&'a str> {
    let Some(own) = shapes.shape(code) else { return Vec::new() };
    let mut points: Vec<(i32, i32)> = rings(&own.path).concat();
    points.sort_unstable();
    let shared = |path: &str| {
        let theirs = rings(path).into_iter().flatten();
        theirs.filter(|point| points.binary_search(point).is_ok()).count()
    };
    let near = |other: &&super::ForceShape| {
        let (a, b) = (own.bounds, other.bounds);
        let apart = a.x > b.right() || b.x > a.right() || a.y > b.bottom() || b.y > a.bottom();
        other.code != code && !apart && shared(&other.path) > 1
    };
    shapes.shapes.iter().filter(near).map(|other| other.code.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_is_more_than_a_corner() {
        let square =
            |code: &str, x: i32, y: i32| (code.to_owned(), format!("M{x} {y}l10 0 0 10-10 0z"));
        // b is beside a, c beside b and only at the corner of a, d apart.
        let shapes =
            [square("a", 0, 0), square("b", 10, 0), square("c", 10, 10), square("d", 90, 0)];
        let shapes = MapShapes::from_paths(shapes.into_iter());
        assert_eq!(neighbours(&shapes, "a"), ["b"]);
        assert_eq!(neighbours(&shapes, "b"), ["a", "c"]);
        assert_eq!(neighbours(&shapes, "d"), Vec::<&str>::new());
        assert_eq!(neighbours(&shapes, "e"), Vec::<&str>::new());
    }
}
