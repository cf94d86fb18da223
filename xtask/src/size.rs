//! The sizes of dist/, plain and compressed as a host sends them, and their budgets.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{data, paths};

/// In bytes: everything that index.html loads, compressed with brotli. The aim is 200,000: Leptos's
/// components weigh some 100,000 more than what they replaced. The page reads without them.
const BUDGET: usize = 310_000;
/// From here on there is a warning.
const WARN: usize = 308_000;
const ONE_FILE: &str = "cyberflag.html";
/// In bytes.
const ONE_FILE_BUDGET: usize = 1_000_000;

/// The postcodes of the reading page, compressed with brotli.
const POSTCODES_BUDGET: usize = 5_000;

/// One file of dist/.
struct File {
    name: String,
    raw: usize,
    brotli: usize,
}

/// `cargo xtask size`: prints the table and fails over a budget.
pub fn check() -> Result<()> {
    let dist = paths::dist();
    let files = load_of(&dist, "index.html").with_context(|| {
        format!("cannot measure {}: run cargo xtask build first", dist.display())
    })?;
    println!("{:>10} {:>10}  file of dist/", "raw", "brotli");
    for File { name, raw, brotli } in &files {
        println!("{raw:>10} {brotli:>10}  {name}");
    }
    let raw: usize = files.iter().map(|file| file.raw).sum();
    let total: usize = files.iter().map(|file| file.brotli).sum();
    println!("{raw:>10} {total:>10}  first load in all (budget {BUDGET} with brotli)");
    let figures = data::read(&paths::root().join("data"))?.for_page().to_compact()?;
    println!("{:>10} {:>10}  of it: the figures", figures.len(), compressed(&figures)?);
    let postcodes = data::read_postcodes(&paths::root().join("data"))?.to_compact();
    let size = compressed(&postcodes)?;
    println!(
        "{:>10} {size:>10}  of it: the postcodes (budget {POSTCODES_BUDGET})",
        postcodes.len()
    );
    if size > POSTCODES_BUDGET {
        bail!("the postcodes weigh {size} bytes with brotli, their budget is {POSTCODES_BUDGET}");
    }
    let one_file = fs::metadata(dist.join(ONE_FILE))?.len() as usize;
    println!("{one_file:>10} {:>10}  {ONE_FILE} (budget {ONE_FILE_BUDGET})", "");
    if let Some(warning) = verdict(total, one_file)? {
        eprintln!("warning: {warning}");
    }
    Ok(())
}

/// Warnings, or an error over a budget.
fn verdict(first_load: usize, one_file: usize) -> Result<Option<String>> {
    if first_load > BUDGET {
        bail!("the first load weighs {first_load} bytes with brotli, its budget is {BUDGET}");
    }
    if one_file > ONE_FILE_BUDGET {
        bail!("{ONE_FILE} weighs {one_file} bytes, its budget is {ONE_FILE_BUDGET}");
    }
    let near = || format!("the first load weighs {first_load} bytes of {BUDGET} with brotli");
    Ok((first_load > WARN).then(near))
}

/// A page and all that it loads, directly or not, the largest first.
fn load_of(dist: &Path, page: &str) -> Result<Vec<File>> {
    let all = loadable(dist)?;
    let mut names = vec![page.to_owned()];
    let mut files: Vec<File> = Vec::new();
    while let Some(name) = names.pop() {
        if files.iter().any(|file| file.name == name) {
            continue;
        }
        let bytes = fs::read(dist.join(&name))?;
        let text = String::from_utf8_lossy(&bytes);
        names.extend(all.iter().filter(|other| text.contains(&format!("./{other}\""))).cloned());
        files.push(File { brotli: compressed(&bytes)?, raw: bytes.len(), name });
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(files)
}

/// The scripts, styles and modules at the top of dist/. (Pages are named by links, not loaded.)
fn loadable(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
    Ok(names)
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
    fn budgets_fail_and_near_ones_warn() {
        assert!(verdict(WARN, ONE_FILE_BUDGET).unwrap().is_none());
        assert!(verdict(BUDGET, 0).unwrap().is_some());
        assert!(verdict(BUDGET + 1, 0).is_err());
        assert!(verdict(0, ONE_FILE_BUDGET + 1).is_err());
    }

    #[test]
    fn the_postcodes_are_within_their_budget() -> Result<()> {
        let bytes = data::read_postcodes(&paths::root().join("data"))?.to_compact();
        // Far less would mean that codes are missing.
        let size = compressed(&bytes)?;
        assert!((1_500..=POSTCODES_BUDGET).contains(&size), "{size}");
        Ok(())
    }

    #[test]
    fn all_that_a_page_loads_is_weighed_once() -> Result<()> {
        let dist = tempfile::tempdir()?;
        for (name, text) in [
            ("index.html", "<script src=\"./a.js\"><a href=\"./share.html\">".to_owned()),
            ("a.js", format!("\"./b_bg.wasm\" \"./index.html\" \"./a.js\"{}", " ".repeat(10_000))),
            ("b_bg.wasm", String::new()),
            ("c.js", String::new()),
            ("share.html", String::new()),
        ] {
            fs::write(dist.path().join(name), text)?;
        }
        let files = load_of(dist.path(), "index.html")?;
        let mut names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["a.js", "b_bg.wasm", "index.html"]);
        let script = files.iter().find(|file| file.name == "a.js").unwrap();
        assert!(script.raw > 10_000 && script.brotli < 100, "{}", script.brotli);
        Ok(())
    }
}
