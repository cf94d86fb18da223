//! The steps of `cargo xtask test`, in their order.

use std::process::Command;

use anyhow::Result;

use super::browser;
use super::count::{self, Count};
use crate::progress::Progress;
use crate::{exec, page, size, tools};

/// One named step.
pub struct Step {
    /// The name for `--only`.
    pub name: &'static str,
    /// What it checks, in a few words.
    pub what: &'static str,
    /// How long it may take on a small machine.
    pub may_take: &'static str,
    /// A step whose failure makes this one fail without running.
    pub needs: Option<&'static str>,
    /// Does it.
    pub run: fn() -> Result<Count>,
}

/// All steps.
pub const STEPS: [Step; 8] = [
    Step { name: "fmt", what: "the form of the Rust code", may_take: "5 s", needs: None, run: fmt },
    Step { name: "clippy", what: "lints, native", may_take: "2 min", needs: None, run: clippy },
    Step {
        name: "clippy-wasm",
        what: "lints of the page for WebAssembly",
        may_take: "2 min",
        needs: None,
        run: clippy_wasm,
    },
    Step { name: "native", what: "Rust tests", may_take: "3 min", needs: None, run: native },
    Step {
        name: "wasm",
        what: "Rust tests in a browser",
        may_take: "3 min",
        needs: None,
        run: browser::wasm,
    },
    Step { name: "build", what: "the release page", may_take: "3 min", needs: None, run: build },
    Step {
        name: "size",
        what: "the weight of the page",
        may_take: "5 s",
        needs: Some("build"),
        run: check_size,
    },
    Step {
        name: "e2e",
        what: "journeys through the page in a browser",
        may_take: "2 min",
        needs: Some("build"),
        run: browser::journeys,
    },
];

fn fmt() -> Result<Count> {
    check("fmt", "cargo fmt --all", &["fmt", "--all", "--check"])
}

fn clippy() -> Result<Count> {
    check(
        "clippy",
        "mend what it names above",
        &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"],
    )
}

fn clippy_wasm() -> Result<Count> {
    tools::ensure_wasm(&mut Progress::new(tools::WASM_STEPS))?;
    check(
        "clippy-wasm",
        "mend what it names above",
        &[
            "clippy",
            "--locked",
            "--package",
            "cyberflag",
            "--lib",
            "--bins",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
    )
}

fn native() -> Result<Count> {
    let mut cargo = exec::cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    counted(without_new_snapshots(&mut cargo))
}

fn build() -> Result<Count> {
    page::build()?;
    Ok(Count::one_passed())
}

fn check_size() -> Result<Count> {
    size::check()?;
    Ok(Count::one_passed())
}

/// A command that counts as one check.
fn check(step: &str, by_hand: &str, args: &[&str]) -> Result<Count> {
    exec::run(step, by_hand, &mut exec::cargo(args))?;
    Ok(Count::one_passed())
}

/// A command whose output names its tests.
pub fn counted(command: &mut Command) -> Result<Count> {
    let (succeeded, text) = exec::run_and_keep(command)?;
    Ok(count::libtest(&text).judged(succeeded))
}

/// A missing snapshot must fail, never be written.
fn without_new_snapshots(command: &mut Command) -> &mut Command {
    command.env("INSTA_UPDATE", "no").env("CI", "true")
}
