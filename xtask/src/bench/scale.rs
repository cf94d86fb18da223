//! Builds `examples/scale.rs`, the project's part of `cargo xtask bench --scale`.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::progress::Progress;
use crate::{exec, paths, tools};

const NAME: &str = "scale";

/// Steps that [`build`] takes.
pub const STEPS: usize = tools::WASM_STEPS + 1;

/// Compiles the example as the page is compiled, but without wasm-opt, into `bench/out/scale-wasm`.
pub fn build(progress: &mut Progress) -> Result<()> {
    tools::ensure_wasm(progress)?;
    progress.step("Build examples/scale.rs", "4 min the first time", || {
        let module = compile()?;
        let folder = paths::root().join("bench").join("out").join("scale-wasm");
        let mut bindgen = exec::command(tools::cargo_tool("wasm-bindgen"));
        bindgen
            .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(folder)
            .arg(module);
        exec::run("bind examples/scale.rs", "read the messages above", &mut bindgen)
    })
}

/// The file that cargo made.
fn compile() -> Result<PathBuf> {
    let mut cargo = exec::cargo(&[
        "build",
        "--locked",
        "--package",
        "cyberflag",
        "--example",
        NAME,
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        "wasm-release",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let output = cargo.stderr(Stdio::inherit()).output().context("could not start cargo")?;
    if !output.status.success() {
        bail!("examples/scale.rs does not compile for WebAssembly");
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message.pointer("/target/name").is_some_and(|name| name == NAME))
        .filter_map(|message| Some(message.get("filenames")?.as_array()?.clone()))
        .flatten()
        .filter_map(|file| Some(PathBuf::from(file.as_str()?)))
        .find(|file| file.extension().is_some_and(|kind| kind == "wasm"))
        .context("cargo named no WebAssembly file for examples/scale.rs")
}
