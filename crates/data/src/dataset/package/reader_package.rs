//! A package that a reader opens. It may lack the tables of areas, offences, measures and districts.

use super::descriptor::{self, FILE};
use super::error::{DataError, Problem};
use super::{Files, TABLES, events, figures, official, reference};
use crate::dataset::{Dataset, Event, Figure, Population, RecordedCrime, Source};

/// The most figures of a reader: each view searches all of them. Numbers by offence code do not count,
/// as forces, years and codes bound them.
pub const MOST_FIGURES: usize = 10_000;

/// What the package of a reader holds. Indices of forces and offence codes refer to the dataset that
/// it was read over, those of sources to the list here.
#[derive(Clone, Debug, PartialEq)]
pub struct ReaderPackage {
    /// Figures as in answers to requests; none where there is no `figures.csv`.
    pub figures: Vec<Figure>,
    /// Recorded crime by code, where there is a `recorded-crime.csv`.
    pub crime: Option<RecordedCrime>,
    /// Numbers of children, where there is a `population.csv`.
    pub population: Option<Population>,
    /// Events, by day; none where there is no `events.csv`.
    pub events: Vec<Event>,
    pub sources: Vec<Source>,
}

/// Reads and checks a package with the forces, offence codes and measures of `base`, which its own
/// `areas.csv`, `offences.csv`, `measures.csv` and `districts.csv` do not change.
///
/// One of `figures.csv` and `recorded-crime.csv` must be there, and `sources.csv` with it. The address
/// of a source may be empty. A missing `datapackage.json` is no fault; if it is there, it must name
/// the tables of the package and no others of [`TABLES`].
///
/// # Errors
/// Every problem found, in file order.
pub fn load_reader_package(base: &Dataset, files: &Files) -> Result<ReaderPackage, Vec<DataError>> {
    let mut errors = Vec::new();
    let present: Vec<&str> =
        TABLES.into_iter().filter(|table| files.has(&format!("{table}.csv"))).collect();
    let has = |table: &str| present.contains(&table);
    if files.has(FILE) {
        descriptor::check(files.get(FILE), &present, &mut errors);
    }
    if !has("figures") && !has("recorded-crime") {
        errors.push(DataError::file("figures.csv", Problem::NoFigures));
    } else if !has("sources") {
        errors.push(DataError::file("sources.csv", Problem::NoSources));
    }
    let errors = &mut errors;
    let sources = if has("sources") { reference::sources(files, false, errors) } else { vec![] };
    let references = reference::ReferenceTables {
        forces: &base.forces,
        offences: &base.offences,
        sources: &sources,
        measures: &base.measures,
    };
    let figures = if has("figures") { figures::read(files, &references, errors) } else { vec![] };
    let crime = has("recorded-crime").then(|| official::crime(files, &references, errors));
    let population = has("population").then(|| official::population(files, &references, errors));
    let events = events::read(files, &references, errors);
    if figures.len() > MOST_FIGURES {
        let problem = Problem::TooManyRows { found: figures.len(), most: MOST_FIGURES };
        errors.push(DataError::file("figures.csv", problem));
    }
    if errors.is_empty() {
        Ok(ReaderPackage { figures, crime, population, events, sources })
    } else {
        Err(std::mem::take(errors))
    }
}
