//! The figures and outlines built into the program (made by `build.rs` from `data/`).
//!
//! The program in the browser has no words of sources and never asks for the outlines, so the
//! linker leaves them out: it reads both from the page that it runs in (`ui::still`).

use cyberflag_data::dataset::{CompactError, Dataset};
use cyberflag_figures::geo::{self, MapShapes, Topology, TopologyError};

static DATASET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
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
pub fn topology() -> Result<Topology, TopologyError> {
    Topology::from_compact(TOPOLOGY)
}

/// The forces of a map as tiles of equal size.
pub fn tiles(map: &MapShapes) -> MapShapes {
    geo::tiles(TILES, map)
}
