//! Reports long steps on the terminal, with an estimate and the time they took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs a step and reports it; the estimate is for a small machine.
pub fn step<T>(what: &str, estimate: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("{what} (may take {estimate}) ...");
    let start = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "FAILED" };
    eprintln!("{what}: {verdict} after {}", seconds(start.elapsed()));
    result
}

/// A duration as `0.4 s` or `125.0 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
