//! The tools of a build, checked by version and installed when missing.
//!
//! They are compiled without optimisation, which saves more time than they then lose on small modules.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::progress::step;
use crate::{exec, npm, paths};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// What every WebAssembly step needs: the target, and wasm-bindgen's programs in the library's version.
pub fn ensure_wasm() -> Result<()> {
    if !has_target() {
        step("Install the WebAssembly target of Rust", "1 min", || {
            exec::run(
                "install the WebAssembly target of Rust",
                "rustup target add wasm32-unknown-unknown, or install a Rust that has the target",
                exec::command("rustup").args(["target", "add", TARGET]),
            )
        })?;
    }
    let version = wasm_bindgen()?;
    ensure("wasm-bindgen-cli", &version, &["wasm-bindgen", "wasm-bindgen-test-runner"], "2 min")
}

/// What a build of the page needs: Trunk, wasm-opt, esbuild, and the packages of Cargo.lock.
pub fn ensure_page() -> Result<()> {
    ensure_wasm()?;
    ensure("trunk", TRUNK, &["trunk"], "4 min")?;
    npm::ensure(&paths::npm_build())?;
    exec::run(
        "download the Rust packages in Cargo.lock",
        "connect to the network once and run: cargo fetch --locked",
        &mut exec::cargo(&["fetch", "--quiet", "--locked"]),
    )
}

/// A program installed by `cargo install` into .tools.
pub fn cargo_tool(program: &str) -> PathBuf {
    paths::tools_bin().join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// The version of wasm-bindgen in Cargo.lock.
fn wasm_bindgen() -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock"))?;
    let version = || {
        let (_, rest) = lock.split_once("name = \"wasm-bindgen\"\nversion = \"")?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    version().context("Cargo.lock has no wasm-bindgen")
}

fn has_target() -> bool {
    exec::output(exec::command("rustc").args(["--print", "sysroot"]))
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir())
}

fn ensure(package: &str, version: &str, programs: &[&str], estimate: &str) -> Result<()> {
    if programs.iter().all(|program| has_version(&cargo_tool(program), version)) {
        return Ok(());
    }
    let root = paths::root().join(".tools");
    let mut install = exec::cargo(&["install", "--debug", "--locked", "--version", version]);
    install
        .arg("--root")
        .arg(&root)
        .arg(package)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // These flags are meant for this project.
        .env_remove("RUSTFLAGS");
    let by_hand = format!("put {} {version} into {}/bin", programs.join(" and "), root.display());
    step(&format!("Install {package} {version} into .tools"), estimate, || {
        exec::run(&format!("install {package}"), &by_hand, &mut install)
    })
}

/// Whether a program's `--version` prints exactly this version.
fn has_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && exec::output(exec::command(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|part| part == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The program and the library must be one version; the manifest pins the library.
    #[test]
    fn the_manifest_pins_the_version_of_the_lock_file() -> Result<()> {
        let manifest = fs::read_to_string(paths::root().join("Cargo.toml"))?;
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", wasm_bindgen()?)));
        Ok(())
    }
}
