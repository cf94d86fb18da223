//! What a text was found to mean, kept: a table repeats a few names in a million rows.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hash that is fast on short texts and numbers. Its input is a file that the reader chose, and
/// what is kept is bounded, so that no file can make it slow for long.
#[derive(Default, Clone, Copy)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut eight = [0; 8];
            for (to, from) in eight.iter_mut().zip(part) {
                *to = *from;
            }
            self.write_u64(u64::from_le_bytes(eight));
        }
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }
}

pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// More different texts than any column of names holds.
const MOST: usize = 20_000;

/// The meanings of the texts of one column, as places in some list: one kind of memo for all columns,
/// because the compiler makes a copy of a map for each.
pub(super) struct Memo {
    known: Map<Vec<u8>, Option<u16>>,
    last: (Vec<u8>, Option<Option<u16>>),
}

impl Memo {
    pub(super) fn new() -> Self {
        Self { known: Map::default(), last: (Vec::new(), None) }
    }

    /// What a text means: worked out once.
    pub(super) fn get(
        &mut self,
        text: &[u8],
        find: &mut dyn FnMut(&[u8]) -> Option<u16>,
    ) -> Option<u16> {
        if let (last, Some(meaning)) = &self.last
            && last == text
        {
            return *meaning;
        }
        let meaning = match self.known.get(text) {
            Some(meaning) => *meaning,
            None => {
                let meaning = find(text);
                if self.known.len() < MOST {
                    self.known.insert(text.to_vec(), meaning);
                }
                meaning
            }
        };
        self.last.0.clear();
        self.last.0.extend_from_slice(text);
        self.last.1 = Some(meaning);
        meaning
    }
}
