//! What a source says about a number that it does not give.

use super::capital;
use cyberflag_data::dataset::Reading;

/// The note of a blank as a sentence: `The force refused because of the cost.`
pub fn blank_note(reading: &Reading<'_>) -> Option<String> {
    let note = reading.note().filter(|_| !reading.cell.is_known())?;
    Some(format!("{}.", capital(note.trim_end_matches('.'))))
}
