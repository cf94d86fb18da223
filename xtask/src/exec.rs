//! Runs other programs. Errors say what was tried and what to do by hand.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths;

/// A command run at the root of the checkout, without input.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(paths::root())
        .stdin(Stdio::null())
        // `cargo run` sets these for xtask; they are wrong for its children.
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("CARGO_MANIFEST_PATH");
    command
}

/// Cargo at the root of the checkout.
pub fn cargo(args: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(args);
    cargo
}

/// Runs a command. The error names the step, the command and what to do by hand.
pub fn run(step: &str, by_hand: &str, command: &mut Command) -> Result<()> {
    let reason = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("it ended with {status}"),
        Err(error) => format!("it could not be started: {error}"),
    };
    bail!("step failed: {step}\n  tried:   {command:?}\n  reason:  {reason}\n  by hand: {by_hand}")
}

/// What a command prints, trimmed; `None` when it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command, printing its standard output as it comes; returns whether it succeeded, and the
/// output.
pub fn run_and_capture(command: &mut Command) -> Result<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {command:?}"))?;
    let mut output = String::new();
    for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
        let line = line?;
        println!("{line}");
        output.push_str(&line);
        output.push('\n');
    }
    Ok((child.wait()?.success(), output))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_names_the_command_and_what_to_do_by_hand() {
        let mut missing = command("no-such-program-here");
        let error = run("install a thing", "put it on PATH", missing.arg("--now")).unwrap_err();
        let text = error.to_string();
        for part in ["install a thing", "no-such-program-here\" \"--now", "put it on PATH"] {
            assert!(text.contains(part), "{part} is missing in: {text}");
        }
    }
}
