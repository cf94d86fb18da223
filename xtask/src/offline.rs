//! The program inside the one file, which opens by double-click. `src/page/app.rs` writes its page.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::{exec, npm, paths};

const UNPACK: &str = include_str!("../../src/scripts/unpack.js");
const OFFLINE: &str = include_str!("../../src/scripts/offline.js");

/// The full page's program as texts that can be inlined: `OneFile` in `src/page/assets.rs`. `start` is
/// the start script without the part that loads the module.
pub fn parts(folder: &Path, (module, glue): &(String, String), start: &str) -> Result<Value> {
    let entry = folder.join("one-file.js");
    fs::write(&entry, [UNPACK, OFFLINE, start].concat())?;
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
    // The entry lies outside of the npm project.
    bundle.env("NODE_PATH", paths::npm_build().join("node_modules"));
    bundle.arg("--log-level=error").args(args).arg(format!("--outfile={}", out.display()));
    exec::run("make the scripts of the one file", "run cargo xtask build again", &mut bundle)?;
    let script = fs::read_to_string(&out)?;
    fs::remove_file(out)?;
    if script.contains("</script") || script.contains("<!--") {
        bail!("{} would end its own element", entry.display());
    }
    Ok(script.trim().to_owned())
}

/// Packed as small as zstd can, as text for [`UNPACK`].
fn packed(bytes: &[u8]) -> Result<String> {
    Ok(text(&zstd::bulk::compress(bytes, 22)?))
}

/// Bytes as pairs of 91 printable characters, 13 bits each, the first half of a pair first. Of a last pair
/// with no more than 6 bits only the first half is written.
fn text(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('!'..='~').filter(|c| !"\"&<".contains(*c)).collect();
    let letter = |value: u32| letters.get(value as usize % letters.len());
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits |= u32::from(*byte) << count;
        count += 8;
        if count >= 13 {
            let value = bits & 0x1fff;
            text.extend([value, value / 91].into_iter().filter_map(letter));
            (bits, count) = (bits >> 13, count - 13);
        }
    }
    let last = [bits, bits / 91].into_iter().take(match count {
        0 => 0,
        1..=6 => 1,
        _ => 2,
    });
    text.extend(last.filter_map(letter));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;
    use std::io::Write as _;

    /// What [`UNPACK`] reads from a text.
    fn read(text: &str) -> Result<Vec<u8>> {
        let script = "process.stdout.write(bytesOf(require('fs').readFileSync(0, 'latin1')));";
        let mut node = exec::command("node");
        node.args(["-e", &[UNPACK, script].concat()]).stdin(std::process::Stdio::piped());
        let mut node = node.stdout(std::process::Stdio::piped()).spawn()?;
        node.stdin.take().context("no stdin")?.write_all(text.as_bytes())?;
        Ok(node.wait_with_output()?.stdout)
    }

    #[test]
    fn the_script_reads_what_was_written_whatever_its_length() -> Result<()> {
        for length in (0..30).chain([70_000]) {
            let bytes: Vec<u8> = (0..length).map(|n: u64| (n * n / 7) as u8).collect();
            let text = text(&bytes);
            assert!(text.chars().all(|c| c.is_ascii_graphic() && !"\"&<".contains(c)));
            assert!(read(&text)? == bytes, "{length}");
        }
        Ok(())
    }
}
