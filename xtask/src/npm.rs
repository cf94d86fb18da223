//! `npm ci` in one of the small npm projects, once per lock file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::progress::step;
use crate::{exec, paths};

/// Installs the packages of the lock file unless they are installed.
pub fn ensure(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|of| of == lock) {
        return Ok(());
    }
    step(&format!("Install npm packages in {}", folder.display()), "1 min", || {
        let mut npm = exec::command("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--no-progress"])
            .current_dir(folder)
            // xtask finds a browser itself; see chromium.rs.
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        exec::run("install npm packages", "install Node 20 with npm and connect once", &mut npm)?;
        Ok(fs::write(&installed, &lock)?)
    })
}

/// A program of the npm project for builds: wasm-opt, esbuild, sirv.
pub fn tool(name: &str) -> Command {
    exec::command(paths::npm_build().join("node_modules/.bin").join(name))
}
