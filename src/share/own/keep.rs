//! Figures of the reader's own, given away: in a page of their own, as a data package, as tables for
//! `data/`. And read back from a page that was saved.

use super::Own;
use crate::share::{give, stamp};
use crate::start::StartError;
use crate::store::OwnShown;
use cyberflag_data::dataset::Dataset;
use cyberflag_export::{self as export, File, Stamp};
use cyberflag_intake::OwnFigures;
use cyberflag_intake::package;
use leptos::prelude::*;
use web_sys::Element;

/// Where a saved page keeps the figures.
const PLACE: &str = "own-figures";

/// The figures that this page was saved with, and whether they stand together with the published.
///
/// # Errors
/// [`StartError::Saved`] where they cannot be read.
pub(super) fn saved(base: &Dataset) -> Result<Option<(OwnFigures, bool)>, StartError> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(place) = document.and_then(|page| page.get_element_by_id(PLACE)) else {
        return Ok(None);
    };
    let figures = read(&place, base).ok_or(StartError::Saved)?;
    Ok(Some((figures, place.has_attribute("data-together"))))
}

fn read(place: &Element, base: &Dataset) -> Option<OwnFigures> {
    let text = web_sys::window()?.atob(place.text_content()?.trim_ascii()).ok()?;
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    OwnFigures::from_compact(&bytes, base).ok()
}

/// Saves the figures alone as a data package.
pub(super) fn save_package(own: Own) {
    let Some(shown) = own.store.own.get_untracked() else { return };
    save(own, &shown, "package", &of_package(&own.store.published(), &shown));
}

/// Saves the tables for `data/`, in which the figures are added to the published ones. `change`: what
/// the reader says for the change log.
pub(super) fn save_tables(own: Own, change: &str) {
    let Some(shown) = own.store.own.get_untracked() else { return };
    if shown.figures.sources.iter().any(|source| source.url.is_empty()) {
        return own.say("The tables of data/ name an address for every source. Go back to the source and fill it in.");
    }
    save(own, &shown, "for-data", &for_data(&own.store.published(), &shown, change));
}

/// Hands over a ZIP, named after the reader's file and `what` it is.
fn save(own: Own, shown: &OwnShown, what: &str, files: &[File]) {
    let name = format!("{}-{what}.zip", export::plain_name(&shown.figures.file));
    let stamp = Stamp { release: stamp::release(), address: None, today: stamp::day() };
    match export::bundle(files, &stamp) {
        Ok(bytes) => {
            give::bytes(&name, "application/zip", &bytes);
            own.say(&give::saved(&name));
        }
        Err(_) => own.say("The ZIP could not be made."),
    }
}

fn files(tables: &package::Files) -> Vec<File> {
    let media = |name: &str| if name.ends_with(".json") { "application/json" } else { "text/csv" };
    let file = |(name, bytes): (&str, &[u8])| File {
        name: name.to_owned(),
        media: media(name),
        bytes: bytes.to_vec(),
    };
    tables.iter().map(file).collect()
}

/// The figures alone as a data package.
fn of_package(base: &Dataset, shown: &OwnShown) -> Vec<File> {
    let about =
        format!("{}, from the file {}.", cyberflag_data::dataset::OWN_NOTICE, shown.figures.file);
    files(&package::write(&shown.figures.alone_as_printed(base), &stamp::today(), &about))
}

/// The published figures and the reader's in one, as the tables of `data/`, with the entry for the
/// change log.
fn for_data(base: &Dataset, shown: &OwnShown, change: &str) -> Vec<File> {
    let merged = shown.figures.together_as_printed(base);
    let mut files = files(&package::write_tables(&merged));
    let diff = package::diff(base, &merged);
    let said = match change {
        "" => format!("Figures from {}.", shown.figures.file),
        said => said.to_owned(),
    };
    let mut entry =
        format!("## VERSION ({})\n\n{}\n\n- {}\n", stamp::today(), said, diff.summary());
    for line in diff.lines(40) {
        entry.push_str(&format!("- {line}\n"));
    }
    files.push(File {
        name: "CHANGELOG-entry.md".to_owned(),
        media: "text/markdown",
        bytes: entry.into_bytes(),
    });
    files
}

/// What the figures change against the published ones: in a sentence, and line by line.
pub(super) fn news(base: &Dataset, shown: &OwnShown) -> (String, Vec<String>) {
    let diff = package::diff(base, &shown.figures.together_as_printed(base));
    (diff.summary(), diff.lines(60))
}
