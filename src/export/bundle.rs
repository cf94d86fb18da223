//! Files as one zip: stored, not packed (PNG is packed already, the rest is small), and dated by the
//! release, so that the same files always give the same bytes.

use super::{ExportError, File, Stamp};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The zip of some files.
///
/// # Errors
/// [`ExportError::Zip`] where two files have one name, or there are more than a zip holds.
pub fn bundle(files: &[File], stamp: &Stamp) -> Result<Vec<u8>, ExportError> {
    let refused = |e: &dyn std::fmt::Display| ExportError::Zip(e.to_string());
    let day = stamp
        .released()
        .and_then(|d| DateTime::from_date_and_time(d.year(), d.month(), d.day(), 0, 0, 0).ok());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .unix_permissions(0o644)
        .last_modified_time(day.unwrap_or_default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        zip.start_file(file.name.as_str(), options).map_err(|e| refused(&e))?;
        zip.write_all(&file.bytes).map_err(|e| refused(&e))?;
    }
    Ok(zip.finish().map_err(|e| refused(&e))?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::stamp::sample;

    fn file(name: &str) -> File {
        File { name: name.to_owned(), media: "text/plain", bytes: b"words".to_vec() }
    }

    #[test]
    fn the_same_files_give_the_same_bytes_and_no_name_stands_twice() {
        let two = [file("a.txt"), file("b.txt")];
        let bytes = bundle(&two, &sample()).unwrap();
        assert_eq!(bundle(&two, &sample()).unwrap(), bytes);
        assert!(bytes.starts_with(b"PK\x03\x04"));
        assert!(bundle(&[file("a.txt"), file("a.txt")], &sample()).is_err());
        assert!(bundle(&[], &sample()).unwrap().starts_with(b"PK\x05\x06"));
    }
}
