//! The reader of delimited text beside the crate `csv`, on any text and in pieces of any size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use cyberflag_data::delimited::{DelimitedReader, Fault, Item, LONGEST_ROW};
use proptest::prelude::*;

/// DelimitedReader with their lines, and faults.
type Read = (Vec<(u64, Vec<Vec<u8>>)>, Vec<Fault>);

fn read(pieces: &[&[u8]], delimiter: u8) -> Read {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut each = |item: Item<'_>| match item {
        Item::Row(row) => rows.push((row.line, row.fields().map(<[u8]>::to_vec).collect())),
        Item::Fault(fault) => faults.push(fault),
    };
    let mut reader = DelimitedReader::new(delimiter);
    pieces.iter().for_each(|piece| reader.push(piece, &mut each));
    reader.finish(&mut each);
    (rows, faults)
}

fn by_crate(text: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text);
    let row = |r: csv::Result<csv::ByteRecord>| r.unwrap().iter().map(<[u8]>::to_vec).collect();
    reader.byte_records().map(row).collect()
}

fn texts(rows: &[(u64, Vec<Vec<u8>>)]) -> Vec<(u64, Vec<String>)> {
    let text = |f: &Vec<u8>| String::from_utf8_lossy(f).into_owned();
    rows.iter().map(|(line, fields)| (*line, fields.iter().map(text).collect())).collect()
}

#[test]
fn rows_have_the_lines_of_a_text_editor() {
    let (rows, faults) =
        read(&[b"a,b\r\n\r\n\"x\ny\",\"say \"\"so\"\"\"\n1,2\r3,\n\n\"a\"b,c"], b',');
    let expected = [
        (1, vec!["a", "b"]),
        (3, vec!["x\ny", "say \"so\""]),
        (5, vec!["1", "2"]),
        (6, vec!["3", ""]),
        (8, vec!["ab", "c"]),
    ];
    let expected: Vec<(u64, Vec<String>)> =
        expected.map(|(l, f)| (l, f.iter().map(|t| t.to_string()).collect())).into();
    assert_eq!(texts(&rows), expected);
    assert!(faults.is_empty());
}

#[test]
fn a_mark_that_is_never_closed_is_reported_with_its_lines() {
    let (rows, faults) = read(&[b"a,b\n1,\"2\n3,4\n5,6\n"], b',');
    assert_eq!(rows.len(), 1);
    assert_eq!(faults, [Fault::Unclosed { line: 2, lines: 3 }]);
}

#[test]
fn a_row_too_long_is_passed_over_and_the_next_is_read() {
    let long = vec![b'x'; 10 * LONGEST_ROW];
    for quote in ["", "\""] {
        let text = [b"a,b\n".as_slice(), quote.as_bytes(), &long, quote.as_bytes(), b",1\r\nc,d\n"];
        let text = text.concat();
        for size in [1 << 16, 1 << 18, text.len()] {
            let pieces: Vec<&[u8]> = text.chunks(size).collect();
            let (rows, faults) = read(&pieces, b',');
            assert_eq!(texts(&rows)[1], (3, vec!["c".to_owned(), "d".to_owned()]), "{size}");
            assert_eq!(faults, [Fault::TooLong { line: 2 }]);
        }
    }
    let open = [b"a\n\"".as_slice(), &long, b"\nb\n"].concat();
    let pieces: Vec<&[u8]> = open.chunks(1 << 18).collect();
    let (rows, faults) = read(&pieces, b',');
    assert_eq!((rows.len(), faults), (1, vec![Fault::Unclosed { line: 2, lines: 2 }]));
}

/// Text of the characters that matter.
fn text() -> impl Strategy<Value = Vec<u8>> {
    let one = prop::sample::select(vec![b'a', b'1', b' ', b',', b';', b'"', b'\n', b'\r', 0xe9]);
    prop::collection::vec(one, 0..60)
}

proptest! {
    #[test]
    fn it_reads_what_the_crate_reads(text in text(), semicolon: bool) {
        let delimiter = if semicolon { b';' } else { b',' };
        let (rows, faults) = read(&[&text], delimiter);
        let theirs = by_crate(&text, delimiter);
        let ours: Vec<_> = rows.into_iter().map(|(_, fields)| fields).collect();
        // The crate takes an unclosed field to the end of the text for a field.
        if faults.is_empty() {
            prop_assert_eq!(ours, theirs);
        } else {
            prop_assert_eq!(&ours[..], &theirs[..ours.len()]);
            prop_assert!(theirs.len() == ours.len() + 1);
        }
    }

    #[test]
    fn pieces_do_not_matter(text in text(), cuts in prop::collection::vec(0usize..60, 0..6)) {
        let mut cuts: Vec<usize> = cuts.into_iter().filter(|c| *c < text.len()).collect();
        cuts.sort_unstable();
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts {
            pieces.push(&text[from..cut]);
            from = cut;
        }
        pieces.push(&text[from..]);
        prop_assert_eq!(read(&pieces, b','), read(&[&text], b','));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), delimiter: u8) {
        let (rows, faults) = read(&[&bytes], delimiter);
        prop_assert!(rows.len() + faults.len() <= bytes.len());
    }
}
