//! Our JSON beside `serde_json`, on any text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use cyberflag_data::json::{Fault, Json, MOST_DEPTH, MOST_MEMBERS, Value, Wrong, read};
use proptest::prelude::*;

/// Whether our value is the other one. Numbers are compared as the other reads ours.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Flag(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Text(a), serde_json::Value::String(b)) => a == b,
        (Value::Number(a), b @ serde_json::Value::Number(_)) => {
            serde_json::from_str::<serde_json::Value>(a).is_ok_and(|a| a == *b)
        }
        (Value::List(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            let member = |(name, a): &(String, Value)| b.get(name).is_some_and(|b| same(a, b));
            a.len() == b.len() && a.iter().all(member)
        }
        _ => false,
    }
}

/// Both readers on one text: the same value, the same refusal on the same line, or a refusal of ours
/// that is meant.
fn compared(bytes: &[u8]) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
    match (read(bytes), theirs) {
        (Ok(ours), Ok(theirs)) => prop_assert!(same(&ours, &theirs), "{ours:?} {theirs:?}"),
        // A number too large for their type: we keep it as it is written.
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range"), "{error}"),
        (Err(fault), Ok(_)) => {
            let meant = matches!(fault.wrong, Wrong::Twice(_) | Wrong::Members | Wrong::Deep);
            prop_assert!(meant, "{fault:?} for {:?}", String::from_utf8_lossy(bytes));
        }
        (Err(fault), Err(_)) => {
            let lines = 1 + bytes.iter().filter(|b| **b == b'\n').count() as u64;
            prop_assert!((1..=lines).contains(&fault.line), "{fault:?} of {lines} lines");
        }
    }
    Ok(())
}

/// Values with names that meet and texts that need escapes.
fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec(("[a-d\"\\\\é\n]{0,2}", inner), 0..6)
                .prop_map(|all| serde_json::Value::Object(all.into_iter().collect())),
        ]
    })
}

/// Pieces of JSON in any order: most are wrong, some only just.
fn pieces() -> impl Strategy<Value = String> {
    let one = prop::sample::select(vec![
        "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"a\":", "\"b\":", "\\", "\\u00e9",
        "\\ud83d", "\\ude00", "\\n", "\\x", "1", "0", "-", ".", "e", "E+", "01", "1e999", "true",
        "false", "null", "nul", " ", "\n", "\t", "é", "\u{feff}", "\u{7f}", "\u{0}", "//",
    ]);
    prop::collection::vec(one, 0..12).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn what_the_crate_writes_is_read_alike(value in value(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        // The crate reads some numbers of its own a little differently from how it wrote them.
        let value = serde_json::from_str(&text).unwrap();
        let read = read(text.as_bytes());
        prop_assert!(read.as_ref().is_ok_and(|ours| same(ours, &value)), "{read:?} of {text}");
    }

    #[test]
    fn one_changed_byte_is_judged_alike(value in value(), place: prop::sample::Index, byte: u8) {
        let mut text = serde_json::to_string_pretty(&value).unwrap().into_bytes();
        let place = place.index(text.len());
        text[place] = byte;
        compared(&text)?;
        text.truncate(place);
        compared(&text)?;
    }

    #[test]
    fn pieces_in_any_order_are_judged_alike(text in pieces(), inside: bool) {
        compared(text.as_bytes())?;
        let text = if inside { format!("[{text}]") } else { format!("\"{text}\"") };
        compared(text.as_bytes())?;
    }

    #[test]
    fn any_bytes_are_judged_alike(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        compared(&bytes)?;
    }

    #[test]
    fn what_we_write_is_read_back(words in any::<String>()) {
        let list = Json::List(vec![Json::Text(words.clone()), Json::Number(3), Json::Flag(true)]);
        let written = Json::Object(vec![("a", list)]).write();
        let theirs: serde_json::Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&theirs["a"][0], &serde_json::Value::String(words.clone()));
        let ours = read(written.as_bytes()).unwrap();
        prop_assert_eq!(ours.get("a").and_then(|a| a.list()?[0].text()), Some(words.as_str()));
        prop_assert!(same(&ours, &theirs));
    }
}

fn fault(line: u64, wrong: Wrong) -> Result<Value, Fault> {
    Err(Fault { line, wrong })
}

#[test]
fn a_fault_has_its_line_and_its_words() {
    let cases: [(&[u8], u64, Wrong); 14] = [
        (b"", 1, Wrong::Ends),
        (b"{\n\"version\": }", 2, Wrong::NoValue),
        (b"{\n\"version\"\n}", 3, Wrong::NoColon),
        (b"{\n\"a\": 1\n\"b\": 2}", 3, Wrong::NoComma),
        (b"{\n\"a\": 1,\n}", 3, Wrong::NoName),
        (b"[1,\n2", 2, Wrong::Ends),
        (b"\"a\n\"", 1, Wrong::Control),
        (b"\n\n\"\\x\"", 3, Wrong::Escape),
        (b"\"\\ud800\"", 1, Wrong::Escape),
        (b"{}\n{}", 2, Wrong::More),
        (b"[\n-]", 2, Wrong::NoValue),
        (b"[\n01]", 2, Wrong::NoComma),
        (b"{\"a\": 1,\n\"\\u0061\": 2}", 2, Wrong::Twice("a".into())),
        (b"\n\"\xe9\"", 2, Wrong::NotUtf8),
    ];
    for (text, line, wrong) in cases {
        assert_eq!(read(text), fault(line, wrong), "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn depth_and_width_have_bounds() {
    let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
    assert!(read(deep(MOST_DEPTH).as_bytes()).is_ok());
    assert_eq!(read(deep(MOST_DEPTH + 1).as_bytes()), fault(1, Wrong::Deep));
    assert_eq!(read("[".repeat(10_000_000).as_bytes()), fault(1, Wrong::Deep));
    assert_eq!(read("{\"a\":".repeat(1_000_000).as_bytes()), fault(1, Wrong::Deep));
    let wide = |n: usize| {
        let members: Vec<String> = (0..n).map(|i| format!("\"{i}\":0")).collect();
        format!("{{{}}}", members.join(","))
    };
    assert!(read(wide(MOST_MEMBERS).as_bytes()).is_ok());
    assert_eq!(read(wide(MOST_MEMBERS + 1).as_bytes()), fault(1, Wrong::Members));
    assert!(Wrong::Deep.to_string().contains(&MOST_DEPTH.to_string()));
    assert!(Wrong::Members.to_string().contains(&MOST_MEMBERS.to_string()));
}
