//! `cargo xtask data check FILE`: a table of somebody's own, read as the page reads it, with the
//! page's own words.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::diff;
use crate::paths;
use cyberflag_data::dataset::Dataset;
use cyberflag_intake::{Field, Intake, Layout, Mapping, Places};

/// What the page would make of a table: its columns, and the report.
pub fn check(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let data = diff::read("data/", &paths::root().join("data"))?;
    let (text, used) = read(&data, &name, &bytes)?;
    if used == 0 {
        bail!("{}\nNo number could be used.", text.trim_end());
    }
    Ok(text)
}

/// The text, and how many numbers were used.
fn read(data: &Dataset, name: &str, bytes: &[u8]) -> Result<(String, u64)> {
    let places = Places::new(data);
    let layout = match Layout::find(bytes, true, &places) {
        Ok(layout) => layout,
        Err(problem) => bail!("{name}: {problem}. {}", problem.advice()),
    };
    let mapping = Mapping::guess(&layout, name, &places);
    let mut text = String::from("Columns, as guessed:\n");
    for (field, column) in Field::ALL.iter().filter_map(|f| Some((f, mapping.column(*f)?))) {
        let heading = layout.headings.get(column).map_or("", String::as_str);
        writeln!(text, "  {}: {heading}", field.name())?;
    }
    for heading in mapping.years.iter().filter_map(|(at, _)| layout.headings.get(*at)) {
        writeln!(text, "  Numbers of one period: {heading}")?;
    }
    let missing = mapping.missing();
    if !missing.is_empty() {
        bail!("{text}{}\nThe page lets you choose the columns.", missing.join("\n"));
    }
    let mut intake = Intake::new(data, name, &layout, &mapping);
    if let Err(problem) = intake.push(bytes) {
        bail!("{name}: {problem}. {}", problem.advice());
    }
    let report = intake.finish().report;
    writeln!(text, "\n{}", report.text().trim_end())?;
    Ok((text, report.used))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_the_page_reads_it() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-table-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let file = folder.join("answers.csv");
        fs::write(&file, "force;year;offences\nKent;2016/17;12\nYorkshire;2016/17;7\n")?;
        let text = check(&file)?;
        for words in [
            "Police force (name or code): force",
            "2 rows read: 1 used, 1 set aside.",
            "answers.csv, line 3, column force: \u{201c}Yorkshire\u{201d} is not the name",
        ] {
            assert!(text.contains(words), "{words:?} in {text}");
        }
        fs::write(&file, "a,b\nx,y\n")?;
        let error = check(&file).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert!(error.contains("Say which column names the police force."), "{error}");
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
