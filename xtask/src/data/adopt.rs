//! `cargo xtask data adopt`: moves the tables that the page saved into `data/`, with an entry in the change
//! log and a new version. Nothing is written unless the whole package is valid then.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::load::load;
use super::own;
use cyberflag_data::dataset::package::{self, CHANGELOG, Files};

/// The entry in the ZIP.
const ENTRY: &str = "CHANGELOG-entry.md";
const DESCRIPTOR: &str = "datapackage.json";
/// Tables that may come in such a ZIP.
const TABLES: [&str; 4] = ["figures.csv", "recorded-crime.csv", "events.csv", "sources.csv"];

/// Puts the tables of a ZIP, or of the folder it was unpacked to, into a package folder; returns a
/// report.
pub fn adopt(saved: &Path, folder: &Path) -> Result<String> {
    let mut new = own::files(saved)?;
    let other = |name: &String| name != ENTRY && !TABLES.contains(&name.as_str());
    if let Some((name, _)) = new.iter().find(|(name, _)| other(name)) {
        bail!("{}: {name} is none of the tables that the page saves for data/", saved.display());
    }
    let entry = new.iter().position(|(name, _)| name == ENTRY).map(|at| new.remove(at).1);
    let entry = entry.with_context(|| format!("{}: there is no {ENTRY} in it", saved.display()))?;
    let entry = String::from_utf8(entry).context("the entry is not UTF-8")?;

    let descriptor = fs::read_to_string(folder.join(DESCRIPTOR))?;
    let log = fs::read_to_string(folder.join(CHANGELOG))?;
    let Ok(old) = Files::from_dir(folder) else {
        bail!("{} is no whole package", folder.display())
    };
    let before = package::version(&old).context("datapackage.json names no version")?;
    let day =
        day(&entry).context("the entry has no heading with a day, ## VERSION (2026-11-25)")?;
    let version = next(&before, &day);
    let descriptor = descriptor.replacen(&format!("\"{before}\""), &format!("\"{version}\""), 1);
    let log = with_entry(&log, &entry.replacen("VERSION", &version, 1));

    let mut whole = old.clone();
    for (name, content) in &new {
        whole.set(name, content.clone());
    }
    whole.set(DESCRIPTOR, descriptor.clone().into_bytes());
    let data = load("nothing was changed", &whole)?;
    let diff = package::diff(&load(&folder.display().to_string(), &old)?, &data);
    for (name, content) in &new {
        fs::write(folder.join(name), content)?;
    }
    fs::write(folder.join(DESCRIPTOR), descriptor)?;
    fs::write(folder.join(CHANGELOG), log)?;
    let mut text = format!("Version {version} (it was {before}): {}.\n", diff.summary());
    for line in diff.lines(60) {
        text.push_str(&format!("  {line}\n"));
    }
    text.push_str(
        "Read data/CHANGELOG.md once more, then: cargo xtask data check, cargo xtask build.\n",
    );
    Ok(text)
}

/// The day in the entry's heading, `2026-11-25`.
fn day(entry: &str) -> Option<String> {
    let day = entry.lines().next()?.split_once('(')?.1.split_once(')')?.0;
    cyberflag_data::domain::Date::parse(day).map(|_| day.to_owned())
}

/// The version after `before`: year, month, and a number that starts at 0 each month.
fn next(before: &str, day: &str) -> String {
    let month: String = day.split('-').take(2).collect::<Vec<_>>().join(".");
    let number = before.strip_prefix(&format!("{month}.")).and_then(|n| n.parse::<u32>().ok());
    format!("{month}.{}", number.map_or(0, |n| n + 1))
}

/// The change log with an entry before the others.
fn with_entry(log: &str, entry: &str) -> String {
    match log.split_once("\n## ") {
        Some((head, rest)) => format!("{head}\n{}\n\n## {rest}", entry.trim_end()),
        None => format!("{}\n\n{}\n", log.trim_end(), entry.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_go_on_within_a_month() {
        assert_eq!(next("2026.11.0", "2026-11-25"), "2026.11.1");
        assert_eq!(next("2026.11.4", "2027-06-01"), "2027.06.0");
    }

    #[test]
    fn the_entry_stands_first() {
        let log = "# Changes\n\n## 1 (a)\n\nold\n";
        assert_eq!(
            with_entry(log, "## 2 (b)\n\nnew\n"),
            "# Changes\n\n## 2 (b)\n\nnew\n\n## 1 (a)\n\nold\n"
        );
    }
}
