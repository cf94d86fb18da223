//! The figures and outlines built into the program (made by `build.rs` from `data/`).

use crate::dataset::{CompactError, Dataset};
use crate::geo::{self, MapShapes, Topology, TopologyError};

static DATASET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
static TOPOLOGY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topology.bin"));
static TILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tiles.bin"));

/// The built-in figures.
///
/// # Errors
/// Only if the build itself is broken.
pub fn dataset() -> Result<Dataset, CompactError> {
    Dataset::from_compact(DATASET)
}

/// The built-in outlines.
///
/// # Errors
/// Only if the build itself is broken.
pub fn topology() -> Result<Topology, TopologyError> {
    Topology::from_compact(TOPOLOGY)
}

/// The forces of a map as tiles of equal size.
pub fn tiles(map: &MapShapes) -> MapShapes {
    geo::tiles(TILES, map)
}
