//! `cargo xtask data check PACKAGE`: a data package of a reader, a ZIP or a folder, checked as the page
//! checks it, with the page's own words.

use std::path::Path;

use anyhow::{Result, bail};

use super::{diff, packed, thousands};
use crate::paths;
use cyberflag_data::dataset::package::{self, Files};
use cyberflag_intake::OwnFigures;

/// Whether this is a package of a reader: a ZIP, or a folder without the list of forces.
pub fn is_one(path: &Path) -> bool {
    let is_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    path.is_file() && is_zip
        || path.join("datapackage.json").is_file() && !path.join("areas.csv").is_file()
}

/// What the package holds, or every problem with it.
pub fn check(path: &Path) -> Result<String> {
    let base = diff::read("data/", &paths::root().join("data"))?;
    let mut files = Files::default();
    for (name, content) in packed::files(path)? {
        files.set(&name, content);
    }
    match package::load_over(&base, &files) {
        Ok(tables) => {
            let figures = OwnFigures::of_package("", tables);
            Ok(format!(
                "{} is good. It holds {} figures.\n",
                path.display(),
                thousands(figures.count())
            ))
        }
        Err(errors) => bail!("{}: {}", path.display(), package::report(&errors).trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const SOURCES: &str =
        "source_id,publisher,title,published,url,licence\nmine,P,T,2026,https://a.example/,L\n";
    const CRIME: &str = "area_code,period_start,period_end,offence_code,value,source_id\nE23000032,2016-04-01,2017-03-31,88A,5,mine\n";

    #[test]
    fn a_package_is_checked_as_the_page_checks_it() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-theirs-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        assert!(!is_one(&folder));
        fs::write(folder.join("sources.csv"), SOURCES)?;
        fs::write(folder.join("recorded-crime.csv"), CRIME)?;
        fs::write(folder.join("datapackage.json"), "{}")?;
        assert!(is_one(&folder));
        let error = check(&folder).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert!(error.contains("it gives no version"), "{error}");
        fs::remove_file(folder.join("datapackage.json"))?;
        assert!(check(&folder)?.contains("It holds 1 figures"));
        fs::write(folder.join("recorded-crime.csv"), CRIME.replace("88A,5", "99Z,5"))?;
        let error = check(&folder).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert!(error.contains("recorded-crime.csv, line 2, column offence_code"), "{error}");
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
