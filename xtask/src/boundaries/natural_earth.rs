//! Natural Earth's counties and districts, as they come in the Debian package qgis-common.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::source::{Source, file_name, sha256};
use super::tools::{self, Tools};
use super::units::Table;
use super::{Outlines, System};

const PACKAGE: &str = "qgis-common";
const FILE_IN_PACKAGE: &str = "usr/share/qgis/resources/data/world_map.gpkg";
const DEBIAN: &str = "It comes with Debian and Ubuntu.";
const BY_HAND: &str = "Without apt, unpack the Debian package qgis-common by other means, take \
    usr/share/qgis/resources/data/world_map.gpkg out of it, and run \
    `cargo xtask boundaries --gpkg world_map.gpkg`.";

/// The unpacked package.
#[derive(Debug)]
pub struct Package {
    /// The GeoPackage inside it.
    pub file: PathBuf,
    /// The package's name and version.
    pub version: String,
}

/// Downloads and unpacks the package in `work`, and installs nothing.
pub fn download(work: &Path) -> Result<Package> {
    tools::run(Command::new("apt-get").args(["download", PACKAGE]).current_dir(work), DEBIAN)
        .with_context(|| format!("could not download {PACKAGE}. {BY_HAND}"))?;
    let deb = fs::read_dir(work)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .with_context(|| format!("apt-get left no .deb in {}. {BY_HAND}", work.display()))?;
    tools::run(Command::new("dpkg-deb").arg("-x").arg(&deb).arg(work), DEBIAN)
        .with_context(|| format!("could not unpack {}. {BY_HAND}", deb.display()))?;
    let file = work.join(FILE_IN_PACKAGE);
    if !file.is_file() {
        bail!("{} holds no {FILE_IN_PACKAGE}: this version of {PACKAGE} differs", deb.display());
    }
    Ok(Package { file, version: package_version(&deb) })
}

/// `qgis-common_3.22.16+dfsg-1_all.deb` is `qgis-common 3.22.16+dfsg-1`.
fn package_version(deb: &Path) -> String {
    let name = file_name(deb);
    let mut parts = name.split('_');
    [parts.next(), parts.next()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Reads the English and Welsh units and gives each its force.
pub fn read(
    gpkg: &Path,
    package: Option<&str>,
    table: &Table,
    tools: &Tools,
    work: &Path,
) -> Result<Outlines> {
    let input_sha256 = sha256(gpkg)?;
    let units_file = work.join("natural-earth.geojson");
    tools.read_gpkg(gpkg, &units_file)?;
    let units: Value = serde_json::from_str(&fs::read_to_string(&units_file)?)?;
    let features = units.get("features").and_then(Value::as_array).context("no units were read")?;
    let collection = table.assign(features).with_context(|| format!("in {}", gpkg.display()))?;
    let date = units.get("changed").and_then(Value::as_str).unwrap_or("not stated").to_owned();

    let name = file_name(gpkg);
    let (input, command) = match package {
        Some(package) => (format!("{name} in {package}"), "cargo xtask boundaries".to_owned()),
        None => (name.clone(), format!("cargo xtask boundaries --gpkg {name}")),
    };
    Ok(Outlines {
        summary: format!("{} units of {input}, each assigned to a force", features.len()),
        collection,
        system: System::Degrees,
        source: Source {
            name: "Natural Earth 1:10m Admin 1 (states, provinces)".to_owned(),
            publisher: "Natural Earth",
            licence: "Public domain",
            licence_url: "https://www.naturalearthdata.com/about/terms-of-use/",
            attribution: "Made with Natural Earth".to_owned(),
            version: "4.1.0, as simplified for QGIS (world_map.gpkg)".to_owned(),
            date,
            note: "Approximate outlines, put together from simplified counties and districts: \
                   good for finding a force on the map, not for saying on which side of a \
                   border a place lies.",
            input,
            input_sha256,
            command,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_package_file_name() {
        let deb = Path::new("/tmp/x/qgis-common_3.22.16+dfsg-1_all.deb");
        assert_eq!(package_version(deb), "qgis-common 3.22.16+dfsg-1");
    }
}
