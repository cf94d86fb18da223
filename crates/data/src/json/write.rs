//! A value of ours as JSON text.

/// A value to be written, as far as a descriptor needs one.
#[derive(Clone, Debug)]
pub enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(usize),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Json>),
    /// An object: names and values in order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A list of texts.
    pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::from).collect())
    }

    /// The text, a member a line.
    pub fn write(&self) -> String {
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
