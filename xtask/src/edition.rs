//! The full edition of the module: the page of index.html and all that leaves the site (downloads,
//! embeds, the offline file, the presenter). Readers of index.html never load it.
//!
//! Trunk builds the reading edition; this builds the other binary in the same way.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::{exec, npm, paths, stamp, tools};

const BIN: &str = "cyberflag-full";
const BY_HAND: &str = "cargo xtask build installs the tools it needs";
/// Small, with the features of WebAssembly that the Rust compiler uses.
const WASM_OPT: &str = "-Oz --strip-producers --strip-target-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue";

/// Writes `full_bg.wasm` and its glue `full.js` into a folder.
pub fn build(folder: &Path) -> Result<()> {
    let args = ["build", "--locked", "--package", "cyberflag", "--bin", BIN];
    let mut cargo = exec::cargo(&args);
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", "wasm-release"]);
    exec::run("build the full edition", "read the messages above", &mut cargo)?;
    let module = paths::target()?.join(format!("wasm32-unknown-unknown/wasm-release/{BIN}.wasm"));
    bind(&module, "full", folder)
}

/// Writes a module and the glue for it into a folder.
pub fn bind(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = exec::command(tools::cargo_tool("wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]);
    exec::run("write the glue of a module", BY_HAND, bindgen.arg(folder).arg(module))
}

/// Makes a module smaller in place, or takes what an earlier build made of the same one.
pub fn shrink(module: &Path) -> Result<()> {
    let mut input = fs::read(module)?;
    input.extend(WASM_OPT.bytes());
    input.extend(fs::read(paths::npm_build().join("package-lock.json"))?);
    let kept = paths::target()?.join("wasm-opt").join(stamp::digest(&input));
    if fs::copy(&kept, module).is_ok() {
        return Ok(());
    }
    let mut wasm_opt = npm::tool("wasm-opt");
    wasm_opt.args(WASM_OPT.split(' ')).arg(module).arg("-o").arg(module);
    exec::run("shrink a module", BY_HAND, &mut wasm_opt)?;
    // Under another name first: a build that breaks off must not leave half a module.
    let half = kept.with_extension("half");
    fs::create_dir_all(half.with_file_name(""))?;
    fs::copy(module, &half)?;
    Ok(fs::rename(half, kept)?)
}
