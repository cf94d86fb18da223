//! Names in the module that no reader needs. What it imports from its glue: wasm-bindgen gives each
//! a name with a hash, which stands in both files and which no compression can shorten. And the names
//! of source files, which a panic would tell to a console that is not there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use regex::bytes::{Captures, Regex};

/// The sections of imports and of data, and the kind of an import that is a function.
const IMPORTS: u8 = 2;
const DATA: u8 = 11;
const FUNCTION: u8 = 0;
/// Magic number and version.
const HEADER: usize = 8;

/// Renames the imports in both files, and blots out the names of source files.
pub fn shorten(module: &Path, glue: &Path) -> Result<()> {
    let (bytes, names) = renamed(&fs::read(module)?)?;
    let mut script = fs::read_to_string(glue)?;
    for (at, name) in names.iter().enumerate() {
        if script.matches(name.as_str()).count() != 1 {
            bail!("{} should name {name} once", glue.display());
        }
        script = script.replacen(name, &short(at), 1);
    }
    fs::write(module, bytes)?;
    fs::write(glue, script).context("cannot write the glue")
}

/// A name for the place of an import: a letter, then digits.
fn short(at: usize) -> String {
    let letter = char::from(b'a' + (at % 26) as u8);
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26 - 1) }
}

/// The module with short names, and the names that it had, in order.
fn renamed(module: &[u8]) -> Result<(Vec<u8>, Vec<String>)> {
    let (mut out, mut names) = (module.get(..HEADER).context("no module")?.to_vec(), Vec::new());
    let mut rest = Reader(module.get(HEADER..).unwrap_or_default());
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let body = rest.bytes()?;
        let body = match kind {
            IMPORTS => imports(body, &mut names)?,
            DATA => without_files(body)?,
            _ => body.to_vec(),
        };
        out.push(kind);
        put(&mut out, &body);
    }
    Ok((out, names))
}

/// The data with every name of a source file blotted out, no byte moved.
fn without_files(section: &[u8]) -> Result<Vec<u8>> {
    let file = r"(?-u)(?:/rustc/[0-9a-f]{40}/library/[\w./-]+?|c/[a-z0-9_-]+-\d+\.\d+\.\d+/[\w./-]+?|src/[a-z_/]+?)\.rs";
    let blot = |found: &Captures<'_>| vec![b'r'; found[0].len()];
    Ok(Regex::new(file)?.replace_all(section, blot).into_owned())
}

fn imports(section: &[u8], names: &mut Vec<String>) -> Result<Vec<u8>> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    number(&mut out, count);
    for at in 0..count {
        put(&mut out, rest.bytes()?);
        names.push(String::from_utf8(rest.bytes()?.to_vec())?);
        put(&mut out, short(at).as_bytes());
        let kind = rest.byte()?;
        if kind != FUNCTION {
            bail!("the module imports something else than functions");
        }
        out.push(kind);
        number(&mut out, rest.number()?);
    }
    Ok(out)
}

/// Reads numbers (LEB128) and runs of bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the module ends too early")?;
        self.0 = rest;
        Ok(*first)
    }

    fn number(&mut self) -> Result<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Ok(value);
            }
            if shift > 28 {
                bail!("a number in the module is too long");
            }
        }
    }

    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        let (found, rest) = self.0.split_at_checked(length).context("the module ends too early")?;
        self.0 = rest;
        Ok(found)
    }
}

fn number(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, bytes.len());
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(kind: u8) -> Vec<u8> {
        let mut section = vec![1];
        put(&mut section, b"./glue.js");
        put(&mut section, b"__wbg_log_0123456789abcdef");
        section.extend([kind, 3]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (kind, body) in [(1, &[0][..]), (IMPORTS, &section), (10, &[0; 300])] {
            module.push(kind);
            put(&mut module, body);
        }
        module
    }

    #[test]
    fn only_the_name_of_an_import_changes() -> Result<()> {
        let long = module(FUNCTION);
        let (short, names) = renamed(&long)?;
        assert_eq!(names, ["__wbg_log_0123456789abcdef"]);
        assert_eq!(short.len(), long.len() - 25);
        assert_eq!(renamed(&short)?, (short.clone(), vec!["a".to_owned()]));
        Ok(())
    }

    #[test]
    fn names_of_source_files_go_and_words_stay() -> Result<()> {
        let data = b"Kent src/ui/dom.rsHc/hashbrown-0.17.2/src/raw.rsabc/d 1.5 /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/cell.rs: no";
        let blotted = String::from_utf8(without_files(data)?)?;
        assert_eq!(blotted.len(), data.len());
        assert!(blotted.starts_with("Kent rrr") && blotted.ends_with("rrr: no"), "{blotted}");
        assert!(blotted.contains("rHr") && blotted.contains("abc/d 1.5 "), "{blotted}");
        assert!(!blotted.contains(".rs"), "{blotted}");
        Ok(())
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(renamed(b"\0asm").is_err());
        assert!(renamed(&module(2)).is_err());
        let cut = module(FUNCTION);
        assert!(cut.get(..20).is_some_and(|part| renamed(part).is_err()));
    }

    #[test]
    fn names_are_short_and_differ() {
        let names: std::collections::BTreeSet<String> = (0..700).map(short).collect();
        assert_eq!(names.len(), 700);
        assert!(names.iter().all(|name| name.len() <= 3));
    }
}
