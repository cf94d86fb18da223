//! Counts tests in the output of test runners.

use std::fmt;
use std::iter::Sum;
use std::process::Command;

use anyhow::{Context, Result};

use crate::exec;

/// How many tests passed, failed, and were ignored or skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

/// One check that passed.
pub const PASSED: Count = Count { passed: 1, failed: 0, skipped: 0 };

impl Count {
    /// Adds one failure when the runner failed without naming a failed test,
    /// or when there was nothing to count: neither may pass for success.
    pub fn judged(mut self, succeeded: bool) -> Self {
        if self.failed == 0 && (!succeeded || self.passed == 0) {
            self.failed = 1;
        }
        self
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |a, b| Self {
            passed: a.passed + b.passed,
            failed: a.failed + b.failed,
            skipped: a.skipped + b.skipped,
        })
    }
}

/// The count of a step, where an error is one failure, and its message.
pub fn of(result: &Result<Count>) -> (Count, String) {
    match result {
        Ok(count) => (*count, String::new()),
        Err(error) => (Count { failed: 1, ..Count::default() }, format!("{error:#}")),
    }
}

/// Runs a command whose output names its tests.
pub fn counted(command: &mut Command) -> Result<Count> {
    let (succeeded, text) = exec::run_and_capture(command)?;
    Ok(libtest(&text).judged(succeeded))
}

/// Sums the result lines of `cargo test`; wasm-bindgen-test prints the same form.
fn libtest(text: &str) -> Count {
    let results = text.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
    results
        .map(|line| {
            let parts: Vec<&str> = line.split([' ', '.', ';']).collect();
            let number = |what: &str| {
                let at = parts.iter().position(|part| *part == what)?;
                parts.get(at.checked_sub(1)?)?.parse().ok()
            };
            let number = |what| number(what).unwrap_or_default();
            Count { passed: number("passed"), failed: number("failed"), skipped: number("ignored") }
        })
        .sum()
}

/// Reads the numbers in a report of Playwright's JSON reporter.
pub fn playwright(json: &str) -> Result<Count> {
    let report: serde_json::Value = serde_json::from_str(json)?;
    let number = |name: &str| -> Result<usize> {
        let value = report.pointer(&format!("/stats/{name}")).and_then(serde_json::Value::as_u64);
        Ok(usize::try_from(value.with_context(|| format!("no {name} in the report"))?)?)
    };
    Ok(Count {
        passed: number("expected")?,
        failed: number("unexpected")? + number("flaky")?,
        skipped: number("skipped")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_of_several_programs_add_up() {
        let text = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.50s
test result: ok. 1 passed; 0 failed; 0 ignored; 4 filtered out";
        let expected = Count { passed: 14, failed: 2, skipped: 1 };
        assert_eq!(libtest(text), expected);
        assert_eq!(expected.to_string(), "14 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn a_broken_run_and_an_empty_run_count_as_failed() {
        assert_eq!(libtest("error: could not compile").judged(false).failed, 1);
        assert_eq!(Count::default().judged(true).failed, 1);
        assert_eq!(PASSED.judged(true), PASSED);
        assert_eq!(PASSED.judged(false).failed, 1);
    }

    #[test]
    fn flaky_journeys_count_as_failed() -> Result<()> {
        let json = r#"{ "stats": { "expected": 5, "unexpected": 1, "flaky": 1, "skipped": 2 } }"#;
        assert_eq!(playwright(json)?, Count { passed: 5, failed: 2, skipped: 2 });
        assert!(playwright("{}").is_err());
        Ok(())
    }
}
