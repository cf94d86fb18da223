//! Reads the data package: CSV tables in, a checked [`Dataset`] or every problem out.
//!
//! One problem anywhere and there is no dataset; all problems are listed, so that they can be
//! corrected in one go.

mod changelog;
mod descriptor;
mod diff;
mod diff_rows;
mod doubt;
mod error;
mod events;
mod figures;
mod keys;
mod measures;
mod official;
mod postcodes;
mod preference;
mod reader_package;
mod reference;
mod schema;
mod table;
mod write;

pub use changelog::{CHANGELOG, check_changelog};
pub use descriptor::{Constraints, Field, to_text, version};
pub use diff::{Change, Diff, Kind, diff};
pub use error::{DataError, Problem, report};
pub use figures::most_forces;
pub use postcodes::{POSTCODE_TABLES, load_postcodes};
pub use preference::sort_by_preference;
pub use reader_package::{MOST_FIGURES, ReaderPackage, load_reader_package};
pub use reference::is_web_address;
pub use table::is_hidden;
pub use write::{write, write_tables};

use super::Dataset;
use std::io::ErrorKind;
use std::path::Path;

/// The tables of the package, in reading order.
pub const TABLES: [&str; 10] = [
    "areas",
    "offences",
    "measures",
    "cautions",
    "sources",
    "districts",
    "figures",
    "recorded-crime",
    "population",
    "events",
];

/// The one that a package may lack.
const OPTIONAL: &str = schema::EVENTS.table;

/// The bytes of the package's files.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<(String, Vec<u8>)>,
}

impl Files {
    /// Reads `datapackage.json` and the tables from a folder.
    ///
    /// # Errors
    /// One problem for each file that cannot be read.
    pub fn from_dir(dir: &Path) -> Result<Self, Vec<DataError>> {
        let tables = TABLES.iter().map(|t| format!("{t}.csv"));
        Self::read(dir, std::iter::once(descriptor::FILE.to_owned()).chain(tables))
    }

    /// Reads the tables of postcodes from the folder of a package.
    ///
    /// # Errors
    /// One problem for each file that cannot be read.
    pub fn postcodes_from_dir(dir: &Path) -> Result<Self, Vec<DataError>> {
        Self::read(dir, POSTCODE_TABLES.map(str::to_owned).into_iter())
    }

    fn read(dir: &Path, names: impl Iterator<Item = String>) -> Result<Self, Vec<DataError>> {
        let mut files = Self::default();
        let mut errors = Vec::new();
        for name in names {
            match std::fs::read(dir.join(&name)) {
                Ok(bytes) => files.set(&name, bytes),
                Err(error)
                    if error.kind() == ErrorKind::NotFound && name == schema::EVENTS.path() => {}
                Err(error) => {
                    errors.push(DataError::file(&name, Problem::Unreadable(error.to_string())));
                }
            }
        }
        if errors.is_empty() { Ok(files) } else { Err(errors) }
    }

    /// Adds a file, or replaces the one of the same name.
    pub fn set(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.retain(|(n, _)| n != name);
        self.files.push((name.to_owned(), bytes));
    }

    /// The bytes of one file; empty if there is none.
    pub fn get(&self, name: &str) -> &[u8] {
        self.files.iter().find(|(n, _)| n == name).map_or(&[], |(_, b)| b.as_slice())
    }

    /// Whether there is such a file, even an empty one.
    pub fn has(&self, name: &str) -> bool {
        self.files.iter().any(|(n, _)| n == name)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// Reads and checks the package.
///
/// # Errors
/// Every problem found, in file order.
pub fn load(files: &Files) -> Result<Dataset, Vec<DataError>> {
    let mut errors = Vec::new();
    let tables: Vec<&str> =
        TABLES.into_iter().filter(|t| *t != OPTIONAL || files.has(&format!("{t}.csv"))).collect();
    let version = descriptor::check(files.get(descriptor::FILE), &tables, &mut errors);
    let forces = reference::areas(files, &mut errors);
    let offences = reference::offences(files, &mut errors);
    let (measures, opening) = measures::read(files, &offences, &mut errors);
    let sources = reference::sources(files, true, &mut errors);
    let references = reference::ReferenceTables {
        forces: &forces,
        offences: &offences,
        sources: &sources,
        measures: &measures,
    };
    let districts = reference::districts(files, &references, &mut errors);
    let figures = figures::read(files, &references, &mut errors);
    let crime = official::crime(files, &references, &mut errors);
    let population = official::population(files, &references, &mut errors);
    let events = events::read(files, &references, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Dataset {
        version,
        forces,
        districts,
        offences,
        measures,
        opening,
        sources,
        figures,
        crime,
        population,
        events,
        own: None,
    })
}
