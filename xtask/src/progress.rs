//! Numbered steps on the terminal: what, how long it may take, how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// A run of numbered steps.
pub struct Progress {
    at: usize,
    of: usize,
    start: Instant,
}

impl Progress {
    /// A run of `of` steps.
    pub fn new(of: usize) -> Self {
        Self { at: 0, of, start: Instant::now() }
    }

    /// A step with nothing to do.
    pub fn already(&mut self, what: &str) {
        self.at += 1;
        eprintln!("[{}/{}] {what}: already there", self.at, self.of);
    }

    /// A step that does something; `may_take` is a plain guess for a small machine.
    pub fn step<T>(
        &mut self,
        what: &str,
        may_take: &str,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        self.at += 1;
        eprintln!("[{}/{}] {what} (may take {may_take}) ...", self.at, self.of);
        let start = Instant::now();
        let result = work();
        let verdict = if result.is_ok() { "done" } else { "FAILED" };
        eprintln!(
            "[{}/{}] {what}: {verdict} after {} ({} in all)",
            self.at,
            self.of,
            shown(start.elapsed()),
            shown(self.start.elapsed())
        );
        result
    }
}

/// A duration for people: `0.4 s`, `2 min 05 s`.
pub fn shown(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(shown(Duration::from_millis(430)), "0.4 s");
        assert_eq!(shown(Duration::from_secs(125)), "2 min 05 s");
    }
}
