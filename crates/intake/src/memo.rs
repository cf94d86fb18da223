//! A cache of the meanings of texts: a table repeats a few names in a million rows.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Spreads a number over all bits: 2 to the 64 by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash that is fast on short texts and numbers. Its input is a file that the reader chose, and
/// the number of entries is bounded, so that no file can make it slow for long.
#[derive(Default, Clone, Copy)]
pub(super) struct FastHasher(u64);

impl Hasher for FastHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((eight, next)) = rest.split_first_chunk() {
            self.write_u64(u64::from_le_bytes(*eight));
            rest = next;
        }
        self.write_u64(rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)));
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(SPREAD);
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }
}

pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<FastHasher>>;

/// More different texts than any column of names holds.
const MOST: usize = 20_000;

/// Texts of up to seven bytes as one number, with their length; `None` for longer ones.
fn packed(text: &[u8]) -> Option<u64> {
    (text.len() < 8)
        .then(|| text.iter().fold(text.len() as u64, |key, byte| key << 8 | u64::from(*byte)))
}

/// Slots of the direct-mapped cache of short texts.
const NEAR: usize = 256;

/// The meanings of the texts of one column, each an index into a list of the caller's.
pub(super) struct Memo {
    known: Map<Vec<u8>, Option<u16>>,
    /// Short texts, packed, by a part of their hash.
    near: Vec<Option<(u64, Option<u16>)>>,
    /// The text before this one.
    last: Option<(Vec<u8>, Option<u16>)>,
}

impl Memo {
    pub(super) fn new() -> Self {
        Self { known: Map::default(), near: vec![None; NEAR], last: None }
    }

    /// The meaning of a text, computed once.
    pub(super) fn get(
        &mut self,
        text: &[u8],
        compute: &mut dyn FnMut(&[u8]) -> Option<u16>,
    ) -> Option<u16> {
        let Some(key) = packed(text) else {
            return match &self.last {
                Some((last, meaning)) if last == text => *meaning,
                _ => {
                    let meaning = self.look_up(text, compute);
                    self.last = Some((text.to_vec(), meaning));
                    meaning
                }
            };
        };
        let slot = (key.wrapping_mul(SPREAD) >> 56) as usize;
        if let Some(Some((near, meaning))) = self.near.get(slot)
            && *near == key
        {
            return *meaning;
        }
        let meaning = self.look_up(text, compute);
        if let Some(near) = self.near.get_mut(slot) {
            *near = Some((key, meaning));
        }
        meaning
    }

    fn look_up(
        &mut self,
        text: &[u8],
        compute: &mut dyn FnMut(&[u8]) -> Option<u16>,
    ) -> Option<u16> {
        if let Some(meaning) = self.known.get(text) {
            return *meaning;
        }
        let meaning = compute(text);
        if self.known.len() < MOST {
            self.known.insert(text.to_vec(), meaning);
        }
        meaning
    }
}
