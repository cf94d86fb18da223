//! A package of a reader, laid over the built-in one: it need not bring the tables that everybody's
//! figures share.

use super::descriptor::{self, FILE};
use super::error::{DataError, Problem};
use super::{Files, TABLES, figures, keys, official, reference};
use crate::dataset::{Dataset, District, Population, RecordedCrime, Series, Source, SourceId};
use crate::domain::{Force, ForceId};

/// Reads and checks a package that may lack tables.
///
/// Areas, offences, districts and population come from `base` where they are missing. Missing figures
/// are no figures, and missing recorded crime is a blank for every year of `base`; one of the two must
/// be there, and `sources.csv` with it. A missing `datapackage.json` is no fault and leaves the version
/// empty; if it is there, it must name the tables that are there and no others of [`TABLES`].
///
/// # Errors
/// Every problem found, in file order.
pub fn load_over(base: &Dataset, files: &Files) -> Result<Dataset, Vec<DataError>> {
    let mut errors = Vec::new();
    let there: Vec<&str> =
        TABLES.into_iter().filter(|table| files.has(&format!("{table}.csv"))).collect();
    let has = |table: &str| there.contains(&table);
    let mut version = String::new();
    if files.has(FILE) {
        version = descriptor::check(files.get(FILE), &there, &mut errors);
    }
    if !has("figures") && !has("recorded-crime") {
        errors.push(DataError::file("figures.csv", Problem::NoFigures));
    } else if !has("sources") {
        errors.push(DataError::file("sources.csv", Problem::NoSources));
    }
    let errors = &mut errors;
    let forces = if has("areas") { reference::areas(files, errors) } else { base.forces.clone() };
    let offences =
        if has("offences") { reference::offences(files, errors) } else { base.offences.clone() };
    let sources = if has("sources") { reference::sources(files, errors) } else { Vec::new() };
    let names = reference::Names { forces: &forces, offences: &offences, sources: &sources };
    let districts = has("districts").then(|| reference::districts(files, &names, errors));
    let figures = if has("figures") { figures::read(files, &names, errors) } else { Vec::new() };
    let crime = if has("recorded-crime") {
        official::crime(files, &names, errors)
    } else {
        let years = &base.crime.series;
        let (first, last) = (years.first_year(), years.last_year());
        let series = Series::empty(forces.len(), first, last, offences.len());
        RecordedCrime { series, sources: Vec::new() }
    };
    let population = has("population").then(|| official::population(files, &names, errors));
    if !errors.is_empty() {
        return Err(std::mem::take(errors));
    }
    let mut sources = sources;
    let population = population.unwrap_or_else(|| base_population(base, &forces, &mut sources));
    let districts = districts.unwrap_or_else(|| base_districts(base, &forces, &mut sources));
    Ok(Dataset {
        version,
        forces,
        districts,
        offences,
        sources,
        figures,
        crime,
        population,
        own: None,
    })
}

/// The place of a force of `base` among these.
fn place(base: &Dataset, force: ForceId, forces: &[Force]) -> Option<ForceId> {
    let code = &base.force(force)?.code;
    forces.iter().position(|f| f.code == *code).map(|i| ForceId(i as u8))
}

/// The districts of `base` for these forces. Rows of districts name no source, so every source of
/// `base` that no other table names may be theirs: it is added to `sources`.
fn base_districts(base: &Dataset, forces: &[Force], sources: &mut Vec<Source>) -> Vec<District> {
    let of_figures = base.figures.iter().map(|figure| figure.source);
    let of_tables = base.crime.sources.iter().chain(&base.population.sources).copied();
    let mut named = vec![false; base.sources.len()];
    of_figures.chain(of_tables).for_each(|SourceId(at)| {
        if let Some(named) = named.get_mut(usize::from(at)) {
            *named = true;
        }
    });
    for (source, _) in base.sources.iter().zip(&named).filter(|(_, named)| !**named) {
        added(sources, source);
    }
    let moved = |district: &District| {
        let force = place(base, district.force, forces)?;
        Some(District { name: district.name.clone(), force })
    };
    base.districts.iter().filter_map(moved).collect()
}

/// The population of `base` for these forces; its sources are added to `sources`.
fn base_population(base: &Dataset, forces: &[Force], sources: &mut Vec<Source>) -> Population {
    let from = &base.population.series;
    let (first, last) = (from.first_year(), from.last_year());
    let mut series = Series::empty(forces.len(), first, last, from.columns());
    for old in base.force_ids() {
        let Some(new) = place(base, old, forces) else { continue };
        for year in first..=last {
            for column in 0..from.columns() {
                if let Some(people) = from.get(old, year, column) {
                    series.set(new, year, column, people);
                }
            }
        }
    }
    let named = base.population.sources.iter();
    let sources = named
        .map(|id| base.source(*id).map_or(SourceId(0), |source| added(sources, source)))
        .collect();
    Population { series, sources }
}

/// The place of a source in the list, at whose end it is put where it is missing.
fn added(sources: &mut Vec<Source>, source: &Source) -> SourceId {
    let at = sources.iter().position(|s| s == source).unwrap_or_else(|| {
        // In the reading edition sources have no keys.
        let id = match source.id.as_str() {
            "" => String::new(),
            id => keys::free(id, |key| sources.iter().any(|s| s.id == key)),
        };
        sources.push(Source { id, ..source.clone() });
        sources.len() - 1
    });
    SourceId(at as u16)
}
