//! The steps that need a browser: Rust tests compiled to WebAssembly, and journeys.

use std::fs;

use anyhow::{Context, Result};

use super::count::{self, Count, counted};
use crate::{chromium, exec, npm, paths, tools};

/// Runs tests/web.rs in Chromium, which needs no driver program of the browser's exact version:
/// wasm-bindgen's runner serves a page with the tests, and Playwright opens it.
pub fn wasm() -> Result<Count> {
    tools::ensure_wasm()?;
    let browser = chromium::ensure()?;
    let test = ["test", "--locked", "--package", "cyberflag", "--test", "web"];
    let runner = format!("node {}", paths::e2e().join("wasm-tests.mjs").display());
    counted(
        exec::cargo(&test)
            .args(["--target", "wasm32-unknown-unknown"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("TEST_SERVER", tools::cargo_tool("wasm-bindgen-test-runner"))
            .env("CHROMIUM", browser),
    )
}

/// Runs the Playwright journeys against dist/.
pub fn journeys() -> Result<Count> {
    let browser = chromium::ensure()?;
    npm::ensure(&paths::npm_build())?;
    let report = paths::e2e().join("out/results.json");
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    let mut npx = exec::command("npx");
    npx.args(["playwright", "test"]).current_dir(paths::e2e());
    let status = npx.env("CHROMIUM", browser).env("CI", "true").status();
    let succeeded = status.context("could not start npx playwright test")?.success();
    let json = fs::read_to_string(&report).context("Playwright wrote no report; see above")?;
    Ok(count::playwright(&json)?.judged(succeeded))
}
