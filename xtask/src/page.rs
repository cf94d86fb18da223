//! Builds the release page with Trunk, unless dist/ is already up to date.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::progress::Progress;
use crate::{exec, paths, size, stamp, tools};

/// `cargo xtask build`.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(extra) = args.first() {
        bail!("build takes no '{extra}'");
    }
    build()?;
    size::print_table(&size::measure()?);
    Ok(())
}

/// Brings dist/ up to date.
pub fn build() -> Result<()> {
    if stamp::is_fresh() {
        eprintln!("Page: dist/ is up to date, nothing to build.");
        return Ok(());
    }
    let mut progress = Progress::new(tools::PAGE_STEPS + 1);
    tools::ensure_page(&mut progress)?;
    progress.step("Build the page with Trunk", "3 min the first time", trunk)?;
    stamp::write()
}

fn trunk() -> Result<()> {
    stamp::forget();
    let mut folders = vec![paths::trunk_path()];
    if let Some(path) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&path));
    }
    let mut trunk = exec::command(tools::cargo_tool("trunk"));
    trunk
        .args(["build", "--release", "--offline", "--skip-version-check"])
        .env("PATH", std::env::join_paths(folders)?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags())
        // Trunk reads NO_COLOR=1 as a wrong value of its own option and stops.
        .env_remove("NO_COLOR");
    exec::run(
        "build the page with Trunk",
        "read the messages above; the page's own code is the usual cause",
        &mut trunk,
    )
}

/// Flags for the page's own build: those of `.cargo/config.toml`, and short names in place of this
/// machine's folders of packages. Panic messages hold such paths: without this the page would tell
/// where it was built, and weigh more or less with the length of a home folder's name.
fn rust_flags() -> String {
    let mut flags = vec!["--cfg".to_owned(), "erase_components".to_owned()];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let folders = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    for folder in folders.into_iter().flatten().flatten() {
        let path = folder.path().display().to_string();
        // Cargo splits the flags at blanks, so such a path cannot be named.
        if !path.contains(char::is_whitespace) {
            flags.push(format!("--remap-path-prefix={path}=c"));
        }
    }
    flags.push(format!("--remap-path-prefix={}=p", paths::root().display()));
    flags.join(" ")
}
