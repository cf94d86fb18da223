//! Writes all pages into the folder of a build.

use super::assets::Assets;
use super::embeds::all;
use super::{Edition, app, forces, oembed, sitemap, studio};
use crate::embedded;
use crate::store::Outlines;
use cyberflag_data::dataset::CompactError;
use cyberflag_figures::Release;
use cyberflag_figures::geo::{MapShapes, TopologyError};
use std::path::Path;
use std::sync::Arc;

/// The list of scripts and styles that a build leaves for [`write`]; see [`Assets`].
const ASSETS: &str = "assets.json";

/// Why a page could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The built-in figures are broken.
    #[error(transparent)]
    Figures(#[from] CompactError),
    /// The built-in outlines are broken.
    #[error(transparent)]
    Outlines(#[from] TopologyError),
    /// A file cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        why: String,
    },
    /// Two areas would be written to the same page.
    #[error("two areas have the page {0}")]
    Twice(String),
    /// The address of the site is not valid.
    #[error(
        "the address must start with https://, end with a slash and hold no blank or quotation mark"
    )]
    Address,
}

/// Where and when the pages are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The address of the folder with a slash at the end, if it is known: the canonical address.
    pub address: Option<String>,
    /// The stamp.
    pub release: Release,
    /// Whether pictures for previews of links are made, which only a release needs.
    pub pictures: bool,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path in the folder of the site.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// Writes every page into a folder in which a build has left `assets.json`.
///
/// # Errors
/// [`PageError`] if that is missing or broken, the address is not valid, or a page cannot be written.
pub fn write(folder: &Path, site: &Site) -> Result<(), PageError> {
    let path = folder.join(ASSETS);
    let json = std::fs::read_to_string(&path).map_err(|why| failed(&path, &why))?;
    let assets: Assets = serde_json::from_str(&json).map_err(|why| failed(&path, &why))?;
    let frozen = format!("frozen/{}/index.html", site.release.folder());
    for (path, edition) in [
        ("index.html", Edition::Reading),
        (&frozen, Edition::Frozen),
        ("share.html", Edition::Full),
        ("cyberflag.html", Edition::OneFile),
    ] {
        if edition == Edition::OneFile && assets.one_file.is_none() {
            continue;
        }
        save(folder, &SiteFile { path: path.to_owned(), text: app(edition, &assets, site)? })?;
    }
    let fact_sheets = files(site, &assets.fact_sheet_styles.name)?;
    for file in embeds(&assets, site)?.iter().chain(&fact_sheets) {
        save(folder, file)?;
    }
    Ok(())
}

/// The pages that other sites embed and, where the address is known, what content systems ask of them.
///
/// # Errors
/// [`PageError`] if the address is not valid, or the build is broken.
pub fn embeds(assets: &Assets, site: &Site) -> Result<Vec<SiteFile>, PageError> {
    let data = Arc::new(embedded::dataset()?);
    let outlines = Arc::new(Outlines::new(MapShapes::new(&embedded::topology()?)));
    let mut files = Vec::new();
    for embed in &all(&data) {
        let text = embed.html(assets, &data, &outlines, site)?;
        files.push(SiteFile { path: embed.path(&data), text });
        files.extend(oembed::file(embed, &data, site)?);
    }
    Ok(files)
}

/// The fact sheets and what belongs to them: pages, pictures as SVG (`xtask` draws them) and, where the
/// address is known, the sitemap. `style` is the name of the style sheet.
///
/// # Errors
/// [`PageError`] if the address is not valid, or the build is broken.
pub fn files(site: &Site, style: &str) -> Result<Vec<SiteFile>, PageError> {
    let data = embedded::dataset()?;
    let studio = studio::Studio::new(&data, site)?;
    let mut files = forces::files(&studio, style)?;
    files.extend(sitemap::sitemap(&files, site)?);
    files.extend(studio.images());
    files.retain(|file| !file.text.is_empty());
    Ok(files)
}

/// Writes a file, and its folder if it is the first one there.
fn save(folder: &Path, file: &SiteFile) -> Result<(), PageError> {
    let path = folder.join(&file.path);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|why| failed(folder, &why))?;
    }
    std::fs::write(&path, &file.text).map_err(|why| failed(&path, &why))
}

fn failed(path: &Path, why: &dyn std::fmt::Display) -> PageError {
    PageError::File { path: path.display().to_string(), why: why.to_string() }
}
