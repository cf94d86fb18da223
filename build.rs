//! Checks the data package and the boundaries, and puts their compact forms into the build.
//!
//! The checker is the library's own code, compiled here by path, so that the page, the tests and
//! `cargo xtask data check` can never disagree about what good data is.
#![allow(dead_code, unused_imports, missing_docs, clippy::expect_used)]

#[path = "src/dataset/mod.rs"]
mod dataset;
#[path = "src/delimited/mod.rs"]
mod delimited;
#[path = "src/domain/mod.rs"]
mod domain;
#[path = "src/json/mod.rs"]
mod json;
#[path = "src/geo/tile_table.rs"]
mod tile_table;
#[path = "src/geo/topology.rs"]
mod topology;

use std::path::Path;

const TILES: &str = "data/boundaries/tiles.csv";

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/dataset");
    println!("cargo::rerun-if-changed=src/delimited");
    println!("cargo::rerun-if-changed=src/domain");
    println!("cargo::rerun-if-changed=src/json");
    println!("cargo::rerun-if-changed=src/geo/tile_table.rs");
    println!("cargo::rerun-if-changed=src/geo/topology.rs");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    let files = dataset::package::Files::from_dir(Path::new("data"));
    match files.and_then(|f| dataset::package::load(&f)) {
        Ok(data) => {
            let browser = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
            let full = std::env::var_os("CARGO_FEATURE_SHARE").is_some();
            let built_in = match (browser, full) {
                (true, false) => data.clone().for_page(),
                (true, true) => data.clone().for_full_edition(),
                (false, _) => data.clone(),
            };
            write(&out.join("dataset.bin"), &built_in.to_compact().expect("serialises"));
            let codes: Vec<&str> = data.forces.iter().map(|f| f.code.as_str()).collect();
            let table = std::fs::read_to_string(TILES).expect("tiles are committed");
            match tile_table::read_tiles(&table, &codes) {
                Ok(bytes) => write(&out.join("tiles.bin"), &bytes),
                Err((line, why)) => println!("cargo::error={TILES}:{line}: {why}"),
            }
        }
        Err(errors) => {
            for error in &errors {
                println!("cargo::error={error}");
            }
        }
    }
    let asset =
        std::fs::read("data/boundaries/forces.topo.json").expect("boundaries are committed");
    match topology::Topology::from_topojson(&asset) {
        Ok(topology) => {
            write(&out.join("topology.bin"), &topology.to_compact().expect("serialises"));
        }
        Err(error) => println!("cargo::error=data/boundaries/forces.topo.json: {error}"),
    }
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("OUT_DIR is writable");
}
