//! The page as one file that opens by double-click: everything inside, and a policy of its own by
//! hash, so that it may run nothing else and contact nobody.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::{exec, finish, npm, pack};

const OFFLINE: &str = include_str!("offline.js");
/// What unpacks the module, under the names by which the scripts import it. Node runs them in tests.
const UNPACK: [(&str, &str); 2] =
    [("unpack.mjs", include_str!("unpack.mjs")), ("lzma.mjs", include_str!("lzma.mjs"))];
const NAME: &str = "cyberflag.html";
/// What is folded in the page and packed in the file, in the order in which `offline.js` takes it,
/// and what stands there for readers without a script. The mark is for `offline.js`.
const FOLDS: [(&str, &str); 3] = [
    (
        "sources",
        "<p data-packed>In this file the list of all sources is packed together with the program, and unpacking needs JavaScript. The sources of the total stand under the key figures.</p>",
    ),
    (
        "forces",
        "<p data-packed>In this file the table of all forces is packed together with the program, and unpacking needs JavaScript. The map shows the forces by shade.</p>",
    ),
    (
        "years",
        "<p data-packed>In this file this table is packed together with the program, and unpacking needs JavaScript. The chart shows the same years.</p>",
    ),
];

/// Writes the file into a finished folder, from its `share.html` and the full edition.
pub fn write(folder: &Path) -> Result<()> {
    let page = fs::read_to_string(folder.join("share.html"))?;
    let one = |start: &str, end: &str| -> Result<String> {
        let mut found = finish::with_ending(folder, end)?.into_iter();
        found.find(|n| n.starts_with(start)).with_context(|| format!("no {start}*{end}"))
    };
    let module = fs::read(folder.join(one("full-", "_bg.wasm")?))?;
    let style = |name: &str| -> Result<String> {
        let css = fs::read_to_string(folder.join(one(name, ".css")?))?;
        Ok(css.trim().to_owned())
    };
    let parts = Parts {
        style: style("styles-")?,
        script: script(folder)?,
        module,
        glue: glue(folder, &one("full-", ".js")?)?,
        styles: [style("share-")?, style("sheet-")?],
    };
    let html = joined(&page, &parts)?;
    fs::write(folder.join(NAME), html).with_context(|| format!("cannot write {NAME}"))
}

/// What stands in the file beside the page.
struct Parts {
    /// The style of the page that is read before any script.
    style: String,
    /// The script that starts all else.
    script: String,
    /// Packed, and so are the others: the program.
    module: Vec<u8>,
    /// Its glue, as a classic script.
    glue: String,
    /// The styles of what only the program shows: on the screen, and on a sheet of paper.
    styles: [String; 2],
}

/// The start script with what it needs for unpacking, as one classic script: a page on a disk can
/// load no other file.
fn script(folder: &Path) -> Result<String> {
    let entry = folder.join("offline-entry.js");
    fs::write(&entry, [OFFLINE, finish::START].concat())?;
    for (name, text) in UNPACK {
        fs::write(folder.join(name), text)?;
    }
    let script = bundled(&entry, &[])?;
    for (name, _) in UNPACK {
        fs::remove_file(folder.join(name))?;
    }
    fs::remove_file(entry)?;
    if script.contains("</script") || script.contains("<!--") {
        bail!("the script of the offline file would end its own element");
    }
    Ok(script)
}

/// The glue as a classic script that leaves `cyberflagGlue` behind.
fn glue(folder: &Path, name: &str) -> Result<String> {
    // It would look beside itself for a module if it were given none.
    let args = ["--global-name=cyberflagGlue", "--define:import.meta.url=undefined"];
    bundled(&folder.join(name), &args)
}

/// A script with all that it imports, as one classic script.
fn bundled(entry: &Path, args: &[&str]) -> Result<String> {
    let out = entry.with_extension("out.js");
    let mut join = npm::tool("esbuild");
    join.arg(entry).args(["--bundle", "--format=iife", "--minify", "--target=es2022"]);
    join.arg("--log-level=error").args(args).arg(format!("--outfile={}", out.display()));
    exec::run("join the scripts of the offline file", "run cargo xtask build again", &mut join)?;
    let script = fs::read_to_string(&out)?;
    fs::remove_file(out)?;
    Ok(script.trim().to_owned())
}

