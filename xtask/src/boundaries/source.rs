//! Where the outlines came from: `source.json`, which the page's credits are read from.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The facts a reader needs to judge the outlines and to make them again.
#[derive(Debug)]
pub struct Source {
    /// The data set's name.
    pub name: String,
    /// Who publishes it.
    pub publisher: &'static str,
    /// The licence's name.
    pub licence: &'static str,
    /// The licence's text.
    pub licence_url: &'static str,
    /// The line that must (or should) be shown with the map.
    pub attribution: String,
    /// The edition.
    pub version: String,
    /// When the edition was made, as exactly as the input says.
    pub date: String,
    /// What the outlines are fit for.
    pub note: &'static str,
    /// The input file and the package it came in.
    pub input: String,
    /// The input file's SHA-256.
    pub input_sha256: String,
    /// The command that makes the outlines from it.
    pub command: String,
}

impl Source {
    /// The file's text.
    pub fn to_json(&self) -> Result<String> {
        let value = json!({
            "name": self.name,
            "publisher": self.publisher,
            "licence": self.licence,
            "licence_url": self.licence_url,
            "attribution": self.attribution,
            "version": self.version,
            "date": self.date,
            "note": self.note,
            "input": self.input,
            "input_sha256": self.input_sha256,
            "command": self.command,
        });
        Ok(serde_json::to_string_pretty(&value)? + "\n")
    }
}

/// The SHA-256 of a file, in hexadecimal.
pub fn sha256(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(format!("{:x}", Sha256::digest(bytes)))
}

/// The last part of a path, for a message or a record that must not depend on the machine.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
