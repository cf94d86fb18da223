//! The scripts and styles that the build has made, by name and in full.

use serde::Deserialize;

/// A file of the build.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Asset {
    /// Its name, which holds its hash.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Everything that a page can link or hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Assets {
    /// The style sheet of the page.
    pub styles: Asset,
    /// Styles of what only the full edition has.
    pub share_styles: Asset,
    /// The style sheet of the fact sheets.
    pub sheet_styles: Asset,
    /// What a frame changes in the style sheet of the page.
    pub frame_styles: Asset,
    /// Starts the reading edition.
    pub start: Asset,
    /// Starts the full edition.
    pub start_full: Asset,
    /// For browsers that know no modules.
    pub old: Asset,
    /// The script of the frames.
    pub frame: Asset,
    /// What only the one file holds; `cargo xtask dev` makes none.
    pub one_file: Option<OneFile>,
}

/// The program inside the one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct OneFile {
    /// Starts it.
    pub start: String,
    /// Its glue, as a classic script.
    pub glue: String,
    /// The module: gzip, then base64.
    pub module: String,
}
