//! Decides whether the page must be built: a digest of every input file, and of the result.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{exec, paths};

/// Everything the page is made from. Files and folders that do not exist count as empty.
const INPUTS: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "data",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "xtask",
];
/// Folders inside the inputs that are products themselves.
const PRODUCTS: [&str; 2] = ["node_modules", "target"];

/// The digest of some bytes, as hexadecimal text.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The digest of files and folders of the checkout, with their names.
pub fn digest_of(paths: &[&Path]) -> Result<String> {
    let mut digest = Sha256::new();
    paths.iter().try_for_each(|path| add(&mut digest, &paths::root(), path))?;
    Ok(hex(&digest.finalize()))
}

/// Whether dist/ was built from exactly these inputs and has not been touched since.
pub fn is_fresh() -> bool {
    let Ok(kept) = fs::read_to_string(file()) else {
        return false;
    };
    paths::dist().join("index.html").is_file() && current().is_ok_and(|now| now == kept)
}

/// Notes that dist/ was built from the present inputs.
pub fn write() -> Result<()> {
    fs::create_dir_all(paths::tools())?;
    fs::write(file(), current()?).context("cannot write the stamp of the build")
}

/// Forgets the last build, so that a build that breaks off half-way is not trusted.
pub fn forget() {
    // A stamp that is not there needs no forgetting.
    let _ = fs::remove_file(file());
}

fn file() -> PathBuf {
    paths::tools().join("dist.stamp")
}

fn current() -> Result<String> {
    let root = paths::root();
    let mut inputs = Sha256::new();
    let rustc = exec::output(exec::command("rustc").arg("-V")).unwrap_or_default();
    inputs.update(rustc);
    for name in INPUTS {
        add(&mut inputs, &root, &root.join(name))?;
    }
    let mut result = Sha256::new();
    add(&mut result, &root, &paths::dist())?;
    Ok(format!("inputs {}\ndist {}\n", hex(&inputs.finalize()), hex(&result.finalize())))
}

/// Adds the names and the contents of a file or of all files below a folder.
fn add(digest: &mut Sha256, root: &Path, path: &Path) -> Result<()> {
    if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        entries.sort();
        for entry in entries {
            let name = entry.file_name().unwrap_or_default();
            if !PRODUCTS.iter().any(|product| name == *product) {
                add(digest, root, &entry)?;
            }
        }
    } else if path.is_file() {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.strip_prefix(root).unwrap_or(path);
        digest.update(name.to_string_lossy().as_bytes());
        digest.update([0]);
        digest.update(bytes.len().to_le_bytes());
        digest.update(bytes);
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that index.html names but that the stamp does not watch would give stale pages.
    #[test]
    fn every_file_named_for_trunk_is_an_input() -> Result<()> {
        let Ok(html) = fs::read_to_string(paths::root().join("index.html")) else {
            return Ok(());
        };
        for tag in html.split('<').filter(|tag| tag.contains("data-trunk")) {
            let Some(href) = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            let first = href.trim_start_matches("./").split('/').next().unwrap_or_default();
            assert!(INPUTS.contains(&first), "{href} is not under an input of the stamp");
        }
        Ok(())
    }

    #[test]
    fn a_digest_changes_with_name_and_content() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("node_modules"))?;
        let of = || -> Result<String> {
            let mut digest = Sha256::new();
            add(&mut digest, &folder, &folder)?;
            Ok(hex(&digest.finalize()))
        };
        fs::write(folder.join("a"), "1")?;
        let first = of()?;
        fs::write(folder.join("node_modules").join("b"), "1")?;
        assert_eq!(first, of()?);
        fs::write(folder.join("a"), "2")?;
        let second = of()?;
        assert_ne!(first, second);
        fs::rename(folder.join("a"), folder.join("c"))?;
        assert_ne!(second, of()?);
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
