//! The list of files in a ZIP. Unpacking is left to the browser; sizes and names are checked here
//! first, and nothing that the list says is believed beyond its bounds.

/// A file in a ZIP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name without folders.
    pub name: String,
    /// Where its packed bytes are.
    pub from: usize,
    /// How many packed bytes.
    pub packed: usize,
    /// How many bytes it says it has.
    pub size: u64,
    /// Packed with deflate; else stored as it is.
    pub deflated: bool,
}

/// Why a ZIP cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// No list of files at its end.
    #[error("the file is no ZIP, or was not saved whole")]
    NotZip,
    /// The list points outside the file.
    #[error("the list of files in the ZIP is broken")]
    Broken,
    /// Encrypted, split, larger than 4 GiB, or packed in a way that browsers do not know.
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

/// The files of a ZIP; folders and hidden files are left out.
///
/// # Errors
/// [`ZipError`]
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry>, ZipError> {
    let end = end(bytes).ok_or(ZipError::NotZip)?;
    let count = usize::from(short(bytes, end + 10).ok_or(ZipError::Broken)?);
    let size = long(bytes, end + 12).ok_or(ZipError::Broken)? as usize;
    let mut at = long(bytes, end + 16).ok_or(ZipError::Broken)? as usize;
    if count == 0xffff || at == 0xffff_ffff {
        return Err(ZipError::Unusual);
    }
    if at.checked_add(size).is_none_or(|list_end| list_end > end) {
        return Err(ZipError::Broken);
    }
    if count > MOST {
        return Err(ZipError::TooMany);
    }
    let mut found: Vec<Entry> = Vec::new();
    for _ in 0..count {
        let (entry, next) = entry(bytes, at)?;
        at = next;
        let Some(entry) = entry else { continue };
        if found.iter().any(|other| other.name == entry.name) {
            return Err(ZipError::Twice);
        }
        found.push(entry);
    }
    Ok(found)
}

/// Where the list of files ends: a mark in the last 64 KiB.
fn end(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().checked_sub(22)?;
    let first = from.saturating_sub(0xffff);
    (first..=from).rev().find(|at| marked(bytes, *at, b"PK\x05\x06"))
}

fn entry(bytes: &[u8], at: usize) -> Result<(Option<Entry>, usize), ZipError> {
    let broken = ZipError::Broken;
    if !marked(bytes, at, b"PK\x01\x02") {
        return Err(broken);
    }
    let flags = short(bytes, at + 8).ok_or(broken)?;
    let method = short(bytes, at + 10).ok_or(broken)?;
    let packed = long(bytes, at + 20).ok_or(broken)? as usize;
    let size = u64::from(long(bytes, at + 24).ok_or(broken)?);
    let lengths = [28, 30, 32].map(|place| short(bytes, at + place).map(usize::from));
    let [Some(name_length), Some(extra), Some(comment)] = lengths else { return Err(broken) };
    let head = long(bytes, at + 42).ok_or(broken)? as usize;
    let name = bytes.get(at + 46..at + 46 + name_length).ok_or(broken)?;
    let next = at + 46 + name_length + extra + comment;
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    if name == "xl/workbook.xml" || name == "content.xml" {
        return Err(ZipError::Workbook);
    }
    if name.starts_with('/') || name.split('/').any(|part| part == "..") || name.contains(':') {
        return Err(ZipError::Path);
    }
    let base = name.rsplit('/').next().unwrap_or("").to_owned();
    if base.is_empty() || base.starts_with('.') || name.starts_with("__MACOSX/") {
        return Ok((None, next));
    }
    if flags & 1 != 0 || packed == 0xffff_ffff || !matches!(method, 0 | 8) {
        return Err(ZipError::Unusual);
    }
    if !marked(bytes, head, b"PK\x03\x04") {
        return Err(broken);
    }
    let own = [26, 28].map(|place| short(bytes, head + place).map(usize::from));
    let [Some(name_length), Some(extra)] = own else { return Err(broken) };
    let from = head + 30 + name_length + extra;
    if from.checked_add(packed).is_none_or(|end| end > bytes.len()) {
        return Err(broken);
    }
    Ok((Some(Entry { name: base, from, packed, size, deflated: method == 8 }), next))
}

/// Whether a mark stands there; `at` may be anywhere.
fn marked(bytes: &[u8], at: usize, mark: &[u8; 4]) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(mark))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([*two.first()?, *two.get(1)?]))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(short(bytes, at)?) | u32::from(short(bytes, at.checked_add(2)?)?) << 16)
}
