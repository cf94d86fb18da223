//! The module of the full page (`src/full.rs`), built in the same way as Trunk builds that of the reading
//! page.

use std::path::Path;

use anyhow::Result;

use crate::{exec, npm, paths, tools};

const BIN: &str = "cyberflag-full";
const BY_HAND: &str = "cargo xtask build installs the tools it needs";
/// Small, with the features of WebAssembly that the Rust compiler uses.
const WASM_OPT: &str = "-Oz --strip-producers --strip-target-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// Writes `full_bg.wasm` and its glue `full.js` into a folder.
pub fn build(folder: &Path) -> Result<()> {
    let args = ["build", "--locked", "--package", "cyberflag", "--bin", BIN];
    let mut cargo = exec::cargo(&args);
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", "wasm-release"]);
    exec::run("build the full page", "read the messages above", &mut cargo)?;
    let module = paths::target()?.join(format!("wasm32-unknown-unknown/wasm-release/{BIN}.wasm"));
    let mut bindgen = exec::command(tools::cargo_tool("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "full", "--out-dir"]);
    exec::run("write the glue of the full page", BY_HAND, bindgen.arg(folder).arg(module))
}

/// Optimises a module in place with wasm-opt.
pub fn optimise(module: &Path) -> Result<()> {
    let mut wasm_opt = npm::tool("wasm-opt");
    wasm_opt.args(WASM_OPT.split(' ')).arg(module).arg("-o").arg(module);
    exec::run("optimise a module", BY_HAND, &mut wasm_opt)
}
