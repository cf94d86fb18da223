//! Bytes as text that can stand in a script element: compressed as LZMA, then nine bytes as eleven of
//! 94 plain characters. That is 1.22 characters a byte, where base64 needs 1.33. `unpack.mjs` reads it.

use std::io::Write as _;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// The characters from the blank to `~` without `<`, which could end the element.
const FIRST: u8 = b' ';
const COUNT: u128 = 94;
/// So many bytes are so many characters: 94 to the 11 is a little more than 2 to the 72.
const BYTES: usize = 9;
const CHARACTERS: usize = 11;

/// Bits of the byte before that LZMA looks at for the next byte; `lzma.mjs` has the same number.
/// It looks at no bits of the place (`lp` and `pb` are 0). Of all settings these were the smallest
/// for the module; the next best, 3, was 30 bytes larger.
const CONTEXT: u32 = 4;
/// How far back it looks: all the way.
const DICTIONARY: u32 = 1 << 20;
/// The longest repetition that LZMA knows: it never stops looking for a better one.
const NICE: u32 = 273;

/// Packs pieces of bytes, which share what repeats in them. The first line tells how many bytes are
/// packed, their checksum (Adler-32 of the pieces, since LZMA has none), then how many each piece has.
pub fn pack(pieces: &[&[u8]]) -> Result<String> {
    let whole = pieces.concat();
    let packed = compress(&whole).context("cannot compress")?;
    let mut head = format!("{} {}", packed.len(), adler2::adler32_slice(&whole));
    for piece in pieces {
        head.push_str(&format!(" {}", piece.len()));
    }
    Ok(format!("{head}\n{}", text(&packed)))
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
    let mut text = String::new();
    for group in bytes.chunks(BYTES) {
        // The last group is filled with zeros.
        let byte = |at| group.get(at).copied().unwrap_or(0);
        let value = (0..BYTES).fold(0_u128, |value, at| value << 8 | u128::from(byte(at)));
        for place in (0..CHARACTERS as u32).rev() {
            let code = FIRST + (value / COUNT.pow(place) % COUNT) as u8;
            text.push(char::from(if code >= b'<' { code + 1 } else { code }));
        }
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
        let place = |code: u8| u128::from(code - FIRST - u8::from(code > b'<'));
        let mut out = Vec::new();
        for group in text.as_bytes().chunks(CHARACTERS) {
            let value = group.iter().fold(0_u128, |value, code| value * COUNT + place(*code));
            out.extend_from_slice(&value.to_be_bytes()[16 - BYTES..]);
        }
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
    /// and half a megabyte of text of ours.
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
        let mut tables = Vec::new();
        for name in ["figures.csv", "recorded-crime.csv"] {
            tables.extend(std::fs::read(paths::root().join("data").join(name))?);
        }
        tables.truncate(500_000);
        samples.push(tables);
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
            assert!(packed.bytes().all(|b| (b' '..=b'~').contains(&b) && b != b'<'));
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
            let (head, digits) = packed.split_once('\n').unwrap();
            let [length, sum, first, second] =
                head.split(' ').collect::<Vec<_>>().try_into().unwrap();
            assert_eq!([first.parse::<usize>()?, second.parse()?], [one.len(), two.len()]);
            assert_eq!(sum.parse::<u32>()?, adler2::adler32_slice(all));
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
        let start = packed.find('\n').unwrap_or(0) + 1;
        let words = ["", " ", "\n", "0 0 0\n", "x y z\n", "9 1 0\n           "];
        let mut broken: Vec<String> = words.map(str::to_owned).into();
        let mut noise = noise(3);
        let mut place = || noise.next().unwrap_or(0) as usize % (packed.len() - start) + start;
        for turn in 0..200 {
            // The last group can be padding for the most part.
            let last = packed.len() - CHARACTERS - 1;
            let end = [start, start + 1, start + 9, last, place()];
            let at = if turn < 4 { end[turn] } else { place().min(last) };
            broken.push(packed[..at].to_owned());
            let mut flipped = packed.clone().into_bytes();
            flipped[at] = if flipped[at] == b'~' { b' ' } else { b'~' };
            broken.push(String::from_utf8(flipped)?);
            // A character that no packed text has, and a piece that is missing.
            broken.push([&packed[..at], "\u{e9}", &packed[at + 1..]].concat());
            broken.push([&packed[..at], &packed[at + 2..]].concat());
        }
        for (other, why) in
            [("29999", "short"), ("30001", "long"), ("3e4x", "none"), ("-1", "less")]
        {
            broken.push(packed.replacen(" 30000\n", &format!(" {other}\n"), 1));
            assert!(broken.last() != Some(&packed), "{why}");
        }
        // Another checksum.
        let sum = packed.split(' ').nth(1).unwrap_or_default();
        broken.push(packed.replacen(sum, "1", 1));
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
