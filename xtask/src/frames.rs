//! The files that frames on other sites need: their template with the names of its files, their
//! script and style sheet, and the script for the pages that hold them.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::finish::{Shorten, asset};

const TEMPLATE: &str = include_str!("../../public/frame.html");
const STYLES: &str = include_str!("../../public/frame.css");
const FRAME: &str = include_str!("frame.js");
const EMBED: &str = include_str!("embed.js");

/// Writes them beside a page that is finished. `start` is the script that starts the program,
/// `styles` the page's own style sheet.
pub fn write(staging: &Path, start: &str, styles: &str, shorten: Shorten) -> Result<()> {
    let script = FRAME.replace("START.js", start);
    let names = [
        ("STYLES.css", styles.to_owned()),
        ("FRAME.css", asset(staging, "frame", ".css", STYLES, shorten)?),
        ("FRAME.js", asset(staging, "frame", ".js", &script, shorten)?),
    ];
    let mut html = TEMPLATE.to_owned();
    for (place, name) in names {
        if html.matches(place).count() != 1 {
            bail!("public/frame.html should name {place} once");
        }
        html = html.replacen(place, &name, 1);
    }
    fs::write(staging.join("frame.html"), html)?;
    // Other sites name this one, so its name stays.
    let embed = staging.join("embed.js");
    fs::write(&embed, EMBED)?;
    shorten(&embed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    #[test]
    fn the_template_names_files_that_are_there() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-frames-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("styles-1.css"), "")?;
        write(&folder, "start-1.js", "styles-1.css", &|_| Ok(()))?;
        let html = fs::read_to_string(folder.join("frame.html"))?;
        let named: Vec<&str> =
            html.split("=\"../").skip(1).filter_map(|s| s.split('"').next()).collect();
        assert_eq!(named.len(), 3, "{html}");
        for name in named {
            assert!(folder.join(name).is_file(), "{name}");
        }
        let script = fs::read_dir(&folder)?.flatten().map(|e| e.path());
        let is_frame = |p: &std::path::PathBuf| {
            p.extension().is_some_and(|e| e == "js") && p.to_string_lossy().contains("frame-")
        };
        let script = script.into_iter().find(is_frame).context("no script")?;
        assert!(fs::read_to_string(script)?.contains("\"./start-1.js\""));
        assert!(folder.join("embed.js").is_file());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
