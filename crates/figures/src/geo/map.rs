//! Outlines fitted to a drawing of fixed height, as SVG path data. The program reads them back from
//! the map in the static page, which has them once.
//!
//! # Units
//! Drawing units: the map is [`MapShapes::HEIGHT`] high, x to the right, y down, whole numbers.

use super::{Rect, Topology, ways};
use std::fmt::Write as _;

/// One force's shape.
#[derive(Clone, Debug, PartialEq)]
pub struct ForceShape {
    /// ONS code.
    pub code: String,
    /// SVG path data, to be filled by the even-odd rule.
    pub path: String,
    /// The smallest rectangle round it.
    pub bounds: Rect,
    /// Middle of the largest ring: where a label or a marker goes.
    pub centre: (i32, i32),
    /// Area in square drawing units.
    pub area: f64,
    /// What is written on it: a few letters on a tile, nothing on the map.
    pub short: &'static str,
}

/// All shapes and the borders between them.
#[derive(Clone, Debug, PartialEq)]
pub struct MapShapes {
    /// Shapes, in the order of the asset.
    pub shapes: Vec<ForceShape>,
    /// Width of the drawing.
    pub width: i32,
}

impl MapShapes {
    /// Height of the drawing.
    pub const HEIGHT: i32 = 4000;

    /// The shapes in path data that [`MapShapes::new`] has written, each with its code. A path that
    /// cannot be read is an empty shape.
    pub fn from_paths(paths: impl Iterator<Item = (String, String)>) -> Self {
        let shapes: Vec<_> = paths.map(|(code, path)| shape(code, &rings(&path), path)).collect();
        let width = shapes.iter().map(|s| s.bounds.right() as i32).max().unwrap_or(Self::HEIGHT);
        Self { shapes, width }
    }

    /// Fits the topology to the drawing.
    pub fn new(topology: &Topology) -> Self {
        let arcs: Vec<(f64, f64)> = topology
            .areas()
            .iter()
            .flat_map(|a| a.rings.iter())
            .flat_map(|r| topology.ring(r))
            .map(|p| topology.metres(p))
            .collect();
        let low = arcs.iter().fold((f64::MAX, f64::MAX), |l, p| (l.0.min(p.0), l.1.min(p.1)));
        let high = arcs.iter().fold((f64::MIN, f64::MIN), |h, p| (h.0.max(p.0), h.1.max(p.1)));
        if arcs.is_empty() {
            return Self { shapes: Vec::new(), width: Self::HEIGHT };
        }
        let step = (high.1 - low.1) / f64::from(Self::HEIGHT);
        let fit = |(x, y): (f64, f64)| {
            (((x - low.0) / step).round() as i32, ((high.1 - y) / step).round() as i32)
        };
        let ways = ways::backwards(topology);
        let shapes = topology.areas().iter().zip(ways).map(|(area, backwards)| {
            let rings = area.rings.iter().map(|r| {
                let points = topology.ring(r).into_iter().map(|p| fit(topology.metres(p)));
                let mut points: Vec<_> = points.collect();
                // The first point stays the first.
                if let Some(rest) = points.get_mut(1..).filter(|_| backwards) {
                    rest.reverse();
                }
                points
            });
            let rings: Vec<_> = rings.collect();
            let mut path = String::new();
            rings.iter().for_each(|ring| write_ring(&mut path, ring));
            shape(area.code.clone(), &rings, path)
        });
        Self { shapes: shapes.collect(), width: ((high.0 - low.0) / step).round() as i32 }
    }

    /// The shape of a force that is probably the one at `index`, so that drawing a map takes no search
    /// for each area.
    pub fn shape_at(&self, index: usize, code: &str) -> Option<&ForceShape> {
        self.shapes.get(index).filter(|s| s.code == code).or_else(|| self.shape(code))
    }

    /// The shape of a force.
    pub fn shape(&self, code: &str) -> Option<&ForceShape> {
        self.shapes.iter().find(|s| s.code == code)
    }
}

