//! The scripts and styles that a build has made: `xtask/src/finish.rs` writes this list.

use serde::Deserialize;

/// A file of the build.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Asset {
    /// Its name, with a hash of its content.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// A program beside the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Program {
    /// Starts it.
    pub script: Asset,
    /// The names of its WebAssembly module and of the glue of wasm-bindgen.
    pub module: String,
    pub glue: String,
}

/// Everything that a page can link or inline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Assets {
    /// The style sheet of the page.
    pub styles: Asset,
    /// Styles of what only the full page has.
    pub share_styles: Asset,
    /// The style sheet of the fact sheets.
    pub fact_sheet_styles: Asset,
    /// What an embed changes in the style sheet of the page.
    pub embed_styles: Asset,
    /// The program of the reading page.
    pub program: Program,
    /// That of the full page.
    pub full_program: Program,
    /// Tells readers of browsers without modules that theirs is too old.
    pub old: Asset,
    /// The script of embeds.
    pub embed: Asset,
    /// What the one file holds instead; `cargo xtask dev` makes none.
    pub one_file: Option<OneFile>,
}

/// The program inside the one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct OneFile {
    /// Starts it.
    pub start: String,
    /// The glue of wasm-bindgen, as a classic script.
    pub glue: String,
    /// The WebAssembly module: zstd, as text that `scripts/unpack.js` reads.
    pub module: String,
}
