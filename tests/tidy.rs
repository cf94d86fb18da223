//! The architecture as a test: layers, who may name which crate, and the shape of files.
//! `ARCHITECTURE.md` gives the reasons.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::fs;
use std::path::Path;

/// A layer (a module of the crate's root) and the paths under `crate::` that it may use.
const LAYERS: [(&str, &[&str]); 18] = [
    ("delimited", &[]),
    ("json", &[]),
    ("domain", &[]),
    ("dataset", &["domain", "delimited", "json"]),
    ("stats", &["domain"]),
    ("geo", &["domain"]),
    ("scale", &["domain"]),
    ("selection", &["domain"]),
    ("embedded", &["dataset", "geo"]),
    ("intake", &["domain", "dataset", "delimited", "scale"]),
    ("figures", &["domain", "dataset", "stats", "geo", "scale", "selection"]),
    ("charts", &["figures", "scale", "domain"]),
    (
        "markup",
        &[
            "figures",
            "charts",
            "geo",
            "domain",
            "scale",
            "intake",
            "dataset::Dataset",
            "dataset::package",
        ],
    ),
    (
        "export",
        &[
            "domain",
            "delimited",
            "json",
            "selection",
            "figures",
            "charts",
            "markup",
            "geo",
            "scale",
            "dataset",
        ],
    ),
    (
        "ui",
        // The dataset passes through the ui to the figures; the ui asks it nothing itself.
        &[
            "domain",
            "selection",
            "figures",
            "charts",
            "markup",
            "export",
            "page",
            "embedded",
            "geo",
            "scale::Classes",
            "scale::format",
            "intake",
            "dataset::Published",
            "dataset::OWN",
            "dataset::Dataset",
            "dataset::Source",
        ],
    ),
    (
        "page",
        &[
            "domain",
            "selection",
            "figures",
            "charts",
            "markup",
            "export",
            "page",
            "embedded",
            "geo",
            "dataset",
        ],
    ),
    ("lib", &[]),
    ("main", &["ui", "page", "figures::Release"]),
];

/// A word of the code and the only places that may use it: files or folders under `src/`.
const WORDS: [(&str, &[&str]); 10] = [
    ("plotters", &["charts/", "ui/canvas.rs"]),
    ("plotters_backend", &["charts/", "ui/canvas.rs"]),
    ("plotters_canvas", &["ui/canvas.rs"]),
    ("CanvasBackend", &["ui/canvas.rs"]),
    ("leptos", &["ui/", "main.rs"]),
    ("web_sys", &["ui/", "main.rs"]),
    ("js_sys", &["ui/", "main.rs"]),
    ("wasm_bindgen", &["ui/", "main.rs"]),
    ("include_bytes", &["embedded.rs"]),
    ("include_str", &["embedded.rs"]),
];

const MOST_LINES: usize = 300;

/// The code without comments. A `//` inside a string ends its line too, which loses nothing here.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or(""));
    lines.collect::<Vec<_>>().join("\n")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where a word starts in the code, as a whole word.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// Every path that follows `root::` in the code, `{a, b::c}` taken apart.
fn paths(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    for at in places(code, root) {
        let rest: String = code[at + root.len()..].chars().filter(|c| !c.is_whitespace()).collect();
        if let Some(rest) = rest.strip_prefix("::") {
            tree(rest, "", &mut found);
        }
    }
    found
}

/// Reads one path or `{…}` group of a `use`, and returns what follows it.
fn tree<'a>(text: &'a str, prefix: &str, found: &mut Vec<String>) -> &'a str {
    if let Some(mut rest) = text.strip_prefix('{') {
        while !rest.is_empty() && !rest.starts_with('}') {
            rest = tree(rest, prefix, found);
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        return rest.strip_prefix('}').unwrap_or(rest);
    }
    let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(inner) if inner.starts_with('{') || inner.starts_with(is_word) => {
            tree(inner, &path, found)
        }
        _ => {
            found.push(path);
            // What cannot be read, a `*` for one, ends the group.
            let next = rest.find([',', '}', ';']).unwrap_or(rest.len());
            &rest[next..]
        }
    }
}

