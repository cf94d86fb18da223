//! Running other programs, with messages that say what was tried and what to do by hand.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::paths;

/// A command run at the root of the checkout, without input.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(paths::root())
        .stdin(Stdio::null())
        // `cargo run` describes xtask itself in these; children must not take them for their own.
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

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    let line = words.join(" ");
    match command.get_current_dir() {
        Some(folder) if folder != paths::root() => format!("(cd {} && {line})", folder.display()),
        _ => line,
    }
}

/// Runs a command to its end. On failure the error names the step, the command and the way out.
pub fn run(step: &str, by_hand: &str, command: &mut Command) -> Result<()> {
    let why = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => format!("it ended with {status}"),
        Err(error) => format!("it could not be started: {error}"),
    };
    Err(failure(step, by_hand, &shown(command), &why))
}

/// The text of a failed step.
pub fn failure(step: &str, by_hand: &str, tried: &str, why: &str) -> anyhow::Error {
    anyhow!("step failed: {step}\n  tried:   {tried}\n  reason:  {why}\n  by hand: {by_hand}")
}

/// Runs a cargo command that compiles `target`, the example or test of that name, for WebAssembly;
/// gives the file that cargo made.
pub fn compile_module(target: &str, args: &[&str]) -> Result<PathBuf> {
    let mut cargo = cargo(args);
    cargo.args(["--locked", "--package", "cyberflag", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    let output = cargo.stderr(Stdio::inherit()).output().context("could not start cargo")?;
    if !output.status.success() {
        bail!("{target} does not compile for WebAssembly");
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message.pointer("/target/name").is_some_and(|name| name == target))
        .filter_map(|message| Some(message.get("filenames")?.as_array()?.clone()))
        .flatten()
        .filter_map(|file| Some(PathBuf::from(file.as_str()?)))
        .find(|file| file.extension().is_some_and(|kind| kind == "wasm"))
        .with_context(|| format!("cargo named no WebAssembly file for {target}"))
}

/// What a command prints, trimmed; `None` when it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command, showing its standard output as it comes, and keeps that output.
///
/// Returns whether the command succeeded, and the text.
pub fn run_and_keep(command: &mut Command) -> Result<(bool, String)> {
    let line = shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| anyhow!("could not start `{line}`: {error}"))?;
    let Some(stdout) = child.stdout.take() else {
        bail!("no output from `{line}`");
    };
    let mut kept = String::new();
    for text in BufReader::new(stdout).lines() {
        let text = text?;
        println!("{text}");
        std::io::stdout().flush()?;
        kept.push_str(&text);
        kept.push('\n');
    }
    Ok((child.wait()?.success(), kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_names_itself_the_command_and_the_way_out() {
        let mut missing = command("no-such-program-here");
        let text = match run("install a thing", "put it on PATH", missing.arg("--now")) {
            Ok(()) => String::new(),
            Err(error) => error.to_string(),
        };
        for part in ["install a thing", "no-such-program-here --now", "put it on PATH"] {
            assert!(text.contains(part), "{part} is missing in: {text}");
        }
    }
}
