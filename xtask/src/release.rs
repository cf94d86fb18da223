//! The stamp of a release: which figures, which program, of which day.

use anyhow::Result;

use crate::{exec, paths, stamp};

/// What the program is made from, beside the figures.
const PROGRAM: [&str; 7] =
    ["src", "crates", "public", "index.html", "Cargo.lock", "build.rs", "xtask"];

/// Three words: digest of `data/`, digest of the program, and the date of the last commit (or the
/// day of the build where there is no history).
pub fn words() -> Result<String> {
    let short = |names: &[&str]| -> Result<String> {
        Ok(stamp::digest_of(&paths::root(), names)?.chars().take(8).collect())
    };
    Ok(format!("{} {} {}", short(&["data"])?, short(&PROGRAM)?, date()))
}

/// The name of the folder of a release: as `Release::folder` in `src/figures/release.rs` makes it.
pub fn folder(words: &str) -> String {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    words.rotate_right(1);
    words.join("-")
}

fn date() -> String {
    let commit = exec::output(exec::command("git").args(["log", "-1", "--format=%cs"]));
    let today = || exec::output(exec::command("date").args(["-u", "+%F"]));
    commit.filter(|date| !date.is_empty()).or_else(today).unwrap_or_else(|| "undated".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_by_date_figures_and_program() {
        assert_eq!(folder("1a2b3c4d 5e6f7a8b 2026-11-24"), "2026-11-24-1a2b3c4d-5e6f7a8b");
    }
}
