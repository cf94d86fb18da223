//! `cargo xtask data diff`: what differs between two data packages, row by row.

use std::fs::File;
use std::path::Path;

use anyhow::Result;
use cyberflag_data::dataset::{Dataset, package};
use zip::ZipArchive;

use super::load::read;
use crate::{exec, paths};

/// The most lines that are printed.
const MOST: usize = 200;

/// The rows that differ between two folders, as text.
pub fn folders(old: &Path, new: &Path) -> Result<String> {
    let [old_name, new_name] = [old, new].map(|folder| folder.display().to_string());
    describe(&read(old)?, &old_name, &read(new)?, &new_name)
}

/// The rows that differ between the last commit and `data/`, as text.
pub fn since_commit() -> Result<String> {
    let (old, root) = (tempfile::tempdir()?, paths::root());
    commit(&root, old.path())?;
    describe(
        &read(&old.path().join("data"))?,
        "the last commit",
        &read(&root.join("data"))?,
        "data/",
    )
}

/// Writes `data/` of the last commit of a checkout into a folder.
fn commit(root: &Path, folder: &Path) -> Result<()> {
    let zip = folder.join("commit.zip");
    let mut git = exec::command("git");
    git.args(["archive", "--format=zip", "-o"]).arg(&zip).args(["HEAD", "data"]).current_dir(root);
    exec::run("read data/ of the last commit", "cargo xtask data diff OLD NEW", &mut git)?;
    Ok(ZipArchive::new(File::open(zip)?)?.extract(folder)?)
}

fn describe(old: &Dataset, old_name: &str, new: &Dataset, new_name: &str) -> Result<String> {
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

    use tempfile::TempDir;

    use super::*;

    /// A checkout whose `data/` is a copy of ours.
    fn copy() -> Result<TempDir> {
        let root = tempfile::tempdir()?;
        fs::create_dir(root.path().join("data"))?;
        for entry in fs::read_dir(paths::root().join("data"))? {
            let entry = entry?;
            if entry.path().is_file() {
                fs::copy(entry.path(), root.path().join("data").join(entry.file_name()))?;
            }
        }
        Ok(root)
    }

    #[test]
    fn a_changed_folder_is_described_row_by_row() -> Result<()> {
        let (ours, root) = (paths::root().join("data"), copy()?);
        let theirs = root.path().join("data");
        let same = folders(&ours, &theirs)?;
        assert!(same.ends_with("): 0 added, 0 changed, 0 withdrawn\n"), "{same}");
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
        let error = folders(&ours, &theirs).unwrap_err().to_string();
        assert!(error.starts_with(&theirs.display().to_string()), "{error}");
        assert!(error.contains("population.csv, line 1, column year: the column is missing"));
        Ok(())
    }

    #[test]
    fn the_last_commit_is_read_and_not_what_lies_there_now() -> Result<()> {
        let (root, folder) = (copy()?, tempfile::tempdir()?);
        let git = |args: &[&str]| {
            let mut command = exec::command("git");
            command.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
            exec::run("git", "", command.current_dir(root.path()).args(args))
        };
        git(&["init", "--quiet"])?;
        let early = commit(root.path(), folder.path()).unwrap_err().to_string();
        assert!(early.contains("by hand: cargo xtask data diff OLD NEW"), "{early}");
        git(&["add", "data"])?;
        git(&["commit", "--quiet", "--no-gpg-sign", "-m", "Data"])?;
        fs::write(root.path().join("data/figures.csv"), "")?;
        commit(root.path(), folder.path())?;
        let same = folders(&paths::root().join("data"), &folder.path().join("data"))?;
        assert!(same.ends_with("): 0 added, 0 changed, 0 withdrawn\n"), "{same}");
        Ok(())
    }
}
