//! `npm ci` in one of the small npm projects, once per lock file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::exec;
use crate::stamp;

/// Whether the packages of this very lock file are installed.
pub fn is_current(folder: &Path) -> bool {
    let Ok(lock) = fs::read(folder.join("package-lock.json")) else {
        return false;
    };
    fs::read_to_string(mark(folder)).is_ok_and(|text| text == stamp::digest(&lock))
}

/// Installs the packages of the lock file.
pub fn install(folder: &Path, by_hand: &str) -> Result<()> {
    let mut npm = exec::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--no-progress"])
        .current_dir(folder)
        // xtask finds a browser itself; see chromium.rs.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    exec::run("install npm packages", by_hand, &mut npm)?;
    let lock = fs::read(folder.join("package-lock.json")).context("no package-lock.json")?;
    fs::write(mark(folder), stamp::digest(&lock)).context("cannot mark node_modules")
}

fn mark(folder: &Path) -> std::path::PathBuf {
    folder.join("node_modules").join(".installed-lock")
}
