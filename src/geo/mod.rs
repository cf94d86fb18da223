//! Layer 2: the outlines of the forces, from shared arcs to SVG paths.

mod map;
mod neighbour;
mod topology;

pub use map::{ForceShape, MapShapes};
pub use neighbour::{Direction, nearest};
pub use topology::{AreaOutline, Point, Topology, TopologyError};
