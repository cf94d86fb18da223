//! The list of files in a ZIP that a reader opens, beside the `zip` crate; broken ones of every kind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::io::{Cursor, Write as _};

use cyberflag_intake::{Entry, ZipError, entries};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Stored as they are; the journeys open deflated ones.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        writer.start_file(name.as_str(), stored).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Every place that the list gives is in the file.
fn within(bytes: &[u8], found: &[Entry]) -> bool {
    found.iter().all(|entry| bytes.get(entry.from..entry.from + entry.packed).is_some())
}

#[test]
fn names_that_lead_out_or_come_twice_are_refused() {
    let one = |name: &str| entries(&packed(&[(name.to_owned(), b"x".to_vec())]));
    for name in [
        "../figures.csv",
        "/figures.csv",
        "a/../../figures.csv",
        "C:figures.csv",
        "..\\figures.csv",
    ] {
        assert_eq!(one(name), Err(ZipError::Path), "{name}");
    }
    assert_eq!(one("xl/workbook.xml"), Err(ZipError::Workbook));
    let two = ["a/figures.csv", "b/figures.csv"].map(|name| (name.to_owned(), b"x".to_vec()));
    assert_eq!(entries(&packed(&two)), Err(ZipError::Twice));
    let many: Vec<_> = (0..201).map(|n| (format!("{n}.csv"), Vec::new())).collect();
    assert_eq!(entries(&packed(&many)), Err(ZipError::TooMany));
    assert_eq!(entries(b""), Err(ZipError::NotZip));
}

proptest! {
    #[test]
    fn files_are_listed_as_they_were_packed(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 0..5),
    ) {
        let files: Vec<_> =
            contents.into_iter().enumerate().map(|(n, c)| (format!("folder/table-{n}.csv"), c)).collect();
        let bytes = packed(&files);
        let found = entries(&bytes).unwrap();
        let mut crates = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        prop_assert_eq!(found.len(), crates.len());
        for (at, (entry, (name, content))) in found.iter().zip(&files).enumerate() {
            let file = crates.by_index(at).unwrap();
            prop_assert_eq!(&format!("folder/{}", entry.name), name);
            prop_assert_eq!(entry.size, content.len() as u64);
            prop_assert_eq!(entry.packed as u64, file.compressed_size());
            prop_assert_eq!(entry.from as u64, file.data_start());
            prop_assert!(!entry.deflated);
        }
    }

    #[test]
    fn a_spoilt_zip_is_refused_or_listed_within_its_bounds(
        content in proptest::collection::vec(any::<u8>(), 0..80),
        spoilt in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        kept in any::<prop::sample::Index>(),
        cut: bool,
    ) {
        let mut bytes = packed(&[("a.csv".to_owned(), content.clone()), ("b/c.csv".to_owned(), content)]);
        for (at, byte) in spoilt {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(kept.index(bytes.len()));
        }
        if let Ok(found) = entries(&bytes) {
            prop_assert!(within(&bytes, &found));
        }
    }

    #[test]
    fn any_bytes_are_refused_or_listed_within_their_bounds(
        head in proptest::collection::vec(any::<u8>(), 0..200),
        tail in proptest::collection::vec(any::<u8>(), 18..40),
    ) {
        // With the mark of an end, so that the rest is looked at.
        let bytes = [head, b"PK\x05\x06".to_vec(), tail].concat();
        if let Ok(found) = entries(&bytes) {
            prop_assert!(within(&bytes, &found));
        }
    }
}
