//! Steps on the terminal: what, how long it may take, how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Does a step and tells of it; `may_take` is a plain guess for a small machine.
pub fn step<T>(what: &str, may_take: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("{what} (may take {may_take}) ...");
    let start = Instant::now();
    let result = work();
    let verdict = if result.is_ok() { "done" } else { "FAILED" };
    eprintln!("{what}: {verdict} after {}", shown(start.elapsed()));
    result
}

/// A duration for people: `0.4 s`, `125.0 s`.
pub fn shown(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
