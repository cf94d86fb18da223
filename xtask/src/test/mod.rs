//! `cargo xtask test`: every check of the project, in order, with one count at the end.

mod browser;
mod count;
mod steps;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::progress::shown;
use count::Count;
use steps::{STEPS, Step};

/// What became of one step.
struct Outcome {
    name: &'static str,
    count: Count,
    time: Duration,
    note: String,
}

/// Runs the chosen steps; the exit code tells whether all of them passed.
pub fn run(args: &[String]) -> Result<ExitCode> {
    let chosen = chosen(args)?;
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (at, step) in chosen.iter().enumerate() {
        println!(
            "\n[{}/{}] {}: {} (may take {})",
            at + 1,
            chosen.len(),
            step.name,
            step.what,
            step.may_take
        );
        let start = Instant::now();
        let broken = outcomes
            .iter()
            .any(|outcome| Some(outcome.name) == step.needs && outcome.count.failed > 0);
        let (count, note) = if broken {
            let needed = step.needs.unwrap_or_default();
            (Count::one_failed(), format!("not run: {needed} failed"))
        } else {
            match (step.run)() {
                Ok(count) => (count, String::new()),
                Err(error) => {
                    eprintln!("\n{}: {error:#}", step.name);
                    (Count::one_failed(), first_line(&error))
                }
            }
        };
        let time = start.elapsed();
        println!("[{}/{}] {}: {count} after {}", at + 1, chosen.len(), step.name, shown(time));
        outcomes.push(Outcome { name: step.name, count, time, note });
    }
    Ok(report(&outcomes))
}

fn first_line(error: &anyhow::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

/// Prints the table and, alone on the last line, the sum.
fn report(outcomes: &[Outcome]) -> ExitCode {
    println!("\n{:<12} {:>6} {:>6} {:>7}  {:>12}", "step", "passed", "failed", "skipped", "time");
    for Outcome { name, count, time, note } in outcomes {
        println!(
            "{name:<12} {:>6} {:>6} {:>7}  {:>12}  {note}",
            count.passed,
            count.failed,
            count.skipped,
            shown(*time)
        );
    }
    let sum: Count = outcomes.iter().map(|outcome| outcome.count).sum();
    println!("\n{sum}");
    if sum.failed == 0 && sum.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn chosen(args: &[String]) -> Result<Vec<&'static Step>> {
    let mut only: Vec<&str> = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let names = match arg.strip_prefix("--only=") {
            Some(names) => names,
            None if arg == "--only" => args.next().context("--only needs names of steps")?,
            None => bail!("test takes no '{arg}': only --only STEP[,STEP]"),
        };
        only.extend(names.split(','));
    }
    let known = || STEPS.iter().map(|step| step.name);
    if let Some(unknown) = only.iter().find(|name| !known().any(|step| step == **name)) {
        bail!(
            "no step named '{unknown}'; the steps are {}",
            known().collect::<Vec<_>>().join(", ")
        );
    }
    Ok(STEPS.iter().filter(|step| only.is_empty() || only.contains(&step.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(args: &[&str]) -> Result<Vec<&'static str>> {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        Ok(chosen(&args)?.iter().map(|step| step.name).collect())
    }

    #[test]
    fn steps_are_chosen_by_name_and_kept_in_order() -> Result<()> {
        assert_eq!(names(&[])?.len(), STEPS.len());
        assert_eq!(names(&["--only", "size,fmt"])?, ["fmt", "size"]);
        assert_eq!(names(&["--only=e2e"])?, ["e2e"]);
        assert!(names(&["--only", "none"]).is_err());
        assert!(names(&["--only"]).is_err());
        Ok(())
    }

    #[test]
    fn a_step_needs_an_earlier_one() {
        for (at, step) in STEPS.iter().enumerate() {
            if let Some(needed) = step.needs {
                assert!(STEPS.iter().take(at).any(|earlier| earlier.name == needed));
            }
        }
    }
}
