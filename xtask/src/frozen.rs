//! The frozen copy of a release: a folder named after its stamp with everything that its pages load, so
//! that a citation of it never changes. `hosting/README.md` says how to keep old ones. `src/page` writes
//! its `index.html`, which differs for search engines.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Folders that are copied with the files at the top.
const FOLDERS: [&str; 2] = ["embed", "images"];
/// Files at the top that are about the current release only.
const CURRENT_ONLY: [&str; 2] = ["index.html", "sitemap.xml"];

/// Lays out `frozen/NAME` inside the folder of a finished build.
pub fn lay_out(folder: &Path, name: &str) -> Result<()> {
    let to = folder.join("frozen").join(name);
    fs::create_dir_all(&to).with_context(|| format!("cannot make {}", to.display()))?;
    copy(folder, &to, &|path| {
        let name = path.file_name().unwrap_or_default();
        path.is_file() && CURRENT_ONLY.iter().all(|current| name != *current)
    })?;
    for part in FOLDERS.iter().filter(|part| folder.join(part).is_dir()) {
        let to = to.join(part);
        fs::create_dir_all(&to)?;
        copy(&folder.join(part), &to, &|_| true)?;
    }
    Ok(())
}

/// Copies the wanted entries of a folder, and everything in wanted sub-folders.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| wanted(&path)) else { continue };
        let to = to.join(name);
        if path.is_dir() {
            fs::create_dir_all(&to)?;
            copy(&path, &to, &|_| true)?;
        } else {
            fs::copy(&path, &to).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_copied_with_what_it_loads_and_nothing_else() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-frozen-{}", std::process::id()));
        for part in ["embed/a", "images", "forces", "frozen/2026-11-24-a-b"] {
            fs::create_dir_all(folder.join(part))?;
        }
        for (file, text) in [
            ("index.html", "current"),
            ("frozen/2026-11-24-a-b/index.html", "frozen"),
            ("start-1.js", "start"),
            ("sitemap.xml", "map"),
            ("embed/a/map.html", "map"),
            ("images/map.png", "png"),
            ("forces/kent.html", "Kent"),
        ] {
            fs::write(folder.join(file), text)?;
        }
        lay_out(&folder, "2026-11-24-a-b")?;
        // A second time over the first: no copy of the copies.
        lay_out(&folder, "2026-11-24-a-b")?;
        let frozen = folder.join("frozen/2026-11-24-a-b");
        assert_eq!(fs::read_to_string(frozen.join("index.html"))?, "frozen");
        assert_eq!(fs::read_to_string(frozen.join("embed/a/map.html"))?, "map");
        assert_eq!(fs::read_to_string(frozen.join("start-1.js"))?, "start");
        assert!(frozen.join("images/map.png").is_file());
        for left in ["forces", "frozen", "sitemap.xml"] {
            assert!(!frozen.join(left).exists(), "{left}");
        }
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
