//! Where the bytes are that end a field, end a row or quote: looked for eight at a time, because a
//! national table has a hundred megabytes of others.

const LOW: u64 = eight(0x01);
const HIGH: u64 = eight(0x80);

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// The places of delimiters, quotation marks, `\n` and `\r` in a text, in order; and of a few other
/// bytes, so the one that gets them looks again.
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    delimiter: u64,
    /// Where the eight bytes end that are looked at now.
    next: usize,
    /// The highest bit of each of them that is a mark and has not been given yet.
    found: u64,
}

impl<'a> Marks<'a> {
    /// The marks from a place on.
    pub(super) fn new(bytes: &'a [u8], from: usize, delimiter: u8) -> Self {
        Self { bytes, delimiter: eight(delimiter), next: from, found: 0 }
    }

    #[inline(always)]
    fn look(&self, word: u64) -> u64 {
        // The lowest byte that is nought is found, and none below it; above it a 1 may be taken for one.
        let noughts = |sought: u64| {
            let differ = word ^ sought;
            differ.wrapping_sub(LOW) & !differ
        };
        let ends = noughts(eight(b'\n')) | noughts(eight(b'\r'));
        (noughts(self.delimiter) | noughts(eight(b'"')) | ends) & HIGH
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let rest = self.bytes.get(self.next..).filter(|rest| !rest.is_empty())?;
            self.found = match rest.first_chunk() {
                Some(chunk) => self.look(u64::from_le_bytes(*chunk)),
                None => {
                    let mut chunk = [0; 8];
                    chunk.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                    // Not what is past the end.
                    self.look(u64::from_le_bytes(chunk)) & ((1 << (8 * rest.len())) - 1)
                }
            };
            self.next += 8;
        }
        let at = self.next - 8 + (self.found.trailing_zeros() / 8) as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}
