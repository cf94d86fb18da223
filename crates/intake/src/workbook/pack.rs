//! The parts of a workbook, unpacked piece by piece within one bound for all of them.

use super::xml::Part;
use super::{MOST_UNPACKED, WorkbookError};
use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// An opened ZIP.
pub(super) struct Pack<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    left: Rc<Cell<u64>>,
}

impl<'a> Pack<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WorkbookError> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::NotWorkbook)?;
        Ok(Self { archive, left: Rc::new(Cell::new(MOST_UNPACKED)) })
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

    /// The events of a part.
    ///
    /// # Errors
    /// [`WorkbookError`] where it is not there, encrypted, or packed in a way of its own.
    pub(super) fn part(&mut self, name: &str) -> Result<Part<'_>, WorkbookError> {
        let damaged = || WorkbookError::Damaged(name.to_owned());
        let place = self.place(name).ok_or_else(damaged)?;
        let raw = self.archive.by_index_raw(place).map_err(|_| damaged())?;
        if raw.encrypted() {
            return Err(WorkbookError::Encrypted);
        }
        drop(raw);
        let left = self.left.clone();
        let packed = self.archive.by_index(place).map_err(|_| damaged())?;
        Ok(Part::new(name, Box::new(Bounded { packed, left: left.clone() }), left))
    }
}

/// Unpacked bytes, as many as are left. What the list of files says of a size is not believed.
struct Bounded<R> {
    packed: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.packed.read(into)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.unwrap_or(0));
        left.map(|_| read).ok_or_else(|| io::ErrorKind::FileTooLarge.into())
    }
}
