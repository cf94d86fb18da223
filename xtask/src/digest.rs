//! Digests of texts and files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The digest of some bytes, as hexadecimal text.
pub fn of(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The digest of files and folders of the checkout, with their names.
pub fn of_files(root: &Path, names: &[&str]) -> Result<String> {
    let mut digest = Sha256::new();
    names.iter().try_for_each(|name| add(&mut digest, root, &root.join(name)))?;
    Ok(format!("{:x}", digest.finalize()))
}

/// Adds the names and the contents of a file or of all files below a folder.
fn add(digest: &mut Sha256, root: &Path, path: &Path) -> Result<()> {
    if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        entries.sort();
        entries.retain(|entry| entry.file_name().is_some_and(|name| name != "node_modules"));
        return entries.iter().try_for_each(|entry| add(digest, root, entry));
    }
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.strip_prefix(root).unwrap_or(path);
    digest.update(name.to_string_lossy().as_bytes());
    digest.update([0]);
    digest.update(bytes.len().to_le_bytes());
    digest.update(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_changes_with_name_and_content() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str| folder.path().join(name);
        let digest = || of_files(folder.path(), &["a"]);
        fs::create_dir_all(file("a/node_modules"))?;
        fs::write(file("a/b"), "1")?;
        let first = digest()?;
        fs::write(file("a/node_modules/c"), "1")?;
        assert_eq!(first, digest()?);
        fs::write(file("a/b"), "2")?;
        let second = digest()?;
        assert_ne!(first, second);
        fs::rename(file("a/b"), file("a/c"))?;
        assert_ne!(second, digest()?);
        Ok(())
    }
}
