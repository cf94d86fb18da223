//! `CHANGELOG.md`: says what changed in each version of a package.

use super::error::{DataError, Problem};

pub const CHANGELOG: &str = "CHANGELOG.md";

/// Checks that a change log has a heading such as `## 2026.11.0`, with or without text after the
/// version.
pub fn check_changelog(text: &str, version: &str) -> Option<DataError> {
    let heading =
        |line: &str| line.strip_prefix("## ")?.split_whitespace().next().map(str::to_owned);
    let found = text.lines().filter_map(heading).any(|named| named == version);
    (!found).then(|| DataError::file(CHANGELOG, Problem::NoEntry(version.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_needs_a_heading_of_its_own() {
        for good in ["## 2026.11.0", "# Changes\r\n\r\n##  2026.11.0 (24 November 2026)\r\nText"] {
            assert_eq!(check_changelog(good, "2026.11.0"), None, "{good}");
        }
        for bad in
            ["", "2026.11.0", "# 2026.11.0", "## 2026.11.01", "## Version 2026.11.0", "##2026.11.0"]
        {
            let error = check_changelog(bad, "2026.11.0").map(|e| e.to_string());
            assert_eq!(
                error.as_deref(),
                Some(
                    "CHANGELOG.md: there is no heading for version 2026.11.0. Add a line such as \u{201c}## 2026.11.0\u{201d} with that version, and what changed under it."
                ),
                "{bad}"
            );
        }
    }
}
