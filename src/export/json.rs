//! A value as JSON text. Written here and not by `serde_json`: that brings 9 kB (gzip) of tables and
//! panic words into the offline file for one small descriptor. The tests read it with that crate.

/// A JSON value, as far as the descriptor needs one.
pub(super) enum Json {
    Text(String),
    Number(usize),
    Flag(bool),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A list of texts.
    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::from).collect())
    }

    /// The text, a member a line.
    pub(super) fn write(&self) -> String {
        let mut text = String::new();
        self.put(&mut text, "\n");
        text
    }

    /// `line` is the end of a line with the blanks of the next.
    fn put(&self, text: &mut String, line: &str) {
        match self {
            Self::Text(words) => quote(text, words),
            Self::Number(number) => text.push_str(&number.to_string()),
            Self::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Self::List(all) => members(text, line, ('[', ']'), all, |text, one, line| {
                one.put(text, line);
            }),
            Self::Object(all) => members(text, line, ('{', '}'), all, |text, (name, one), line| {
                quote(text, name);
                text.push_str(": ");
                one.put(text, line);
            }),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

fn members<T>(
    text: &mut String,
    line: &str,
    (open, close): (char, char),
    all: &[T],
    put: impl Fn(&mut String, &T, &str),
) {
    text.push(open);
    let inner = format!("{line}  ");
    for (at, one) in all.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { "," });
        text.push_str(&inner);
        put(text, one, &inner);
    }
    text.push_str(if all.is_empty() { "" } else { line });
    text.push(close);
}

fn quote(text: &mut String, words: &str) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if u32::from(c) < 0x20 => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_back(words in any::<String>()) {
            let written = Json::Object(vec![("a", Json::List(vec![Json::Text(words.clone())]))]).write();
            let read: serde_json::Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read["a"][0], &serde_json::Value::String(words));
        }
    }

    #[test]
    fn every_kind_is_written() {
        let all = Json::Object(vec![
            ("n", Json::Number(3)),
            ("f", Json::Flag(true)),
            ("none", Json::List(Vec::new())),
            ("two", Json::texts(["a", "b"])),
        ]);
        assert_eq!(
            all.write(),
            "{\n  \"n\": 3,\n  \"f\": true,\n  \"none\": [],\n  \"two\": [\n    \"a\",\n    \"b\"\n  ]\n}"
        );
    }
}
