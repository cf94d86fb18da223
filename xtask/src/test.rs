//! `cargo xtask test`: every check of the project, in order, with one count at the end.

mod browser;
mod count;

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Error, Result};
use clap::ValueEnum;

use crate::progress::seconds;
use crate::{exec, page, size, tools};
use count::{Count, PASSED, counted};

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// The form of the Rust code.
    Fmt,
    /// Lints, native.
    Clippy,
    /// Lints of the page for WebAssembly.
    ClippyWasm,
    /// Rust tests.
    Native,
    /// Rust tests in a browser.
    Wasm,
    /// The release page.
    Build,
    /// The budgets of the page.
    Size,
    /// Journeys through the page in a browser.
    E2e,
}

impl Step {
    /// The step whose failure makes this one fail without running.
    fn needs(self) -> Option<Step> {
        matches!(self, Step::Size | Step::E2e).then_some(Step::Build)
    }

    fn run(self) -> Result<Count> {
        match self {
            Step::Fmt => check("fmt", &["--all", "--check"]),
            Step::Clippy => {
                check("clippy", &["--workspace", "--all-targets", "--", "-D", "warnings"])
            }
            Step::ClippyWasm => clippy_wasm(),
            Step::Native => counted(without_new_snapshots(&mut exec::cargo(&[
                "test",
                "--locked",
                "--workspace",
                "--no-fail-fast",
            ]))),
            Step::Wasm => browser::wasm(),
            Step::Build => page::build(true).map(|()| PASSED),
            Step::Size => size::check().map(|()| PASSED),
            Step::E2e => browser::journeys(),
        }
    }
}

/// A cargo command that counts as one check.
fn check(command: &str, args: &[&str]) -> Result<Count> {
    let by_hand = "cargo fmt --all, or mend what is named above";
    exec::run(command, by_hand, exec::cargo(&[command]).args(args))?;
    Ok(PASSED)
}

fn clippy_wasm() -> Result<Count> {
    tools::ensure_wasm()?;
    let page = ["--package", "cyberflag", "--lib", "--bins", "--target", "wasm32-unknown-unknown"];
    check("clippy", &[&page[..], &["--", "-D", "warnings"]].concat())
}

/// A missing snapshot must fail, not be written.
fn without_new_snapshots(command: &mut Command) -> &mut Command {
    command.env("INSTA_UPDATE", "no").env("CI", "true")
}

/// The result of one step.
struct Outcome {
    step: Step,
    count: Count,
    time: Duration,
    note: String,
}

/// Runs the chosen steps, or all; the exit code tells whether all of them passed.
pub fn run(only: &[Step]) -> ExitCode {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for step in chosen(only) {
        println!("\n{step:?} ...");
        let start = Instant::now();
        let result = match step.needs().filter(|needed| has_failed(&outcomes, *needed)) {
            Some(needed) => Err(Error::msg(format!("not run: {needed:?} failed"))),
            None => step.run(),
        };
        let (count, note) = count::of(&result);
        println!("{step:?}: {count}. {note}");
        let note = note.lines().next().unwrap_or_default().to_owned();
        outcomes.push(Outcome { step, count, time: start.elapsed(), note });
    }
    report(&outcomes)
}

/// The steps to run, each once and in order.
fn chosen(only: &[Step]) -> impl Iterator<Item = Step> {
    let all = Step::value_variants().iter().copied();
    all.filter(move |step| only.is_empty() || only.contains(step))
}

fn has_failed(outcomes: &[Outcome], step: Step) -> bool {
    outcomes.iter().any(|outcome| outcome.step == step && outcome.count.failed > 0)
}

/// Prints the table and, alone on the last line, the sum.
fn report(outcomes: &[Outcome]) -> ExitCode {
    println!("\n{:<12} {:>6} {:>6} {:>7} {:>10}", "step", "passed", "failed", "skipped", "time");
    for Outcome { step, count: Count { passed, failed, skipped }, time, note } in outcomes {
        let (name, time) = (format!("{step:?}"), seconds(*time));
        println!("{name:<12} {passed:>6} {failed:>6} {skipped:>7} {time:>10}  {note}");
    }
    let sum: Count = outcomes.iter().map(|outcome| outcome.count).sum();
    println!("\n{sum}");
    if sum.failed == 0 && sum.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_in_order_and_need_an_earlier_one() {
        assert!(chosen(&[]).eq(Step::value_variants().iter().copied()));
        assert!(chosen(&[Step::Size, Step::Fmt]).eq([Step::Fmt, Step::Size]));
        for (at, step) in chosen(&[]).enumerate() {
            assert!(step.needs().is_none_or(|needed| chosen(&[]).take(at).any(|s| s == needed)));
        }
    }

    #[test]
    fn a_failed_step_is_known_and_fails_the_run() {
        let outcome = |step, result: Result<Count>| {
            let (count, note) = count::of(&result);
            Outcome { step, count, time: Duration::ZERO, note }
        };
        let good = outcome(Step::Fmt, Ok(PASSED));
        let bad = outcome(Step::Build, Err(Error::msg("no")));
        let both = [good, bad];
        assert!(has_failed(&both, Step::Build) && !has_failed(&both, Step::Fmt));
        let code = |outcomes| format!("{:?}", report(outcomes));
        assert_eq!(code(&both), format!("{:?}", ExitCode::FAILURE));
        assert_eq!(code(&both[..1]), format!("{:?}", ExitCode::SUCCESS));
        assert_eq!(code(&[]), format!("{:?}", ExitCode::FAILURE));
    }
}
