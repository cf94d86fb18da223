//! The last touch to a build, called by Trunk as its post-build hook.
//!
//! Trunk's own starter is an inline script, which a strict content policy forbids. This writes a
//! small external one instead, once for each edition of the module (`edition.rs`). It also names
//! the glue and the module by their content: Trunk names both before wasm-opt runs, so one name
//! could stand for two contents in a cache. The glue and the style sheet lose their comments and
//! blanks first. Then the project's own library writes the figures into the pages, and more pages
//! beside them, the package `pictures` draws their pictures, and `frozen.rs` keeps a copy of the release.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{edition, exec, frames, frozen, npm, offline, paths, release, stamp};

pub const START: &str = include_str!("start.js");
const LOAD: &str = include_str!("load.js");
const OLD: &str = include_str!("old.js");
/// Goes to the end of the start script while somebody works on the page.
const RELOAD: &str = include_str!("reload.js");

/// `cargo xtask finish-dist`: finishes the folder in TRUNK_STAGING_DIR.
pub fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("finish-dist is Trunk's hook: run cargo xtask build instead")?;
    // While somebody works on the page it only has to be there soon: nothing is made smaller, the other
    // pages start the reading edition too, and there are no pictures and no copies.
    let light = is_light();
    let minify: Shorten = if light { &|_| Ok(()) } else { &minify };
    let reading = built(&staging)?;
    let full = ("full_bg.wasm".to_owned(), "full.js".to_owned());
    if light {
        for (from, to) in [(&reading.0, &full.0), (&reading.1, &full.1)] {
            fs::copy(staging.join(from), staging.join(to))?;
        }
    } else {
        edition::build(&staging)?;
        for (module, glue) in [&reading, &full] {
            edition::shrink(&staging.join(module))?;
            minify(&staging.join(glue))?;
        }
    }
    let styles = with_ending(&staging, ".css")?;
    let [style] = styles.as_slice() else {
        bail!("expected one style sheet from Trunk, found {styles:?}");
    };
    minify(&staging.join(style))?;
    let template = fs::read_to_string(staging.join("index.html"))?;
    let lines: Vec<&str> = template.lines().map(str::trim_start).collect();
    let template = lines.join("\n");
    // Only now, as they are no style sheets of index.html.
    let own = |name: &str| -> Result<String> {
        let css = fs::read_to_string(paths::root().join(format!("public/{name}.css")))?;
        asset(&staging, name, ".css", &css, minify)
    };
    // The sheet is for paper: the program turns it on to print one.
    let styles = format!(
        "<link rel=\"stylesheet\" href=\"./{}\"><link rel=\"stylesheet\" href=\"./{}\" id=\"sheet-style\" media=\"not all\"></main>",
        own("share")?,
        own("sheet")?
    );
    for (page, (module, glue)) in [("index.html", &reading), ("share.html", &full)] {
        let (mut html, start) = finish(&staging, &template, (module, glue), minify)?;
        if page == "share.html" {
            html = html.replacen("</main>", &styles, 1);
        }
        fs::write(staging.join(page), html).with_context(|| format!("cannot write {page}"))?;
        if page == "index.html" {
            frames::write(&staging, &start, style, minify)?;
        }
    }
    let words = release::words()?;
    write_figures(&staging, &words)?;
    if light {
        return Ok(());
    }
    if std::env::var_os("CYBERFLAG_PICTURES").is_none_or(|wanted| wanted != "no") {
        draw_pictures(&staging)?;
    }
    offline::write(&staging)?;
    frozen::lay_out(&staging, &release::folder(&words))
}

/// Whether `cargo xtask dev` builds this.
fn is_light() -> bool {
    std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug")
}

/// Lets the project's own library write the figures into the pages, and more pages beside them.
fn write_figures(folder: &Path, release: &str) -> Result<()> {
    let mut command = exec::cargo(&["run", "--quiet", "--locked", "--bin", "cyberflag", "--"]);
    command.arg(folder).env("CYBERFLAG_RELEASE", release);
    let by_hand = "cargo run --bin cyberflag -- dist tells what is wrong";
    exec::run("write the figures into the pages", by_hand, native(&mut command))
}

/// Draws the pictures that the pages name, from the SVG that the library wrote.
fn draw_pictures(folder: &Path) -> Result<()> {
    let args = ["run", "--quiet", "--locked", "--release", "--package", "pictures", "--"];
    let mut command = exec::cargo(&args);
    command.args([folder.join("forces"), folder.join("images")]);
    exec::run("draw the pictures", "read the messages above", native(&mut command))
}

