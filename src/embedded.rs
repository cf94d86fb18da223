//! The dataset, the outlines and the postcodes that `build.rs` makes from `data/` and puts into the program.
//!
//! In the browser the dataset comes without the texts of its sources and events, and the outlines are not used (so
//! the linker drops them): the program reads both from the prerendered page.

use cyberflag_data::dataset::{CompactError, Dataset};
use cyberflag_data::postcodes::Postcodes;
use cyberflag_figures::geo::{self, MapShapes, Topology, TopologyError};

static DATASET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));
static EVENTS: &str = include_str!(concat!(env!("OUT_DIR"), "/events.txt"));
static SOURCE_KEYS: &str = include_str!(concat!(env!("OUT_DIR"), "/source-keys.txt"));
static TOPOLOGY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topology.bin"));
static TILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tiles.bin"));

/// Where postcodes lie. Nothing is decoded until one is looked up.
pub static POSTCODES: Postcodes =
    Postcodes::new(include_bytes!(concat!(env!("OUT_DIR"), "/postcodes.bin")));

/// The built-in dataset; in the browser without the texts and keys of its sources and the
/// sentences of its events.
///
/// # Errors
/// Only if the build itself is broken.
pub fn dataset() -> Result<Dataset, CompactError> {
    Dataset::from_compact(DATASET)
}

/// Gives the built-in events their sentences and the sources their keys. The reading page does without:
/// the sentences stand in its HTML, and it shows no keys.
pub fn full_words(data: &mut Dataset) {
    for (event, words) in data.events.iter_mut().zip(EVENTS.lines()) {
        event.long = words.to_owned();
    }
    for (source, key) in data.sources.iter_mut().zip(SOURCE_KEYS.lines()) {
        source.id = key.to_owned();
    }
}

/// The built-in outlines.
///
/// # Errors
/// Only if the build itself is broken.
pub fn topology() -> Result<Topology, TopologyError> {
    Topology::from_compact(TOPOLOGY)
}

/// The forces as tiles of equal size.
pub fn tiles(map: &MapShapes) -> MapShapes {
    geo::tiles(TILES, map)
}
