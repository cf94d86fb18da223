//! The figures and outlines built into the program (made by `build.rs` from `data/`).
//!
//! In the browser the words of the sources and the outlines are not built in a second time: the
//! program reads them from the page that it runs in (`ui::still`).

use crate::dataset::{CompactError, Dataset};
use crate::geo::{self, MapShapes};
#[cfg(not(target_arch = "wasm32"))]
use crate::geo::{Topology, TopologyError};

static DATASET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
#[cfg(not(target_arch = "wasm32"))]
static TOPOLOGY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topology.bin"));
static TILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tiles.bin"));

/// The built-in figures; in the browser without the words of their sources.
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
#[cfg(not(target_arch = "wasm32"))]
pub fn topology() -> Result<Topology, TopologyError> {
    Topology::from_compact(TOPOLOGY)
}

/// The forces of a map as tiles of equal size.
pub fn tiles(map: &MapShapes) -> MapShapes {
    geo::tiles(TILES, map)
}
