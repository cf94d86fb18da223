//! Loads a data package, with every problem in the error.

use std::path::Path;

use anyhow::{Result, anyhow};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, DataError, Files};

/// The dataset of the package in a folder.
pub fn read(dir: &Path) -> Result<Dataset> {
    let name = dir.display().to_string();
    let files = Files::from_dir(dir).map_err(|errors| failure(&name, &errors))?;
    load(&name, &files)
}

/// The dataset of a package that is called `name` in messages.
pub fn load(name: &str, files: &Files) -> Result<Dataset> {
    package::load(files).map_err(|errors| failure(name, &errors))
}

/// Every problem as one error.
pub fn failure(name: &str, errors: &[DataError]) -> anyhow::Error {
    anyhow!("{name}: {}", package::report(errors).trim_end())
}
