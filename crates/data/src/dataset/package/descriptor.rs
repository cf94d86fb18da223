//! `datapackage.json`: the Frictionless descriptor must describe the tables that are there.

use super::error::{DataError, Problem};
use super::{Files, TABLES};
use crate::delimited::without_mark;
use crate::json::{self, Value};

pub(super) const FILE: &str = "datapackage.json";

/// Checks that the descriptor names these tables and no other of [`TABLES`], and returns the package's
/// version. What else it names is not looked at.
pub(super) fn check(bytes: &[u8], tables: &[&str], errors: &mut Vec<DataError>) -> String {
    let bytes = without_mark(bytes);
    if bytes.is_empty() {
        errors.push(DataError::file(FILE, Problem::Empty));
        return String::new();
    }
    let package = match json::read(bytes) {
        Ok(package) => package,
        Err(fault) => {
            let line = Some(fault.line);
            let problem = Problem::Descriptor(fault.wrong.to_string());
            errors.push(DataError { file: FILE.to_owned(), line, column: None, problem });
            return String::new();
        }
    };
    let mut wrong = |text: String| errors.push(DataError::file(FILE, Problem::Descriptor(text)));
    let version = package.get("version").and_then(Value::text);
    if version.is_none() {
        wrong("it gives no version".to_owned());
    }
    match package.get("resources").and_then(Value::list) {
        Some(resources) => {
            for table in TABLES {
                let named = resources.iter().find(|r| text(r, "name") == Some(table));
                let there = tables.contains(&table);
                if let Some(fault) = fault(table, named, there) {
                    wrong(fault);
                }
            }
        }
        None => wrong("it has no list of resources".to_owned()),
    }
    version.unwrap_or_default().to_owned()
}

/// The version that a package says it is, even where its tables are wrong.
pub fn version(files: &Files) -> Option<String> {
    let package = json::read(without_mark(files.get(FILE))).ok()?;
    text(&package, "version").map(str::to_owned)
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::text)
}

/// What is wrong with the part about one table.
fn fault(table: &str, named: Option<&Value>, there: bool) -> Option<String> {
    let path = format!("{table}.csv");
    match named {
        None => there.then(|| format!("it does not name the table {table}")),
        Some(_) if !there => Some(format!("it names the table {table}, but there is no {path}")),
        Some(r) if text(r, "path") != Some(&path) => {
            Some(format!("the path of {table} should be {path}"))
        }
        Some(r) => {
            let fields = r.get("schema").and_then(|schema| schema.get("fields")?.list());
            let named = |field| text(field, "name").is_some_and(|name| !name.is_empty());
            let none = !fields.is_some_and(|fields| fields.iter().any(named));
            none.then(|| format!("the schema of {table} has no fields"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, tables: &[&str]) -> Vec<String> {
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
    }

    #[test]
    fn the_tables_that_are_there_are_named_and_no_others() {
        let text = r#"{"version": "1", "resources": [{"name": "readme"},
            {"name": "sources", "path": "sources.csv", "schema": {"fields": [{"name": "url"}]}}]}"#;
        assert!(told(text, &["sources"]).is_empty());
        assert!(told(&format!("\u{feff}{text}"), &["sources"]).is_empty());
        assert_eq!(
            told(text, &["figures"]),
            [
                "the descriptor is wrong: it names the table sources, but there is no sources.csv",
                "the descriptor is wrong: it does not name the table figures",
            ]
        );
    }

    #[test]
    fn what_is_no_descriptor_is_told_in_words() {
        for text in ["[]", "1", "{\"version\": 1, \"resources\": {}}"] {
            let all = told(text, &TABLES);
            assert_eq!(all.len(), 2, "{all:?}");
            assert!(all[0].ends_with("it gives no version"));
            assert!(all[1].ends_with("it has no list of resources"));
        }
    }
}
