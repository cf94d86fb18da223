//! The tools of a build, checked by version and installed into .tools when missing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::pins::{self, Pins};
use crate::progress::Progress;
use crate::{exec, npm, paths};

/// Steps that [`ensure_wasm`] takes.
pub const WASM_STEPS: usize = 2;
/// Steps that [`ensure_page`] takes, those of [`ensure_wasm`] included.
pub const PAGE_STEPS: usize = WASM_STEPS + 3;

const TARGET: &str = "wasm32-unknown-unknown";

/// What every WebAssembly step needs: the target and wasm-bindgen's programs.
pub fn ensure_wasm(progress: &mut Progress) -> Result<Pins> {
    let pins = pins::read()?;
    if has_target() {
        progress.already("WebAssembly target of Rust");
    } else {
        progress.step("Install the WebAssembly target of Rust", "1 min", || {
            exec::run(
                "install the WebAssembly target of Rust",
                "rustup target add wasm32-unknown-unknown, or install a Rust that has the target",
                exec::command("rustup").args(["target", "add", TARGET]),
            )
        })?;
    }
    ensure_cargo_tool(
        progress,
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &pins.wasm_bindgen,
        &["wasm-bindgen", "wasm-bindgen-test-runner"],
        "4 min",
    )?;
    Ok(pins)
}

/// What a build of the page needs on top: Trunk, wasm-opt, and the folder that goes on PATH.
pub fn ensure_page(progress: &mut Progress) -> Result<Pins> {
    let pins = ensure_wasm(progress)?;
    ensure_cargo_tool(progress, "Trunk", "trunk", &pins.trunk, &["trunk"], "8 min")?;
    let wasm_opt = ensure_wasm_opt(progress, &pins.wasm_opt)?;
    let folder = paths::trunk_path();
    fs::create_dir_all(&folder)?;
    link(&cargo_tool("wasm-bindgen"), &folder.join("wasm-bindgen"))?;
    link(&wasm_opt, &folder.join("wasm-opt"))?;
    let fetch = || {
        exec::run(
            "download the Rust packages in Cargo.lock",
            "connect to the network once and run: cargo fetch --locked",
            &mut exec::cargo(&["fetch", "--locked"]),
        )
    };
    progress.step("Check the downloaded Rust packages", "1 min", fetch)?;
    Ok(pins)
}

/// A program installed by `cargo install` into .tools.
pub fn cargo_tool(program: &str) -> PathBuf {
    paths::tools_bin().join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

fn has_target() -> bool {
    exec::output(exec::command("rustc").args(["--print", "sysroot"]))
        .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib").join(TARGET).is_dir())
}

fn ensure_cargo_tool(
    progress: &mut Progress,
    name: &str,
    package: &str,
    version: &str,
    programs: &[&str],
    may_take: &str,
) -> Result<()> {
    let current = |program: &&str| has_version(&cargo_tool(program), version);
    if programs.iter().all(current) {
        progress.already(&format!("{name} {version}"));
        return Ok(());
    }
    let tools = paths::tools();
    let root = tools.to_string_lossy();
    let args = ["install", "--locked", "--root", &root, package, "--version", version];
    progress.step(&format!("Install {name} {version} into .tools"), may_take, || {
        exec::run(
            &format!("install {name}"),
            &format!(
                "put {} of version {version} into {}",
                programs.join(" and "),
                paths::tools_bin().display()
            ),
            // Flags meant for this project are no business of the tool.
            exec::cargo(&args).env_remove("RUSTFLAGS"),
        )
    })
}

fn ensure_wasm_opt(progress: &mut Progress, version: &str) -> Result<PathBuf> {
    let folder = paths::npm_build();
    let from_npm = folder.join("node_modules/.bin/wasm-opt");
    if npm::is_current(&folder) && has_version(&from_npm, version) {
        progress.already(&format!("wasm-opt {version}"));
        return Ok(from_npm);
    }
    if let Some(found) = paths::on_path("wasm-opt").filter(|file| has_version(file, version)) {
        progress.already(&format!("wasm-opt {version} on PATH"));
        return Ok(found);
    }
    progress.step(&format!("Install wasm-opt {version} from npm"), "1 min", || {
        npm::install(
            &folder,
            &format!("put wasm-opt of Binaryen {version} on PATH, or install Node 20 with npm and connect once"),
        )
    })?;
    Ok(from_npm)
}

/// Whether a program's `--version` has exactly this version as one of its words.
fn has_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && exec::output(exec::command(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    // Replaced each time: the old one may point to another version.
    let _ = fs::remove_file(to);
    std::os::unix::fs::symlink(from, to).with_context(|| format!("cannot link {}", to.display()))
}

#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", to.display()))?;
    Ok(())
}
