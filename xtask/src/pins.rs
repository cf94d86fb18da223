//! The pinned versions, each read from the one file that decides it.

use std::fs;

use anyhow::{Context, Result, anyhow, bail};

use crate::paths;

/// The versions that a build needs.
#[derive(Debug, PartialEq, Eq)]
pub struct Pins {
    /// The CLI must equal the library in Cargo.lock exactly.
    pub wasm_bindgen: String,
    /// Decided by `trunk-version` in Trunk.toml.
    pub trunk: String,
    /// Binaryen's number, decided by xtask/npm/build/package.json.
    pub wasm_opt: String,
}

/// Reads the pins and refuses a checkout in which two files disagree.
pub fn read() -> Result<Pins> {
    let root = paths::root();
    let lock = text(&root.join("Cargo.lock"))?;
    let trunk = text(&root.join("Trunk.toml"))?;
    let npm = text(&paths::npm_build().join("package.json"))?;
    agree(&lock, &trunk, &npm)
}

fn text(path: &std::path::Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn agree(lock: &str, trunk: &str, npm: &str) -> Result<Pins> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not TOML")?;
    let trunk: toml::Table = trunk.parse().context("Trunk.toml is not TOML")?;
    let npm: serde_json::Value = serde_json::from_str(npm).context("package.json is not JSON")?;

    let locked = lock
        .get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some("wasm-bindgen"))
        .and_then(|package| package.get("version")?.as_str())
        .context("Cargo.lock has no wasm-bindgen")?;
    let tool = |name: &str| {
        trunk
            .get("tools")
            .and_then(|tools| tools.get(name)?.as_str())
            .ok_or_else(|| anyhow!("Trunk.toml has no {name} under [tools]"))
    };
    if tool("wasm_bindgen")? != locked {
        bail!(
            "wasm-bindgen is {locked} in Cargo.lock but {} in Trunk.toml: set both to one version",
            tool("wasm_bindgen")?
        );
    }
    let version = trunk
        .get("trunk-version")
        .and_then(|version| version.as_str()?.strip_prefix('='))
        .context("Trunk.toml needs trunk-version = \"=X.Y.Z\" at its top")?;
    let binaryen = npm
        .pointer("/devDependencies/binaryen")
        .and_then(|version| version.as_str()?.strip_suffix(".0.0"))
        .context("xtask/npm/build/package.json needs binaryen as \"N.0.0\"")?;
    if tool("wasm_opt")? != format!("version_{binaryen}") {
        bail!(
            "wasm-opt is {binaryen} in xtask/npm/build/package.json but {} in Trunk.toml",
            tool("wasm_opt")?
        );
    }
    Ok(Pins {
        wasm_bindgen: locked.to_owned(),
        trunk: version.to_owned(),
        wasm_opt: binaryen.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "trunk-version = \"=0.21.14\"\n[tools]\nwasm_bindgen = \"0.2.126\"\nwasm_opt = \"version_132\"\n";
    const NPM: &str = r#"{ "devDependencies": { "binaryen": "132.0.0" } }"#;

    fn lock(version: &str) -> String {
        format!("[[package]]\nname = \"wasm-bindgen\"\nversion = \"{version}\"\n")
    }

    #[test]
    fn the_files_of_this_checkout_agree() -> Result<()> {
        let pins = read()?;
        let manifest: toml::Table = text(&paths::root().join("Cargo.toml"))?.parse()?;
        let tables = manifest
            .get("target")
            .and_then(toml::Value::as_table)
            .into_iter()
            .flat_map(|targets| targets.values())
            .filter_map(toml::Value::as_table)
            .chain([&manifest])
            .filter_map(|table| table.get("dependencies")?.get("wasm-bindgen"));
        let asked: Vec<&str> = tables
            .filter_map(|one| one.as_str().or_else(|| one.get("version")?.as_str()))
            .collect();
        assert_eq!(asked, [format!("={}", pins.wasm_bindgen)]);
        Ok(())
    }

    #[test]
    fn two_versions_of_wasm_bindgen_are_refused() {
        assert!(agree(&lock("0.2.126"), TRUNK, NPM).is_ok());
        assert!(agree(&lock("0.2.127"), TRUNK, NPM).is_err());
    }

    #[test]
    fn two_versions_of_wasm_opt_are_refused() {
        assert!(agree(&lock("0.2.126"), TRUNK, &NPM.replace("132", "133")).is_err());
    }
}
