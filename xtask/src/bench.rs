//! `cargo xtask bench`: measures the page beside the same page in other stacks; see `bench/README.md`.
//!
//! Not part of `cargo xtask test`: times depend on the machine, so they are read, not asserted.

mod own;
mod scale;
mod values;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::progress::Progress;
use crate::{chromium, exec, npm, page, paths};
use cyberflag_data::dataset::package::{self, Files};

const HELP: &str = "\
cargo xtask bench [--short] [--pages a,b] [--dist DIR] [--scale | --own] [NAME=VALUE ...]

  Measures the page beside the same page in other stacks, prints the tables and how the page stands
  to its goals, and writes bench/out/run.json and bench/out/run.md.

  --short       d3, vanilla and the page only, few rounds: about 5 minutes instead of 30
  --pages a,b   only these: vanilla, d3, plot, vega-lite, echarts, plotly, chartjs, cyberflag, ...
  --dist DIR    measure the finished page in DIR; nothing is built
  --scale       measure maps of 43 to 35672 areas instead (bench/out/scale.json, scale.md)
  --own         open a table of 322608 rows and one of 1004484 instead (bench/out/own.json, own.md)
  NAME=VALUE    any option of bench/run.mjs (bench/README.md lists them), such as height=5000";

const BY_HAND: &str = "install Node 20 with npm, connect once and run: (cd bench && npm ci)";

/// `cargo xtask bench`.
pub fn run(args: &[String]) -> Result<()> {
    if args.iter().any(|arg| arg == "--help" || arg == "-h") {
        println!("{HELP}");
        return Ok(());
    }
    let options = Options::read(args)?;
    let folder = paths::root().join("bench");
    let mut progress =
        Progress::new(if options.scale { 4 + scale::STEPS } else { 5 + usize::from(options.own) });
    if npm::is_current(&folder) {
        progress.already("The peers' packages from npm");
    } else {
        let install = || npm::install(&folder, BY_HAND);
        progress.step("Install the peers' packages from npm", "2 min", install)?;
    }
    let browser = match chromium::find()? {
        Some(browser) => {
            progress.already(&format!("Chromium ({})", browser.display()));
            browser
        }
        None => progress.step("Install Chromium", "3 min", install_browser)?,
    };
    let dist = finished_page(&options)?;
    if options.own {
        return own::run(&options, &dist, &browser, &mut progress);
    }
    if options.scale {
        scale::build(&mut progress)?;
    }
    progress.step("Build the peers", "20 s", || {
        write_values()?;
        node(&["build.mjs".to_owned()], &browser, "build the peers")
    })?;
    let mut common = vec![format!("--dist={}", dist.display())];
    common.extend(options.pages.map(|pages| format!("--pages={pages}")));
    let with = |script: &str, more: &[String]| [&[script.to_owned()], &*common, more].concat();
    if options.scale {
        let scale = || node(&with("scale.mjs", &options.others), &browser, "measure the scale");
        return progress.step("Measure the scale", "6 min", scale);
    }
    let mut others = options.others;
    if options.short {
        others.insert(0, "--short".to_owned());
    }
    progress.step("Check that the pages do the work", "1 min", || {
        let short: &[String] = if options.short { &["--short".to_owned()] } else { &[] };
        node(&with("check.mjs", short), &browser, "check the pages before measuring")
    })?;
    let time = if options.short { "5 min" } else { "30 min" };
    progress.step("Measure", time, || node(&with("run.mjs", &others), &browser, "measure"))
}

/// The page to measure, built if it is the project's own. A measure of the scale needs none.
fn finished_page(options: &Options) -> Result<PathBuf> {
    if options.scale {
        return Ok(paths::dist());
    }
    let dist = match &options.dist {
        Some(dist) => dist.clone(),
        None => {
            page::build()?;
            paths::dist()
        }
    };
    if !dist.join("index.html").is_file() {
        bail!("{} holds no index.html, so there is no page to measure", dist.display());
    }
    Ok(dist)
}

/// Playwright's own download of a browser needs the packages of e2e.
fn install_browser() -> Result<PathBuf> {
    if !npm::is_current(&paths::e2e()) {
        npm::install(&paths::e2e(), "install Node 20 with npm and run: (cd e2e && npm ci)")?;
    }
    chromium::install()
}

fn node(args: &[String], browser: &PathBuf, step: &str) -> Result<()> {
    let mut node = exec::command("node");
    node.args(args).current_dir(paths::root().join("bench")).env("CHROMIUM", browser);
    exec::run(step, "read the messages above; bench/README.md tells what each part does", &mut node)
}

/// Writes the figures that every peer shows.
fn write_values() -> Result<()> {
    let dir = paths::root().join("data");
    let data = match Files::from_dir(&dir).and_then(|files| package::load(&files)) {
        Ok(data) => data,
        Err(errors) => bail!("{}: {}", dir.display(), package::report(&errors).trim_end()),
    };
    let folder = paths::root().join("bench").join("out").join("data");
    fs::create_dir_all(&folder)?;
    let file = folder.join("values.json");
    fs::write(&file, values::json(&data)?)
        .with_context(|| format!("cannot write {}", file.display()))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    short: bool,
    scale: bool,
    own: bool,
    pages: Option<String>,
    dist: Option<PathBuf>,
    /// Handed on to the harness as `--NAME=VALUE`.
    others: Vec<String>,
}

impl Options {
    fn read(args: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--short" => options.short = true,
                "--scale" => options.scale = true,
                "--own" => options.own = true,
                "--pages" => {
                    options.pages = Some(args.next().context("--pages needs names")?.clone());
                }
                "--dist" => {
                    let dir = args.next().context("--dist needs a folder")?;
                    let dir = fs::canonicalize(dir).with_context(|| format!("no folder {dir}"))?;
                    options.dist = Some(dir);
                }
                other if other.contains('=') => {
                    options.others.push(format!("--{}", other.trim_start_matches('-')));
                }
                other => bail!("bench takes no '{other}'.\n\n{HELP}"),
            }
        }
        if options.scale && options.own {
            bail!("bench takes --scale or --own, not both.\n\n{HELP}");
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Options> {
        Options::read(&args.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        assert_eq!(read(&[]).unwrap(), Options::default());
        assert!(read(&["--own"]).unwrap().own);
        let options = read(&["--short", "--pages", "d3,cyberflag", "height=5000"]).unwrap();
        assert!(options.short);
        assert_eq!(options.pages.as_deref(), Some("d3,cyberflag"));
        assert_eq!(options.others, ["--height=5000"]);
        for wrong in [
            ["--pages"].as_slice(),
            &["--dist", "/no/such/folder"],
            &["now"],
            &["--scale", "--own"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
