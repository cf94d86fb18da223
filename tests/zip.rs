//! ZIPs that a reader opens: what they hold, and broken and hostile ones of every kind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::io::{Cursor, Write as _};

use cyberflag_intake::{Zip, ZipError};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MOST: usize = 10_000;

fn packed(files: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in files {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn stored(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    packed(files, CompressionMethod::Stored)
}

fn fault(bytes: &[u8]) -> Option<ZipError> {
    Zip::open(bytes).err()
}

/// Whatever the list says, its files lie within the bytes and unpack within the bound.
fn is_bounded(bytes: &[u8]) -> bool {
    let Ok(mut zip) = Zip::open(bytes) else { return true };
    zip.entries.clone().iter().all(|entry| {
        let within = bytes.get(entry.packed.clone()).is_some();
        within && zip.unpack(entry, MOST).map_or(true, |content| content.len() <= MOST)
    })
}

#[test]
fn names_that_lead_out_or_come_twice_are_refused() {
    let one = |name: &str| fault(&stored(&[(name.to_owned(), b"x".to_vec())]));
    for name in [
        "../figures.csv",
        "/figures.csv",
        "a/../../figures.csv",
        "C:figures.csv",
        "..\\figures.csv",
    ] {
        assert_eq!(one(name), Some(ZipError::Path), "{name}");
    }
    assert_eq!(one("xl/workbook.xml"), Some(ZipError::Workbook));
    let two = ["a/figures.csv", "b/figures.csv"].map(|name| (name.to_owned(), b"x".to_vec()));
    assert_eq!(fault(&stored(&two)), Some(ZipError::Twice));
    let many: Vec<_> = (0..201).map(|n| (format!("{n}.csv"), Vec::new())).collect();
    assert_eq!(fault(&stored(&many)), Some(ZipError::TooMany));
    assert_eq!(fault(&stored(&many[1..])), None);
    assert_eq!(fault(b""), Some(ZipError::NotZip));
}

#[test]
fn folders_and_hidden_files_are_left_out() {
    let names = ["a.csv", ".hidden", "folder/", "__MACOSX/a.csv", "folder/b.csv"];
    let bytes = stored(&names.map(|name| (name.to_owned(), Vec::new())));
    let found: Vec<String> =
        Zip::open(&bytes).unwrap().entries.iter().map(|e| e.name.clone()).collect();
    assert_eq!(found, ["a.csv", "b.csv"]);
}

#[test]
fn a_bomb_is_unpacked_no_further_than_its_bound() {
    let mut bytes =
        packed(&[("a.csv".to_owned(), vec![b'0'; 20_000_000])], CompressionMethod::Deflated);
    assert!(bytes.len() < 50_000);
    for lie in [false, true] {
        if lie {
            // In the list and in the file's own head it says that it has ten bytes.
            let size = 20_000_000_u32.to_le_bytes();
            let places: Vec<usize> =
                (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == size).collect();
            assert_eq!(places.len(), 2);
            for at in places {
                bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
            }
        }
        let mut zip = Zip::open(&bytes).unwrap();
        let entry = zip.entries[0].clone();
        assert_eq!(zip.unpack(&entry, MOST), Err(ZipError::TooLarge));
    }
}

#[test]
fn encrypted_files_and_other_packings_are_unusual() {
    let good = stored(&[("a.csv".to_owned(), b"x".to_vec())]);
    let list = good.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    // Flags and method stand twice: in the file's own head and in the list.
    for (in_head, in_list, value) in [(6, 8, 1), (8, 10, 12), (8, 10, 14)] {
        let mut bytes = good.clone();
        bytes[in_head] = value;
        bytes[list + in_list] = value;
        assert_eq!(fault(&bytes), Some(ZipError::Unusual), "{value}");
    }
}

#[test]
fn a_changed_byte_of_a_file_is_found() {
    let mut bytes = stored(&[("a.csv".to_owned(), b"5653".to_vec())]);
    let entry = Zip::open(&bytes).unwrap().entries[0].clone();
    bytes[entry.packed.start] = b'6';
    assert_eq!(Zip::open(&bytes).unwrap().unpack(&entry, MOST), Err(ZipError::Broken));
}

proptest! {
    #[test]
    fn files_are_unpacked_as_they_were_packed(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 0..5),
        deflated: bool,
    ) {
        let files: Vec<_> =
            contents.into_iter().enumerate().map(|(n, c)| (format!("folder/table-{n}.csv"), c)).collect();
        let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let bytes = packed(&files, method);
        let mut zip = Zip::open(&bytes).unwrap();
        let entries = zip.entries.clone();
        prop_assert_eq!(entries.len(), files.len());
        for (entry, (name, content)) in entries.iter().zip(&files) {
            prop_assert_eq!(&format!("folder/{}", entry.name), name);
            prop_assert_eq!(entry.deflated, deflated);
            if !deflated {
                prop_assert_eq!(&bytes[entry.packed.clone()], &content[..]);
            }
            prop_assert_eq!(&zip.unpack(entry, content.len()).unwrap(), content);
        }
    }

    #[test]
    fn a_spoilt_zip_is_refused_or_read_within_its_bounds(
        content in proptest::collection::vec(any::<u8>(), 0..80),
        spoilt in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        kept in any::<prop::sample::Index>(),
        cut: bool,
        deflated: bool,
    ) {
        let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let files = [("a.csv".to_owned(), content.clone()), ("b/c.csv".to_owned(), content)];
        let mut bytes = packed(&files, method);
        for (at, byte) in spoilt {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(kept.index(bytes.len()));
        }
        prop_assert!(is_bounded(&bytes));
    }

    #[test]
    fn any_bytes_are_refused_or_read_within_their_bounds(
        head in proptest::collection::vec(any::<u8>(), 0..200),
        tail in proptest::collection::vec(any::<u8>(), 18..40),
    ) {
        // With the mark of an end, so that the rest is looked at.
        let bytes = [head, b"PK\x05\x06".to_vec(), tail].concat();
        prop_assert!(is_bounded(&bytes));
    }
}