/// The page with all parts inside, and the policy for them.
fn joined(page: &str, parts: &Parts) -> Result<String> {
    let Parts { style, script, module, glue, styles: [share, sheet] } = parts;
    let mut html = page.to_owned();
    while html.contains("<script type=\"module\"") {
        html = without(&html, "<script type=\"module\"", "</script>")?;
    }
    html = without(&html, "<script src=\"./old-", "</script>")?;
    for _ in 0..3 {
        html = without(&html, "<link rel=\"stylesheet\"", ">")?;
    }
    html = without(&html, "<meta http-equiv=\"Content-Security-Policy\"", ">")?;
    let [script_hash, glue_hash] = [script, glue].map(|text| hash(text));
    let [style_hash, share_hash, sheet_hash] = [style, share, sheet].map(|text| hash(text));
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{script_hash}' '{glue_hash}' 'wasm-unsafe-eval'; style-src '{style_hash}' '{share_hash}' '{sheet_hash}'; img-src data: blob:; base-uri 'none'; form-action 'none'\">"
    );
    let head = format!("{policy}<style>{style}</style></head>");
    let mut pieces = vec![module.clone()];
    pieces.extend([glue, share, sheet].map(|text| text.clone().into_bytes()));
    for (name, words) in FOLDS {
        let (rest, fold) = cut(&html, &format!("id=\"fold-{name}\""), words)
            .with_context(|| format!("share.html should hold fold-{name}"))?;
        html = rest;
        pieces.push(fold.into_bytes());
    }
    let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
    let body = format!(
        "<script type=\"text/plain\" id=\"packed\">{}</script><script>{script}</script></body>",
        pack::pack(&pieces)?
    );
    for (end, text) in [("</head>", head), ("</body>", body)] {
        if html.matches(end).count() != 1 {
            bail!("share.html should hold {end} once");
        }
        html = html.replacen(end, &text, 1);
    }
    Ok(html)
}

/// The page with words in place of what the element holds, and what it held.
fn cut(page: &str, id: &str, words: &str) -> Option<(String, String)> {
    let (before, rest) = page.split_once(id)?;
    let (tag, rest) = rest.split_once('>')?;
    let (held, after) = rest.split_once("</div>")?;
    let page = format!("{before}{id}{tag}>{words}</div>{after}");
    (!held.contains("<div")).then(|| (page, held.to_owned()))
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

    const PAGE: &str = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"stylesheet\" href=\"./b.css\"><link rel=\"stylesheet\" href=\"./c.css\"><script type=\"module\" src=\"./b.js\"></script><script src=\"./old-c.js\"></script></head><body><div id=\"fold-forces\" aria-label=\"Table\"><table>F</table></div><div id=\"fold-years\"><table>Y</table></div><div id=\"fold-sources\"><ul></ul></div></body>";

    fn parts() -> Parts {
        Parts {
            style: "p{}".to_owned(),
            script: "go()".to_owned(),
            module: b"module".to_vec(),
            glue: "var cyberflagGlue".to_owned(),
            styles: ["b{}".to_owned(), "i{}".to_owned()],
        }
    }

    #[test]
    fn the_page_holds_all_and_names_no_other_file() -> Result<()> {
        let html = joined(PAGE, &parts())?;
        assert!(!html.contains("src=") && !html.contains("href="), "{html}");
        assert!(html.contains("<style>p{}</style></head>"), "{html}");
        assert!(html.ends_with("<script>go()</script></body>"), "{html}");
        assert!(html.contains(" id=\"packed\">"), "{html}");
        // The bytes of each piece: the module, the glue, two styles, three folds.
        assert!(html.contains(" 6 17 3 3 9 16 16\n"), "{html}");
        Ok(())
    }

    #[test]
    fn the_policy_names_each_text_and_allows_no_other() -> Result<()> {
        // As `printf 'go()' | openssl dgst -sha256 -binary | base64` says.
        assert_eq!(hash("go()"), "sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=");
        let html = joined(PAGE, &parts())?;
        let [go, glue] = ["go()", "var cyberflagGlue"].map(hash);
        assert!(html.contains(&format!("script-src '{go}' '{glue}' 'wasm-unsafe-eval'; ")));
        let [p, b, i] = ["p{}", "b{}", "i{}"].map(hash);
        assert!(html.contains(&format!("style-src '{p}' '{b}' '{i}'; ")), "{html}");
        assert!(!html.contains("unsafe-inline") && !html.contains("'unsafe-eval'"), "{html}");
        Ok(())
    }

    #[test]
    fn what_is_packed_says_so_to_readers_without_a_script() -> Result<()> {
        let html = joined(PAGE, &parts())?;
        assert!(!html.contains("<table") && !html.contains("<ul"), "{html}");
        let forces = "<div id=\"fold-forces\" aria-label=\"Table\"><p data-packed>In this file ";
        assert!(html.contains(forces), "{html}");
        assert_eq!(html.matches("needs JavaScript").count(), 3);
        Ok(())
    }

    #[test]
    fn a_page_of_another_shape_is_refused() {
        let folds = ["fold-sources", "fold-forces", "fold-years"];
        let parts = parts();
        for part in
            ["<link rel=\"stylesheet\"", "</head>", "<script src=\"./old-"].iter().chain(&folds)
        {
            assert!(joined(&PAGE.replace(part, "<i"), &parts).is_err(), "{part}");
        }
        let nested = PAGE.replace("<table>F", "<div></div><table>F");
        assert!(joined(&nested, &parts).is_err());
    }
}
