//! Unique keys of sources.

/// The wanted key, with a number after it where it is taken; an empty one becomes `source-1` and so on.
pub(super) fn unique(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    if !wanted.is_empty() && !taken(wanted) {
        return wanted.to_owned();
    }
    let (stem, mut number) = if wanted.is_empty() { ("source", 1) } else { (wanted, 2) };
    loop {
        let key = format!("{stem}-{number}");
        if !taken(&key) {
            return key;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_key_gets_the_next_number() {
        let taken = |key: &str| ["a", "a-2", "source-1"].contains(&key);
        assert_eq!(["b", "a", ""].map(|key| unique(key, taken)), ["b", "a-3", "source-2"]);
    }
}
