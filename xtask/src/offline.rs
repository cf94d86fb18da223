//! The page as one file that opens by double-click: everything inside, and a policy of its own by
//! hash, so that it may run nothing else and contact nobody.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::{exec, finish, pack, page, paths};

const OFFLINE: &str = include_str!("offline.js");
/// What unpacks the module, under the names by which the scripts import it. Node runs them in tests.
const UNPACK: [(&str, &str); 2] =
    [("unpack.mjs", include_str!("unpack.mjs")), ("lzma.mjs", include_str!("lzma.mjs"))];
const NAME: &str = "cyberflag.html";
const NEEDS_SCRIPT: &str = "<p>In this file the list of all sources is packed together with the program, and unpacking needs JavaScript. The sources of the total stand under the key figures.</p>";
/// The file may weigh this many bytes.
const BUDGET: u64 = 400_000;

/// `cargo xtask offline`.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(extra) = args.first() {
        bail!("offline takes no '{extra}'");
    }
    page::build()?;
    check()
}

/// Tells where the file is and what it weighs, and fails over the budget.
pub fn check() -> Result<()> {
    let path = paths::dist().join(NAME);
    let size = fs::metadata(&path).context("build the page first")?.len();
    println!("{size:>10}             {}, the page as one file (budget {BUDGET})", path.display());
    if size > BUDGET {
        bail!("{NAME} weighs {size} bytes, {} over its budget", size - BUDGET);
    }
    Ok(())
}

/// Writes the file into a finished folder, from its `share.html` and the full edition.
pub fn write(folder: &Path) -> Result<()> {
    let page = fs::read_to_string(folder.join("share.html"))?;
    let one = |start: &str, end: &str| -> Result<String> {
        let mut found = finish::with_ending(folder, end)?.into_iter();
        found.find(|n| n.starts_with(start)).with_context(|| format!("no {start}*{end}"))
    };
    let module = fs::read(folder.join(one("full-", "_bg.wasm")?))?;
    let mut style = String::new();
    for name in ["styles-", "share-"] {
        style.push_str(&fs::read_to_string(folder.join(one(name, ".css")?))?);
    }
    let sheet = fs::read_to_string(folder.join(one("sheet-", ".css")?))?;
    let html = joined(&page, [&style, &sheet], &script(folder, &one("full-", ".js")?)?, &module)?;
    fs::write(folder.join(NAME), html).with_context(|| format!("cannot write {NAME}"))
}

/// The start script and the glue as one classic script: a page on a disk can load no other file.
fn script(folder: &Path, glue: &str) -> Result<String> {
    let entry = folder.join("offline-entry.js");
    let out = folder.join("offline-out.js");
    fs::write(&entry, [&OFFLINE.replace("GLUE.js", glue), finish::START].concat())?;
    for (name, text) in UNPACK {
        fs::write(folder.join(name), text)?;
    }
    let mut join = finish::esbuild();
    join.arg(&entry).args(["--bundle", "--format=iife", "--minify", "--target=es2022"]);
    // The glue would look beside itself for a module if it were given none.
    join.args(["--log-level=error", "--define:import.meta.url=undefined"]);
    join.arg(format!("--outfile={}", out.display()));
    exec::run("join the scripts of the offline file", "run cargo xtask build again", &mut join)?;
    let script = fs::read_to_string(&out)?;
    for (name, _) in UNPACK {
        fs::remove_file(folder.join(name))?;
    }
    fs::remove_file(entry)?;
    fs::remove_file(out)?;
    if script.contains("</script") || script.contains("<!--") {
        bail!("the script of the offline file would end its own element");
    }
    Ok(script.trim().to_owned())
}

/// The page with its style, its script and its module inside, and the policy for them.
fn joined(page: &str, styles: [&str; 2], script: &str, module: &[u8]) -> Result<String> {
    let [style, sheet] = styles.map(str::trim);
    let mut html = without(page, "<link rel=\"modulepreload\"", ">")?;
    while html.contains("<script type=\"module\"") {
        html = without(&html, "<script type=\"module\"", "</script>")?;
    }
    html = without(&html, "<script nomodule", "</script>")?;
    for _ in 0..3 {
        html = without(&html, "<link rel=\"stylesheet\"", ">")?;
    }
    html = without(&html, "<meta http-equiv=\"Content-Security-Policy\"", ">")?;
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}' '{}'; img-src data: blob:; base-uri 'none'; form-action 'none'\">",
        hash(script),
        hash(style),
        hash(sheet)
    );
    let head = format!(
        "{policy}<style>{style}</style><style id=\"sheet-style\" media=\"not all\">{sheet}</style></head>"
    );
    let (html, sources) = sources(&html)?;
    let body = format!(
        "<script type=\"text/plain\" id=\"packed\">{}</script><script>{script}</script></body>",
        pack::pack(&[module, sources.as_bytes()])?
    );
    let mut html = html;
    for (end, text) in [("</head>", head), ("</body>", body)] {
        if html.matches(end).count() != 1 {
            bail!("share.html should hold {end} once");
        }
        html = html.replacen(end, &text, 1);
    }
    Ok(html)
}

/// The page without the list of all sources, and the list: a seventh of the file, which the script
/// puts back at once.
fn sources(page: &str) -> Result<(String, String)> {
    let cut = || {
        let (before, rest) = page.split_once("id=\"fold-sources\">")?;
        let (list, after) = rest.split_once("</div>")?;
        let page = format!("{before}id=\"fold-sources\">{NEEDS_SCRIPT}</div>{after}");
        Some((page, list.to_owned()))
    };
    cut().context("share.html should hold the list of sources")
}

/// As a content policy names an inline text.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The page without the first stretch from `open` to the next `close`.
fn without(page: &str, open: &str, close: &str) -> Result<String> {
    let cut = || {
        let (before, rest) = page.split_once(open)?;
        Some([before, rest.split_once(close)?.1].concat())
    };
    cut().with_context(|| format!("share.html should hold {open}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"stylesheet\" href=\"./b.css\"><link rel=\"stylesheet\" href=\"./c.css\"><link rel=\"modulepreload\" href=\"./a.js\"><script type=\"module\" src=\"./b.js\"></script><script nomodule src=\"./c.js\"></script></head><body><div id=\"fold-sources\"><ul></ul></div></body>";

    #[test]
    fn the_page_holds_all_and_names_no_other_file() -> Result<()> {
        let html = joined(PAGE, ["p{}\n", "b{}"], "go()", b"module")?;
        assert!(!html.contains("src=") && !html.contains("href="), "{html}");
        assert!(
            html.contains(
                "<style>p{}</style><style id=\"sheet-style\" media=\"not all\">b{}</style>"
            ),
            "{html}"
        );
        assert!(html.ends_with("<script>go()</script></body>"), "{html}");
        // As `printf 'go()' | openssl dgst -sha256 -binary | base64` says.
        let known = "sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=";
        assert!(html.contains(&format!("script-src '{known}' 'wasm-unsafe-eval'")), "{html}");
        Ok(())
    }

    #[test]
    fn a_page_of_another_shape_is_refused() {
        for part in ["<link rel=\"stylesheet\"", "</head>", "<script nomodule", "fold-sources"] {
            assert!(joined(&PAGE.replace(part, "<i"), ["", ""], "", b"").is_err(), "{part}");
        }
    }
}
