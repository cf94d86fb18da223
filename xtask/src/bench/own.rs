//! `cargo xtask bench --own`: a table of the reader's own, from the file to its map; see `bench/README.md`.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Options, node};
use crate::progress::Progress;

/// Makes the tables, builds the pages, checks their sums, then measures.
pub fn run(
    options: &Options,
    dist: &Path,
    browser: &PathBuf,
    progress: &mut Progress,
) -> Result<()> {
    let mut common = vec![format!("--dist={}", dist.display())];
    common.extend(options.pages.as_ref().map(|pages| format!("--pages={pages}")));
    let with = |script: &str, more: &[String]| [&[script.to_owned()], &*common, more].concat();
    progress.step("Make the tables", "5 s", || {
        node(&["own/table.mjs".to_owned()], browser, "make the tables")
    })?;
    progress.step("Build the peers", "5 s", || {
        node(&["own/build.mjs".to_owned()], browser, "build the peers")
    })?;
    progress.step("Check the sums of every page", "1 min", || {
        node(&with("own/check.mjs", &[]), browser, "check the pages before measuring")
    })?;
    let mut others = options.others.clone();
    if options.short {
        others.insert(0, "--short".to_owned());
    }
    let time = if options.short { "3 min" } else { "6 min" };
    progress.step("Measure", time, || node(&with("own.mjs", &others), browser, "measure"))
}
