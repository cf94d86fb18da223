//! The words after `cargo xtask boundaries`.

use std::path::PathBuf;

use anyhow::{Result, bail};

/// What `cargo xtask boundaries --help` prints.
pub const HELP: &str = "\
cargo xtask boundaries: make the outlines of the 43 police force areas

  cargo xtask boundaries                  Natural Earth, from the Debian package qgis-common
  cargo xtask boundaries --gpkg FILE      the same, from a world_map.gpkg you have already
  cargo xtask boundaries --input FILE     the official ONS Police Force Areas, as GeoJSON

  --out FOLDER    write there and not to data/boundaries";

/// Where the outlines come from.
#[derive(Debug, PartialEq, Eq)]
pub enum Input {
    /// Natural Earth in the Debian package, which the command downloads.
    Debian,
    /// Natural Earth in a GeoPackage on this machine.
    Gpkg(PathBuf),
    /// The official file on this machine.
    Official(PathBuf),
}

/// The command's settings.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Where the outlines come from.
    pub input: Input,
    /// Where to write, if not to `data/boundaries`.
    pub out: Option<PathBuf>,
}

impl Options {
    /// Reads the words. `None` means that help was asked for.
    pub fn parse(args: &[String]) -> Result<Option<Options>> {
        let mut input = None;
        let mut out = None;
        let mut words = args.iter();
        while let Some(word) = words.next() {
            let flag = word.as_str();
            match flag {
                "--help" | "-h" => return Ok(None),
                "--gpkg" | "--input" | "--out" => {}
                _ => bail!("boundaries does not know `{flag}`\n\n{HELP}"),
            }
            let path = match words.next() {
                Some(path) if !path.starts_with("--") => PathBuf::from(path),
                _ => bail!("`{flag}` needs a path after it\n\n{HELP}"),
            };
            match flag {
                "--out" if out.is_none() => out = Some(path),
                "--gpkg" if input.is_none() => input = Some(Input::Gpkg(path)),
                "--input" if input.is_none() => input = Some(Input::Official(path)),
                "--out" => bail!("give `--out` once"),
                _ => bail!("give one of `--gpkg FILE` and `--input FILE`, once"),
            }
        }
        Ok(Some(Options { input: input.unwrap_or(Input::Debian), out }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> Result<Option<Options>> {
        let words: Vec<String> = words.split_whitespace().map(String::from).collect();
        Options::parse(&words)
    }

    #[test]
    fn reads_each_way_to_give_the_input() {
        let input = |words| parse(words).unwrap().unwrap().input;
        assert_eq!(input(""), Input::Debian);
        assert_eq!(input("--gpkg a.gpkg"), Input::Gpkg("a.gpkg".into()));
        assert_eq!(input("--out x --input a.geojson"), Input::Official("a.geojson".into()));
        assert_eq!(parse("--help").unwrap(), None);
    }

    #[test]
    fn says_what_is_wrong_with_the_words() {
        let cases = [
            ("--inptu a", "does not know `--inptu`"),
            ("--input", "needs a path"),
            ("--gpkg --out x", "needs a path"),
            ("--gpkg a --input b", "give one of"),
            ("--out a --out b", "once"),
        ];
        for (words, expected) in cases {
            let error = parse(words).unwrap_err().to_string();
            assert!(error.contains(expected), "{words}: {error}");
        }
    }
}
