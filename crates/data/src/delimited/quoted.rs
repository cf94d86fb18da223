//! One field of a CSV, written so that it is read back as one (RFC 4180).

use std::borrow::Cow;

/// The field, in quotation marks where its text could be read as more than one.
///
/// Written here and not by the crate `csv`: its check whether a field is a number brings 10 kB (gzip)
/// of tables into the offline file. The tests read the results with that crate.
pub fn quoted(field: &str) -> Cow<'_, str> {
    if !field.contains(['"', ',', '\r', '\n']) {
        return Cow::Borrowed(field);
    }
    let mut safe = String::from("\"");
    for c in field.chars() {
        safe.push_str(if c == '"' { "\"" } else { "" });
        safe.push(c);
    }
    safe.push('"');
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_stand_only_where_they_must() {
        assert_eq!(["", "a b", "a;b", "é"].map(quoted), ["", "a b", "a;b", "é"]);
        assert_eq!(["a,b", "a\"", "\n"].map(quoted), ["\"a,b\"", "\"a\"\"\"", "\"\n\""]);
    }
}
