//! The forces as hexagons of one size, in the drawing of the map.
//!
//! Rows of hexagons that stand on a corner; odd rows are shifted right by half a hexagon. The
//! layout is ours (`data/boundaries/tiles.csv`): forces that share a border are neighbours where possible.

use super::{ForceShape, MapShapes, Rect};

/// Half the width of a hexagon, in drawing units.
const HALF: i32 = 223;
/// Its side: the width by the square root of three.
const SIDE: i32 = 258;
/// Bytes a force in the built-in table.
const BYTES: usize = 6;
/// Width of the layout in half hexagons.
const WIDTH: i32 = 15;

/// The tiles of the forces of a map, in the same order, from the bytes made at build time.
pub fn tiles(bytes: &'static [u8], map: &MapShapes) -> MapShapes {
    let left = (map.width - WIDTH * HALF) / 2;
    let shapes = map.shapes.iter().zip(bytes.chunks_exact(BYTES)).filter_map(|(shape, tile)| {
        let (position, short) = tile.split_first()?;
        let (column, row) = (i32::from(position / 16), i32::from(position % 16));
        let x = left + HALF * (2 * column + row % 2);
        // The layout starts with row 1, so that its first row is an odd one.
        let y = SIDE + (row - 1) * SIDE * 3 / 2;
        let half = SIDE / 2;
        let path = format!(
            "M{x} {}l{HALF} {half} 0 {SIDE}-{HALF} {half}-{HALF}-{half} 0-{SIDE}z",
            y - SIDE
        );
        Some(ForceShape {
            code: shape.code.clone(),
            path,
            bounds: Rect::centred(
                (f64::from(x), f64::from(y)),
                f64::from(2 * HALF),
                f64::from(2 * SIDE),
            ),
            centre: (x, y),
            area: f64::from(HALF * SIDE * 3),
            short: std::str::from_utf8(short).unwrap_or("").trim_end(),
        })
    });
    MapShapes { shapes: shapes.collect(), width: map.width }
}
