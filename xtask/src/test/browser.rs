//! The steps that need a browser: Rust tests compiled to WebAssembly, and journeys.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Stdio};

use anyhow::{Context, Result, bail};

use super::count::{self, Count};
use super::steps::counted;
use crate::progress::Progress;
use crate::{chromium, exec, npm, paths, tools};

/// Runs tests/web.rs in Chromium.
///
/// wasm-bindgen's runner serves a page with the tests; Playwright opens it and reads the result.
/// That needs no driver program of the browser's exact version.
pub fn wasm() -> Result<Count> {
    tools::ensure_wasm(&mut Progress::new(tools::WASM_STEPS))?;
    let browser = ensure_browser()?;
    let module = exec::compile_module("web", &["test", "--test", "web", "--no-run"])?;
    let mut runner = Runner::start(&module)?;
    let address = runner.address()?;
    let mut node = exec::command("node");
    node.args(["wasm-tests.mjs", &address]).current_dir(paths::e2e()).env("CHROMIUM", browser);
    counted(&mut node)
}

/// Runs the Playwright journeys against dist/.
pub fn journeys() -> Result<Count> {
    let browser = ensure_browser()?;
    let report = paths::e2e().join("out").join("results.json");
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    let mut npx = exec::command("npx");
    npx.args(["playwright", "test"])
        .current_dir(paths::e2e())
        .env("CHROMIUM", browser)
        .env("XTASK", std::env::current_exe()?)
        .env("CI", "true");
    let succeeded = npx.status().context("could not start npx playwright test")?.success();
    let json = fs::read_to_string(&report).context("Playwright wrote no report; see above")?;
    Ok(count::playwright(&json)?.judged(succeeded))
}

/// Playwright's packages and a browser for them.
fn ensure_browser() -> Result<PathBuf> {
    let mut progress = Progress::new(2);
    if npm::is_current(&paths::e2e()) {
        progress.already("Playwright from npm");
    } else {
        progress.step("Install Playwright from npm", "1 min", || {
            npm::install(
                &paths::e2e(),
                "install Node 20 with npm, connect once and run: (cd e2e && npm ci)",
            )
        })?;
    }
    if let Some(browser) = chromium::find()? {
        progress.already(&format!("Chromium ({})", browser.display()));
        return Ok(browser);
    }
    progress.step("Install Chromium", "3 min", chromium::install)
}

/// Compiles tests/web.rs and returns the file that cargo made.
/// wasm-bindgen's test server, ended when dropped.
struct Runner {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Runner {
    fn start(module: &std::path::Path) -> Result<Self> {
        let mut child = exec::command(tools::cargo_tool("wasm-bindgen-test-runner"))
            .arg(module)
            .env("NO_HEADLESS", "1")
            // Port 0: the system chooses a free one.
            .env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start wasm-bindgen-test-runner")?;
        let output = child.stdout.take().context("the test runner has no output")?;
        Ok(Self { child, output: BufReader::new(output) })
    }

    /// Waits for the line in which the runner names its address.
    fn address(&mut self) -> Result<String> {
        let mut seen = String::new();
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                bail!("the test runner served no page. It said:\n{seen}");
            }
            if let Some(at) = line.find("http://") {
                return Ok(line.split_at(at).1.trim().to_owned());
            }
            seen.push_str(&line);
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // It serves until it is ended; when it has ended by itself there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
