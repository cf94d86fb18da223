//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout: the folder above xtask.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools installed for this checkout only.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Programs that `cargo install --root .tools` put there.
pub fn tools_bin() -> PathBuf {
    tools().join("bin")
}

/// The folder that goes first on PATH while Trunk runs: wasm-bindgen and wasm-opt, nothing else.
pub fn trunk_path() -> PathBuf {
    tools().join("path")
}

/// The npm project that holds wasm-opt.
pub fn npm_build() -> PathBuf {
    root().join("xtask").join("npm").join("build")
}

/// The npm project that holds Playwright.
pub fn e2e() -> PathBuf {
    root().join("e2e")
}

/// The first file called `name` in a folder of PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
