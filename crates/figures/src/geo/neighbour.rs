//! Which area lies in a direction from another: for arrow keys on the map.

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

/// The index of the nearest of `points` in a direction from `from`, y growing downwards.
///
/// A point counts as lying in a direction if it is within 45 degrees of it, and the nearest along
/// that direction wins, sideways distance counting double. `None` where there is none.
pub fn nearest(points: &[(i32, i32)], from: usize, direction: Direction) -> Option<usize> {
    let origin = points.get(from)?;
    let others = points.iter().enumerate().filter(|(i, _)| *i != from);
    let ranked = others.filter_map(|(i, p)| {
        let (dx, dy) = (p.0 - origin.0, p.1 - origin.1);
        let (along, aside) = match direction {
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
        };
        (along > 0 && along >= aside).then_some((along + 2 * aside, i))
    });
    ranked.min().map(|(_, i)| i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_in_the_direction_wins() {
        let points = [(0, 0), (10, 1), (5, 4), (0, -7), (-3, 0)];
        assert_eq!(nearest(&points, 0, Direction::Right), Some(1));
        assert_eq!(nearest(&points, 0, Direction::Up), Some(3));
        assert_eq!(nearest(&points, 0, Direction::Left), Some(4));
        assert_eq!(nearest(&points, 0, Direction::Down), None);
        assert_eq!(nearest(&points, 9, Direction::Down), None);
    }
}
