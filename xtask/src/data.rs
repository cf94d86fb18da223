//! `cargo xtask data`: checks the data package and prints what it holds, or what changed in it.
//!
//! The checker is the page's own code, compiled in by path (see `main.rs`) and not linked as a
//! crate: the page does not build from a faulty package, and this command must run on one.

mod adopt;
mod diff;
mod package_over;
mod packed;
mod table;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{paths, size};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, CHANGELOG, DataError, Files, Problem, TABLES};
use cyberflag_data::domain::{Area, Cell, Count, Measure, Qualifier, TOTAL_FORCES};

const HELP: &str = "\
cargo xtask data check [DIR]

  Checks the data package in DIR (the project's data/ if none is given). Prints every problem with
  its file, line and column, and fails; or prints what the package holds. CHANGELOG.md there must
  have a heading for the version of datapackage.json. data/README.md tells what each table is.

cargo xtask data check FILE

  Reads a table of your own (CSV) or a package (ZIP, or a folder without areas.csv) as the page does,
  and prints the same report.

cargo xtask data adopt ZIP [DIR]

  Puts the tables that the page has saved for data/ there (or into the package in DIR), writes the
  entry into the change log and raises the version; changes nothing unless the package is good then.
  The folder that the ZIP was unpacked to does as well. docs/new-figures.md tells more.

cargo xtask data diff [OLD [NEW]]

  Lists the rows that were added, changed or withdrawn between two packages: from the folder OLD to
  the folder NEW (the project's data/ if none is given), or from data/ of the last commit to data/
  as it is now.";

/// Runs `cargo xtask data` with the words that follow.
pub fn run(args: &[String]) -> Result<()> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let ours = || paths::root().join("data");
    let folder = |word: &str| !word.starts_with('-');
    let text = match words.as_slice() {
        [] | ["help"] => format!("{HELP}\n"),
        words if words.iter().any(|w| matches!(*w, "--help" | "-h")) => format!("{HELP}\n"),
        ["check"] => check(&ours())?,
        ["check", theirs] if folder(theirs) && package_over::is_one(Path::new(theirs)) => {
            package_over::check(Path::new(theirs))?
        }
        ["check", file] if folder(file) && Path::new(file).is_file() => {
            table::check(Path::new(file))?
        }
        ["adopt", zip] if folder(zip) => adopt::adopt(Path::new(zip), &ours())?,
        ["adopt", zip, dir] if folder(zip) && folder(dir) => {
            adopt::adopt(Path::new(zip), Path::new(dir))?
        }
        ["check", dir] if folder(dir) => check(Path::new(dir))?,
        ["diff"] => diff::since_commit()?,
        ["diff", old] if folder(old) => diff::folders(Path::new(old), &ours())?,
        ["diff", old, new] if folder(old) && folder(new) => {
            diff::folders(Path::new(old), Path::new(new))?
        }
        other => bail!("data does not take `{}`.\n\n{HELP}", other.join(" ")),
    };
    print!("{text}");
    Ok(())
}

/// The package in `dir` and its dataset, or every problem, the change log's too.
fn read(dir: &Path) -> Result<(Files, Dataset), Vec<DataError>> {
    let files = Files::from_dir(dir)?;
    let changes = changes(dir, &files);
    match (package::load(&files), changes) {
        (Ok(data), None) => Ok((files, data)),
        (Ok(_), Some(error)) => Err(vec![error]),
        (Err(mut errors), changes) => {
            errors.extend(changes);
            Err(errors)
        }
    }
}

/// What is wrong with the change log. Nothing if the package names no version, which is told already.
fn changes(dir: &Path, files: &Files) -> Option<DataError> {
    let version = package::version(files)?;
    match fs::read(dir.join(CHANGELOG)) {
        Ok(bytes) => package::check_changelog(&String::from_utf8_lossy(&bytes), &version),
        Err(error) => Some(DataError::file(CHANGELOG, Problem::Unreadable(error.to_string()))),
    }
}

/// What the package in `dir` holds, as text.
fn check(dir: &Path) -> Result<String> {
    let (files, data) = match read(dir) {
        Ok(good) => good,
        Err(errors) => bail!("{}: {}", dir.display(), package::report(&errors).trim_end()),
    };
    let compact =
        data.clone().for_page().to_compact().context("the checked figures cannot be serialised")?;
    let brotli = size::compressed(&compact)?;
    let mut text = String::new();
    writeln!(text, "{} is good. Package version {}.\n", dir.display(), data.version)?;
    writeln!(text, "{:>8}  table", "rows")?;
    for table in TABLES {
        let name = format!("{table}.csv");
        writeln!(text, "{:>8}  {name}", thousands(rows(files.get(&name))))?;
    }
    text.push_str(&coverage(&data)?);
    writeln!(text, "\n{} sources.", data.sources.len())?;
    writeln!(
        text,
        "Compact form inside the page: {} bytes, {} with brotli.",
        thousands(compact.len()),
        thousands(brotli)
    )?;
    Ok(text)
}

/// Rows under the header. Only for a checked table, in which no field holds a line end.
fn rows(table: &[u8]) -> usize {
    let lines = table.split(|byte| matches!(byte, b'\n' | b'\r'));
    lines.filter(|line| !line.is_empty()).count().saturating_sub(1)
}

/// For each measure and year: forces with a figure, and the total for England and Wales.
fn coverage(data: &Dataset) -> Result<String> {
    let mut text = String::new();
    for measure in Measure::ALL {
        writeln!(text, "\n{} ({})", measure.name(), measure.publisher())?;
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
    let n = thousands(count.n as usize);
    match count.qualifier {
        Qualifier::Exact => n,
        Qualifier::AtLeast => format!("at least {n}"),
        Qualifier::About => format!("about {n}"),
    }
}

fn thousands(n: usize) -> String {
    match (n / 1000, n % 1000) {
        (0, rest) => rest.to_string(),
        (more, rest) => format!("{},{rest:03}", thousands(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_package_is_described() -> Result<()> {
        let text = check(&paths::root().join("data"))?;
        for line in [
            "   6,149  recorded-crime.csv",
            "     141  sources.csv",
            "  2016/17  16 of 43  5,653 over 39 forces",
            "  2018/19  24 of 43  no published total",
            "  2024/25  43 of 43  7,140 over 43 forces",
            "141 sources.",
        ] {
            assert!(text.lines().any(|l| l == line), "{line:?} in\n{text}");
        }
        Ok(())
    }

    #[test]
    fn a_faulty_package_is_an_error_that_names_each_file() {
        let error = run(&["check".into(), "no/such/folder".into()]).map_err(|e| e.to_string());
        let text = error.err().unwrap_or_default();
        assert!(text.starts_with("no/such/folder: 8 problems in the data package:"), "{text}");
        assert!(text.contains("datapackage.json: the file cannot be read"), "{text}");
    }

    #[test]
    fn the_change_log_must_name_the_version() -> Result<()> {
        let dir = std::env::temp_dir().join(format!("cyberflag-changes-{}", std::process::id()));
        fs::create_dir_all(&dir)?;
        let ours = Files::from_dir(&paths::root().join("data"));
        for (name, bytes) in ours.unwrap_or_default().iter() {
            fs::write(dir.join(name), bytes)?;
        }
        let told = || check(&dir).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert!(told().contains("1 problem"), "{}", told());
        assert!(told().contains("CHANGELOG.md: the file cannot be read"), "{}", told());
        fs::write(dir.join(CHANGELOG), "# Changes\n\n## 2026.10.9\n")?;
        assert!(told().contains("CHANGELOG.md: there is no heading for version 2026.11.0"));
        // With a faulty table both are told.
        fs::write(dir.join("offences.csv"), "")?;
        assert!(told().contains("2 problems") && told().contains("offences.csv"), "{}", told());
        fs::remove_dir_all(&dir)?;
        Ok(())
    }

    #[test]
    fn other_words_are_refused() {
        assert!(run(&["chekc".into()]).is_err());
        assert!(run(&["check".into(), "--fast".into()]).is_err());
        assert!(run(&["check".into(), "a".into(), "b".into()]).is_err());
        assert!(run(&["diff".into(), "--all".into()]).is_err());
        assert!(run(&["diff".into(), "a".into(), "b".into(), "c".into()]).is_err());
    }

    #[test]
    fn long_numbers_are_split() {
        assert_eq!([0, 999, 1000, 1_002_003].map(thousands), ["0", "999", "1,000", "1,002,003"]);
    }
}
