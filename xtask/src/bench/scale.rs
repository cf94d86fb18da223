//! Builds `examples/scale.rs`, the project's part of `cargo xtask bench --scale`.

use anyhow::Result;

use crate::progress::Progress;
use crate::{exec, paths, tools};

const NAME: &str = "scale";

/// Steps that [`build`] takes.
pub const STEPS: usize = tools::WASM_STEPS + 1;

/// Compiles the example as the page is compiled, but without wasm-opt, into `bench/out/scale-wasm`.
pub fn build(progress: &mut Progress) -> Result<()> {
    tools::ensure_wasm(progress)?;
    progress.step("Build examples/scale.rs", "4 min the first time", || {
        let module =
            exec::compile_module(NAME, &["build", "--example", NAME, "--profile", "wasm-release"])?;
        let folder = paths::root().join("bench").join("out").join("scale-wasm");
        let mut bindgen = exec::command(tools::cargo_tool("wasm-bindgen"));
        bindgen
            .args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .arg(folder)
            .arg(module);
        exec::run("bind examples/scale.rs", "read the messages above", &mut bindgen)
    })
}
