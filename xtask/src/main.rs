//! Project automation: `cargo xtask COMMAND`.
//!
//! The commands install what they need, so a machine with Rust and Node is enough.

mod bench;
mod boundaries;
mod chromium;
mod data;
mod edition;
mod exec;
mod finish;
mod frozen;
mod npm;
mod offline;
mod page;
mod paths;
mod pictures;
mod pins;
mod progress;
mod release;
mod serve;
mod size;
mod stamp;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-build]   build the page if anything changed, then serve it on 127.0.0.1 (port 8080)
  build                           build the release page into dist/ and list its sizes
  offline                         build, and tell where the page is that is one file
  size                            list the sizes of dist/ and fail over the budget
  test [--only STEP[,STEP]]       install what is missing and run every check
                                  steps: fmt, clippy, clippy-wasm, native, wasm, build, size, e2e
  data check [DIR | FILE.csv]     check the data package and list what it holds, or a table as the page reads it
  data diff [OLD [NEW]]           list the rows that differ between two data packages
  bench [--short] ...             measure the page beside the same page in other stacks (bench/README.md)
  boundaries ...                  make or check the map outlines
  finish-dist                     called by Trunk after a build: writes the start script
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<ExitCode> {
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", args),
    };
    // These explain themselves.
    let own_help = matches!(command, "bench" | "boundaries" | "data");
    if !own_help && rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    match command {
        "serve" => serve::run(rest)?,
        "build" => page::run(rest)?,
        "offline" => offline::run(rest)?,
        "size" => size::run(rest)?,
        "test" => return test::run(rest),
        "bench" => bench::run(rest)?,
        "data" => data::run(rest)?,
        "boundaries" => boundaries::run(rest)?,
        "finish-dist" => finish::run()?,
        "help" | "--help" | "-h" => print!("{HELP}"),
        other => bail!("no command named '{other}'. `cargo xtask help` lists them."),
    }
    Ok(ExitCode::SUCCESS)
}
