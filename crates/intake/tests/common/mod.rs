//! What the tests of a reader's own tables share: the published figures, a source, a guess.

use cyberflag_data::dataset::package::{Files, load};
use cyberflag_data::dataset::{Dataset, Published, Source};
use cyberflag_intake::{Gazetteer, Intake, IntakeResult, Layout, Mapping};
use std::path::Path;
use std::sync::LazyLock;

/// The published package.
pub static WHOLE: LazyLock<Files> = LazyLock::new(|| {
    Files::from_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
});
/// The published figures.
pub static BASE: LazyLock<Dataset> = LazyLock::new(|| load(&WHOLE).unwrap());

/// Where a reader's figures come from.
pub fn source() -> Source {
    Source {
        id: String::new(),
        publisher: "Us".to_owned(),
        title: "Answers".to_owned(),
        published: Published::parse("2026-11-25").unwrap(),
        url: String::new(),
        licence: String::new(),
    }
}

/// What the page guesses of a table.
pub fn guessed(base: &Dataset, bytes: &[u8]) -> (Layout, Mapping) {
    let gazetteer = Gazetteer::new(base);
    let layout = Layout::find(bytes, true, &gazetteer).unwrap();
    let mapping = Mapping::guess(&layout, "table.csv", &gazetteer);
    (layout, mapping)
}

/// Reads a table as the page guesses it, in pieces.
pub fn read_table(base: &Dataset, bytes: &[u8]) -> IntakeResult {
    let (layout, mapping) = guessed(base, bytes);
    assert_eq!(mapping.missing(), Vec::<&str>::new());
    let mut intake = Intake::new(base, "table.csv", &layout, &mapping);
    for piece in bytes.chunks(7) {
        intake.push(piece).unwrap();
    }
    intake.finish()
}
