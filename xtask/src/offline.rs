//! The program inside the one file, which opens by double-click. `src/page/app.rs` writes its page.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::{exec, npm};

const OFFLINE: &str = include_str!("../../src/scripts/offline.js");

/// The full page's program as texts that can be inlined: `OneFile` in `src/page/assets.rs`. `start` is
/// the start script without the part that loads the module.
pub fn parts(folder: &Path, (module, glue): &(String, String), start: &str) -> Result<Value> {
    let entry = folder.join("one-file.js");
    fs::write(&entry, [OFFLINE, start].concat())?;
    let start = classic(&entry, &[])?;
    fs::remove_file(entry)?;
    // The glue refers to the address of its own module, which a classic script has not.
    let args = ["--global-name=cyberflagGlue", "--define:import.meta.url=undefined"];
    let glue = classic(&folder.join(glue), &args)?;
    Ok(json!({ "start": start, "glue": glue, "module": packed(&fs::read(folder.join(module))?)? }))
}

/// A module script as a classic one that can be inlined.
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

/// Gzip, which browsers can decompress, then base64. Zopfli takes seconds and saves a twentieth.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut gzip = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut gzip)?;
    Ok(STANDARD.encode(gzip))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;
    use std::io::Write as _;

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
