//! Escaping for what `html!` does not write, and its reverse.

/// The text, safe as element content and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// The text that was escaped, by [`escape`] or by a browser, which escapes fewer characters.
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
