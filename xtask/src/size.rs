//! The sizes of dist/, as they are and as a web host sends them, and the budget for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{offline, paths};
use cyberflag_data::dataset::package::{self, Files};

/// All that index.html loads, compressed with brotli, may weigh this many bytes.
const BUDGET: usize = 150_000;

/// One file of dist/.
pub struct File {
    name: String,
    raw: usize,
    brotli: usize,
}

/// `cargo xtask size`.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(extra) = args.first() {
        bail!("size takes no '{extra}'");
    }
    check()
}

/// Prints the table and fails over the budget.
pub fn check() -> Result<()> {
    let files = measure()?;
    print_table(&files);
    let total = total(&files);
    if total > BUDGET {
        bail!(
            "the page weighs {total} bytes with brotli, {} over its budget of {BUDGET}",
            total - BUDGET
        );
    }
    offline::check()
}

/// Measures index.html and all that it loads: what it names, and what that names in turn.
pub fn measure() -> Result<Vec<File>> {
    let dist = paths::dist();
    let files = load_of(&dist, "index.html").with_context(|| {
        format!("cannot measure {}: run cargo xtask build first", dist.display())
    })?;
    Ok(files)
}

/// A page and all that it loads, the heaviest first.
fn load_of(dist: &Path, page: &str) -> Result<Vec<File>> {
    let mut names = vec![page.to_owned()];
    let mut files = Vec::new();
    let all = named(dist)?;
    while let Some(name) = names.pop() {
        let bytes = fs::read(dist.join(&name))?;
        let text = String::from_utf8_lossy(&bytes);
        let more = all.iter().filter(|other| text.contains(&format!("./{other}\"")));
        names.extend(more.filter(|n| !files.iter().any(|f: &File| f.name == **n)).cloned());
        files.push(File { brotli: compressed(&bytes)?, raw: bytes.len(), name });
    }
    files.sort_by(|a, b| b.brotli.cmp(&a.brotli).then(a.name.cmp(&b.name)));
    files.dedup_by(|a, b| a.name == b.name);
    Ok(files)
}

/// The scripts, styles and modules at the top of dist/. (Pages are named by links, not loaded.)
fn named(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Prints one line a file and the total.
pub fn print_table(files: &[File]) {
    println!("{:>10} {:>10}  file of dist/", "raw", "brotli");
    for file in files {
        println!("{:>10} {:>10}  {}", file.raw, file.brotli, file.name);
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    println!(
        "{raw:>10} {:>10}  first load in all, bytes (budget {BUDGET} with brotli)",
        total(files)
    );
    match parts() {
        Ok(parts) => {
            for (name, raw, brotli) in parts {
                println!("{raw:>10} {brotli:>10}  of it: {name}");
            }
        }
        Err(error) => println!("  its parts cannot be told: {error:#}"),
    }
}

/// What the data weighs inside the files: name, raw and compressed bytes.
fn parts() -> Result<Vec<(&'static str, usize, usize)>> {
    let html = fs::read_to_string(paths::dist().join("index.html"))?;
    let whole = compressed(html.as_bytes())?;
    // A part of a page weighs what the page is lighter without it.
    let of_page = |name, open: &str, close: &str| -> Result<(&'static str, usize, usize)> {
        let rest = without(&html, open, close);
        Ok((name, html.len() - rest.len(), whole.saturating_sub(compressed(rest.as_bytes())?)))
    };
    let files = Files::from_dir(&paths::root().join("data"));
    let data = files.and_then(|files| package::load(&files));
    let data = data.map_err(|_| anyhow::anyhow!("data/ has problems: cargo xtask data check"))?;
    let figures = data.for_page().to_compact()?;
    Ok(vec![
        ("the figures, in the module", figures.len(), compressed(&figures)?),
        of_page("the outlines, in the page", " d=\"", "\"")?,
        of_page("the sources, in the page", "id=\"fold-sources\">", "</div>")?,
        of_page("the table of forces, in the page", "id=\"fold-forces\"", "</table>")?,
        of_page(
            "the years as pictures, in the page",
            "<div class=\"chart\" id=\"chart-years\">",
            "</div>",
        )?,
    ])
}

/// The text without every stretch from `open` to the next `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str(part.split_once(close).map_or("", |(_, after)| after));
    }
    rest
}

fn total(files: &[File]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

/// The size at brotli's highest quality, which hosts use for files compressed ahead of time.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cut_out_wherever_it_stands() {
        assert_eq!(without("a<b>c</b>d<b>e</b>f", "<b>", "</b>"), "adf");
        assert_eq!(without("abc", "<b>", "</b>"), "abc");
    }

    #[test]
    fn repetition_shrinks() -> Result<()> {
        assert!(compressed(&[b'a'; 10_000])? < 100);
        Ok(())
    }
}
