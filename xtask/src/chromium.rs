//! A Chromium for the browser tests: that of the variable CHROMIUM, an installed one, or a new one.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::progress::step;
use crate::{exec, npm, paths};

const BY_HAND: &str = "install Chromium yourself and set CHROMIUM=/path/to/chromium";
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Playwright's packages and a browser for them, installed when missing: Debian's package where that
/// is possible, else Playwright's download.
pub fn ensure() -> Result<PathBuf> {
    npm::ensure(&paths::e2e())?;
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        if !named.is_file() {
            bail!("CHROMIUM names {}, which is not a file: correct or unset it", named.display());
        }
        return Ok(named);
    }
    if let Some(browser) = installed() {
        return Ok(browser);
    }
    let is_root = exec::output(exec::command("id").arg("-u")).as_deref() == Some("0");
    let debian = is_root && paths::on_path("apt-get").is_some();
    step("Install Chromium", "3 min", || {
        if debian && let Err(error) = debians() {
            eprintln!("{error:#}");
        }
        if installed().is_none() {
            let mut download = exec::command("npx");
            download.args(["playwright", "install", "chromium"]).current_dir(paths::e2e());
            exec::run("download Playwright's Chromium", BY_HAND, &mut download)?;
        }
        Ok(())
    })?;
    installed().ok_or_else(|| anyhow::anyhow!("no Chromium for the browser tests: {BY_HAND}"))
}

fn debians() -> Result<()> {
    let install = ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"];
    for args in [["update"].as_slice(), &install] {
        let mut apt = exec::command("apt-get");
        apt.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        exec::run("install Debian's chromium", BY_HAND, &mut apt)?;
    }
    Ok(())
}

/// A browser on PATH, or the one that Playwright downloaded.
fn installed() -> Option<PathBuf> {
    let playwrights = || {
        let script = "console.log(require('@playwright/test').chromium.executablePath())";
        let mut node = exec::command("node");
        let path = exec::output(node.args(["-e", script]).current_dir(paths::e2e()))?;
        Some(PathBuf::from(path)).filter(|file| file.is_file())
    };
    NAMES.iter().find_map(|name| paths::on_path(name)).or_else(playwrights)
}
