//! Finishes a build: Trunk's post-build hook.
//!
//! Trunk builds the module of the reading page. This adds that of the full page (`full.rs`), minifies
//! scripts and styles, and names all of them by a hash of their content. (Trunk's own hash is taken
//! before wasm-opt runs, so it could name two contents in a cache.) Then the app's library writes every
//! page (`src/page`), the package `pictures` draws the pictures, and `frozen.rs` copies the release.
//!
//! A debug build (`cargo xtask dev`) is to be quick: nothing is minified, every page starts the reading
//! page's program, and there is no one file, no picture and no frozen copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{digest, exec, frozen, full, npm, offline, paths, release};

const START: &str = include_str!("../../src/scripts/start.js");
const LEAVE: &str = include_str!("../../src/scripts/leave.js");
const LOAD: &str = include_str!("../../src/scripts/load.js");
const OLD: &str = include_str!("../../src/scripts/old.js");
const FRAME: &str = include_str!("../../src/scripts/frame.js");
const EMBED: &str = include_str!("../../src/scripts/embed.js");
/// Added to the start script of a debug build.
const RELOAD: &str = include_str!("../../src/scripts/reload.js");

/// `cargo xtask finish-dist`: finishes the folder in TRUNK_STAGING_DIR.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("finish-dist is Trunk's hook: run cargo xtask build instead")?;
    let debug = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let reading = built(&staging)?;
    let full = if debug { None } else { Some(full(&staging, &reading)?) };
    let minify: Minify = if debug { &|_| Ok(()) } else { &minify };
    // Other sites link to this one, so its name has no hash.
    let embed = staging.join("embed.js");
    fs::write(&embed, EMBED)?;
    minify(&embed)?;
    let stamp = release::stamp()?;
    let assets = assets(&staging, &reading, full.as_ref(), minify)?;
    write_pages(&staging, &assets, &stamp)?;
    if debug {
        return Ok(());
    }
    if std::env::var_os("CYBERFLAG_PICTURES").is_none_or(|wanted| wanted != "no") {
        draw_pictures(&staging)?;
    }
    frozen::lay_out(&staging, &release::folder(&stamp))
}

/// Builds the module and the glue of the full page, and optimises both modules.
fn full(staging: &Path, reading: &(String, String)) -> Result<(String, String)> {
    full::build(staging)?;
    let full = ("full_bg.wasm".to_owned(), "full.js".to_owned());
    for (module, _) in [reading, &full] {
        full::optimise(&staging.join(module))?;
    }
    Ok(full)
}

/// Draws the pictures that the pages link, from the SVG that the library wrote.
fn draw_pictures(folder: &Path) -> Result<()> {
    let args = ["run", "--quiet", "--locked", "--release", "--package", "pictures", "--"];
    let mut command = exec::cargo(&args);
    command.args([folder.join("forces"), folder.join("images")]);
    exec::run("draw the pictures", "read the messages above", native(&mut command))
}

