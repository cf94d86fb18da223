//! `datapackage.json`, the Frictionless descriptor: the types that it is written from, and the check
//! that it describes the tables of its package.

use super::error::{DataError, Problem};
use super::{Files, TABLES};
use crate::delimited::strip_bom;
use serde::Serialize;
use serde_json::Value;

pub(super) const FILE: &str = "datapackage.json";

/// In bytes. Descriptors of real packages have a few kilobytes.
const LARGEST: usize = 1_000_000;

/// A column as a descriptor describes it.
#[derive(Serialize)]
pub struct Field {
    pub name: &'static str,
    /// Type, as a Frictionless schema names it.
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    pub description: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
}

/// What the values of a column must be.
#[derive(Default, PartialEq, Serialize)]
pub struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// A regular expression that they match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<&'static str>,
    /// The only values.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i32>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A descriptor as text, a member a line, with a line end.
pub fn to_text(descriptor: &impl Serialize) -> String {
    // Writing to memory fails only for maps whose keys are no text; no descriptor has any.
    serde_json::to_string_pretty(descriptor).unwrap_or_default() + "\n"
}

/// Checks that the descriptor names these tables and no other of [`TABLES`], and returns the package's
/// version. What else it names is not looked at.
pub(super) fn check(bytes: &[u8], tables: &[&str], errors: &mut Vec<DataError>) -> String {
    let mut wrong = |line, text| {
        let problem = Problem::Descriptor(text);
        errors.push(DataError { file: FILE.to_owned(), line, column: None, problem });
    };
    let package = match read(bytes) {
        Ok(package) => package,
        Err(Fault::Empty) => {
            errors.push(DataError::file(FILE, Problem::Empty));
            return String::new();
        }
        Err(Fault::TooLarge) => {
            wrong(None, "it is larger than a megabyte".to_owned());
            return String::new();
        }
        Err(Fault::NotJson(error)) => {
            let text = error.to_string();
            // The line number has a field of its own.
            let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(start, _)| start);
            wrong(Some(error.line() as u64), format!("it is not JSON ({message})"));
            return String::new();
        }
    };
    let mut wrong = |text| wrong(None, text);
    let version = text(&package, "version");
    if version.is_none() {
        wrong("it gives no version".to_owned());
    }
    match package.get("resources").and_then(Value::as_array) {
        Some(resources) => {
            for table in TABLES {
                let named = resources.iter().find(|r| text(r, "name") == Some(table));
                let exists = tables.contains(&table);
                if let Some(fault) = fault(table, named, exists) {
                    wrong(fault);
                }
            }
        }
        None => wrong("it has no list of resources".to_owned()),
    }
    version.unwrap_or_default().to_owned()
}

enum Fault {
    Empty,
    TooLarge,
    NotJson(serde_json::Error),
}

fn read(bytes: &[u8]) -> Result<Value, Fault> {
    match strip_bom(bytes) {
        [] => Err(Fault::Empty),
        bytes if bytes.len() > LARGEST => Err(Fault::TooLarge),
        bytes => serde_json::from_slice(bytes).map_err(Fault::NotJson),
    }
}

/// The version that a package says it is, even where its tables are wrong.
pub fn version(files: &Files) -> Option<String> {
    text(&read(files.get(FILE)).ok()?, "version").map(str::to_owned)
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

/// What is wrong with the part about one table.
fn fault(table: &str, named: Option<&Value>, exists: bool) -> Option<String> {
    let path = format!("{table}.csv");
    match named {
        None => exists.then(|| format!("it does not name the table {table}")),
        Some(_) if !exists => Some(format!("it names the table {table}, but there is no {path}")),
        Some(r) if text(r, "path") != Some(&path) => {
            Some(format!("the path of {table} should be {path}"))
        }
        Some(r) => {
            let fields = r.pointer("/schema/fields").and_then(Value::as_array);
            let named = |field| text(field, "name").is_some_and(|name| !name.is_empty());
            let none = !fields.is_some_and(|fields| fields.iter().any(named));
            none.then(|| format!("the schema of {table} has no fields"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str, tables: &[&str]) -> Vec<String> {
        let mut errors = Vec::new();
        check(text.as_bytes(), tables, &mut errors);
        errors.iter().map(|e| e.problem.to_string()).collect()
    }

    #[test]
    fn a_missing_table_and_broken_json_are_named() {
        let mut errors = Vec::new();
        let bare = br#"{"version":"1","resources":[]}"#;
        assert_eq!(check(bare, &TABLES, &mut errors), "1");
        assert_eq!(errors.len(), TABLES.len());
        errors.clear();
        check(b"{\n\"version\": }", &TABLES, &mut errors);
        assert_eq!(errors.first().and_then(|e| e.line), Some(2));
        assert_eq!(
            problems("{\n\"version\": }", &TABLES),
            ["the descriptor is wrong: it is not JSON (expected value)"]
        );
    }

    #[test]
    fn hostile_text_is_refused_and_not_followed() {
        for deep in ["[".repeat(900_000), "{\"a\":".repeat(150_000)] {
            let found = problems(&deep, &TABLES);
            assert_eq!(
                found,
                ["the descriptor is wrong: it is not JSON (recursion limit exceeded)"]
            );
        }
        let long = format!("[{}1]", "1,".repeat(500_000));
        assert_eq!(
            problems(&long, &TABLES),
            ["the descriptor is wrong: it is larger than a megabyte"]
        );
        let mut errors = Vec::new();
        check(b"{\n\"\xe9\": 1}", &TABLES, &mut errors);
        assert_eq!(errors.first().and_then(|e| e.line), Some(2));
    }

    #[test]
    fn the_tables_that_are_there_are_named_and_no_others() {
        let text = r#"{"version": "1", "resources": [{"name": "readme"},
            {"name": "sources", "path": "sources.csv", "schema": {"fields": [{"name": "url"}]}}]}"#;
        assert!(problems(text, &["sources"]).is_empty());
        assert!(problems(&format!("\u{feff}{text}"), &["sources"]).is_empty());
        assert_eq!(
            problems(text, &["figures"]),
            [
                "the descriptor is wrong: it names the table sources, but there is no sources.csv",
                "the descriptor is wrong: it does not name the table figures",
            ]
        );
    }

    #[test]
    fn what_is_no_descriptor_is_refused_in_plain_english() {
        for text in ["[]", "1", "{\"version\": 1, \"resources\": {}}"] {
            let all = problems(text, &TABLES);
            assert_eq!(all.len(), 2, "{all:?}");
            assert!(all[0].ends_with("it gives no version"));
            assert!(all[1].ends_with("it has no list of resources"));
        }
    }
}
