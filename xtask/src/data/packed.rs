//! The files of a ZIP, or of the folder that one was unpacked to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use cyberflag_intake::entries;

/// The largest file that is unpacked, in bytes: more than the tables of any package have.
const LARGEST: usize = 30_000_000;

/// All files with their names.
pub fn files(path: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    if path.is_dir() { unpacked(path) } else { zipped(path) }
}

fn zipped(zip: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let shown = zip.display();
    let bytes = fs::read(zip).with_context(|| format!("cannot read {shown}"))?;
    let list = entries(&bytes).map_err(|e| anyhow!("{shown}: {e}. {}", e.advice()))?;
    let mut files = Vec::new();
    for entry in list {
        let packed = bytes.get(entry.from..entry.from + entry.packed).unwrap_or_default();
        let content = if entry.deflated {
            miniz_oxide::inflate::decompress_to_vec_with_limit(packed, LARGEST)
                .map_err(|e| anyhow!("{shown}: {} cannot be unpacked: {e}", entry.name))?
        } else {
            packed.to_vec()
        };
        files.push((entry.name, content));
    }
    Ok(files)
}

/// Some systems unpack what they download, and put hidden files beside it.
fn unpacked(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        let path = file.path();
        if !name.starts_with('.') && path.is_file() {
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push((name, bytes));
        }
    }
    Ok(files)
}
