//! `datapackage.json`: the Frictionless descriptor must describe the tables that are there.

use super::TABLES;
use super::error::{DataError, Problem};
use serde::Deserialize;

const FILE: &str = "datapackage.json";

#[derive(Deserialize)]
struct Package {
    version: String,
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    name: String,
    path: String,
    schema: Schema,
}

#[derive(Deserialize)]
struct Schema {
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
}

/// Checks the descriptor and returns the package's version.
pub(super) fn check(bytes: &[u8], errors: &mut Vec<DataError>) -> String {
    if bytes.is_empty() {
        errors.push(DataError::file(FILE, Problem::Empty));
        return String::new();
    }
    let package: Package = match serde_json::from_slice(bytes) {
        Ok(package) => package,
        Err(e) => {
            let line = Some(e.line() as u64);
            let problem = Problem::Descriptor(e.to_string());
            errors.push(DataError { file: FILE.to_owned(), line, column: None, problem });
            return String::new();
        }
    };
    let mut wrong = |text: String| errors.push(DataError::file(FILE, Problem::Descriptor(text)));
    for table in TABLES {
        match package.resources.iter().find(|r| r.name == table) {
            None => wrong(format!("it does not name the table {table}")),
            Some(r) if r.path != format!("{table}.csv") => {
                wrong(format!("the path of {table} should be {table}.csv"));
            }
            Some(r) if r.schema.fields.iter().all(|f| f.name.is_empty()) => {
                wrong(format!("the schema of {table} has no fields"));
            }
            Some(_) => {}
        }
    }
    package.version
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_table_and_broken_json_are_named() {
        let mut errors = Vec::new();
        check(br#"{"version":"1","resources":[]}"#, &mut errors);
        assert_eq!(errors.len(), TABLES.len());
        errors.clear();
        check(b"{\n\"version\": }", &mut errors);
        assert_eq!(errors.first().and_then(|e| e.line), Some(2));
    }
}
