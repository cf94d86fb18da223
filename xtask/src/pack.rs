//! Bytes as text that can stand in a script element: compressed as LZMA, then 13 bits as two of 91
//! plain characters. That is 1.23 characters a byte, where base64 needs 1.33. `unpack.mjs` reads it.

use std::io::Write as _;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// The characters from `#` to `~` without `<`, which could end the element.
const FIRST: u8 = b'#';
const COUNT: u32 = 91;
/// Bits in two characters: 91 times 91 is a little more than 2 to the 13.
const BITS: u32 = 13;

/// Bits of the byte before that LZMA looks at for the next byte; `lzma.mjs` has the same number.
/// It looks at no bits of the place (`lp` and `pb` are 0). Of all settings these were the smallest
/// for the module; the next best, 3, was 30 bytes larger.
const CONTEXT: u32 = 4;
/// How far back it looks: all the way.
const DICTIONARY: u32 = 1 << 20;
/// The longest repetition that LZMA knows: it never stops looking for a better one.
const NICE: u32 = 273;

/// Packs pieces of bytes, which share what repeats in them. The text tells first how many bytes are
/// packed, then how many each piece has.
pub fn pack(pieces: &[&[u8]]) -> Result<String> {
    let packed = compress(&pieces.concat()).context("cannot compress")?;
    let mut head = format!("{} ", packed.len());
    for piece in pieces {
        head.push_str(&format!("{} ", piece.len()));
    }
    Ok(head + &text(&packed))
}

fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (CONTEXT, 0, 0);
    options.dict_size = DICTIONARY;
    options.nice_len = NICE;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()
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
    use std::io::Read as _;

    use lzma_rust2::LzmaReader;

    use super::*;
    use crate::{exec, paths};

    /// As `unpack.mjs` does it.
    fn bytes(text: &str, length: usize) -> Vec<u8> {
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
        // The last pair may hold a byte too many.
        out.truncate(length);
        out
    }

    /// Numbers that look random and are the same every time.
    fn noise(seed: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(seed * 2 + 1), |n| {
            Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
        })
        .map(|n| n >> 16)
    }

    /// Bytes of many kinds: none, one, all alike, without any order, with repetitions near and far,
    /// text of ours, and half a megabyte of a program.
    fn samples() -> Result<Vec<Vec<u8>>> {
        let mut samples = vec![vec![], vec![7], vec![b'a'; 100_000]];
        samples.push(noise(1).map(|n| n as u8).take(5_000).collect());
        for seed in 2..40 {
            let (mut all, mut noise) = (Vec::<u8>::new(), noise(seed));
            let mut next = |below: u32| noise.next().unwrap_or(0) % below;
            while all.len() < 20_000 {
                let far = next(8 * seed * seed + 1) as usize + 1;
                let length = if next(4) == 0 { next(600) } else { next(9) };
                for _ in 0..length {
                    let old = all.len().checked_sub(far).map(|at| all[at]);
                    all.push(old.unwrap_or(next(256) as u8));
                }
                all.push(next(seed) as u8);
            }
            samples.push(all);
        }
        samples.push(std::fs::read(paths::root().join("data/sources.csv"))?);
        let mut program = std::fs::read(std::env::current_exe()?)?;
        program.truncate(500_000);
        samples.push(program);
        Ok(samples)
    }

    /// What the script of the offline file makes of each text: its bytes, or the name of the error.
    fn unpacked(texts: &[String]) -> Result<Vec<Result<Vec<u8>, String>>> {
        let name = format!("xtask-pack-{}-{}.json", std::process::id(), texts.len());
        let file = std::env::temp_dir().join(name);
        std::fs::write(&file, serde_json::to_string(texts)?)?;
        let script = r#"
            import { readFileSync } from "node:fs";
            import { unpack } from "./xtask/src/unpack.mjs";
            const answer = (text) => {
              try {
                return Buffer.concat(unpack(text)).toString("hex");
              } catch (error) {
                return `!${error.name}`;
              }
            };
            for (const text of JSON.parse(readFileSync(process.argv[1]))) console.log(answer(text));
        "#;
        let mut node = exec::command("node");
        node.args(["--input-type=module", "-e", script]).arg(&file);
        let output = node.output().context("could not start node")?;
        std::fs::remove_file(file)?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let byte = |hex: &[u8]| u8::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap();
        let answers = String::from_utf8(output.stdout)?;
        Ok(answers
            .lines()
            .map(|line| match line.strip_prefix('!') {
                Some(error) => Err(error.to_owned()),
                None => Ok(line.as_bytes().chunks(2).map(byte).collect()),
            })
            .collect())
    }

    #[test]
    fn bytes_come_back_and_no_character_can_end_a_script() {
        for length in 0..40_usize {
            let all: Vec<u8> = (0..length).map(|i| (i * 89 + length * 37) as u8).collect();
            let packed = text(&all);
            assert!(packed.bytes().all(|b| (b'!'..=b'~').contains(&b) && b != b'<' && b != b'"'));
            assert_eq!(bytes(&packed, length), all, "{length}");
        }
        assert_eq!(bytes(&text(&[255; 26]), 26), [255; 26]);
    }

    #[test]
    fn the_library_and_the_script_unpack_what_was_packed() -> Result<()> {
        let samples = samples()?;
        let mut texts = Vec::new();
        for all in &samples {
            let (one, two) = all.split_at(all.len() / 3);
            let packed = pack(&[one, two])?;
            let [length, first, second, digits] =
                packed.split(' ').collect::<Vec<_>>().try_into().unwrap();
            assert_eq!([first.parse::<usize>()?, second.parse()?], [one.len(), two.len()]);
            let lzma = bytes(digits, length.parse()?);
            let size = all.len() as u64;
            let mut back = Vec::new();
            LzmaReader::new(&*lzma, size, CONTEXT, 0, 0, DICTIONARY, None)?
                .read_to_end(&mut back)?;
            assert!(back == *all, "{size} bytes differ from the library's");
            texts.push(packed);
        }
        let scripts = unpacked(&texts)?;
        assert_eq!(scripts.len(), samples.len());
        for (script, all) in scripts.iter().zip(&samples) {
            assert!(script.as_ref() == Ok(all), "{} bytes differ from the script's", all.len());
        }
        Ok(())
    }

    #[test]
    fn the_script_refuses_what_is_broken() -> Result<()> {
        let all = samples()?.pop().unwrap_or_default();
        let packed = pack(&[all.get(..30_000).unwrap_or_default()])?;
        let start = packed.rfind(' ').unwrap_or(0) + 1;
        let mut broken = vec![String::new(), " ".to_owned(), "0 0 ".to_owned(), "x y z".to_owned()];
        let mut noise = noise(3);
        let mut place = || noise.next().unwrap_or(0) as usize % (packed.len() - start) + start;
        for turn in 0..200 {
            // The last pair can be padding for the most part.
            let end = [start, start + 1, start + 9, packed.len() - 3, place()];
            let at = if turn < 5 { end[turn] } else { place().min(packed.len() - 3) };
            broken.push(packed[..at].to_owned());
            let mut flipped = packed.clone().into_bytes();
            flipped[at] = if flipped[at] == b'~' { b'#' } else { b'~' };
            broken.push(String::from_utf8(flipped)?);
            // A character that no packed text has, and a piece that is missing.
            broken.push([&packed[..at], "\u{e9}", &packed[at + 1..]].concat());
            broken.push([&packed[..at], &packed[at + 2..]].concat());
        }
        for (other, why) in
            [("29999", "short"), ("30001", "long"), ("3e4x", "none"), ("-1", "less")]
        {
            broken.push(packed.replacen(" 30000 ", &format!(" {other} "), 1));
            assert!(broken.last() != Some(&packed), "{why}");
        }
        for (text, answer) in broken.iter().zip(unpacked(&broken)?) {
            assert!(answer.is_err(), "it took {} characters", text.len());
        }
        Ok(())
    }

    #[test]
    fn repetition_shrinks() -> Result<()> {
        assert!(pack(&[&[b'a'; 10_000]])?.len() < 100);
        Ok(())
    }
}
