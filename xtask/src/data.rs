//! `cargo xtask data`: checks the data package and prints what it holds, or what changed in it.
//!
//! It uses the crates below the app, which does not build from a faulty package.

mod adopt;
mod diff;
mod load;
mod own;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Subcommand;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, CHANGELOG, DataError, Files, Problem, TABLES};
use cyberflag_data::domain::{Area, Cell, Count, Qualifier, TOTAL_FORCES};
use load::failure;

pub use load::{read, read_postcodes};

use crate::paths;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check a data package, or a table of your own as the page reads it
    ///
    /// Prints every problem with its file, line and column, and fails; or prints what the package
    /// holds. CHANGELOG.md there must have a heading for the version of datapackage.json.
    /// data/README.md says what each table is.
    Check {
        /// A folder, a table (CSV), or a package to lay over ours (ZIP, or a folder without areas.csv);
        /// data/ if none is given
        path: Option<PathBuf>,
    },
    /// Put the tables that the page has saved for data/ there, with an entry in the change log and a
    /// new version
    ///
    /// Changes nothing unless the package is good then. docs/new-figures.md says more.
    Adopt {
        /// The ZIP that the page has saved, or the folder that it was unpacked to
        saved: PathBuf,
        /// The package to put them into; data/ if none is given
        package: Option<PathBuf>,
    },
    /// List the rows that were added, changed or withdrawn between two packages
    Diff {
        /// The older package; data/ of the last commit if none is given
        old: Option<PathBuf>,
        /// The newer package; data/ if none is given
        new: Option<PathBuf>,
    },
}

/// The folder of a package that has the tables of postcodes.
const POSTCODES: &str = "postcodes";

/// Runs `cargo xtask data`.
pub fn run(command: Command) -> Result<()> {
    let ours = paths::root().join("data");
    let text = match command {
        Command::Check { path: None } => check(&ours)?,
        Command::Check { path: Some(path) } => {
            let is_package = path.join("areas.csv").is_file() || !path.exists();
            if is_package { check(&path)? } else { own::check(&path)? }
        }
        Command::Adopt { saved, package } => adopt::adopt(&saved, &package.unwrap_or(ours))?,
        Command::Diff { old: None, .. } => diff::since_commit()?,
        Command::Diff { old: Some(old), new } => diff::folders(&old, &new.unwrap_or(ours))?,
    };
    print!("{text}");
    Ok(())
}

/// What is wrong with the change log; nothing if the package has no version, which is an error already.
fn changelog_error(dir: &Path, files: &Files) -> Option<DataError> {
    let version = package::version(files)?;
    match fs::read(dir.join(CHANGELOG)) {
        Ok(bytes) => package::check_changelog(&String::from_utf8_lossy(&bytes), &version),
        Err(error) => Some(DataError::file(CHANGELOG, Problem::Unreadable(error.to_string()))),
    }
}

/// What the package in `dir` holds, as text.
fn check(dir: &Path) -> Result<String> {
    let name = dir.display().to_string();
    let files = Files::from_dir(dir).map_err(|errors| failure(&name, &errors))?;
    let loaded = package::load(&files);
    let mut errors = loaded.as_ref().err().cloned().unwrap_or_default();
    let postcodes = postcodes(dir, loaded.as_ref().ok(), &mut errors);
    errors.extend(changelog_error(dir, &files));
    let data = match loaded {
        Ok(data) if errors.is_empty() => data,
        _ => bail!(failure(&name, &errors)),
    };
    let mut text = String::new();
    writeln!(text, "{name} is good. Package version {}.\n", data.version)?;
    writeln!(text, "{:>8}  table", "rows")?;
    for table in TABLES {
        let name = format!("{table}.csv");
        if files.has(&name) {
            writeln!(text, "{:>8}  {name}", rows(files.get(&name)))?;
        }
    }
    for (name, bytes) in postcodes.iter() {
        writeln!(text, "{:>8}  {name}", rows(bytes))?;
    }
    text.push_str(&coverage(&data)?);
    Ok(text)
}

/// The tables of postcodes, with what is wrong with them; none if the package has none.
fn postcodes(dir: &Path, data: Option<&Dataset>, errors: &mut Vec<DataError>) -> Files {
    if !dir.join(POSTCODES).is_dir() {
        return Files::default();
    }
    let files = Files::postcodes_from_dir(dir).unwrap_or_else(|found| {
        errors.extend(found);
        Files::default()
    });
    // A faulty list of forces is reported already.
    if let (Some(data), true) = (data, files.iter().next().is_some()) {
        errors.extend(package::load_postcodes(&files, &data.forces).err().unwrap_or_default());
    }
    files
}

