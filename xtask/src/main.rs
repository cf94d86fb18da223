//! Project automation: `cargo xtask COMMAND`.
//!
//! The commands install what they need, so a machine with Rust and Node is enough.

mod bench;
mod boundaries;
mod chromium;
mod data;
mod digest;
mod exec;
mod finish;
mod frozen;
mod full;
mod npm;
mod offline;
mod page;
mod paths;
mod progress;
mod release;
mod size;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// What is missing is installed by the commands themselves.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Build the page and serve it on 127.0.0.1
    Serve {
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Work on the page: a quick build on 127.0.0.1, rebuilt and reloaded after each change
    Dev {
        #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
        port: u16,
    },
    /// Build the release page into dist/ and list its sizes
    Build,
    /// List the sizes of dist/ and fail over the budget
    Size,
    /// Install what is missing and run every check
    Test {
        /// Only these steps
        #[arg(long, value_enum, value_name = "STEP", value_delimiter = ',')]
        only: Vec<test::Step>,
    },
    /// Check, change and compare the figures
    #[command(subcommand)]
    Data(data::Command),
    /// Measure the page beside the same page in other stacks (bench/README.md)
    Bench(bench::Options),
    /// Make the map outlines from the official Police Force Areas (GeoJSON)
    Boundaries {
        #[arg(long)]
        input: PathBuf,
        /// Where to write; data/boundaries if none is given
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Called by Trunk after a build: finishes the page
    #[command(hide = true)]
    FinishDist,
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Serve { port } => page::serve(port),
        Command::Dev { port } => page::dev(port),
        Command::Build => page::build(true).and_then(|()| size::check()),
        Command::Size => size::check(),
        Command::Test { only } => return test::run(&only),
        Command::Data(command) => data::run(command),
        Command::Bench(options) => bench::run(options),
        Command::Boundaries { input, out } => boundaries::run(&input, out),
        Command::FinishDist => finish::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_words_are_refused() {
        use clap::CommandFactory as _;
        Command::command().debug_assert();
        let takes = |line: &str| Command::try_parse_from(line.split(' ')).is_ok();
        for good in [
            "x data check a.csv",
            "x data diff a b",
            "x test --only fmt,clippy-wasm",
            "x serve --port 9000",
        ] {
            assert!(takes(good), "{good}");
        }
        for bad in [
            "x",
            "x data chekc",
            "x data check a b",
            "x data diff --all",
            "x serve --port 0",
            "x test --only none",
            "x bench --own --scale",
            "x boundaries",
        ] {
            assert!(!takes(bad), "{bad}");
        }
    }
}
