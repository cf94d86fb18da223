//! Finding and replacing in text by bytes. The library's own search by words of text brings 10 kB
//! (gzip) of tables and panic words into the offline file; this brings none.

/// What stands before and after the first `mark`.
pub fn cut<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    if mark.is_empty() {
        return None;
    }
    let at = text.as_bytes().windows(mark.len()).position(|part| part == mark.as_bytes())?;
    // Both are UTF-8, so a mark that fits begins and ends between two characters.
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Whether a text holds some words.
pub fn has(text: &str, words: &str) -> bool {
    cut(text, words).is_some()
}

/// The text with the first `mark` replaced, if there is one.
pub fn swap_first(text: &str, mark: &str, by: &str) -> String {
    cut(text, mark).map_or_else(|| text.to_owned(), |(before, after)| [before, by, after].concat())
}

/// The text with every `mark` replaced.
pub fn swap_all(text: &str, mark: &str, by: &str) -> String {
    let (mut done, mut rest) = (String::new(), text);
    while let Some((before, after)) = cut(rest, mark) {
        done.push_str(before);
        done.push_str(by);
        rest = after;
    }
    done.push_str(rest);
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_the_library(text in "[ab\u{e9}]{0,20}", mark in "[ab\u{e9}]{1,3}") {
            prop_assert_eq!(cut(&text, &mark), text.split_once(mark.as_str()));
            prop_assert_eq!(has(&text, &mark), text.contains(mark.as_str()));
            prop_assert_eq!(swap_first(&text, &mark, "<x>"), text.replacen(&mark, "<x>", 1));
            prop_assert_eq!(swap_all(&text, &mark, "<x>"), text.replace(&mark, "<x>"));
        }
    }

    #[test]
    fn nothing_is_nowhere() {
        assert_eq!(cut("a", ""), None);
        assert_eq!(swap_all("a", "", "b"), "a");
    }
}