/// Trunk's target and flags are those of the browser; this command runs here.
fn native(command: &mut Command) -> &mut Command {
    for name in ["CARGO_BUILD_TARGET", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        command.env_remove(name);
    }
    command
}

/// Shortens a script or a style sheet in place.
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
    exec::run("shorten scripts and styles", by_hand, &mut command)
}

pub fn with_ending(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Makes a script or a style sheet smaller in place.
pub type Shorten<'a> = &'a dyn Fn(&Path) -> Result<()>;

/// A page that starts an edition, and the name of the script that does.
fn finish(
    staging: &Path,
    template: &str,
    (module, glue): (&str, &str),
    shorten: Shorten,
) -> Result<(String, String)> {
    let module = name_by_content(staging, module, "_bg.wasm")?;
    let glue = name_by_content(staging, glue, ".js")?;
    let load = LOAD.replace("GLUE.js", &glue).replace("MODULE.wasm", &module);
    let reload = if is_light() { RELOAD } else { "" };
    let start = asset(staging, "start", ".js", &[START, &load, reload].concat(), shorten)?;
    let old = asset(staging, "old", ".js", OLD, shorten)?;
    let start_link = format!("<script type=\"module\" async src=\"./{start}\"></script>");
    let old_link = format!("<script src=\"./{old}\"></script></main>");
    let html = with_start(template, &start_link)?.replacen("</main>", &old_link, 1);
    Ok((html, start))
}

/// Writes a script or a style sheet, shortened, under a name with its hash; gives the name.
pub fn asset(
    staging: &Path,
    name: &str,
    ending: &str,
    text: &str,
    shorten: Shorten,
) -> Result<String> {
    let plain = format!("{name}{ending}");
    let file = staging.join(&plain);
    fs::write(&file, text).with_context(|| format!("cannot write {plain}"))?;
    shorten(&file)?;
    name_by_content(staging, &plain, ending)
}

/// The names of the one module and its glue that Trunk put into the folder.
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

/// Renames `name-OLD.suffix` to `name-HASH.suffix` by its content.
fn name_by_content(staging: &Path, old: &str, suffix: &str) -> Result<String> {
    let bytes = fs::read(staging.join(old))?;
    let stem = old.strip_suffix(suffix).unwrap_or(old);
    let name = stem.rsplit_once('-').map_or(stem, |(name, _)| name);
    let new = format!("{name}-{}{suffix}", short(&bytes));
    fs::rename(staging.join(old), staging.join(&new))?;
    Ok(new)
}

fn short(bytes: &[u8]) -> String {
    stamp::digest(bytes).chars().take(16).collect()
}

/// The page with Trunk's left-over link to the Rust package replaced by the start links.
fn with_start(html: &str, links: &str) -> Result<String> {
    let tag = html
        .match_indices("<link")
        .filter_map(|(at, _)| {
            let rest = html.get(at..)?;
            rest.get(..=rest.find('>')?)
        })
        .find(|tag| tag.contains("data-trunk") && tag.contains("rust"))
        .context("index.html needs its <link data-trunk rel=\"rust\" ...> line")?;
    Ok(html.replacen(tag, links, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("app-0123_bg.wasm"), "module")?;
        fs::write(folder.join("app-0123.js"), "glue")?;
        fs::write(
            folder.join("index.html"),
            "<head><link rel=\"icon\"><link data-trunk rel=\"rust\" data-trunk-id=\"0\"/></head>",
        )?;
        Ok(folder)
    }

    #[test]
    fn the_page_starts_from_an_external_script_with_relative_addresses() -> Result<()> {
        let folder = folder("finish")?;
        let template = fs::read_to_string(folder.join("index.html"))?;
        let (html, _) =
            finish(&folder, &template, ("app-0123_bg.wasm", "app-0123.js"), &|_| Ok(()))?;
        assert!(!html.contains("data-trunk"), "{html}");
        assert!(html.contains("<link rel=\"icon\">"), "{html}");
        let start = html.split("src=\"./").nth(1).and_then(|rest| rest.split('"').next());
        let start = start.context("no start script")?;
        let script = fs::read_to_string(folder.join(start))?;
        for name in script.split("\"./").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(folder.join(name).is_file(), "{name}");
        }
        assert_eq!(script.matches("\"./app-").count(), 2, "{script}");
        assert!(!script.contains("GLUE") && !script.contains("MODULE"), "{script}");
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
