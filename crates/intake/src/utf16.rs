//! UTF-16 as Excel saves "Unicode text", made into UTF-8 piece by piece before any row is sought.

/// How the characters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 or Windows-1252, distinguished field by field.
    Bytes,
    /// UTF-16 with the lower byte first.
    Utf16Le,
    /// UTF-16 with the higher byte first.
    Utf16Be,
}

impl Encoding {
    /// By the byte order mark at the start of a file.
    pub(super) fn of(start: &[u8]) -> Self {
        match start {
            [0xff, 0xfe, ..] => Self::Utf16Le,
            [0xfe, 0xff, ..] => Self::Utf16Be,
            _ => Self::Bytes,
        }
    }
}

/// Decodes UTF-16 in pieces of any size.
#[derive(Default)]
pub(super) struct Decoder {
    /// The first half of a unit of two bytes.
    byte: Option<u8>,
    /// The first half of a surrogate pair.
    high: Option<u16>,
}

impl Decoder {
    /// The next piece as UTF-8; half a character at its end waits for the next one.
    pub(super) fn push(&mut self, bytes: &[u8], encoding: Encoding) -> String {
        let mut units = Vec::with_capacity(bytes.len() / 2 + 2);
        units.extend(self.high.take());
        for byte in bytes {
            let Some(first) = self.byte.take() else {
                self.byte = Some(*byte);
                continue;
            };
            let pair = [first, *byte];
            let big = encoding == Encoding::Utf16Be;
            units.push(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
        }
        self.high = units.pop_if(|unit| (0xd800..0xdc00).contains(unit));
        String::from_utf16_lossy(&units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let text = "\u{feff}Dyfed\u{2013}Powys\t1 \u{1f600}\r\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes: Vec<u8> = units
                .iter()
                .flat_map(|u| match encoding {
                    Encoding::Utf16Be => u.to_be_bytes(),
                    _ => u.to_le_bytes(),
                })
                .collect();
            assert_eq!(Encoding::of(&bytes), encoding);
            for size in 1..=bytes.len() {
                let mut decoder = Decoder::default();
                let read: String =
                    bytes.chunks(size).map(|piece| decoder.push(piece, encoding)).collect();
                assert_eq!(read, text, "{size}");
            }
        }
        assert_eq!(Encoding::of(b"Force"), Encoding::Bytes);
    }
}
