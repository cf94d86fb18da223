//! Builds the release page with Trunk, unless dist/ is already up to date.

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
        // Trunk reads NO_COLOR=1 as a wrong value of its own option and stops.
        .env_remove("NO_COLOR");
    exec::run(
        "build the page with Trunk",
        "read the messages above; the page's own code is the usual cause",
        &mut trunk,
    )
}