/// The layer of a file under `src/`.
fn layer(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// What is wrong with the imports and crate names of a file, given its place under `src/`.
fn import_faults(file: &str, text: &str) -> Vec<String> {
    let (code, own) = (code(text), layer(file));
    let mut faults = Vec::new();
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
        return vec![format!("src/{file}: no layer is called {own}; see ARCHITECTURE.md")];
    };
    let mut used = paths(&code, "crate");
    used.extend(paths(&code, "cyberflag"));
    // In the root of a layer `super` is the crate itself.
    if !file.contains('/') || file == format!("{own}/mod.rs") {
        let other = |path: &String| LAYERS.iter().any(|(name, _)| layer_of(path) == *name);
        used.extend(paths(&code, "super").into_iter().filter(other));
    }
    for path in used {
        let fits = |rule: &str| {
            path.strip_prefix(rule).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        if layer_of(&path) != own && !allowed.iter().any(|rule| fits(rule)) {
            faults.push(format!("src/{file}: {own} must not import crate::{path}"));
        }
    }
    if paths(&code, "super").iter().any(|path| layer_of(path) == "super") {
        faults.push(format!("src/{file}: write crate:: in place of super::super::"));
    }
    for (word, places_allowed) in WORDS {
        let fits = |place: &str| file == place || (place.ends_with('/') && file.starts_with(place));
        if places(&code, word).next().is_some() && !places_allowed.iter().any(|p| fits(p)) {
            faults.push(format!("src/{file}: only {} may name {word}", places_allowed.join(", ")));
        }
    }
    faults
}

fn layer_of(path: &str) -> &str {
    path.split("::").next().unwrap_or(path)
}

/// What is wrong with the shape of a file.
fn shape_faults(file: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push(format!("{file}: does not start with a //! line that says what it is for"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{file}: {lines} lines, {MOST_LINES} at most"));
    }
    faults
}

/// Every Rust file under a folder, with its path from there.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort();
    found
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_layer_imports_only_what_it_may() {
    let files = rust_files("src");
    assert!(files.len() > 40, "the files of src/ are looked at");
    none(&files.iter().flat_map(|(f, t)| import_faults(f, t)).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    for folder in ["src", "xtask/src"] {
        let faults = rust_files(folder)
            .iter()
            .flat_map(|(f, t)| shape_faults(&format!("{folder}/{f}"), t))
            .collect::<Vec<_>>();
        none(&faults);
    }
}

#[test]
fn a_wrong_import_is_reported() {
    let wrong = [
        ("domain/date.rs", "use crate::dataset::Dataset;", "domain must not import crate::dataset"),
        ("stats/rank.rs", "fn f(d: &crate::dataset::Dataset) {}", "must not import crate::dataset"),
        ("scale/linear.rs", "use crate::{domain::Cell, stats::rate};", "import crate::stats::rate"),
        ("geo/map.rs", "use crate::\n    selection::Selection;", "crate::selection::Selection"),
        ("selection.rs", "use super::figures::View;", "must not import crate::figures::View"),
        ("geo/mod.rs", "use super::{domain::Area, ui};", "must not import crate::ui"),
        ("dataset/package/table.rs", "use super::super::stats;", "write crate:: in place of"),
        ("figures/map.rs", "use crate::charts::Scene;", "must not import crate::charts::Scene"),
        (
            "charts/bars.rs",
            "use crate::{figures::{Bar}, dataset};",
            "must not import crate::dataset",
        ),
        ("ui/app.rs", "use crate::stats::rate;", "ui must not import crate::stats::rate"),
        ("ui/app.rs", "use crate::dataset::package::load;", "import crate::dataset::package::load"),
        (
            "ui/app.rs",
            "use crate::scale::{format, Linear};",
            "ui must not import crate::scale::Linear",
        ),
        ("main.rs", "use cyberflag_figures::View;", "main must not import crate::figures::View"),
        ("helpers.rs", "", "no layer is called helpers"),
        ("figures/map.rs", "use leptos::prelude::*;", "only ui/, main.rs may name leptos"),
        (
            "figures/map.rs",
            "fn f() { plotters::init() }",
            "only charts/, ui/canvas.rs may name plotters",
        ),
        (
            "ui/chart.rs",
            "use plotters_canvas::CanvasBackend;",
            "only ui/canvas.rs may name CanvasBackend",
        ),
        ("ui/about.rs", "let s = include_str!(\"a\");", "only embedded.rs may name include_str"),
    ];
    for (file, text, words) in wrong {
        let faults = import_faults(file, text);
        assert!(faults.iter().any(|f| f.contains(words)), "{file}: {text}\n{faults:#?}");
    }
}

#[test]
fn a_right_import_is_not_reported() {
    let right = [
        ("domain/date.rs", "//! As [`crate::dataset`] has it.\nuse crate::domain::Date;"),
        ("dataset/package/table.rs", "use crate::dataset::{Figure, Source};\nuse super::error::E;"),
        ("selection.rs", "mod tests { use super::*; }"),
        ("figures/map.rs", "use crate::{dataset::{self, Dataset}, scale::format};"),
        ("charts/paint.rs", "use plotters::prelude::*; // no leptos here"),
        ("ui/app.rs", "use crate::scale::Classes;\nuse crate::dataset::Dataset;"),
        ("ui/table.rs", "let plotters_like = my_crate::stats::x;"),
        ("main.rs", "cyberflag::ui::start();"),
    ];
    for (file, text) in right {
        none(&import_faults(file, text));
    }
}

#[test]
fn a_long_file_and_one_without_a_purpose_are_reported() {
    let long = "//! Long.\n".to_owned() + &"\n".repeat(MOST_LINES);
    assert_eq!(shape_faults("a.rs", &long), ["a.rs: 301 lines, 300 at most"]);
    assert_eq!(shape_faults("a.rs", "use std::fs;\n").len(), 1);
    none(&shape_faults("a.rs", "//! Short.\n"));
}
