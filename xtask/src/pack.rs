//! Bytes as text that can stand in a script element: compressed, then 13 bits as two of 91 plain
//! characters. That is 1.23 characters a byte, where base64 needs 1.33. `offline.js` reads it.

use anyhow::{Context, Result};

/// The characters from `#` to `~` without `<`, which could end the element.
const FIRST: u8 = b'#';
const COUNT: u32 = 91;
/// Bits in two characters: 91 times 91 is a little more than 2 to the 13.
const BITS: u32 = 13;

/// Packs bytes.
pub fn pack(bytes: &[u8]) -> Result<String> {
    let mut deflated = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut deflated)
        .context("cannot compress")?;
    Ok(text(&deflated))
}

fn text(bytes: &[u8]) -> String {
    let (mut held, mut bits) = (0_u32, 0);
    let mut text = String::new();
    let mut put = |value: u32| {
        for digit in [value / COUNT, value % COUNT] {
            let code = FIRST + digit as u8;
            text.push(char::from(if code >= b'<' { code + 1 } else { code }));
        }
    };
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            put(held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        put(held << (BITS - bits));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `offline.js` does it.
    fn bytes(text: &str) -> Vec<u8> {
        let place = |code: u8| u32::from(code - FIRST - u8::from(code > b'<'));
        let codes: Vec<u8> = text.bytes().collect();
        let (mut held, mut bits, mut out) = (0_u32, 0, Vec::new());
        for pair in codes.chunks(2) {
            held = held << BITS | (place(pair[0]) * COUNT + place(pair[1]));
            bits += BITS;
            while bits >= 8 {
                bits -= 8;
                out.push((held >> bits) as u8);
                held &= (1 << bits) - 1;
            }
        }
        out
    }

    #[test]
    fn bytes_come_back_and_no_character_can_end_a_script() {
        for length in 0..40_usize {
            let all: Vec<u8> = (0..length).map(|i| (i * 89 + length * 37) as u8).collect();
            let packed = text(&all);
            assert!(packed.bytes().all(|b| b.is_ascii_graphic() && b != b'<' && b != b'"'));
            assert_eq!(bytes(&packed).get(..length), Some(all.as_slice()), "{length}");
            assert!(packed.len() * 13 / 16 >= length);
        }
        assert_eq!(bytes(&text(&[255; 26])), [255; 26]);
    }

    #[test]
    fn repetition_shrinks() -> Result<()> {
        assert!(pack(&[b'a'; 10_000])?.len() < 100);
        Ok(())
    }
}
