//! `cargo xtask boundaries`: makes the outlines of the 43 police force areas for the map.

mod asset;
mod natural_earth;
mod official;
mod options;
mod shape;
mod source;
mod tools;
mod units;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use self::options::{Input, Options};
use self::source::Source;
use self::units::Table;

/// The shape of the world that coordinates are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Degrees of longitude and latitude (WGS84).
    Degrees,
    /// Metres east and north on the British National Grid (EPSG:27700).
    NationalGrid,
}

/// Outlines ready to be shaped: GeoJSON features that each carry a `code`, and where they came from.
#[derive(Debug)]
pub struct Outlines {
    /// A GeoJSON FeatureCollection; every feature has the one property `code`.
    pub collection: serde_json::Value,
    /// The coordinates' system.
    pub system: System,
    /// What the page's credits say about them.
    pub source: Source,
    /// What was read, in a few words for the person who runs the command.
    pub summary: String,
}

/// Runs `cargo xtask boundaries` with the words that follow the command's name.
///
/// The old outlines stay as they are unless everything succeeds.
pub fn run(args: &[String]) -> Result<()> {
    let Some(options) = Options::parse(args)? else {
        println!("{}", options::HELP);
        return Ok(());
    };
    let root = project_root()?;
    let out = options.out.clone().unwrap_or_else(|| root.join("data/boundaries"));
    let table = Table::read(&root.join("data/boundaries/units.csv"))?;
    let tools = tools::Tools::new(root.join("xtask/npm/boundaries"));
    let scratch = Scratch::new("boundaries")?;
    let work = scratch.0.as_path();

    let outlines = match &options.input {
        Input::Official(file) => official::read(file, &table.codes())?,
        Input::Gpkg(file) => natural_earth::read(file, None, &table, &tools, work)?,
        Input::Debian => {
            let package = natural_earth::download(work)?;
            natural_earth::read(&package.file, Some(&package.version), &table, &tools, work)?
        }
    };
    let asset = shape::shape(&outlines, &table.codes(), &tools, work)?;
    write_both(&out, &asset.text, &outlines.source.to_json()?)?;

    println!("read      {}", outlines.summary);
    println!("outlines  {asset}");
    println!("wrote     {}, with source.json beside it", out.join(ASSET).display());
    Ok(())
}

const ASSET: &str = "forces.topo.json";
const SOURCE: &str = "source.json";

fn project_root() -> Result<PathBuf> {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(xtask.parent().context("the xtask folder has no parent")?.to_path_buf())
}

/// A folder for intermediate files, empty at first and removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Result<Scratch> {
        let path = std::env::temp_dir().join(format!("cyberflag-{name}-{}", std::process::id()));
        if path.exists() {
            fs::remove_dir_all(&path)
                .with_context(|| format!("cannot empty {}", path.display()))?;
        }
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Scratch(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0); // a folder left in /tmp is no reason to fail
    }
}

/// Writes both files beside their final places first, so that a full disk leaves the old pair whole.
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
    fn a_failing_input_leaves_the_old_outlines_byte_for_byte() {
        let folder = Scratch::new("old").unwrap();
        write_both(&folder.0, "old outlines", "old source").unwrap();
        let bad = folder.0.join("bad.geojson");
        fs::write(&bad, r#"{"type":"FeatureCollection","features":[]}"#).unwrap();
        let words =
            ["--input", &bad.display().to_string(), "--out", &folder.0.display().to_string()]
                .map(String::from);
        let error = run(&words).unwrap_err().to_string();
        assert!(error.contains("bad.geojson"), "{error}");
        assert_eq!(fs::read_to_string(folder.0.join(ASSET)).unwrap(), "old outlines");
        assert_eq!(fs::read_to_string(folder.0.join(SOURCE)).unwrap(), "old source");
    }

    #[test]
    fn a_successful_write_replaces_both_files_and_leaves_nothing_else() {
        let folder = Scratch::new("new").unwrap();
        write_both(&folder.0, "old", "old").unwrap();
        write_both(&folder.0, "new outlines", "new source").unwrap();
        assert_eq!(fs::read_to_string(folder.0.join(ASSET)).unwrap(), "new outlines");
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 2);
    }
}
