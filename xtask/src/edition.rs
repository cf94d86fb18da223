//! The full edition of the module: the page of index.html and all that leaves the site (downloads,
//! embeds, the offline file, the presenter). Readers of index.html never load it.
//!
//! Trunk builds the reading edition. This builds the other binary
//! `cyberflag-full`, in the way that Trunk does it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{exec, paths, tools};

const BINARY: &str = "cyberflag-full";

/// Writes `full_bg.wasm` and its glue `full.js` into a folder.
pub fn build(folder: &Path) -> Result<()> {
    let args = ["build", "--bin", BINARY, "--profile", "wasm-release"];
    let module = exec::compile_module(BINARY, &args)?;
    let by_hand = "cargo xtask build installs the tools it needs";
    let mut bindgen = exec::command(tools::cargo_tool("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "full", "--out-dir"])
        .arg(folder)
        .arg(module);
    exec::run("write the glue of the full edition", by_hand, &mut bindgen)?;
    let module = folder.join("full_bg.wasm");
    let mut opt = exec::command(paths::trunk_path().join("wasm-opt"));
    opt.args(opt_params()?.split_whitespace()).arg(&module).arg("-o").arg(&module);
    exec::run("shrink the full edition", by_hand, &mut opt)
}

/// What index.html tells Trunk to give to wasm-opt.
fn opt_params() -> Result<String> {
    let html = fs::read_to_string(paths::root().join("index.html"))?;
    let rest = html.split("data-wasm-opt-params=\"").nth(1);
    let params = rest.and_then(|rest| rest.split('"').next());
    params.map(str::to_owned).context("index.html names no data-wasm-opt-params")
}