/// Removes Trunk's target and flags, which are for the browser.
fn native(command: &mut Command) -> &mut Command {
    for name in ["CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

/// Writes the scripts and styles of all pages, and lists them for the library as `Assets` in
/// `src/page/assets.rs`.
fn assets(
    staging: &Path,
    reading: &(String, String),
    full: Option<&(String, String)>,
    minify: Minify,
) -> Result<serde_json::Value> {
    let style = |name: &str| -> Result<Asset> {
        let css = fs::read_to_string(paths::root().join(format!("public/{name}.css")))?;
        asset(staging, name, ".css", &css, minify)
    };
    let one_file = match full {
        Some(full) => offline::parts(staging, full, &[START, LEAVE].concat())?,
        None => serde_json::Value::Null,
    };
    let starting = |program: &(String, String)| {
        start(staging, program, if full.is_some() { "" } else { RELOAD }, minify)
    };
    let program = starting(reading)?;
    let full_program = full.map(starting).transpose()?;
    let embed = FRAME.replace("START.js", &program.script.name);
    Ok(json!({
        "styles": style("styles")?,
        "share_styles": style("share")?,
        "fact_sheet_styles": style("sheet")?,
        "embed_styles": style("frame")?,
        "program": program,
        "full_program": full_program.as_ref().unwrap_or(&program),
        "old": asset(staging, "old", ".js", OLD, minify)?,
        "embed": asset(staging, "frame", ".js", &embed, minify)?,
        "one_file": one_file,
    }))
}

/// Runs the native binary, which writes the pages.
fn write_pages(folder: &Path, assets: &serde_json::Value, release: &str) -> Result<()> {
    let list = folder.join("assets.json");
    fs::write(&list, assets.to_string())?;
    let mut command = exec::cargo(&["run", "--quiet", "--locked", "--bin", "cyberflag", "--"]);
    command.arg(folder).env("CYBERFLAG_RELEASE", release);
    let by_hand = "read the message above: it names the page";
    exec::run("write the pages", by_hand, native(&mut command))?;
    fs::remove_file(list).context("cannot remove the list of assets")
}

/// Minifies a script or a style sheet in place.
fn minify(file: &Path) -> Result<()> {
    let mut command = npm::tool("esbuild");
    command
        .arg(file)
        .args(["--minify", "--allow-overwrite", "--log-level=warning", "--target=es2022"])
        .arg(format!("--outfile={}", file.display()));
    if file.extension().is_some_and(|e| e == "js") {
        command.arg("--format=esm");
    }
    let by_hand = "run `npm ci` in xtask/npm/build once while connected";
    exec::run("minify scripts and styles", by_hand, &mut command)
}

fn with_ending(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Minifies a file in place, or leaves it as it is.
type Minify<'a> = &'a dyn Fn(&Path) -> Result<()>;

/// Writes the script that loads a module and its glue, with `more` at its end.
fn start(
    staging: &Path,
    (module, glue): &(String, String),
    more: &str,
    minify: Minify,
) -> Result<Program> {
    minify(&staging.join(glue))?;
    let module = name_by_content(staging, module, "_bg.wasm")?;
    let glue = name_by_content(staging, glue, ".js")?;
    let load = LOAD.replace("GLUE.js", &glue).replace("MODULE.wasm", &module);
    let script = asset(staging, "start", ".js", &[START, LEAVE, &load, more].concat(), minify)?;
    Ok(Program { script, module, glue })
}

/// A program: the script that starts it, and the names of the files that the script loads.
#[derive(serde::Serialize)]
struct Program {
    script: Asset,
    module: String,
    glue: String,
}

/// A file of the build.
#[derive(serde::Serialize)]
struct Asset {
    name: String,
    text: String,
}

/// Writes a script or a style sheet, minified, under a name with its hash.
fn asset(staging: &Path, name: &str, ending: &str, text: &str, minify: Minify) -> Result<Asset> {
    let plain = format!("{name}{ending}");
    let file = staging.join(&plain);
    fs::write(&file, text).with_context(|| format!("cannot write {plain}"))?;
    minify(&file)?;
    let text = fs::read_to_string(&file)?;
    Ok(Asset { name: name_by_content(staging, &plain, ending)?, text })
}

/// The module and the glue that Trunk put into the folder.
fn built(staging: &Path) -> Result<(String, String)> {
    let modules = with_ending(staging, "_bg.wasm")?;
    let [module] = modules.as_slice() else {
        bail!("expected one WebAssembly module from Trunk, found {modules:?}");
    };
    let glue = module.replace("_bg.wasm", ".js");
    if !staging.join(&glue).is_file() {
        bail!("{module} has no {glue} beside it");
    }
    Ok((module.clone(), glue))
}

/// Renames a file to `name-HASH.suffix`; returns the name.
fn name_by_content(staging: &Path, old: &str, suffix: &str) -> Result<String> {
    let bytes = fs::read(staging.join(old))?;
    let stem = old.strip_suffix(suffix).unwrap_or(old);
    let name = stem.rsplit_once('-').map_or(stem, |(name, _)| name);
    let new = format!("{name}-{}{suffix}", short(&bytes));
    fs::rename(staging.join(old), staging.join(&new))?;
    Ok(new)
}

fn short(bytes: &[u8]) -> String {
    digest::of(bytes).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("app-0123_bg.wasm"), "module")?;
        fs::write(folder.join("app-0123.js"), "glue")?;
        Ok(folder)
    }

    #[test]
    fn the_start_script_names_files_that_are_there() -> Result<()> {
        let folder = folder("finish")?;
        let start = start(&folder, &built(&folder)?, "", &|_| Ok(()))?.script;
        assert_eq!(fs::read_to_string(folder.join(&start.name))?, start.text);
        let names: Vec<&str> =
            (start.text.split("\"./").skip(1)).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        for name in names {
            assert!(name.starts_with("app-") && folder.join(name).is_file(), "{name}");
        }
        assert!(!start.text.contains("GLUE") && !start.text.contains("MODULE"), "{}", start.text);
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    #[test]
    fn two_modules_are_refused() -> Result<()> {
        let folder = folder("finish-two")?;
        fs::write(folder.join("other_bg.wasm"), "module")?;
        assert!(built(&folder).is_err());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
