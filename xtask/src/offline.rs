//! The page as one file that opens by double-click. `src/page/app.rs` writes it; here are the parts of
//! the program that it holds.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::{exec, npm};

const OFFLINE: &str = include_str!("../../src/scripts/offline.js");

/// The full edition as texts that can stand in a page: `OneFile` in `src/page/assets.rs`. `start` is the
/// script that starts it, but for the words that say where it is.
pub fn parts(folder: &Path, (module, glue): &(String, String), start: &str) -> Result<Value> {
    let entry = folder.join("one-file.js");
    fs::write(&entry, [OFFLINE, start].concat())?;
    let start = classic(&entry, &[])?;
    fs::remove_file(entry)?;
    // The glue would look beside itself for a module if it were given none.
    let args = ["--global-name=cyberflagGlue", "--define:import.meta.url=undefined"];
    let glue = classic(&folder.join(glue), &args)?;
    Ok(json!({ "start": start, "glue": glue, "module": packed(&fs::read(folder.join(module))?)? }))
}

/// A script as a classic one, which can stand in a page.
fn classic(entry: &Path, args: &[&str]) -> Result<String> {
    let out = entry.with_extension("out.js");
    let mut bundle = npm::tool("esbuild");
    bundle.arg(entry).args(["--bundle", "--format=iife", "--minify", "--target=es2022"]);
    bundle.arg("--log-level=error").args(args).arg(format!("--outfile={}", out.display()));
    exec::run("make the scripts of the one file", "run cargo xtask build again", &mut bundle)?;
    let script = fs::read_to_string(&out)?;
    fs::remove_file(out)?;
    if script.contains("</script") || script.contains("<!--") {
        bail!("{} would end its own element", entry.display());
    }
    Ok(script.trim().to_owned())
}

/// Bytes as text: gzip, which browsers unpack themselves, then base64.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(STANDARD.encode(gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    #[test]
    fn node_unpacks_what_was_packed() -> Result<()> {
        let bytes: Vec<u8> = (0..70_000_u64).map(|n| (n * n / 7) as u8).collect();
        // As src/scripts/offline.js does it.
        let script = "
            const packed = Uint8Array.from(atob(require('fs').readFileSync(0, 'latin1')), (c) => c.charCodeAt(0));
            const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
            new Response(stream).arrayBuffer().then((bytes) => process.stdout.write(Buffer.from(bytes)));";
        let mut node = exec::command("node");
        node.args(["-e", script]).stdin(std::process::Stdio::piped());
        let mut node = node.stdout(std::process::Stdio::piped()).spawn()?;
        node.stdin.take().context("no stdin")?.write_all(packed(&bytes)?.as_bytes())?;
        assert!(node.wait_with_output()?.stdout == bytes);
        Ok(())
    }
}
