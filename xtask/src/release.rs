//! The stamp of a release: digests of its figures and of its program, and its date.

use anyhow::Result;

use crate::{digest, exec, paths};

/// What the program is made from.
const PROGRAM: [&str; 7] =
    ["src", "crates", "public", "index.html", "Cargo.lock", "build.rs", "xtask"];

/// The stamp, separated by spaces. The date is that of the last commit, or of the build if there is no
/// history.
pub fn stamp() -> Result<String> {
    let short = |names: &[&str]| -> Result<String> {
        Ok(digest::of_files(&paths::root(), names)?.chars().take(8).collect())
    };
    Ok(format!("{} {} {}", short(&["data"])?, short(&PROGRAM)?, date()))
}

/// The folder of a release under `frozen/`, as `cyberflag_figures::Release::folder` names it.
pub fn folder(stamp: &str) -> String {
    let mut parts: Vec<&str> = stamp.split_whitespace().collect();
    parts.rotate_right(1);
    parts.join("-")
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
