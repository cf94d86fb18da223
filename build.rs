//! Checks the data package, the postcodes and the boundaries, and embeds them in compact form.
#![allow(clippy::expect_used)] // a build script may stop

use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, Files};
use cyberflag_figures::geo::{Topology, read_tiles};
use std::path::Path;

const TILES: &str = "data/boundaries/tiles.csv";
const OUTLINES: &str = "data/boundaries/forces.topo.json";

fn main() {
    println!("cargo::rerun-if-changed=data");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    match Files::from_dir(Path::new("data")).and_then(|files| package::load(&files)) {
        Ok(data) => {
            let codes: Vec<&str> = data.forces.iter().map(|f| f.code.as_str()).collect();
            let table = std::fs::read_to_string(TILES).expect("tiles are committed");
            match read_tiles(&table, &codes) {
                Ok(bytes) => write(&out.join("tiles.bin"), &bytes),
                Err((line, why)) => println!("cargo::error={TILES}:{line}: {why}"),
            }
            write_postcodes(&out.join("postcodes.bin"), &data);
            // No field of a table holds a line end.
            let words: Vec<&str> = data.events.iter().map(|event| event.long.as_str()).collect();
            write(&out.join("events.txt"), words.join("\n").as_bytes());
            let keys: Vec<&str> = data.sources.iter().map(|source| source.id.as_str()).collect();
            write(&out.join("source-keys.txt"), keys.join("\n").as_bytes());
            let in_browser =
                std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
            let data = if in_browser { data.for_page() } else { data };
            write(&out.join("dataset.bin"), &data.to_compact().expect("serialises"));
        }
        Err(errors) => {
            for error in &errors {
                println!("cargo::error={error}");
            }
        }
    }
    let outlines = std::fs::read(OUTLINES).expect("boundaries are committed");
    match Topology::from_topojson(&outlines) {
        Ok(topology) => {
            write(&out.join("topology.bin"), &topology.to_compact().expect("serialises"));
        }
        Err(error) => println!("cargo::error={OUTLINES}: {error}"),
    }
}

/// The short form of the table of postcodes.
fn write_postcodes(path: &Path, data: &Dataset) {
    let table = Files::postcodes_from_dir(Path::new("data"))
        .and_then(|files| package::load_postcodes(&files, &data.forces));
    match table {
        Ok(table) => write(path, &table.to_compact()),
        Err(errors) => errors.iter().for_each(|error| println!("cargo::error={error}")),
    }
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("OUT_DIR is writable");
}
