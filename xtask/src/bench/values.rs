//! The figures that every page of the benchmark shows, as `bench/out/data/values.json`.
//!
//! One measure, the eleven Home Office codes together: the only one without gaps, which the stacks would
//! treat in different ways.

use anyhow::{Context, Result};
use serde::Serialize;

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, ForceId, MeasureId};
use cyberflag_figures::stats;

const MEASURE: &str = "all-child";

#[derive(Serialize)]
struct Named<'a> {
    code: &'a str,
    name: &'a str,
}

/// What the peers fetch. Lists are indexed by force, then year, then offence.
#[derive(Serialize)]
struct Values<'a> {
    note: &'a str,
    years: Vec<String>,
    offences: Vec<Named<'a>>,
    forces: Vec<Named<'a>>,
    values: Vec<Vec<u32>>,
    parts: Vec<Vec<Vec<u32>>>,
    /// The breaks between the classes of the map, ascending, as on the page.
    breaks: Vec<f64>,
    /// Zero and the largest value.
    domain: [u32; 2],
}

/// The text of the file.
pub fn json(data: &Dataset) -> Result<String> {
    let measure = data.measure_named(MEASURE).context("the measure is in measures.csv")?;
    let columns = data.columns(measure);
    let years = data.all_years(measure);
    let forces: Vec<ForceId> = data.force_ids().collect();
    let per_force = |id: &ForceId| -> Result<Vec<u32>> {
        years.iter().map(|year| value(data, measure, *id, *year)).collect()
    };
    let values = forces.iter().map(per_force).collect::<Result<Vec<_>>>()?;
    let per_offence = |id: ForceId, year: FinancialYear| -> Result<Vec<u32>> {
        columns.iter().map(|offence| part(data, id, year, *offence)).collect()
    };
    let parts = forces
        .iter()
        .map(|id| years.iter().map(|year| per_offence(*id, *year)).collect())
        .collect::<Result<Vec<_>>>()?;
    let all: Vec<f64> = values.iter().flatten().map(|n| f64::from(*n)).collect();
    let offences = columns.iter().filter_map(|at| data.offences.get(*at));
    let offences = offences.map(|o| Named { code: &o.code, name: &o.title });
    let of_force =
        |id: &ForceId| data.force(*id).map(|f| Named { code: f.code.as_str(), name: &f.name });
    let text = serde_json::to_string(&Values {
        note: "From data/ of the project: Home Office recorded crime, Open Government Licence v3.0",
        years: years.iter().map(|year| year.label()).collect(),
        offences: offences.collect(),
        forces: forces.iter().filter_map(of_force).collect(),
        breaks: stats::class_breaks(&all),
        domain: [0, values.iter().flatten().copied().max().unwrap_or(0)],
        values,
        parts,
    })?;
    Ok(text)
}

fn value(data: &Dataset, measure: MeasureId, id: ForceId, year: FinancialYear) -> Result<u32> {
    let cell = data.reading(measure, Area::Force(id), year).cell;
    cell.count().map(|count| count.n).with_context(|| missing(data, id, year))
}

fn part(data: &Dataset, id: ForceId, year: FinancialYear, offence: usize) -> Result<u32> {
    let cell = data.offence_reading(offence, Area::Force(id), year).cell;
    cell.count().map(|count| count.n).with_context(|| missing(data, id, year))
}

fn missing(data: &Dataset, id: ForceId, year: FinancialYear) -> String {
    let name = data.area_name(Area::Force(id));
    format!("{name} has no number for {}: the benchmark needs complete figures", year.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;
    use cyberflag_data::dataset::package::{self, Files};

    #[test]
    fn the_figures_are_complete_and_the_parts_make_up_the_whole() {
        let data = package::load(&Files::from_dir(&paths::root().join("data")).unwrap()).unwrap();
        let text = json(&data).unwrap();
        let file: serde_json::Value = serde_json::from_str(&text).unwrap();
        let years = file["years"].as_array().unwrap().len();
        let values = file["values"].as_array().unwrap();
        assert_eq!(values.len(), 43);
        for (force, row) in values.iter().enumerate() {
            assert_eq!(row.as_array().unwrap().len(), years);
            for year in 0..years {
                let parts = file["parts"][force][year].as_array().unwrap();
                let sum: u64 = parts.iter().map(|n| n.as_u64().unwrap()).sum();
                assert_eq!(row[year].as_u64().unwrap(), sum);
            }
        }
        assert_eq!(file["breaks"].as_array().unwrap().len(), 4);
    }
}
