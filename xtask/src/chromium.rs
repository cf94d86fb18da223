//! A Chromium for the browser tests: the one named, one installed, or one installed now.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{exec, paths};

const BY_HAND: &str = "install Chromium yourself and set CHROMIUM=/path/to/chromium";
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser that is already there.
pub fn find() -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!(
                "CHROMIUM names {}, which is not a file: correct it or unset it",
                named.display()
            );
        }
        return Ok(Some(named));
    }
    let installed = NAMES.iter().find_map(|name| paths::on_path(name));
    Ok(installed.or_else(playwrights_own))
}

/// Installs a browser: Debian's package when that is possible, else Playwright's download.
pub fn install() -> Result<PathBuf> {
    let mut reasons = Vec::new();
    if is_root() && paths::on_path("apt-get").is_some() {
        match debian() {
            Ok(()) => {
                if let Some(browser) = NAMES.iter().find_map(|name| paths::on_path(name)) {
                    return Ok(browser);
                }
                reasons.push("Debian's package brought no program named chromium".to_owned());
            }
            Err(error) => reasons.push(format!("{error:#}")),
        }
    } else {
        reasons.push("Debian's package needs root and apt-get".to_owned());
    }
    let mut download = exec::command("npx");
    download.args(["playwright", "install", "chromium"]).current_dir(paths::e2e());
    match exec::run("download Playwright's Chromium", BY_HAND, &mut download) {
        Ok(()) => {
            if let Some(browser) = playwrights_own() {
                return Ok(browser);
            }
            reasons.push("Playwright's download is not where it says".to_owned());
        }
        Err(error) => reasons.push(format!("{error:#}")),
    }
    bail!("no Chromium for the browser tests.\n{}\nBy hand: {BY_HAND}", reasons.join("\n"))
}

fn debian() -> Result<()> {
    for args in [
        vec!["update"],
        vec!["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
    ] {
        let mut apt = exec::command("apt-get");
        apt.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        exec::run("install Debian's chromium", BY_HAND, &mut apt)?;
    }
    Ok(())
}

/// Where Playwright keeps the browser it downloaded, if it did.
fn playwrights_own() -> Option<PathBuf> {
    let mut node = exec::command("node");
    node.args([
        "--input-type=module",
        "--eval",
        "import { chromium } from '@playwright/test'; console.log(chromium.executablePath());",
    ])
    .current_dir(paths::e2e());
    exec::output(&mut node).map(PathBuf::from).filter(|file| file.is_file())
}

fn is_root() -> bool {
    exec::output(exec::command("id").arg("-u")).as_deref() == Some("0")
}
