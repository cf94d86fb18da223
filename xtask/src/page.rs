//! Builds the page with Trunk, as a release or as a debug build that is watched.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::progress::step;
use crate::{exec, npm, paths, tools};

const BY_HAND: &str = "read the messages above; the page's own code is the usual cause";
/// What `cargo xtask dev` watches.
const WATCHED: [&str; 7] =
    ["src", "crates", "data", "public", "index.html", "build.rs", "Cargo.toml"];

/// Builds the release page into dist/. The `pictures` for previews of links can be left out.
pub fn build(pictures: bool) -> Result<()> {
    tools::ensure_page()?;
    step("Build the page with Trunk", "4 min the first time", || {
        let mut trunk = trunk()?;
        trunk.args(["build", "--release"]);
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags());
        if !pictures {
            trunk.env("CYBERFLAG_PICTURES", "no");
        }
        exec::run("build the page with Trunk", BY_HAND, &mut trunk)
    })
}

/// `cargo xtask serve`: builds the page as for a release, and serves it.
pub fn serve(port: u16) -> Result<()> {
    build(false)?;
    let mut sirv = npm::tool("sirv");
    // `--dev`: no cache of files, so that the next build shows. `--cors`: a sandboxed iframe has an
    // origin of its own.
    sirv.args(["dist", "--dev", "--cors", "--host", "127.0.0.1", "--port", &port.to_string()]);
    exec::run("serve the page", "choose another port with --port", &mut sirv)
}

/// `cargo xtask dev`: builds, watches, reloads.
pub fn dev(port: u16) -> Result<()> {
    tools::ensure_page()?;
    let mut trunk = trunk()?;
    trunk.env("CYBERFLAG_PICTURES", "no");
    trunk.args(["serve", "--dist", "target/dev", "--no-autoreload=true", "--no-spa=true"]);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    for path in WATCHED.iter().filter(|path| paths::root().join(path).exists()) {
        trunk.args(["--watch", path]);
    }
    exec::run("serve the page with Trunk", BY_HAND, &mut trunk)
}

/// Trunk, with our wasm-bindgen first on PATH.
fn trunk() -> Result<Command> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(paths::tools_bin()).chain(std::env::split_paths(&path));
    let mut trunk = exec::command(tools::cargo_tool("trunk"));
    trunk
        .env("PATH", std::env::join_paths(folders)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads NO_COLOR=1 as a wrong value of its own option and stops.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// Flags for the page's build: those of `.cargo/config.toml`, and short names for this machine's folders
/// of packages. Panic messages hold such paths, so without this the build would not be reproducible.
fn rust_flags() -> String {
    let mut flags = Vec::new();
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let folders = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    for folder in folders.into_iter().flatten().flatten() {
        let path = folder.path().display().to_string();
        // Cargo splits the flags at spaces, so such a path cannot be passed.
        if !path.contains(char::is_whitespace) {
            flags.push(format!("--remap-path-prefix={path}=c"));
        }
    }
    flags.push(format!("--remap-path-prefix={}=p", paths::root().display()));
    flags.join(" ")
}