fn shape(code: String, rings: &[Vec<(i32, i32)>], path: String) -> ForceShape {
    let points = rings.iter().flatten().map(|(x, y)| (f64::from(*x), f64::from(*y)));
    let bounds = Rect::around(points);
    let mut largest = (0.0, (0, 0));
    let mut total = 0.0;
    for ring in rings {
        let (area, centre) = area_and_centre(ring);
        total += area;
        if area.abs() > largest.0 {
            largest = (area.abs(), centre);
        }
    }
    ForceShape { code, path, bounds, centre: largest.1, area: total.abs(), short: "" }
}

/// The rings of path data as [`write_ring`] writes it.
pub(super) fn rings(path: &str) -> Vec<Vec<(i32, i32)>> {
    let ring = |text: &str| {
        let text = text.replace('-', " -");
        let mut numbers = text.split(['M', 'l', ' ']).filter_map(|n| n.parse::<i32>().ok());
        let mut at = (0_i32, 0_i32);
        let mut points = Vec::new();
        while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
            at = (at.0.saturating_add(x), at.1.saturating_add(y));
            points.push(at);
        }
        points
    };
    path.split_terminator('z').map(ring).collect()
}

/// Appends `M…l…z`, absolute start and relative steps: the shortest plain form.
fn write_ring(path: &mut String, ring: &[(i32, i32)]) {
    let mut last: Option<(i32, i32)> = None;
    for (x, y) in ring {
        let _ = match last {
            None => write!(path, "M{x} {y}l"),
            Some((a, b)) if (a, b) == (*x, *y) => continue,
            Some((a, b)) => {
                let gap = if path.ends_with('l') || *x < a { "" } else { " " };
                let sign = if *y < b { "" } else { " " };
                write!(path, "{gap}{}{sign}{}", x - a, y - b)
            }
        };
        last = Some((*x, *y));
    }
    path.push('z');
}

/// Signed shoelace area and centroid of a ring.
fn area_and_centre(ring: &[(i32, i32)]) -> (f64, (i32, i32)) {
    let next = ring.iter().cycle().skip(1);
    let (mut twice, mut cx, mut cy) = (0.0, 0.0, 0.0);
    for ((x0, y0), (x1, y1)) in ring.iter().zip(next) {
        let (x0, y0) = (f64::from(*x0), f64::from(*y0));
        let (x1, y1) = (f64::from(*x1), f64::from(*y1));
        let cross = x0 * y1 - x1 * y0;
        twice += cross;
        cx += (x0 + x1) * cross;
        cy += (y0 + y1) * cross;
    }
    if twice == 0.0 {
        return (0.0, ring.first().copied().unwrap_or((0, 0)));
    }
    (twice / 2.0, ((cx / (3.0 * twice)).round() as i32, (cy / (3.0 * twice)).round() as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rings: &[Vec<(i32, i32)>]) -> ForceShape {
        let mut path = String::new();
        rings.iter().for_each(|ring| write_ring(&mut path, ring));
        shape("X".to_owned(), rings, path)
    }

    #[test]
    fn a_square_has_its_area_and_middle() {
        let s = drawn(&[vec![(0, 0), (10, 0), (10, 10), (0, 10)]]);
        assert_eq!((s.area, s.centre), (100.0, (5, 5)));
        assert_eq!(s.bounds, Rect::new(0.0, 0.0, 10.0, 10.0));
        assert_eq!(s.path, "M0 0l10 0 0 10-10 0z");
    }

    #[test]
    fn a_hole_is_taken_out_of_the_area() {
        let outer = vec![(0, 0), (10, 0), (10, 10), (0, 10)];
        let hole = vec![(4, 4), (4, 6), (6, 6), (6, 4)];
        assert_eq!(drawn(&[outer, hole]).area, 96.0);
    }

    #[test]
    fn any_path_is_read_without_a_fault() {
        for path in ["", "z", "M", "M1", "M9999999999 1l2 3z", "M2147483647 1l5 5z", "hello -- z"] {
            MapShapes::from_paths([("X".to_owned(), path.to_owned())].into_iter());
        }
    }
}
