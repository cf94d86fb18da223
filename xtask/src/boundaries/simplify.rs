//! Takes corners out of lines that several areas share, the smallest first.
//!
//! A corner goes if the triangle that it makes with its two neighbours is small, if the line stays
//! within a distance of where it was, and if no other line has a corner in that triangle, so that
//! lines never come to cross. The ends of a line stay, so that borders still meet.

use std::collections::BTreeSet;

/// Metres east and north.
pub type Xy = (f64, f64);

/// No point of a line moves farther than this, in metres.
pub const FARTHEST: f64 = 1_000.0;
/// Nor farther than this part of the breadth of its island: small ones keep their shape.
const OF_BREADTH: f64 = 1.0 / 8.0;
/// An island keeps at least so many points, the first counted again at the end.
const FEWEST: usize = 5;

/// The lines without corners whose triangle is under `least` square metres.
pub fn simplify(lines: Vec<Vec<Xy>>, least: f64) -> Vec<Vec<Xy>> {
    let mut lines: Vec<Line> = lines.into_iter().map(Line::new).collect();
    let mut queue = BTreeSet::new();
    for (number, line) in lines.iter().enumerate() {
        queue.extend(line.kept.iter().filter_map(|p| Some(line.corner(*p)?.key(number))));
    }
    while let Some((area, number, point)) = queue.pop_first() {
        if f64::from_bits(area) >= least {
            break;
        }
        let corner = lines.get(number).filter(|l| l.can_lose(point)).and_then(|l| l.corner(point));
        let Some(corner) = corner.filter(|c| !lines.iter().any(|l| l.reaches_into(c.triangle)))
        else {
            continue;
        };
        let Some(line) = lines.get_mut(number) else { continue };
        let neighbours = [corner.before, corner.after];
        let keys = |line: &Line| neighbours.map(|p| line.corner(p).map(|c| c.key(number)));
        for key in keys(line).into_iter().flatten() {
            queue.remove(&key);
        }
        line.kept.retain(|p| *p != point);
        queue.extend(keys(line).into_iter().flatten());
    }
    lines.iter().map(|line| line.shape().collect()).collect()
}

/// A line with the points that are left of it.
struct Line {
    points: Vec<Xy>,
    /// Which of the points are left, in order.
    kept: Vec<usize>,
    /// How far it may move.
    farthest: f64,
}

/// A point that is left, between two others of its line.
struct Corner {
    before: usize,
    point: usize,
    after: usize,
    triangle: [Xy; 3],
}

impl Line {
    fn new(points: Vec<Xy>) -> Self {
        let breadth = if closed(&points) { ring_area(&points).sqrt() } else { f64::INFINITY };
        let kept = (0..points.len()).collect();
        Self { points, kept, farthest: FARTHEST.min(breadth * OF_BREADTH) }
    }

    fn shape(&self) -> impl Iterator<Item = Xy> + '_ {
        self.kept.iter().filter_map(|p| self.points.get(*p).copied())
    }

    /// `None` for an end of the line and for a point that is gone.
    fn corner(&self, point: usize) -> Option<Corner> {
        let at = self.kept.binary_search(&point).ok()?;
        let before = *self.kept.get(at.checked_sub(1)?)?;
        let after = *self.kept.get(at + 1)?;
        let of = |p: usize| self.points.get(p).copied();
        Some(Corner { before, point, after, triangle: [of(before)?, of(point)?, of(after)?] })
    }

    /// Whether the line without a point stays near all that it was.
    fn can_lose(&self, point: usize) -> bool {
        let Some(Corner { before, after, triangle: [from, _, to], .. }) = self.corner(point) else {
            return false;
        };
        let lost = self.points.get(before..after).unwrap_or(&[]);
        (self.kept.len() > FEWEST || !closed(&self.points))
            && lost.iter().all(|p| distance(*p, from, to) <= self.farthest)
    }

    /// Whether a point of the line lies in a triangle and is none of its corners.
    fn reaches_into(&self, triangle: [Xy; 3]) -> bool {
        let [a, b, c] = triangle;
        let inside = |p: Xy| {
            let turns = [turn(a, b, p), turn(b, c, p), turn(c, a, p)];
            turns.iter().all(|t| *t >= 0.0) || turns.iter().all(|t| *t <= 0.0)
        };
        self.shape().any(|p| inside(p) && !triangle.contains(&p))
    }
}

impl Corner {
    /// Its place in the queue: smallest triangle first. Bits of positive numbers are ordered as they are.
    fn key(&self, line: usize) -> (u64, usize, usize) {
        let [a, b, c] = self.triangle;
        ((turn(a, b, c).abs() / 2.0).to_bits(), line, self.point)
    }
}

fn closed(points: &[Xy]) -> bool {
    points.first() == points.last()
}

/// Twice the area of a triangle, negative if it turns right.
fn turn(a: Xy, b: Xy, c: Xy) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)
}

fn ring_area(points: &[Xy]) -> f64 {
    let from = points.first().copied().unwrap_or_default();
    let pairs = points.iter().zip(points.iter().skip(1));
    pairs.map(|(a, b)| turn(from, *a, *b)).sum::<f64>().abs() / 2.0
}

/// From a point to the nearest point between two others.
fn distance(p: Xy, from: Xy, to: Xy) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = ((p.0 - from.0) * dx + (p.1 - from.1) * dy) / length;
    let along = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (p.0 - from.0 - along * dx).hypot(p.1 - from.1 - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: f64 = 1_500_000.0;

    fn one(line: &[Xy]) -> Vec<Xy> {
        simplify(vec![line.to_vec()], LEAST).remove(0)
    }

    #[test]
    fn small_corners_go_and_large_ones_and_ends_stay() {
        let line = [(0.0, 0.0), (5_000.0, 100.0), (10_000.0, 0.0), (10_000.0, 9_000.0)];
        assert_eq!(one(&line), [line[0], line[2], line[3]]);
        let short = [(0.0, 0.0), (10.0, 0.0)];
        assert_eq!(one(&short), short);
    }

    #[test]
    fn a_long_narrow_inlet_stays() {
        // Its tip makes a small triangle, but the coast without it would be 8 km away.
        let coast =
            [(0.0, 0.0), (5_000.0, 0.0), (5_050.0, 8_000.0), (5_100.0, 0.0), (10_000.0, 0.0)];
        assert!(one(&coast).contains(&coast[2]));
    }

    #[test]
    fn no_line_is_pulled_across_a_corner_of_another() {
        let bay = vec![(0.0, 0.0), (1_000.0, 900.0), (2_000.0, 0.0)];
        let island = |x: f64, y: f64| {
            vec![(x, y), (x + 200.0, y), (x + 200.0, y + 200.0), (x, y + 200.0), (x, y)]
        };
        let left = |island| simplify(vec![bay.clone(), island], LEAST).remove(0).len();
        assert_eq!(left(island(900.0, 100.0)), 3);
        assert_eq!(left(island(900.0, 2_000.0)), 2);
    }

    #[test]
    fn a_small_island_keeps_its_shape() {
        let round: Vec<Xy> = (0..=8)
            .map(|i| f64::from(i % 8) * std::f64::consts::TAU / 8.0)
            .map(|turn| (600.0 * turn.cos(), 600.0 * turn.sin()))
            .collect();
        let left = one(&round);
        assert!(left.len() >= FEWEST && left.first() == left.last(), "{left:?}");
        assert!(ring_area(&left) > 0.7 * ring_area(&round));
    }
}
