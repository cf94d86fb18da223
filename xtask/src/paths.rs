//! Where things are in the checkout.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The root of the checkout: the folder above xtask.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Programs that `cargo install --root .tools` put there.
pub fn tools_bin() -> PathBuf {
    root().join(".tools/bin")
}

/// The npm project that holds wasm-opt, esbuild and the static server.
pub fn npm_build() -> PathBuf {
    root().join("xtask/npm/build")
}

/// The npm project that holds Playwright.
pub fn e2e() -> PathBuf {
    root().join("e2e")
}

/// Cargo's target folder, which the user may have moved: this program is in its folder `debug`.
pub fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    Ok(program.ancestors().nth(2).context("xtask runs outside a target folder")?.to_path_buf())
}

/// The first file called `name` in a folder of PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
