//! `cargo xtask bench`: measures the page beside the same page in other stacks; see `bench/README.md`.
//!
//! Not part of `cargo xtask test`: times depend on the machine, so they are read, not asserted.

mod values;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::progress::step;
use crate::{chromium, data, exec, npm, page, paths};

/// Prints the tables and the goals, and writes them to bench/out/.
#[derive(Args, Debug, Default)]
pub struct Options {
    /// D3, vanilla and the page only, few rounds: about 5 minutes instead of 30
    #[arg(long)]
    short: bool,
    /// Open a table of 322608 rows and one of 1004484 instead
    #[arg(long)]
    own: bool,
    /// Only these: vanilla, d3, plot, vega-lite, echarts, plotly, chartjs, cyberflag, ...
    #[arg(long)]
    pages: Option<String>,
    /// MeasureId the finished page in this folder; nothing is built
    #[arg(long)]
    dist: Option<PathBuf>,
    /// Any option of the scripts in bench/ (its README lists them), such as height=5000
    #[arg(value_name = "NAME=VALUE", value_parser = option)]
    others: Vec<String>,
}

/// Passed to the scripts as `--NAME=VALUE`.
fn option(text: &str) -> Result<String, &'static str> {
    text.contains('=').then(|| format!("--{text}")).ok_or("this is no NAME=VALUE")
}

/// `cargo xtask bench`.
pub fn run(options: Options) -> Result<()> {
    let folder = paths::root().join("bench");
    npm::ensure(&folder)?;
    let browser = chromium::ensure()?;
    let dist = match &options.dist {
        Some(dist) => dist.canonicalize().with_context(|| format!("no {}", dist.display()))?,
        None => paths::dist(),
    };
    if options.dist.is_none() {
        page::build(true)?;
    }
    if !dist.join("index.html").is_file() {
        bail!("{} holds no index.html, so there is no page to measure", dist.display());
    }
    let mut common = vec![format!("--dist={}", dist.display())];
    common.extend(options.pages.map(|pages| format!("--pages={pages}")));
    let short = options.short.then(|| "--short".to_owned());
    let node = |what: &str, estimate: &str, script: &str, args: &[&[String]]| {
        step(what, estimate, || {
            let mut node = exec::command("node");
            node.arg(script).args(args.concat()).current_dir(&folder).env("CHROMIUM", &browser);
            exec::run(what, "bench/README.md says what each part does", &mut node)
        })
    };
    let (short, others) = (short.as_slice(), options.others.as_slice());
    if options.own {
        node("Make the tables", "5 s", "own/table.mjs", &[])?;
        node("Build the peers", "5 s", "own/build.mjs", &[])?;
        node("Check the sums of every page", "1 min", "own/check.mjs", &[&common])?;
        return node("MeasureId", "6 min", "own.mjs", &[&common, short, others]);
    }
    let values = folder.join("out/data/values.json");
    fs::create_dir_all(values.with_file_name(""))?;
    fs::write(values, values::json(&data::read(&paths::root().join("data"))?)?)?;
    node("Build the peers", "20 s", "build.mjs", &[])?;
    node("Check that the pages do the work", "1 min", "check.mjs", &[&common, short])?;
    node("MeasureId", "30 min", "run.mjs", &[&common, short, others])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_of_the_scripts_has_a_value() {
        assert_eq!(option("height=5000").unwrap(), "--height=5000");
        assert!(option("now").is_err());
    }
}
