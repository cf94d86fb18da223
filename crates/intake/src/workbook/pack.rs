//! The parts of a workbook, unpacked within one bound for all of them.

use super::xml::Part;
use super::{MOST_UNPACKED, WorkbookError};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// An opened ZIP.
pub(super) struct Pack<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: usize,
}

impl<'a> Pack<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WorkbookError> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::NotWorkbook)?;
        Ok(Self { archive, left: MOST_UNPACKED })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Where a part is. Some programs write its name with other capitals.
    fn place(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            let alike = self.archive.file_names().find(|other| other.eq_ignore_ascii_case(name));
            alike.and_then(|alike| self.archive.index_for_name(alike))
        })
    }

    /// Unpacks a part.
    ///
    /// # Errors
    /// [`WorkbookError`] where it is not there, encrypted, too large or broken.
    pub(super) fn part(&mut self, name: &str) -> Result<Part, WorkbookError> {
        let damaged = || WorkbookError::Damaged(name.to_owned());
        let place = self.place(name).ok_or_else(damaged)?;
        let raw = self.archive.by_index_raw(place).map_err(|_| damaged())?;
        if raw.encrypted() {
            return Err(WorkbookError::Encrypted);
        }
        drop(raw);
        let packed = self.archive.by_index(place).map_err(|_| damaged())?;
        let mut bytes = Vec::new();
        // What the list of files says of a size is not believed.
        let read = packed.take(self.left as u64 + 1).read_to_end(&mut bytes);
        self.left = self.left.checked_sub(bytes.len()).ok_or(WorkbookError::TooLarge)?;
        read.map_err(|_| damaged())?;
        Ok(Part { name: name.to_owned(), bytes })
    }
}
