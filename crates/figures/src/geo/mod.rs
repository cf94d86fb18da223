//! The outlines of the forces, from shared arcs to SVG paths.

mod borders;
mod credit;
mod map;
mod neighbour;
mod rect;
mod tile_table;
mod tiles;
mod topology;
mod viewport;
mod ways;

pub use borders::neighbours;
pub use credit::CREDIT;
pub use map::{ForceShape, MapShapes};
pub use neighbour::{Direction, nearest};
pub use rect::Rect;
pub use tile_table::read_tiles;
pub use tiles::tiles;
pub use topology::{AreaOutline, Point, Topology, TopologyError};
pub use viewport::Viewport;
