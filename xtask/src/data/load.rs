//! Loads a data package, with every problem in the error.

use std::path::Path;

use anyhow::{Result, anyhow};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, DataError, Files};
use cyberflag_data::postcodes::PostcodeTable;

/// The dataset of the package in a folder.
pub fn read(dir: &Path) -> Result<Dataset> {
    let name = dir.display().to_string();
    let files = Files::from_dir(dir).map_err(|errors| failure(&name, &errors))?;
    load(&name, &files)
}

/// The postcodes of the package in a folder.
pub fn read_postcodes(dir: &Path) -> Result<PostcodeTable> {
    let name = dir.display().to_string();
    let forces = read(dir)?.forces;
    Files::postcodes_from_dir(dir)
        .and_then(|files| package::load_postcodes(&files, &forces))
        .map_err(|errors| failure(&name, &errors))
}

/// The dataset of a package that is called `name` in messages.
pub fn load(name: &str, files: &Files) -> Result<Dataset> {
    package::load(files).map_err(|errors| failure(name, &errors))
}

/// Every problem as one error.
pub fn failure(name: &str, errors: &[DataError]) -> anyhow::Error {
    anyhow!("{name}: {}", package::report(errors).trim_end())
}
