//! Files as one zip: stored, not packed (PNG is packed already, the rest is small), and dated by the
//! release, so that the same files always give the same bytes.
//!
//! Written here and not by the crate `zip`: that adds 40 kB (gzip) to the offline file, half of it
//! tables for the checksum. The tests read the result with that crate.

use super::{ExportError, File, Stamp};
use cyberflag_data::domain::Date;

/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// The oldest version of the format that holds all this.
const VERSION: u16 = 20;
/// Written as on Unix, a plain file that its owner may change.
const BY_UNIX: u16 = (3 << 8) | VERSION;
const MODE: u32 = 0o100_644 << 16;

/// The zip of some files.
///
/// # Errors
/// [`ExportError::Zip`] where two files have one name, or they are more than a zip holds (4 GiB,
/// 65,535 files, names of 64 KiB).
pub fn bundle(files: &[File], stamp: &Stamp) -> Result<Vec<u8>, ExportError> {
    let day = dos_day(stamp.released());
    let (mut zip, mut list) = (Vec::new(), Vec::new());
    for (at, file) in files.iter().enumerate() {
        if files.iter().take(at).any(|other| other.name == file.name) {
            return Err(ExportError::Zip(format!("two files are called {}", file.name)));
        }
        let start = number(zip.len())?;
        let common = common(file, day)?;
        zip.extend(b"PK\x03\x04");
        zip.extend(VERSION.to_le_bytes());
        zip.extend(&common);
        zip.extend(file.name.bytes());
        zip.extend(&file.bytes);

        list.extend(b"PK\x01\x02");
        list.extend(BY_UNIX.to_le_bytes());
        list.extend(VERSION.to_le_bytes());
        list.extend(&common);
        // No comment, the first disk, no hint about the content.
        list.extend([0; 6]);
        list.extend(MODE.to_le_bytes());
        list.extend(start.to_le_bytes());
        list.extend(file.name.bytes());
    }
    let (count, start, length) = (short(files.len())?, number(zip.len())?, number(list.len())?);
    zip.append(&mut list);
    zip.extend(b"PK\x05\x06");
    zip.extend([0; 4]);
    zip.extend(count.to_le_bytes());
    zip.extend(count.to_le_bytes());
    zip.extend(length.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0; 2]);
    Ok(zip)
}

/// What the head of a file and its line in the list have in common.
fn common(file: &File, day: u16) -> Result<Vec<u8>, ExportError> {
    let size = number(file.bytes.len())?;
    let mut bytes = FLAGS.to_le_bytes().to_vec();
    // Stored; midnight.
    bytes.extend([0; 4]);
    bytes.extend(day.to_le_bytes());
    bytes.extend(checksum(&file.bytes).to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(short(file.name.len())?.to_le_bytes());
    bytes.extend([0; 2]);
    Ok(bytes)
}

fn number(of: usize) -> Result<u32, ExportError> {
    u32::try_from(of).map_err(|_| ExportError::Zip("it would be larger than 4 GiB".to_owned()))
}

fn short(of: usize) -> Result<u16, ExportError> {
    u16::try_from(of).map_err(|_| ExportError::Zip("too many files, or too long a name".to_owned()))
}

/// A day as the format has it; its first, 1 January 1980, where there is none or an earlier one.
fn dos_day(day: Option<Date>) -> u16 {
    let fits = day.filter(|d| (1980..=2107).contains(&d.year()));
    let (year, month, day) = fits.map_or((1980, 1, 1), |d| (d.year(), d.month(), d.day()));
    ((year - 1980) << 9) | (u16::from(month) << 5) | u16::from(day)
}

/// CRC-32 (ISO 3309), bit by bit: small rather than fast.
fn checksum(bytes: &[u8]) -> u32 {
    let bit = |sum: u32, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1));
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), bit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;

    fn file(name: &str) -> File {
        File { name: name.to_owned(), media: "text/plain", bytes: b"words".to_vec() }
    }

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn days_before_the_format_begins_are_its_first() {
        assert_eq!(dos_day(None), 0b0010_0001);
        assert_eq!(dos_day(Date::new(1950, 5, 5)), dos_day(None));
        assert_eq!(dos_day(Date::new(2026, 11, 24)), (46 << 9) | (11 << 5) | 24);
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
