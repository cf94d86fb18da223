//! Writes the pages into the folder of a build, and the fact sheets and pictures beside them.

use super::{Edition, PageError, Site, fill, forces, frames, sitemap, studio};
use crate::embedded;
use std::path::Path;

/// The template of the pages for frames, among the files that a build leaves.
const FRAME: &str = "frame.html";

/// A file of the site beside the pages that a build has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its place in the folder of the site.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Writes the figures into the pages that a build has left in a folder, and more pages beside them.
///
/// # Errors
/// [`PageError`] if a page is missing or lacks a place, the address is none, or the build is broken.
pub fn write(folder: &Path, site: &Site) -> Result<(), PageError> {
    for (name, edition) in [("index.html", Edition::Reading), ("share.html", Edition::Full)] {
        let path = folder.join(name);
        save(&path, &fill(&read(&path)?, edition, site)?)?;
    }
    write_frames(folder, site)?;
    for file in files(site, &style_of(folder)?)? {
        save(&folder.join(&file.path), &file.text)?;
    }
    Ok(())
}

/// The fact sheets and what belongs to them, in memory: pages, pictures as SVG (`xtask` draws them)
/// and, where the address is known, the sitemap. `style` is the name of the style sheet.
///
/// # Errors
/// [`PageError`] if the address is none, or the build is broken.
pub fn files(site: &Site, style: &str) -> Result<Vec<SiteFile>, PageError> {
    let data = embedded::dataset()?;
    let studio = studio::Studio::new(&data, site)?;
    let mut files = forces::files(&studio, style)?;
    files.extend(sitemap::sitemap(&files, site)?);
    files.extend(studio.images());
    files.retain(|file| !file.text.is_empty());
    Ok(files)
}

/// Writes the pages for frames of other sites; their template goes.
fn write_frames(folder: &Path, site: &Site) -> Result<(), PageError> {
    let template = folder.join(FRAME);
    for (name, html) in frames(&read(&template)?, site)? {
        save(&folder.join(name), &html)?;
    }
    std::fs::remove_file(&template).map_err(|why| failed(&template, &why))
}

/// The name of the style sheet of the fact sheets, which holds its hash.
fn style_of(folder: &Path) -> Result<String, PageError> {
    let entries = std::fs::read_dir(folder).map_err(|why| failed(folder, &why))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut styles = names.filter(|name| name.starts_with("sheet-") && name.ends_with(".css"));
    styles.next().ok_or_else(|| PageError::NoStyle(folder.display().to_string()))
}

fn read(path: &Path) -> Result<String, PageError> {
    std::fs::read_to_string(path).map_err(|why| failed(path, &why))
}

/// Writes a file, and its folder if it is the first one there.
fn save(path: &Path, text: &str) -> Result<(), PageError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|why| failed(folder, &why))?;
    }
    std::fs::write(path, text).map_err(|why| failed(path, &why))
}

fn failed(path: &Path, why: &std::io::Error) -> PageError {
    PageError::File { path: path.display().to_string(), why: why.to_string() }
}
