//! The files in a ZIP: their names, numbers and sizes are bounded before anything is unpacked.

use std::io::{Cursor, Read as _};
use std::ops::Range;
use zip::{CompressionMethod, ZipArchive};

/// Why a ZIP cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// No list of files at its end.
    #[error("the file is no ZIP, or was not saved whole")]
    NotZip,
    /// The list points outside the file, or a file in it cannot be unpacked.
    #[error("a file in the ZIP is broken")]
    Broken,
    /// More bytes than any data package has.
    #[error("the files in the ZIP are larger than any data package has")]
    TooLarge,
    /// Encrypted, split, or packed in a way that browsers do not know.
    #[error(
        "the ZIP is packed in a way that this page cannot open (encrypted, split or newer than usual)"
    )]
    Unusual,
    /// More files than any data package has.
    #[error("the ZIP holds too many files")]
    TooMany,
    /// A name that leads out of its folder.
    #[error("the ZIP holds a file whose name leads out of its folder")]
    Path,
    /// Two files would have one name.
    #[error("the ZIP holds two files of the same name")]
    Twice,
    /// A workbook of a spreadsheet program.
    #[error("the file is a spreadsheet\u{2019}s own workbook")]
    Workbook,
}

impl ZipError {
    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Workbook => {
                "In the spreadsheet, choose Save As and \u{201c}CSV UTF-8\u{201d}, then open that file here."
            }
            Self::NotZip => "Fetch or save the file again.",
            _ => "Unpack it on your computer and open the CSV file here.",
        }
    }
}

/// The most files that are listed.
const MOST: usize = 200;

/// A file in a ZIP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name without folders.
    pub name: String,
    /// Where its packed bytes are.
    pub packed: Range<usize>,
    /// Packed with deflate; else stored as it is.
    pub deflated: bool,
    index: usize,
}

/// An opened ZIP.
pub struct Zip<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Its files; folders and hidden files are left out.
    pub entries: Vec<Entry>,
}

impl<'a> Zip<'a> {
    /// Reads the list of files.
    ///
    /// # Errors
    /// [`ZipError`]
    pub fn open(bytes: &'a [u8]) -> Result<Self, ZipError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => ZipError::Unusual,
            _ => ZipError::NotZip,
        })?;
        if archive.len() > MOST {
            return Err(ZipError::TooMany);
        }
        let mut entries: Vec<Entry> = Vec::new();
        for index in 0..archive.len() {
            let Some(entry) = entry(&mut archive, index, bytes.len())? else { continue };
            if entries.iter().any(|other| other.name == entry.name) {
                return Err(ZipError::Twice);
            }
            entries.push(entry);
        }
        Ok(Self { archive, entries })
    }

    /// Unpacks a file of at most `most` bytes.
    ///
    /// # Errors
    /// [`ZipError::TooLarge`], or [`ZipError::Broken`] where the bytes are not what was packed.
    pub fn unpack(&mut self, entry: &Entry, most: usize) -> Result<Vec<u8>, ZipError> {
        let file = self.archive.by_index(entry.index).map_err(|_| ZipError::Broken)?;
        let mut bytes = Vec::new();
        // What the list says of a size is not believed.
        file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|_| ZipError::Broken)?;
        if bytes.len() > most { Err(ZipError::TooLarge) } else { Ok(bytes) }
    }
}

fn entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    length: usize,
) -> Result<Option<Entry>, ZipError> {
    let file = archive.by_index_raw(index).map_err(|_| ZipError::Broken)?;
    let name = file.name().replace('\\', "/");
    if name == "xl/workbook.xml" || name == "content.xml" {
        return Err(ZipError::Workbook);
    }
    if name.starts_with('/') || name.split('/').any(|part| part == "..") || name.contains(':') {
        return Err(ZipError::Path);
    }
    let base = name.rsplit('/').next().unwrap_or("");
    if base.is_empty() || base.starts_with('.') || name.starts_with("__MACOSX/") {
        return Ok(None);
    }
    let deflated = match file.compression() {
        _ if file.encrypted() => return Err(ZipError::Unusual),
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        _ => return Err(ZipError::Unusual),
    };
    let start = file.data_start();
    let end = start.checked_add(file.compressed_size()).filter(|end| *end <= length as u64);
    let packed = start as usize..end.ok_or(ZipError::Broken)? as usize;
    Ok(Some(Entry { name: base.to_owned(), packed, deflated, index }))
}
