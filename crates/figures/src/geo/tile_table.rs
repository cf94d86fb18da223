//! Reading the committed table of tiles, at build time and in tests.

/// The first line of the table.
const HEADER: &str = "area_code,column,row,short";
/// Columns and rows are 0 to this.
const LAST: u8 = 15;
/// The longest short name, in letters; shorter ones are filled up with spaces.
const LONGEST: usize = 5;

/// Reads `tiles.csv` into six bytes a force: column times 16 plus row, then the short name.
///
/// `codes` are the forces, in their order; the table has a line for each, in the same order.
///
/// # Errors
/// The line, from 1, and what is wrong with it.
pub fn read_tiles(text: &str, codes: &[&str]) -> Result<Vec<u8>, (usize, String)> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err((1, format!("the first line must be {HEADER}")));
    }
    let mut bytes: Vec<u8> = Vec::with_capacity(codes.len() * (LONGEST + 1));
    for (i, code) in codes.iter().enumerate() {
        let tile = read_line(lines.next().unwrap_or(""), code).map_err(|why| (i + 2, why))?;
        if bytes.chunks(LONGEST + 1).any(|other| other.first() == tile.first()) {
            return Err((i + 2, "another force has this place".to_owned()));
        }
        bytes.extend(tile);
    }
    match lines.next() {
        Some(_) => Err((codes.len() + 2, "a line too many".to_owned())),
        None => Ok(bytes),
    }
}

fn read_line(line: &str, code: &str) -> Result<Vec<u8>, String> {
    let fields: Vec<&str> = line.split(',').collect();
    let [of, column, row, short] = fields.as_slice() else {
        return Err(format!("four fields are needed, for {code}"));
    };
    if *of != code {
        return Err(format!("{of} stands where {code} must, in the order of areas.csv"));
    }
    let number = |name: &str, text: &str| match text.parse::<u8>() {
        Ok(n) if n <= LAST => Ok(n),
        _ => Err(format!("the {name} {text:?} is not a whole number from 0 to {LAST}")),
    };
    let position = number("column", column)? * (LAST + 1) + number("row", row)?;
    if short.is_empty() || short.len() > LONGEST || !short.is_ascii() || short.trim() != *short {
        return Err(format!("the short name {short:?} must have 1 to {LONGEST} plain letters"));
    }
    let mut bytes = vec![position];
    bytes.extend(format!("{short:<LONGEST$}").into_bytes());
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(rest: &str) -> (usize, String) {
        read_tiles(&format!("{HEADER}\n{rest}"), &["E1", "E2"]).unwrap_err()
    }

    #[test]
    fn six_bytes_a_force() {
        let text = format!("{HEADER}\nE1,2,3,Met\nE2,0,15,N Yor\n");
        assert_eq!(read_tiles(&text, &["E1", "E2"]).unwrap(), b"\x23Met  \x0fN Yor");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(read_tiles("code\n", &[]).unwrap_err().0, 1);
        for (rest, line, words) in [
            ("", 2, "four fields are needed, for E1"),
            ("E2,0,0,A", 2, "E2 stands where E1 must"),
            ("E1,0,16,A", 2, "the row \"16\" is not a whole number from 0 to 15"),
            ("E1,-1,0,A", 2, "the column \"-1\""),
            ("E1,0,0,Nothing", 2, "the short name \"Nothing\" must have 1 to 5"),
            ("E1,0,0,A\nE2,0,0,B", 3, "another force has this place"),
            ("E1,0,0,A\nE2,0,1,B\nE3,0,2,C", 4, "a line too many"),
        ] {
            let (at, why) = wrong(rest);
            assert_eq!(at, line, "{rest}: {why}");
            assert!(why.contains(words), "{rest}: {why}");
        }
    }
}
