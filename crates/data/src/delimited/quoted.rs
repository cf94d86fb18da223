//! One field of a CSV, written so that it is read back as one (RFC 4180).

use std::borrow::Cow;

/// The field, in quotation marks where its text could be read as more than one.
pub fn quoted(field: &str) -> Cow<'_, str> {
    if !field.contains(['"', ',', '\r', '\n']) {
        return Cow::Borrowed(field);
    }
    Cow::Owned(format!("\"{}\"", field.replace('"', "\"\"")))
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
