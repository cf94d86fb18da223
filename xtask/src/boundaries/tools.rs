//! Runs the programs that the outlines need: node, npm, mapshaper, apt-get, dpkg-deb.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

/// Runs a program to its end. `hint` says what to do when the program is not installed.
pub fn run(command: &mut Command, hint: &str) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("`{name}` is not on this machine. {hint}"),
        _ => anyhow!("cannot run `{name}`: {error}"),
    })?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{name}` failed ({}):\n{}", output.status, said.trim_end());
    }
    Ok(())
}

/// The pinned npm packages in `xtask/npm/boundaries`.
#[derive(Debug)]
pub struct Tools {
    folder: PathBuf,
}

const NODE_HINT: &str = "Install Node.js 20 or newer, with npm, and run the command again.";

impl Tools {
    /// `folder` holds package.json and package-lock.json.
    pub fn new(folder: PathBuf) -> Self {
        Tools { folder }
    }

    /// Reads the units of Natural Earth from a GeoPackage into a GeoJSON file.
    pub fn read_gpkg(&self, gpkg: &Path, output: &Path) -> Result<()> {
        self.node("read.mjs", [gpkg, output])
    }

    /// Runs mapshaper with the words given.
    pub fn mapshaper<S: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = S>) -> Result<()> {
        self.node("node_modules/mapshaper/bin/mapshaper", words)
    }

    fn node<S: AsRef<OsStr>>(
        &self,
        script: &str,
        words: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        self.install()?;
        run(Command::new("node").arg(self.folder.join(script)).args(words), NODE_HINT)
    }

    /// Installs the packages unless the lock file's packages are there already.
    fn install(&self) -> Result<()> {
        let changed = |path: &str| fs::metadata(self.folder.join(path))?.modified();
        let wanted = changed("package-lock.json")
            .with_context(|| format!("no package-lock.json in {}", self.folder.display()))?;
        if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= wanted) {
            return Ok(());
        }
        println!("npm ci    in {}", self.folder.display());
        run(
            Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&self.folder),
            NODE_HINT,
        )
        .context("the tools for the outlines could not be installed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_comes_with_advice() {
        let error = run(&mut Command::new("no-such-program-here"), "Do this.").unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program-here` is not on this machine. Do this.");
    }

    #[test]
    fn a_failing_program_is_an_error() {
        assert!(run(&mut Command::new("false"), "").unwrap_err().to_string().contains("failed"));
    }
}
