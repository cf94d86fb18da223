//! The official outlines: the Office for National Statistics' Police Force Areas as GeoJSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::digest;

const ADVICE: &str = "Download `Police Force Areas` for England and Wales as GeoJSON from the \
    ONS Open Geography Portal and give that file.";

/// The system of coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Degrees of longitude and latitude (WGS84).
    Degrees,
    /// Metres east and north on the British National Grid (EPSG:27700).
    NationalGrid,
}

/// Outlines that passed the checks.
#[derive(Debug)]
pub struct Outlines {
    /// A GeoJSON FeatureCollection; every feature has the one property `code`.
    pub collection: Value,
    pub system: System,
    pub source: Value,
    /// How many areas of Scotland and Northern Ireland were left out.
    pub skipped: usize,
}

/// `source.json`: what a reader needs to judge the outlines and to make them again. A test holds the
/// line that the pages print (`geo::CREDIT`) against it.
fn source(file: &Path, bytes: &[u8], year: u16) -> Value {
    let input = file.file_name().unwrap_or_default().to_string_lossy();
    json!({
        "name": format!("Police Force Areas {year}"),
        "publisher": "Office for National Statistics",
        "licence": "Open Government Licence v3.0",
        "licence_url": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "attribution": format!(
            "Source: Office for National Statistics licensed under the Open Government \
             Licence v.3.0. Contains OS data © Crown copyright and database right {year}"
        ),
        "version": year.to_string(),
        "date": year.to_string(),
        "note": "Official outlines, simplified for a small map.",
        "input": input,
        "input_sha256": digest::of(bytes),
        "command": format!("cargo xtask boundaries --input {input}"),
    })
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: BTreeMap<String, Value>,
    #[serde(default)]
    geometry: Value,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

type Ring = Vec<Vec<f64>>;

/// Reads and checks the file. `known` are the codes of the 43 forces.
pub fn read(file: &Path, known: &[&str]) -> Result<Outlines> {
    let read = || {
        let bytes = fs::read(file)?;
        check(file, &bytes, known)
    };
    read().map_err(|error| anyhow!("{}: {error:#}. {ADVICE}", file.display()))
}

fn check(file: &Path, bytes: &[u8], known: &[&str]) -> Result<Outlines> {
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Collection { features } =
        serde_json::from_slice(json).context("this is not a GeoJSON FeatureCollection")?;
    let (mut forces, mut system, mut newest, mut skipped) = (BTreeMap::new(), None, 0, 0);
    for (index, Feature { properties, geometry }) in features.into_iter().enumerate() {
        let (year, code) =
            code_of(&properties).with_context(|| format!("feature {} has no code", index + 1))?;
        if code.starts_with(['S', 'N']) {
            skipped += 1;
            continue;
        }
        let at = format!("feature {} ({code})", index + 1);
        if !known.contains(&code.as_str()) {
            bail!("{at}: no police force of England and Wales has this code");
        }
        let found = system_of(&geometry).with_context(|| at.clone())?;
        let wanted = *system.get_or_insert(found);
        if found != wanted {
            bail!("{at}: its coordinates look like {found:?}, the file's are {wanted:?}");
        }
        newest = year.max(newest);
        if forces.insert(code, geometry).is_some() {
            bail!("{at}: an earlier feature has this code too");
        }
    }
    let missing: BTreeSet<_> =
        known.iter().copied().filter(|code| !forces.contains_key(*code)).collect();
    let Some(system) = system.filter(|_| missing.is_empty()) else {
        bail!("{} missing: {missing:?}", missing.len());
    };
    let feature = |(code, geometry)| json!({ "type": "Feature", "properties": { "code": code }, "geometry": geometry });
    let features: Vec<Value> = forces.into_iter().map(feature).collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    Ok(Outlines { collection, system, source: source(file, bytes, newest), skipped })
}

/// The value of the newest `PFAyyCD` property, whatever its case, and the year in its name.
fn code_of(properties: &BTreeMap<String, Value>) -> Result<(u16, String)> {
    let newest = properties
        .iter()
        .filter_map(|(name, value)| Some((code_year(name)?, value)))
        .max_by_key(|(year, _)| *year);
    match newest {
        Some((year, Value::String(code))) if !code.trim().is_empty() => {
            Ok((year, code.trim().to_uppercase()))
        }
        Some(_) => bail!("its code property is empty or not text"),
        None => bail!("it has no property like `PFA23CD` (any year)"),
    }
}

/// 2023 for `PFA23CD` or `pfa23cd`.
fn code_year(property: &str) -> Option<u16> {
    let name = property.to_ascii_lowercase();
    let digits = name.strip_prefix("pfa")?.strip_suffix("cd")?;
    digits.parse().ok().filter(|year| *year < 100 && digits.len() == 2).map(|year: u16| 2000 + year)
}

/// Checks one geometry and detects its system from the range of its coordinates.
fn system_of(geometry: &Value) -> Result<System> {
    let rings = match Geometry::deserialize(geometry) {
        Ok(Geometry::Polygon(rings)) => rings,
        Ok(Geometry::MultiPolygon(polygons)) => polygons.concat(),
        Err(error) => bail!("its geometry is not a Polygon or MultiPolygon ({error})"),
    };
    let mut found = None;
    for ring in rings {
        if ring.len() < 4 || ring.first() != ring.last() {
            bail!("a ring of its geometry is not closed, or has fewer than 4 points");
        }
        for point in ring {
            let system = match point.as_slice() {
                [x, y, ..] => range(*x, *y),
                _ => None,
            };
            if system.is_none() || found.is_some_and(|found| Some(found) != system) {
                bail!(
                    "the coordinate {point:?} is neither WGS84 degrees (EPSG:4326) nor British \
                     National Grid metres (EPSG:27700) in England or Wales"
                );
            }
            found = system;
        }
    }
    found.context("its geometry is empty")
}

/// Which system a coordinate in England or Wales must be in.
fn range(x: f64, y: f64) -> Option<System> {
    if (-9.0..=3.0).contains(&x) && (49.0..=56.5).contains(&y) {
        Some(System::Degrees)
    } else if (50_000.0..=700_000.0).contains(&x) && (1_000.0..=700_000.0).contains(&y) {
        Some(System::NationalGrid)
    } else {
        None
    }
}

#[cfg(test)]
#[path = "official_tests.rs"]
mod tests;