/// Rows under the header. Only for a checked table, in which no field holds a line end.
fn rows(table: &[u8]) -> usize {
    let lines = table.split(|byte| matches!(byte, b'\n' | b'\r'));
    lines.filter(|line| !line.is_empty()).count().saturating_sub(1)
}

/// For each measure and year: forces with a figure, and the total for England and Wales.
fn coverage(data: &Dataset) -> Result<String> {
    let mut text = String::new();
    for (measure, of) in data.measure_ids().zip(&data.measures) {
        writeln!(text, "\n{} ({})", of.name, of.family.publisher())?;
        writeln!(text, "  {:8} {:>8}  England and Wales", "year", "forces")?;
        for year in data.all_years(measure) {
            let known = |area| data.reading(measure, area, year).cell.is_known();
            let forces = data.force_ids().filter(|id| known(Area::Force(*id))).count();
            let total = data.reading(measure, Area::EnglandAndWales, year);
            let covers = match (total.cell.is_known(), total.forces) {
                (false, _) => "no published total".to_owned(),
                (true, Some(n)) => format!("{} over {n} forces", number(total.cell)),
                (true, None) => format!("{}, forces not stated", number(total.cell)),
            };
            let label = year.label();
            writeln!(text, "  {label:8} {forces:>2} of {TOTAL_FORCES}  {covers}")?;
        }
    }
    Ok(text)
}

fn number(cell: Cell<Count>) -> String {
    let Some(count) = cell.count() else { return String::new() };
    match count.qualifier {
        Qualifier::Exact => count.n.to_string(),
        Qualifier::AtLeast => format!("at least {}", count.n),
        Qualifier::About => format!("about {}", count.n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_package_is_described() -> Result<()> {
        let text = check(&paths::root().join("data"))?;
        for line in [
            "    6708  recorded-crime.csv",
            "    2814  postcodes/postcode-districts.csv",
            "  2016/17  22 of 43  5653 over 39 forces",
            "  2018/19  24 of 43  no published total",
            "  2024/25  43 of 43  7140 over 43 forces",
        ] {
            assert!(text.lines().any(|l| l == line), "{line:?} in\n{text}");
        }
        Ok(())
    }

    #[test]
    fn a_faulty_package_is_an_error_that_names_each_file() {
        let command = Command::Check { path: Some("no/such/folder".into()) };
        let text = run(command).unwrap_err().to_string();
        assert!(text.starts_with("no/such/folder: 10 problems in the data package:"), "{text}");
        assert!(text.contains("datapackage.json: the file cannot be read"), "{text}");
    }

    #[test]
    fn the_tables_of_postcodes_are_checked_where_they_are() -> Result<()> {
        let ours = paths::root().join("data");
        let folder = tempfile::tempdir()?;
        let dir = folder.path();
        for (name, bytes) in Files::from_dir(&ours).unwrap().iter() {
            fs::write(dir.join(name), bytes)?;
        }
        fs::copy(ours.join(CHANGELOG), dir.join(CHANGELOG))?;
        assert!(!check(dir)?.contains("postcodes/"));
        fs::create_dir(dir.join(POSTCODES))?;
        assert!(check(dir).unwrap_err().to_string().contains("3 problems"));
        for (name, bytes) in Files::postcodes_from_dir(&ours).unwrap().iter() {
            fs::write(dir.join(name), bytes)?;
        }
        assert!(check(dir)?.contains("postcodes/not-places.csv"));
        fs::write(dir.join("postcodes/not-places.csv"), "outward_code,postcodes\nB1,9\n")?;
        let message = check(dir).unwrap_err().to_string();
        assert!(
            message.contains("postcodes/not-places.csv, line 2, column outward_code"),
            "{message}"
        );
        Ok(())
    }

    #[test]
    fn the_change_log_must_name_the_version() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let dir = folder.path();
        for (name, bytes) in Files::from_dir(&paths::root().join("data")).unwrap().iter() {
            fs::write(dir.join(name), bytes)?;
        }
        let message = || check(dir).unwrap_err().to_string();
        assert!(message().contains("1 problem"), "{}", message());
        assert!(message().contains("CHANGELOG.md: the file cannot be read"), "{}", message());
        fs::write(dir.join(CHANGELOG), "# Changes\n\n## 2026.10.9\n")?;
        assert!(message().contains("CHANGELOG.md: there is no heading for version "));
        // With a faulty table both are reported.
        fs::write(dir.join("offences.csv"), "")?;
        assert!(
            message().contains("2 problems") && message().contains("offences.csv"),
            "{}",
            message()
        );
        Ok(())
    }
}
