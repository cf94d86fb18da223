//! Files as one ZIP, dated by the release, so that the same files always make the same bytes.

use super::{ExportError, File, Stamp};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The ZIP of some files.
///
/// # Errors
/// [`ExportError::Zip`] where two files have one name, or they are more than a ZIP holds.
pub fn bundle(files: &[File], stamp: &Stamp) -> Result<Vec<u8>, ExportError> {
    let at_midnight = |day: cyberflag_data::domain::Date| {
        DateTime::from_date_and_time(day.year(), day.month(), day.day(), 0, 0, 0).ok()
    };
    // The first day that the format knows, where there is none or an earlier one.
    let day = stamp.released().and_then(at_midnight).unwrap_or_default();
    let options = SimpleFileOptions::default().last_modified_time(day).unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let packed_already = file.media == "image/png";
        let method =
            if packed_already { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(file.name.as_str(), options.compression_method(method))?;
        zip.write_all(&file.bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;

    fn file(name: &str) -> File {
        File { name: name.to_owned(), media: "text/plain", bytes: b"words".to_vec() }
    }

    #[test]
    fn days_that_the_format_does_not_know_are_its_first() {
        let mut stamp = sample();
        let known = bundle(&[file("a.txt")], &stamp).unwrap();
        for day in ["", "1950-05-05", "2200-01-01"] {
            stamp.release.date = day.to_owned();
            let bytes = bundle(&[file("a.txt")], &stamp).unwrap();
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
            let when = zip.by_index(0).unwrap().last_modified().unwrap();
            assert_eq!((when.year(), when.month(), when.day()), (1980, 1, 1), "{day}");
            assert_ne!(bytes, known);
        }
    }

    #[test]
    fn the_same_files_make_the_same_bytes_and_no_name_is_there_twice() {
        let two = [file("a.txt"), file("b.txt")];
        let bytes = bundle(&two, &sample()).unwrap();
        assert_eq!(bundle(&two, &sample()).unwrap(), bytes);
        assert!(bytes.starts_with(b"PK\x03\x04"));
        assert!(bundle(&[file("a.txt"), file("a.txt")], &sample()).is_err());
        assert!(bundle(&[], &sample()).unwrap().starts_with(b"PK\x05\x06"));
    }
}
