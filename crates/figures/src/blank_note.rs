//! What a source says about a number, or about one that it does not give.

use super::capital;
use cyberflag_data::dataset::Reading;

/// The note of a blank as a sentence: `The force refused because of the cost.`
pub fn blank_note(reading: &Reading<'_>) -> Option<String> {
    reading.note().filter(|_| !reading.cell.is_known()).map(note_sentence)
}

/// A note as a sentence.
pub(super) fn note_sentence(note: &str) -> String {
    format!("{}.", capital(note.trim_end_matches('.')))
}
