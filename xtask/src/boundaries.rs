//! `cargo xtask boundaries`: makes the outlines of the 43 police force areas for the map.

mod official;
mod shape;
mod simplify;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{data, paths};
use cyberflag_data::domain::TOTAL_FORCES;

const ASSET: &str = "forces.topo.json";
const SOURCE: &str = "source.json";

/// Makes the outlines and replaces the old ones; these stay as they are unless everything succeeds.
pub fn run(input: &Path, out: Option<PathBuf>) -> Result<()> {
    let forces = data::read(&paths::root().join("data"))?.forces;
    let codes: Vec<&str> = forces.iter().map(|force| force.code.as_str()).collect();
    let outlines = official::read(input, &codes)?;
    let asset = shape::shape(&outlines, &codes)?;
    let source = serde_json::to_string_pretty(&outlines.source)? + "\n";
    let out = out.unwrap_or_else(|| paths::root().join("data/boundaries"));
    write_both(&out, &asset, &source)?;
    println!(
        "{TOTAL_FORCES} forces of {}, {} areas elsewhere left out\nwrote {} ({} bytes) and {SOURCE} beside it",
        input.display(),
        outlines.skipped,
        out.join(ASSET).display(),
        asset.len()
    );
    Ok(())
}

/// Writes both files under temporary names first, so that a full disk leaves the old pair intact.
fn write_both(folder: &Path, asset: &str, source: &str) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let files = [(folder.join(ASSET), asset), (folder.join(SOURCE), source)];
    for (path, text) in &files {
        let new = path.with_extension("new");
        fs::write(&new, text).with_context(|| format!("cannot write {}", new.display()))?;
    }
    for (path, _) in &files {
        fs::rename(path.with_extension("new"), path)
            .with_context(|| format!("cannot replace {}", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_are_replaced_as_a_pair_and_a_failing_input_leaves_them() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write_both(folder.path(), "older outlines", "older source")?;
        write_both(folder.path(), "old outlines", "old source")?;
        assert_eq!(fs::read_dir(folder.path())?.count(), 2);
        let bad = folder.path().join("bad.geojson");
        fs::write(&bad, r#"{"type":"FeatureCollection","features":[]}"#)?;
        let error = run(&bad, Some(folder.path().into())).unwrap_err().to_string();
        assert!(error.contains("bad.geojson"), "{error}");
        assert_eq!(fs::read_to_string(folder.path().join(ASSET))?, "old outlines");
        assert_eq!(fs::read_to_string(folder.path().join(SOURCE))?, "old source");
        Ok(())
    }
}
