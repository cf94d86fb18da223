//! `cargo xtask data diff`: what differs between two data packages, row by row.

use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::{exec, paths};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::dataset::package::{self, Files};

/// Lines at most: more than that nobody reads.
const MOST: usize = 200;

/// The rows that differ between two folders, as text.
pub fn folders(old: &Path, new: &Path) -> Result<String> {
    let [old_name, new_name] = [old, new].map(|folder| folder.display().to_string());
    told(&read(&old_name, old)?, &old_name, &read(&new_name, new)?, &new_name)
}

/// The rows that differ between the last commit and `data/`, as text.
pub fn since_commit() -> Result<String> {
    let files = committed("git", &paths::root())?;
    let old = loaded("data/ of the last commit", &files)?;
    let ours = paths::root().join("data");
    told(&old, "the last commit", &read(&ours.display().to_string(), &ours)?, "data/")
}

/// The package of a folder, which is called `name` in messages.
pub(super) fn read(name: &str, dir: &Path) -> Result<Dataset> {
    match Files::from_dir(dir) {
        Ok(files) => loaded(name, &files),
        Err(errors) => bail!("{name}: {}", package::report(&errors).trim_end()),
    }
}

/// The dataset of a package, or every problem with it.
pub(super) fn loaded(name: &str, files: &Files) -> Result<Dataset> {
    package::load(files)
        .map_err(|errors| anyhow!("{name}: {}", package::report(&errors).trim_end()))
}

/// The package in `data/` of the last commit of a checkout, by the program that is asked for it.
fn committed(git: &str, root: &Path) -> Result<Files> {
    let run = |args: &[&str]| {
        let mut command = exec::command(git);
        match command.args(args).current_dir(root).output() {
            Ok(output) if output.status.success() => Ok(output.stdout),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => Err(format!("{git} could not be started: {error}")),
        }
    };
    // Asked first, so that a missing git is told once and not for every file.
    if let Err(why) = run(&["rev-parse", "--verify", "--quiet", "HEAD"]) {
        let why = if why.is_empty() { "there is no commit yet".to_owned() } else { why };
        bail!(
            "the tables of the last commit cannot be read: {why}\n\
             This needs git and a checkout. Without them compare two folders: cargo xtask data diff OLD NEW"
        );
    }
    Files::gathered(|name| run(&["show", &format!("HEAD:./data/{name}")])).map_err(|errors| {
        anyhow!("data/ of the last commit: {}", package::report(&errors).trim_end())
    })
}

fn told(old: &Dataset, old_name: &str, new: &Dataset, new_name: &str) -> Result<String> {
    let diff = package::diff(old, new);
    let mut text = format!(
        "{old_name} (version {}) to {new_name} (version {}): {}\n",
        old.version,
        new.version,
        diff.summary()
    );
    for line in diff.lines(MOST) {
        text.push_str(&format!("  {line}\n"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;

    /// A checkout whose `data/` is a copy of ours.
    fn copy(name: &str) -> Result<PathBuf> {
        let root = std::env::temp_dir().join(format!("cyberflag-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("data"))?;
        for entry in fs::read_dir(paths::root().join("data"))? {
            let entry = entry?;
            if entry.path().is_file() {
                fs::copy(entry.path(), root.join("data").join(entry.file_name()))?;
            }
        }
        Ok(root)
    }

    #[test]
    fn a_changed_folder_is_told_row_by_row() -> Result<()> {
        let (ours, root) = (paths::root().join("data"), copy("folders")?);
        let theirs = root.join("data");
        let same = folders(&ours, &theirs)?;
        assert!(same.ends_with("(version 2026.11.0): 0 added, 0 changed, 0 withdrawn\n"), "{same}");
        let file = theirs.join("population.csv");
        let row = "E23000001,2015,0-17,1951780,";
        let table = fs::read_to_string(&file)?.replace(row, "E23000001,2015,0-17,1951000,");
        fs::write(&file, table)?;
        let text = folders(&ours, &theirs)?;
        assert!(text.contains(": 0 added, 1 changed, 0 withdrawn\n"), "{text}");
        assert!(
            text.ends_with(
                "  changed: people aged 0 to 17, Metropolitan Police, 2015: 1951780 \u{2192} 1951000\n"
            ),
            "{text}"
        );
        fs::write(&file, "area_code\n")?;
        let error = folders(&ours, &theirs).map_err(|e| e.to_string()).err().unwrap_or_default();
        assert!(error.starts_with(&theirs.display().to_string()), "{error}");
        assert!(error.contains("population.csv, line 1, column year: the column is missing"));
        fs::remove_dir_all(root)?;
        Ok(())
    }

    #[test]
    fn the_last_commit_is_read_and_a_missing_git_is_said() -> Result<()> {
        let root = copy("commit")?;
        let told = |git: &str| committed(git, &root).map_err(|e| e.to_string());
        let missing = told("no-such-git").err().unwrap_or_default();
        assert!(missing.contains("no-such-git could not be started"), "{missing}");
        assert!(missing.contains("cargo xtask data diff OLD NEW"), "{missing}");
        if paths::on_path("git").is_some() {
            let git = |args: &[&str]| -> Result<()> {
                let mut command = Command::new("git");
                command.current_dir(&root).args([
                    "-c",
                    "user.name=a",
                    "-c",
                    "user.email=a@example.org",
                ]);
                let done = command.args(args).output()?;
                assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
                Ok(())
            };
            git(&["init", "--quiet"])?;
            let early = told("git").err().unwrap_or_default();
            assert!(early.contains("there is no commit yet"), "{early}");
            git(&["add", "data"])?;
            git(&["commit", "--quiet", "--no-gpg-sign", "-m", "Data"])?;
            // What is read is the commit and not what lies there now.
            fs::write(root.join("data").join("figures.csv"), "")?;
            let files = committed("git", &root)?;
            let ours = Files::from_dir(&paths::root().join("data"));
            let ours = ours.map_err(|errors| anyhow!(package::report(&errors)))?;
            assert!(files.iter().eq(ours.iter()));
        }
        fs::remove_dir_all(root)?;
        Ok(())
    }
}
