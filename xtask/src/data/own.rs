//! `cargo xtask data check` of a file of the reader's own: a table (CSV, or the
//! sheets of a workbook), or a data package as a ZIP or a
//! folder. Both are read and reported as in the page.

use std::fmt::Write;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use zip::ZipArchive;

use super::load::{failure, read};
use crate::paths;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, Files};
use cyberflag_intake::{Field, Gazetteer, Intake, Layout, Mapping, OwnFigures, Workbook};

/// The largest file that is unpacked, in bytes: more than the tables of any package have.
const LARGEST: u64 = 30_000_000;

pub fn check(path: &Path) -> Result<String> {
    let ours = read(&paths::root().join("data"))?;
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    if !path.is_file() || is_zip {
        return over(&ours, path);
    }
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ends = |end: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(end));
    if !["xlsx", "ods", "xls", "xlsb"].into_iter().any(ends) {
        return table(&ours, &name, &bytes, &[]);
    }
    let book = match Workbook::open(&bytes) {
        Ok(book) => book,
        Err(error) => bail!("{name}: {error}. {}", error.advice()),
    };
    let sheets = book.sheets.iter().map(|sheet| {
        let made = book.table(sheet);
        let name = book.name_of(&name, sheet);
        Ok(format!("{name}\n{}", table(&ours, &name, made.csv.as_bytes(), &made.notes)?))
    });
    Ok(sheets.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// What a package holds that adds to ours, or every problem with it.
fn over(ours: &Dataset, path: &Path) -> Result<String> {
    let mut theirs = Files::default();
    for (name, content) in files(path)? {
        theirs.set(&name, content);
    }
    let name = path.display().to_string();
    let tables =
        package::load_reader_package(ours, &theirs).map_err(|errors| failure(&name, &errors))?;
    let count = OwnFigures::of_package("", tables).count();
    Ok(format!("{name} is good. It holds {count} figures.\n"))
}

/// The files of a ZIP, or of the folder it was unpacked to, with their names.
pub fn files(path: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let read = if path.is_dir() { unpacked(path) } else { zipped(path) };
    read.with_context(|| format!("cannot read {}", path.display()))
}

fn zipped(path: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut zip = ZipArchive::new(File::open(path)?)?;
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let entry = zip.by_index(at)?;
        let (name, mut content) = (entry.name().to_owned(), Vec::new());
        entry.take(LARGEST + 1).read_to_end(&mut content)?;
        if content.len() as u64 > LARGEST {
            bail!("{name} has more than {LARGEST} bytes");
        }
        files.push((name, content));
    }
    Ok(files)
}

/// Some systems unpack downloads, and add hidden files.
fn unpacked(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with('.') && path.is_file() {
            files.push((name, fs::read(&path)?));
        }
    }
    Ok(files)
}

/// The columns of a table as guessed, and the report.
fn table(ours: &Dataset, name: &str, bytes: &[u8], notes: &[String]) -> Result<String> {
    let places = Gazetteer::new(ours);
    let mut layout = match Layout::find(bytes, true, &places) {
        Ok(layout) => layout,
        Err(problem) => bail!("{name}: {problem}. {}", problem.advice()),
    };
    layout.notes.extend_from_slice(notes);
    let mapping = Mapping::guess(&layout, name, &places);
    let mut text = String::from("Columns, as guessed:\n");
    for (field, column) in Field::ALL.iter().filter_map(|f| Some((f, mapping.column(*f)?))) {
        let heading = layout.headings.get(column).map_or("", String::as_str);
        writeln!(text, "  {}: {heading}", field.name())?;
    }
    for heading in mapping.years.iter().filter_map(|(at, _)| layout.headings.get(*at)) {
        writeln!(text, "  Numbers of one period: {heading}")?;
    }
    for heading in mapping.forces.iter().filter_map(|(at, _)| layout.headings.get(*at)) {
        writeln!(text, "  Numbers of one force: {heading}")?;
    }
    let missing = mapping.missing();
    if !missing.is_empty() {
        bail!("{text}{}\nThe page lets you choose the columns.", missing.join("\n"));
    }
    let mut intake = Intake::new(ours, name, &layout, &mapping);
    if let Err(problem) = intake.push(bytes) {
        bail!("{name}: {problem}. {}", problem.advice());
    }
    let report = intake.finish().report;
    writeln!(text, "\n{}", report.text().trim_end())?;
    if report.used == 0 {
        bail!("{text}No number could be used.");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const SOURCES: &str =
        "source_id,publisher,title,published,url,licence\nmine,P,T,2026,https://a.example/,L\n";
    const CRIME: &str = "area_code,period_start,period_end,offence_code,value,source_id\nE23000032,2016-04-01,2017-03-31,88A,5,mine\n";

    #[test]
    fn a_package_is_checked_as_the_page_checks_it() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str| folder.path().join(name);
        let error = || check(folder.path()).unwrap_err().to_string();
        fs::write(file("sources.csv"), SOURCES)?;
        fs::write(file("recorded-crime.csv"), CRIME)?;
        fs::write(file("datapackage.json"), "{}")?;
        assert!(error().contains("it gives no version"), "{}", error());
        fs::remove_file(file("datapackage.json"))?;
        assert!(check(folder.path())?.contains("It holds 1 figures"));
        fs::write(file("recorded-crime.csv"), CRIME.replace("88A,5", "99Z,5"))?;
        assert!(error().contains("recorded-crime.csv, line 2, column offence_code"), "{}", error());
        Ok(())
    }

    #[test]
    fn a_zip_is_read_as_the_folder_would_be() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("theirs.ZIP");
        let mut zip = ZipWriter::new(File::create(&path)?);
        for (name, text) in [("sources.csv", SOURCES), ("recorded-crime.csv", CRIME)] {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.finish()?;
        assert!(check(&path)?.contains("It holds 1 figures"));
        fs::write(&path, "no ZIP")?;
        assert!(check(&path).is_err());
        Ok(())
    }

    #[test]
    fn a_table_is_read_as_the_page_reads_it() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("answers.csv");
        fs::write(&file, "force;year;offences\nKent;2016/17;12\nYorkshire;2016/17;7\n")?;
        let text = check(&file)?;
        for part in [
            "Police force (name or code): force",
            "2 rows read: 1 used, 1 set aside.",
            "answers.csv, line 3, column force: \u{201c}Yorkshire\u{201d} is not the name",
        ] {
            assert!(text.contains(part), "{part:?} in {text}");
        }
        fs::write(&file, "a,b\nx,y\n")?;
        let error = check(&file).unwrap_err().to_string();
        assert!(error.contains("Say which column names the police force."), "{error}");
        Ok(())
    }
}
