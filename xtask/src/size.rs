//! The sizes of dist/, as they are and as a web host sends them, and the budget for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::paths;

/// All files of the page together, compressed with brotli, may weigh this many bytes.
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
    Ok(())
}

/// Measures every file of dist/. All of them count as the first load.
pub fn measure() -> Result<Vec<File>> {
    let dist = paths::dist();
    let mut files = Vec::new();
    collect(&dist, &dist, &mut files).with_context(|| {
        format!("cannot measure {}: run cargo xtask build first", dist.display())
    })?;
    if files.is_empty() {
        bail!("{} is empty: run cargo xtask build first", dist.display());
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(files)
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
}

fn total(files: &[File]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

fn collect(dist: &Path, folder: &Path, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(dist, &path, files)?;
        } else {
            let bytes = fs::read(&path)?;
            files.push(File {
                name: path.strip_prefix(dist).unwrap_or(&path).display().to_string(),
                raw: bytes.len(),
                brotli: compressed(&bytes)?,
            });
        }
    }
    Ok(())
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
    fn repetition_shrinks() -> Result<()> {
        assert!(compressed(&[b'a'; 10_000])? < 100);
        Ok(())
    }
}
