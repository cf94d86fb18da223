//! The official outlines: the Office for National Statistics' Police Force Areas as GeoJSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};

use super::source::{Source, file_name, sha256};
use super::units::is_area_code;
use super::{Outlines, System};

const ADVICE: &str = "Download `Police Force Areas` for England and Wales as GeoJSON from the \
    ONS Open Geography Portal and give that file.";

/// Reads and checks the file. `known` are the codes of the 43 forces.
pub fn read(file: &Path, known: &BTreeSet<String>) -> Result<Outlines> {
    let text = fs::read_to_string(file)
        .with_context(|| format!("cannot read {}. {ADVICE}", file.display()))?;
    let checked = check(&text, known).map_err(|error| anyhow!("{}: {error}", file.display()))?;
    let name = file_name(file);
    let (year, skipped) = (checked.year, checked.skipped);
    Ok(Outlines {
        summary: format!("{} forces of {name}, {skipped} areas elsewhere left out", known.len()),
        collection: checked.collection,
        system: checked.system,
        source: Source {
            name: format!("Police Force Areas {year}"),
            publisher: "Office for National Statistics",
            licence: "Open Government Licence v3.0",
            licence_url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            attribution: format!(
                "Source: Office for National Statistics licensed under the Open Government \
                 Licence v.3.0. Contains OS data © Crown copyright and database right {year}"
            ),
            version: year.to_string(),
            date: year.to_string(),
            note: "Official outlines, simplified for a small map.",
            input_sha256: sha256(file)?,
            command: format!("cargo xtask boundaries --input {name}"),
            input: name,
        },
    })
}

/// What is left of the file after the checks.
#[derive(Debug)]
struct Checked {
    collection: Value,
    system: System,
    /// The newest edition named by a code property: 2023 for `PFA23CD`.
    year: u16,
    /// How many areas of Scotland and Northern Ireland were left out.
    skipped: usize,
}

fn check(text: &str, known: &BTreeSet<String>) -> Result<Checked> {
    let mut file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| anyhow!("this is not JSON ({error}). {ADVICE}"))?;
    let stated = stated_system(&file)?;
    let Some(features) = file.get_mut("features").and_then(Value::as_array_mut) else {
        bail!("this is not a GeoJSON FeatureCollection: it has no `features`. {ADVICE}");
    };
    if features.is_empty() {
        bail!("there are no features in it. {ADVICE}");
    }

    let mut forces: BTreeMap<String, Value> = BTreeMap::new();
    let mut system = stated;
    let mut year = 0;
    let mut skipped = 0;
    for (index, feature) in features.iter_mut().enumerate() {
        let (property_year, code) = code_of(feature)
            .with_context(|| format!("feature {} has no code", index + 1))
            .map_err(|error| anyhow!("{error:#}. {ADVICE}"))?;
        if is_elsewhere(&code) {
            skipped += 1;
            continue;
        }
        let at = format!("feature {} ({code})", index + 1);
        if !known.contains(&code) {
            bail!(
                "{at}: no police force of England and Wales has this code. Remove the feature, \
                 or, if the code is new, change data/areas.csv and data/boundaries/units.csv"
            );
        }
        if forces.contains_key(&code) {
            bail!("{at}: an earlier feature has this code too. Leave one feature a force");
        }
        let geometry = feature.get_mut("geometry").map(Value::take).unwrap_or_default();
        let found = system_of(&geometry).map_err(|error| anyhow!("{at}: {error}"))?;
        let wanted = *system.get_or_insert(found);
        if found != wanted {
            bail!(
                "{at}: its coordinates look like {found:?}, the file's are {wanted:?}. Export \
                 the whole file in one of the two"
            );
        }
        year = year.max(property_year);
        forces.insert(code, geometry);
    }

    let missing: Vec<_> =
        known.iter().filter(|code| !forces.contains_key(*code)).cloned().collect();
    let Some(system) = system.filter(|_| missing.is_empty()) else {
        bail!("{} missing: {}. {ADVICE}", missing.len(), missing.join(", "));
    };
    let features: Vec<Value> = forces
        .into_iter()
        .map(|(code, geometry)| {
            json!({ "type": "Feature", "properties": { "code": code }, "geometry": geometry })
        })
        .collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    Ok(Checked { collection, system, year, skipped })
}

/// The value of the newest `PFAyyCD` property, whatever its case, and the year in its name.
fn code_of(feature: &Value) -> Result<(u16, String)> {
    let properties = feature.get("properties").and_then(Value::as_object);
    let newest = properties
        .into_iter()
        .flatten()
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
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    two.then(|| digits.parse::<u16>().ok()).flatten().map(|year| 2000 + year)
}

/// A code of Scotland or Northern Ireland, for a file of the whole United Kingdom.
fn is_elsewhere(code: &str) -> bool {
    let digits = code.strip_prefix('S').or_else(|| code.strip_prefix('N'));
    !is_area_code(code)
        && digits.is_some_and(|rest| rest.len() == 8 && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// The system that an old-style `crs` member names, if there is one.
fn stated_system(file: &Value) -> Result<Option<System>> {
    match file.pointer("/crs/properties/name").and_then(Value::as_str) {
        None => Ok(None),
        Some(name) if name.ends_with("27700") => Ok(Some(System::NationalGrid)),
        Some(name) if name.ends_with("4326") || name.ends_with("CRS84") => {
            Ok(Some(System::Degrees))
        }
        Some(name) => bail!(
            "its coordinates are in `{name}`. Export it in WGS84 (EPSG:4326) or in British \
             National Grid (EPSG:27700)"
        ),
    }
}

/// Checks one geometry and tells its system from the range of its coordinates.
fn system_of(geometry: &Value) -> Result<System> {
    let rings = rings(geometry).context("its geometry is not a Polygon or MultiPolygon")?;
    if rings.is_empty() {
        bail!("its geometry is empty. Export the file again with every outline");
    }
    let mut found = None;
    for ring in rings {
        let ring = ring.as_array().map(Vec::as_slice).unwrap_or_default();
        if ring.len() < 4 || ring.first() != ring.last() {
            bail!("a ring of its geometry is not closed, or has fewer than 4 points");
        }
        for point in ring {
            let at = |index| point.get(index).and_then(Value::as_f64);
            let system = match (at(0), at(1)) {
                (Some(x), Some(y)) => range(x, y),
                _ => None,
            };
            if system.is_none() || found.is_some_and(|found| Some(found) != system) {
                bail!(
                    "the coordinate {point} is neither WGS84 degrees nor British National Grid \
                     metres in England or Wales. Export the file in one of the two"
                );
            }
            found = system;
        }
    }
    found.context("its geometry is empty")
}

/// The rings of a Polygon or MultiPolygon, none for a null geometry; `None` for any other kind.
fn rings(geometry: &Value) -> Option<Vec<&Value>> {
    if geometry.is_null() {
        return Some(vec![]);
    }
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    match geometry.get("type").and_then(Value::as_str)? {
        "Polygon" => Some(list(coordinates).collect()),
        "MultiPolygon" => Some(list(coordinates).flat_map(list).collect()),
        _ => None,
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
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
