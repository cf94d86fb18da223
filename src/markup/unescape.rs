//! The reverse of escaping.

/// The text that was escaped, by [`cyberflag_figures::escape`] or by a browser, which escapes fewer characters.
pub fn unescape(safe: &str) -> String {
    const NAMES: [(&str, char); 5] =
        [("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\''), ("amp;", '&')];
    let mut parts = safe.split('&');
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let named = NAMES.iter().find_map(|(name, c)| Some((*c, part.strip_prefix(name)?)));
        let (c, rest) = named.unwrap_or(('&', part));
        text.push(c);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_figures::escape;
    use proptest::prelude::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escape("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    }

    proptest! {
        #[test]
        fn nothing_that_opens_a_tag_or_closes_an_attribute_is_left(text in "\\PC*") {
            prop_assert!(!escape(&text).contains(['<', '>', '"', '\'']));
            prop_assert_eq!(unescape(&escape(&text)), text);
        }
    }
}
