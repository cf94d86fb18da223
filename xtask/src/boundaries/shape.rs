//! Turns outlines into the map's TopoJSON with mapshaper: project, mend, dissolve, simplify.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::asset::Asset;
use super::tools::Tools;
use super::{Outlines, System};

/// The page carries the outlines inside it, so they must stay small.
const MOST_BYTES: usize = 36_000;

/// Distances in metres under which detail is dropped. The first that fits [`MOST_BYTES`] is used.
const INTERVALS: [u32; 8] = [200, 300, 450, 600, 800, 1000, 1500, 2200];

/// Shapes the outlines, checks them against the codes of the forces, and returns the asset.
pub fn shape(
    outlines: &Outlines,
    codes: &BTreeSet<String>,
    tools: &Tools,
    work: &Path,
) -> Result<Asset> {
    let input = work.join("forces.geojson");
    let output = work.join("forces.topo.json");
    fs::write(&input, outlines.collection.to_string())
        .with_context(|| format!("cannot write {}", input.display()))?;
    let mut bytes = 0;
    for interval in INTERVALS {
        let words = words(outlines.system, interval);
        let (input, output) = (input.display().to_string(), output.display().to_string());
        let all = std::iter::once(input.as_str())
            .chain(words.split_whitespace())
            .map(|word| if word == "OUTPUT" { output.as_str() } else { word });
        tools.mapshaper(all)?;
        let asset = Asset::from_mapshaper(&fs::read_to_string(&output)?, codes)?;
        bytes = asset.text.len();
        if bytes <= MOST_BYTES {
            return Ok(asset);
        }
    }
    bail!(
        "the outlines still take {bytes} bytes, {MOST_BYTES} at most are allowed. Give a more \
         generalised edition of the file (ONS calls it BUC, `ultra generalised`)"
    )
}

/// The words for mapshaper; each step is on a line of its own.
///
/// Gaps under 1 km² between neighbours are filled before anything is simplified, and none after, so
/// that a strait which simplification narrows is never taken for a gap. Islands under 1 km² are
/// dropped. The others are parts of their own while lines are simplified, so that each keeps at
/// least a triangle. The quantisation gives steps of about 30 m.
fn words(system: System, interval: u32) -> String {
    let project = match system {
        System::Degrees => "-proj init=EPSG:4326 EPSG:27700",
        System::NationalGrid => "-proj init=EPSG:27700 EPSG:27700",
    };
    format!(
        "{project}
         -clean gap-fill-area=1km2
         -dissolve2 code gap-fill-area=0
         -filter-islands min-area=1km2
         -explode
         -simplify weighted interval={interval} keep-shapes
         -dissolve2 code gap-fill-area=0
         -clean gap-fill-area=0
         -sort code
         -filter-fields code
         -rename-layers forces
         -o OUTPUT format=topojson quantization=20000 bbox id-field=code"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_systems_end_on_the_national_grid() {
        for system in [System::Degrees, System::NationalGrid] {
            assert!(words(system, 300).lines().next().unwrap().ends_with(" EPSG:27700"));
        }
    }
}
