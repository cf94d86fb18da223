//! Every way in which a data package can be wrong, with the position that the report names.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;
use std::sync::LazyLock;

use cyberflag_data::dataset::package::{DataError, Files, Problem, TABLES, load, report};
use cyberflag_data::testing;
use proptest::prelude::*;

/// The committed package.
static WHOLE: LazyLock<Files> =
    LazyLock::new(|| Files::from_dir(Path::new("../../data")).expect("data/ can be read"));

/// The same with few rows in the longest tables, so that a case takes little time.
static GOOD: LazyLock<Files> = LazyLock::new(|| {
    let mut files = WHOLE.clone();
    for table in ["recorded-crime", "population", "districts"] {
        let whole = String::from_utf8(WHOLE.get(&file(table)).to_vec()).unwrap();
        let head: Vec<&str> = whole.lines().take(20).collect();
        files.set(&file(table), (head.join("\n") + "\n").into_bytes());
    }
    files
});

fn file(table: &str) -> String {
    format!("{table}.csv")
}

fn text(table: &str) -> String {
    String::from_utf8(GOOD.get(&file(table)).to_vec()).unwrap()
}

fn line_count(table: &str) -> u64 {
    text(table).lines().count() as u64
}

/// A table as rows of fields, the header first.
fn rows(table: &str) -> Vec<Vec<String>> {
    let text = text(table);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn bytes(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn column(table: &str, name: &str) -> usize {
    rows(table)[0].iter().position(|c| c == name).unwrap_or_else(|| panic!("{table} has {name}"))
}

/// The good package with one table in other bytes.
fn with(table: &str, bytes: impl Into<Vec<u8>>) -> Files {
    let mut files = GOOD.clone();
    files.set(&file(table), bytes.into());
    files
}

/// The good package with one field changed, in the row on line 2.
fn with_field(table: &str, name: &str, value: &str) -> Files {
    let mut all = rows(table);
    all[1][column(table, name)] = value.to_owned();
    with(table, bytes(&all))
}

fn errors(files: &Files) -> Vec<DataError> {
    load(files).expect_err("a broken package must not load")
}

fn at(table: &str, line: u64, column: &str, problem: Problem) -> DataError {
    DataError { file: file(table), line: Some(line), column: Some(column.to_owned()), problem }
}

/// Changes one field on line 2 and expects exactly one problem, in that field.
fn field(table: &str, name: &str, value: &str, problem: Problem) {
    let found = errors(&with_field(table, name, value));
    assert_eq!(found, [at(table, 2, name, problem)], "{table}, {name} = {value:?}");
}

fn unknown_word(found: &str, allowed: &'static str) -> Problem {
    Problem::UnknownWord { found: found.to_owned(), allowed: allowed.into() }
}

#[test]
fn the_committed_package_is_good() {
    for files in [&*WHOLE, &*GOOD] {
        if let Err(errors) = load(files) {
            panic!("{}", report(&errors));
        }
    }
}

#[test]
fn unknown_areas_and_wrong_names() {
    let unknown = |code: &str| Problem::UnknownArea(code.to_owned());
    for table in ["figures", "recorded-crime", "population", "districts"] {
        field(table, "area_code", "E23999999", unknown("E23999999"));
    }
    // A wider area has no recorded crime of its own: it is the sum of its forces.
    field("recorded-crime", "area_code", "K04000001", unknown("K04000001"));
    let expected = rows("figures")[1][column("figures", "area_name")].clone();
    let found = "Borsetshire".to_owned();
    field("figures", "area_name", "Borsetshire", Problem::WrongName { found, expected });
    let wider = errors(&with_field("figures", "area_code", "K04000001"));
    let found = rows("figures")[1][column("figures", "area_name")].clone();
    let expected = "England and Wales".to_owned();
    assert_eq!(wider, [at("figures", 2, "area_name", Problem::WrongName { found, expected })]);
    let listed = errors(&with_field("areas", "area_code", "X99"));
    assert_eq!(listed[0], at("areas", 2, "area_code", unknown("X99")));
}

#[test]
fn dates_and_periods() {
    let bad = |date: &str| Problem::BadDate(date.to_owned());
    for date in ["2017-02-30", "01/04/2017", "2017-4-1", "April 2017", "0000-00-00"] {
        field("figures", "period_start", date, bad(date));
        field("recorded-crime", "period_end", date, bad(date));
    }
    for date in ["June 2016", "2016-13", "16", "2016-02-30", "2016-6-1"] {
        field("sources", "published", date, bad(date));
    }
    for date in ["2015-04", "1 April 2015", "2015-02-30", "2015-4-1"] {
        field("events", "day", date, bad(date));
    }
    field("population", "year", "1850", bad("1850"));
    let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
    let start = rows("figures")[1][column("figures", "period_start")].clone();
    let (a, z) = pair(&start, "2001-03-31");
    field("figures", "period_end", "2001-03-31", Problem::BadPeriod(a, z));
    let start = rows("recorded-crime")[1][column("recorded-crime", "period_start")].clone();
    let (a, z) = pair(&start, "2013-03-30");
    field("recorded-crime", "period_end", "2013-03-30", Problem::NotFinancialYear(a, z));
}

#[test]
fn numbers() {
    let numbers = [("figures", "value"), ("recorded-crime", "value"), ("population", "value")];
    for (table, name) in numbers {
        for text in ["12.5", "1,234", "5k", "+5", "--5", "-", "\u{0663}", "1e3", "0x10"] {
            field(table, name, text, Problem::BadNumber(text.to_owned()));
        }
        for text in ["-5", "-0", "-99999999999999999999"] {
            field(table, name, text, Problem::Negative(text.to_owned()));
        }
        for text in ["20000001", "4294967295", "4294967296", "99999999999999999999"] {
            field(table, name, text, Problem::TooLarge(text.to_owned()));
        }
    }
    field("population", "year", "2200", Problem::TooLarge("2200".into()));
    field("population", "year", "-1", Problem::Negative("-1".into()));
    field("figures", "forces_reporting", "x", Problem::BadNumber("x".into()));
    field("figures", "forces_reporting", "-1", Problem::Negative("-1".into()));
}

#[test]
fn printed_changes_and_averages() {
    for (name, least, most) in [("printed_change", -100, 10_000), ("printed_per_day", 0, 30_000)] {
        for text in ["44 per cent", "44%", "+44", "1,200", "4.25", ".5", "\u{2212}4", "1e3"] {
            field("figures", name, text, Problem::BadDecimal(text.to_owned()));
        }
        for text in [format!("{least}.1"), format!("{}", least - 1), format!("{most}.1")] {
            // Above the least, not below it.
            if text != "0.1" {
                let problem = Problem::OutOfBounds { found: text.clone(), least, most };
                field("figures", name, &text, problem);
            }
        }
        for text in ["", "15", "15.5", &least.to_string(), &most.to_string()] {
            let data = load(&with_field("figures", name, text));
            assert!(data.is_ok(), "{name} = {text}: {data:?}");
        }
    }
    let report_text = report(&errors(&with_field("figures", "printed_change", "44%")));
    assert!(
        report_text.contains("figures.csv, line 2, column printed_change: \u{201c}44%\u{201d} is not a number with at most one decimal place. Write a number such as 44, -12 or 15.5, without commas, spaces or per cent signs."),
        "{report_text}"
    );
}

/// The package with a doubt in the row on line 2, which is online and from `lep-2020-09`.
fn doubted(doubt: &str, refuted_by: &str) -> Files {
    let mut all = rows("figures");
    all[1][column("figures", "doubt")] = doubt.to_owned();
    all[1][column("figures", "refuted_by")] = refuted_by.to_owned();
    with("figures", bytes(&all))
}

#[test]
fn a_doubt_has_a_reason_and_rows_that_refute_the_value() {
    let source = column("figures", "source_id");
    let own = rows("figures")[1][source].clone();
    let wrong = |problem| [at("figures", 2, "refuted_by", problem)];
    // Only one of the two.
    assert_eq!(errors(&doubted("It does not fit.", "")), wrong(Problem::HalfADoubt));
    let half = [at("figures", 2, "doubt", Problem::HalfADoubt)];
    assert_eq!(errors(&doubted(" ", "lincolnite-2019-06")), half);
    // Itself, a source that is not there, and one with rows of other measures only.
    let itself = Problem::RefutesItself(own.clone());
    assert_eq!(errors(&doubted("It does not fit.", &own)), wrong(itself));
    let unknown = Problem::UnknownSource("nobody-1999".to_owned());
    assert_eq!(errors(&doubted("It does not fit.", "nobody-1999")), wrong(unknown));
    for other in ["burnleyexpress-2019-03-01", "ons_mye2024"] {
        let nothing = Problem::RefutesNothing(other.to_owned());
        let found = errors(&doubted("It does not fit.", &format!("lincolnite-2019-06  {other}")));
        assert_eq!(found, wrong(nothing));
    }
    // Every key is looked at.
    assert_eq!(errors(&doubted("It does not fit.", &format!("{own} nobody-1999"))).len(), 2);
    let data = load(&doubted("It does not fit.", "lincolnite-2019-06 lincolnite-2019-06")).unwrap();
    let figures = data.figures.iter().filter(|f| data.source(f.source).unwrap().id == own);
    let doubts: Vec<_> = figures.filter_map(|f| f.doubt.as_ref()).collect();
    assert_eq!((doubts.len(), doubts[0].reason.as_str()), (1, "It does not fit."));
    let named: Vec<&str> =
        doubts[0].refuted_by.iter().map(|id| data.source(*id).unwrap().id.as_str()).collect();
    assert_eq!(named, ["lincolnite-2019-06"], "named twice, kept once");
    let report_text = report(&errors(&doubted("It does not fit.", "")));
    assert!(
        report_text.contains("figures.csv, line 2, column refuted_by: only one of doubt and refuted_by is filled in. Fill in both, or leave both empty."),
        "{report_text}"
    );
}

#[test]
fn the_columns_of_doubts_may_both_be_missing_and_neither_alone() {
    let without = |names: &[&str]| {
        let mut all = rows("figures");
        for name in names {
            let i = all[0].iter().position(|c| c == name).unwrap();
            all.iter_mut().for_each(|row| drop(row.remove(i)));
        }
        with("figures", bytes(&all))
    };
    let data = load(&without(&["doubt", "refuted_by"])).unwrap();
    assert!(data.figures.iter().all(|f| f.doubt.is_none()));
    let doubts = rows("figures")
        .iter()
        .skip(1)
        .filter(|r| !r[column("figures", "doubt")].is_empty())
        .count();
    assert!(doubts > 0);
    for alone in ["doubt", "refuted_by"] {
        let found = errors(&without(&[alone]));
        let half =
            |e: &DataError| e.problem == Problem::HalfADoubt && e.column.as_deref() == Some(alone);
        assert!(found.len() == doubts && found.iter().all(half), "{found:#?}");
    }
    // A field that cannot be used is reported once.
    let found = errors(&doubted("a\u{7}b", "lincolnite-2019-06"));
    assert_eq!(found, [at("figures", 2, "doubt", Problem::HiddenCharacters)]);
}

#[test]
fn a_total_covers_no_more_forces_than_there_are() {
    let code = column("figures", "area_code");
    let forces = column("figures", "forces_reporting");
    for (area, most) in [("K04000001", 43), ("W92000004", 4), ("K02000001", 46)] {
        let mut all = rows("figures");
        let i = all.iter().position(|r| r[code] == area).unwrap();
        all[i][forces] = format!("{}", most + 1);
        let too_large = Problem::TooLarge(format!("{}", most + 1));
        let expected = at("figures", i as u64 + 1, "forces_reporting", too_large);
        assert_eq!(errors(&with("figures", bytes(&all))), [expected]);
        all[i][forces] = format!("{most}");
        assert!(load(&with("figures", bytes(&all))).is_ok());
    }
}

#[test]
fn keys_of_other_tables() {
    for table in ["figures", "recorded-crime", "population", "events"] {
        field(table, "source_id", "nobody-1999", Problem::UnknownSource("nobody-1999".into()));
    }
    field("recorded-crime", "offence_code", "99Z", Problem::UnknownOffence("99Z".into()));
}

#[test]
fn words_outside_the_list() {
    for table in ["figures", "cautions"] {
        for measure in ["offline", "Online"] {
            field(table, "measure", measure, Problem::UnknownMeasure(measure.to_owned()));
        }
    }
    for measure in ["grooming", "all-child"] {
        field("figures", "measure", measure, Problem::MeasureOfCrime(measure.to_owned()));
    }
    let families = "published-answers, recorded-crime";
    field("measures", "family", "other", unknown_word("other", families));
    field("cautions", "in_short", "maybe", unknown_word("maybe", "yes, no"));
    for part in ["age:18", "age:9-3", "age:", "ages", "offence:", "Total"] {
        let allowed = "total, age:N, age:N-N (0 to 17), offence:words";
        field("figures", "breakdown", part, unknown_word(part, allowed));
    }
    let allowed = "exact, at-least, about, suppressed, not-published";
    field("figures", "qualifier", "roughly", unknown_word("roughly", allowed));
    field("population", "age_band", "18-24", unknown_word("18-24", "0-17, all"));
    for (keys, found) in [("offline", "offline"), ("online Grooming", "Grooming"), ("a,b", "a,b")] {
        field("events", "measures", keys, Problem::UnknownMeasure(found.to_owned()));
    }
    field("areas", "country", "Scotland", unknown_word("Scotland", "England, Wales"));
}

/// The good package with a field of the measure of a key changed, and the line of its row.
fn with_measure(key: &str, name: &str, value: &str) -> (Files, u64) {
    let mut all = rows("measures");
    let at = all.iter().position(|row| row[0] == key).unwrap();
    all[at][column("measures", name)] = value.to_owned();
    (with("measures", bytes(&all)), at as u64 + 1)
}

#[test]
fn a_measure_says_what_it_is_without_contradiction() {
    let two = |value: &str| Problem::BadBreaks(value.to_owned());
    let not_a_date = Problem::BadDate("April 2017".to_owned());
    let not_april = Problem::NotStartOfYear("2017-04-03".to_owned());
    for (key, name, value, in_column, problem) in [
        ("online", "offence_codes", "88A", "offence_codes", Problem::FamilyAndCodes),
        ("grooming", "offence_codes", "", "offence_codes", Problem::FamilyAndCodes),
        (
            "grooming",
            "offence_codes",
            "88B",
            "offence_codes",
            Problem::UnknownOffence("88B".into()),
        ),
        ("grooming", "offence_codes", "88A 88A", "offence_codes", Problem::Repeated("88A".into())),
        ("grooming", "breaks_on", "2017-04-03", "breaks_on", not_april),
        ("grooming", "breaks_on", "", "breaks_on", Problem::DayAndNote),
        ("grooming", "break_note", "", "break_note", Problem::DayAndNote),
        ("sexual-communication", "exists_from", "April 2017", "exists_from", not_a_date),
        ("online", "rate_breaks", "10 5", "rate_breaks", two("10 5")),
        ("online", "rate_breaks", "0 5", "rate_breaks", two("0 5")),
        ("online", "rate_breaks", "5, 10", "rate_breaks", two("5, 10")),
        ("online", "order", "first", "order", Problem::BadNumber("first".into())),
        ("online", "name", "", "name", Problem::Blank),
        ("online", "many", "", "many", Problem::Blank),
    ] {
        let (files, line) = with_measure(key, name, value);
        let expected = at("measures", line, in_column, problem);
        assert_eq!(errors(&files), [expected], "{key}, {name} = {value:?}");
    }
    let (files, line) = with_measure("online", "order", "2");
    let expected = at("measures", line + 1, "order", Problem::Duplicate(line));
    assert_eq!(errors(&files), [expected]);
    for (key, opens, found) in [("online", "no", 0), ("grooming", "yes", 2)] {
        let problem = DataError::file("measures.csv", Problem::Opening(found));
        assert_eq!(errors(&with_measure(key, "opens", opens).0), [problem]);
    }
    let found = errors(&with_measure("online", "measure", "On line").0);
    assert_eq!(found[0], at("measures", 2, "measure", Problem::BadKey("On line".into())));
}

#[test]
fn measures_stand_in_their_order_and_the_names_of_the_tests_are_theirs() {
    let data = load(&GOOD).unwrap();
    for (key, id) in [
        ("online", testing::ONLINE),
        ("sexual-communication", testing::SEXUAL_COMMUNICATION),
        ("grooming", testing::GROOMING),
        ("all-child", testing::ALL_CHILD),
    ] {
        assert_eq!(data.measure_named(key), Some(id), "{key}");
    }
    assert_eq!(data.opening, testing::ONLINE);
    let mut all = rows("measures");
    all[1..].reverse();
    assert_eq!(load(&with("measures", bytes(&all))).unwrap().measures, data.measures);
    let later = load(&with_measure("online", "order", "900").0).unwrap();
    assert_eq!(later.measure(later.opening).key.as_str(), "online");
    assert_eq!(usize::from(later.opening.0), later.measures.len() - 1);
}

#[test]
fn value_and_qualifier_must_agree() {
    field("figures", "value", "", Problem::ValueAndQualifier);
    for qualifier in ["suppressed", "not-published"] {
        let found = errors(&with_field("figures", "qualifier", qualifier));
        assert_eq!(found, [at("figures", 2, "value", Problem::ValueAndQualifier)]);
        let mut all = rows("figures");
        all[1][column("figures", "qualifier")] = qualifier.to_owned();
        all[1][column("figures", "value")].clear();
        assert!(load(&with("figures", bytes(&all))).is_ok(), "{qualifier} without a value");
    }
}

#[test]
fn a_required_field_is_blank() {
    let required = [
        ("figures", "measure area_code area_name period_start breakdown qualifier source_id"),
        ("recorded-crime", "area_code period_start period_end offence_code value source_id"),
        ("population", "area_code year age_band value source_id"),
        ("areas", "area country force_name"),
        ("offences", "offence"),
        ("sources", "publisher title published url licence"),
        ("districts", "district_code district area_code lookup"),
        ("events", "day short long source_id"),
    ];
    for (table, names) in required {
        for name in names.split(' ') {
            for blank in ["", "   "] {
                field(table, name, blank, Problem::Blank);
            }
        }
    }
    // Without its key a row is lost to the tables that refer to it, which say so as well.
    for (table, key) in
        [("areas", "area_code"), ("offences", "offence_code"), ("sources", "source_id")]
    {
        let found = errors(&with_field(table, key, ""));
        assert_eq!(found[0], at(table, 2, key, Problem::Blank));
    }
}

#[test]
fn a_row_stands_twice() {
    let keys = [
        ("areas", "area_code"),
        ("offences", "offence_code"),
        ("sources", "source_id"),
        ("districts", "district_code"),
        ("figures", "measure"),
        ("recorded-crime", "area_code"),
        ("population", "area_code"),
        ("events", "day"),
    ];
    for (table, key) in keys {
        let mut all = rows(table);
        all.push(all[1].clone());
        let found = errors(&with(table, bytes(&all)));
        let line = line_count(table) + 1;
        assert_eq!(found[0], at(table, line, key, Problem::Duplicate(2)), "{table}");
        assert_eq!(found.len(), if table == "areas" { 2 } else { 1 }, "{found:#?}");
    }
    // The same figure in another source is no duplicate: it is another published value.
    let mut all = rows("figures");
    let mut copy = all[1].clone();
    let source = column("figures", "source_id");
    copy[source] = "nspcc-2017-06-01".to_owned();
    all.push(copy);
    assert!(load(&with("figures", bytes(&all))).is_ok());
}

#[test]
fn every_column_is_needed_and_a_missing_one_is_said_once() {
    for table in TABLES {
        for name in rows(table)[0].clone() {
            let mut all = rows(table);
            let i = column(table, &name);
            for row in &mut all {
                row.remove(i);
            }
            // Packages that were written before these columns were added lack them.
            if name.starts_with("printed_") {
                assert!(load(&with(table, bytes(&all))).is_ok(), "{name}");
                continue;
            }
            // These two are there together or not at all; see the cases of doubts.
            if ["doubt", "refuted_by"].contains(&name.as_str()) {
                continue;
            }
            let found = errors(&with(table, bytes(&all)));
            assert_eq!(found, [at(table, 1, &name, Problem::MissingColumn)], "{table}, {name}");
        }
    }
}

#[test]
fn a_column_stands_twice() {
    for table in TABLES {
        let mut all = rows(table);
        let name = all[0][0].clone();
        for row in &mut all {
            let copy = row[0].clone();
            row.push(copy);
        }
        let found = errors(&with(table, bytes(&all)));
        assert_eq!(found, [at(table, 1, &name, Problem::DuplicateColumn)]);
    }
}

#[test]
fn a_row_is_too_long_or_too_short() {
    let expected = rows("figures")[0].len() as u64;
    let mut lines: Vec<String> = text("figures").lines().map(str::to_owned).collect();
    lines[2].push_str(",x");
    lines[4] = "online,E23000003".to_owned();
    let found = errors(&with("figures", lines.join("\n")));
    let ragged = |line, found| DataError {
        file: file("figures"),
        line: Some(line),
        column: None,
        problem: Problem::Ragged { found, expected },
    };
    assert_eq!(found, [ragged(3, expected + 1), ragged(5, 2)]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_and_a_row_without_end() {
    let whole = |table, line, problem| DataError {
        file: file(table),
        line: Some(line),
        column: None,
        problem,
    };
    for table in TABLES {
        let name = rows(table)[0][0].clone();
        let open = text(table).replacen('\n', "\n\"", 1);
        // Elsewhere the next quotation mark of the table closes it.
        if open.matches('"').count() == 1 {
            let lines = line_count(table) - 1;
            let found = errors(&with(table, open));
            assert_eq!(found[0], whole(table, 2, Problem::Unclosed(lines)), "{table}");
            assert_eq!(found.len(), 1, "{found:#?}");
        }
        let header = format!("\"{name},");
        let found = errors(&with(table, header));
        assert_eq!(found, [whole(table, 1, Problem::Unclosed(1))], "{table}");
    }
    let long = text("offences") + &"x".repeat(2_000_000) + "\n99Z,More\n";
    let line = line_count("offences") + 1;
    let found = errors(&with("offences", long));
    assert_eq!(found, [whole("offences", line, Problem::RowTooLong)]);
    let report_text = report(&errors(&with("offences", "offence_code,offence\n1,\"a\n2,b")));
    assert!(
        report_text.contains(
            "offences.csv, line 2: a quotation mark opens here and is never closed, so 2 lines cannot be read. Put a second quotation mark where the text ends."
        ),
        "{report_text}"
    );
}

#[test]
fn a_header_under_blank_lines_keeps_its_own_line() {
    let mut all = rows("offences");
    all[0][1] = "title".to_owned();
    let found = errors(&with("offences", ["\n\n".as_bytes(), &bytes(&all)].concat()));
    assert_eq!(found, [at("offences", 3, "offence", Problem::MissingColumn)]);
}

#[test]
fn text_that_is_not_utf_8() {
    for table in TABLES {
        let (mut all, name) = (bytes(&rows(table)), rows(table)[0][1].clone());
        let line_2 = all.iter().position(|b| *b == b'\n').unwrap() + 1;
        let field_2 = line_2 + all[line_2..].iter().position(|b| *b == b',').unwrap() + 1;
        all[field_2] = 0xe9; // é in Latin-1
        assert_eq!(errors(&with(table, all)), [at(table, 2, &name, Problem::NotUtf8)], "{table}");
    }
    // A spreadsheet's "Unicode text" is UTF-16. One problem, not one for each row.
    let utf_16: Vec<u8> = text("figures").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let found = errors(&with("figures", [b"\xff\xfe".as_slice(), &utf_16].concat()));
    let line = Some(1);
    assert_eq!(
        found,
        [DataError { file: file("figures"), line, column: None, problem: Problem::NotUtf8 }]
    );
}

#[test]
fn empty_files_and_headers_without_rows() {
    for table in TABLES {
        let header = text(table).lines().next().unwrap().to_owned();
        for content in [String::new(), "\u{feff}".to_owned(), header.clone(), header + "\n\n"] {
            let found = errors(&with(table, content.clone()));
            assert_eq!(found, [DataError::file(&file(table), Problem::Empty)], "{content:?}");
        }
    }
    let mut files = GOOD.clone();
    files.set("datapackage.json", Vec::new());
    assert_eq!(errors(&files), [DataError::file("datapackage.json", Problem::Empty)]);
}

#[test]
fn addresses() {
    for url in ["ftp://a.uk/x", "javascript:alert(1)", "https://a b.uk", "www.a.uk", "https://"] {
        field("sources", "url", url, Problem::BadAddress(url.to_owned()));
    }
}

#[test]
fn hidden_characters_and_long_fields() {
    for hidden in ["\u{202e}", "\u{0}", "\u{7}", "\u{200e}", "\u{2066}", "\n", "\u{85}"] {
        field("figures", "note", &format!("a{hidden}b"), Problem::HiddenCharacters);
        field("sources", "title", &format!("a{hidden}b"), Problem::HiddenCharacters);
    }
    field("figures", "note", &"a".repeat(1_001), Problem::TooLong(1_001));
    assert!(load(&with_field("figures", "note", &"a".repeat(1_000))).is_ok());
    // Every bad field of a row is named, and none of them a second time as blank.
    let mut all = rows("figures");
    all[1][column("figures", "value")] = "5\u{202e}".to_owned();
    all[1][column("figures", "qualifier")] = "roughly".to_owned();
    all[1][column("figures", "note")] = "a\u{7}".to_owned();
    let found = errors(&with("figures", bytes(&all)));
    let names: Vec<&str> = found.iter().map(|e| e.column.as_deref().unwrap()).collect();
    assert_eq!(names, ["value", "note", "qualifier"], "{found:#?}");
}

#[test]
fn forty_three_forces_or_none() {
    let mut all = rows("areas");
    all.pop();
    let found = errors(&with("areas", bytes(&all)));
    assert_eq!(found[0], DataError::file("areas.csv", Problem::ForceCount(42)));
    let mut all = rows("areas");
    let mut extra = all[1].clone();
    extra[0] = "E23999999".to_owned();
    all.push(extra);
    let found = errors(&with("areas", bytes(&all)));
    assert_eq!(found, [DataError::file("areas.csv", Problem::ForceCount(44))]);
}

#[test]
fn the_descriptor_must_describe_the_tables() {
    let good: serde_json::Value = serde_json::from_slice(GOOD.get("datapackage.json")).unwrap();
    let with = |change: &dyn Fn(&mut serde_json::Value)| {
        let (mut json, mut files) = (good.clone(), GOOD.clone());
        change(&mut json);
        files.set("datapackage.json", json.to_string().into_bytes());
        errors(&files)
    };
    let wrong =
        |text: &str| [DataError::file("datapackage.json", Problem::Descriptor(text.to_owned()))];
    let first = good["resources"][0]["name"].as_str().unwrap().to_owned();
    assert_eq!(
        with(&|json| json["resources"][0]["name"] = "other".into()),
        wrong(&format!("it does not name the table {first}"))
    );
    assert_eq!(
        with(&|json| json["resources"][0]["path"] = "other.csv".into()),
        wrong(&format!("the path of {first} should be {first}.csv"))
    );
    assert_eq!(
        with(&|json| json["resources"][0]["schema"]["fields"] = serde_json::json!([])),
        wrong(&format!("the schema of {first} has no fields"))
    );
    let missing = with(&|json| {
        json.as_object_mut().unwrap().remove("version");
    });
    assert!(matches!(&missing[..], [DataError { problem: Problem::Descriptor(_), .. }]));
    let mut files = GOOD.clone();
    files.set("datapackage.json", b"{\n\"version\": }".to_vec());
    let found = errors(&files);
    assert_eq!((found.len(), found[0].line), (1, Some(2)));
    assert!(matches!(found[0].problem, Problem::Descriptor(_)));
}

#[test]
fn a_folder_without_the_files_names_each_of_them() {
    let found = Files::from_dir(Path::new("no/such/folder")).unwrap_err();
    // All but events.csv, which a package may lack.
    assert_eq!(found.len(), TABLES.len());
    for (error, name) in found.iter().zip(["datapackage.json", "areas.csv", "offences.csv"]) {
        assert_eq!((error.file.as_str(), error.line), (name, None));
        assert!(matches!(error.problem, Problem::Unreadable(_)));
    }
}

#[test]
fn a_package_may_lack_the_events_and_then_has_none() {
    let mut files = Files::default();
    for (name, bytes) in GOOD.iter().filter(|(name, _)| *name != "events.csv") {
        files.set(name, bytes.to_vec());
    }
    let wrong = "it names the table events, but there is no events.csv".to_owned();
    let named = DataError::file("datapackage.json", Problem::Descriptor(wrong));
    assert_eq!(errors(&files), [named]);
    let mut json: serde_json::Value = serde_json::from_slice(GOOD.get("datapackage.json")).unwrap();
    json["resources"].as_array_mut().unwrap().retain(|r| r["name"] != "events");
    files.set("datapackage.json", json.to_string().into_bytes());
    assert!(load(&files).unwrap().events.is_empty());
    // In a folder too.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-events");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in files.iter() {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    assert!(load(&Files::from_dir(&folder).unwrap()).unwrap().events.is_empty());
}

#[test]
fn events_are_sorted_by_day_and_their_measures_stand_once() {
    let mut all = rows("events");
    all[1..].reverse();
    let turned = with("events", bytes(&all));
    assert_eq!(load(&turned).unwrap().events, load(&GOOD).unwrap().events);
    let events =
        load(&with_field("events", "measures", "grooming online  grooming")).unwrap().events;
    assert_eq!(events[0].measures, [testing::GROOMING, testing::ONLINE]);
    let events = load(&with_field("events", "measures", "")).unwrap().events;
    assert_eq!(events[0].measures, []);
    let many: Vec<_> = std::iter::once(rows("events")[0].clone())
        .chain((0..201).map(|i| {
            let mut row = rows("events")[1].clone();
            row[1] = format!("event {i}");
            row
        }))
        .collect();
    let too_many = Problem::TooManyRows { found: 201, most: 200 };
    assert_eq!(errors(&with("events", bytes(&many))), [DataError::file("events.csv", too_many)]);
}

#[test]
fn problems_in_several_files_are_all_listed_at_once() {
    let mut files = with_field("figures", "value", "-5");
    let mut crime = rows("recorded-crime");
    crime[3][column("recorded-crime", "offence_code")] = "99Z".to_owned();
    crime[9][column("recorded-crime", "value")] = "many".to_owned();
    files.set("recorded-crime.csv", bytes(&crime));
    files.set("population.csv", Vec::new());
    let mut sources = rows("sources");
    sources[2][column("sources", "url")] = "www".to_owned();
    sources[2][column("sources", "published")] = "yesterday".to_owned();
    files.set("sources.csv", bytes(&sources));
    let found = errors(&files);
    let expected = [
        at("sources", 3, "published", Problem::BadDate("yesterday".into())),
        at("sources", 3, "url", Problem::BadAddress("www".into())),
        at("figures", 2, "value", Problem::Negative("-5".into())),
        at("recorded-crime", 4, "offence_code", Problem::UnknownOffence("99Z".into())),
        at("recorded-crime", 10, "value", Problem::BadNumber("many".into())),
        DataError::file("population.csv", Problem::Empty),
    ];
    assert_eq!(found, expected);
    let report_text = report(&found);
    assert!(report_text.starts_with("6 problems in the data package:\n"), "{report_text}");
    assert!(
        report_text.contains(
            "figures.csv, line 2, column value: -5 is below zero. Write a whole number of 0 or more"
        ),
        "{report_text}"
    );
    assert_eq!(report_text.lines().count(), 7);
}

#[test]
fn line_ends_a_byte_order_mark_and_blank_lines_are_accepted() {
    let mut files = GOOD.clone();
    for table in TABLES {
        let crlf = text(table).replace("\r\n", "\n").replace('\n', "\r\n\r\n");
        files.set(&file(table), format!("\u{feff}{crlf}").into_bytes());
    }
    assert_eq!(load(&files).unwrap(), load(&GOOD).unwrap());
}

#[test]
fn line_numbers_hold_with_crlf_and_blank_lines() {
    let mut all = rows("areas");
    all[1][column("areas", "country")] = "Scotland".to_owned();
    let text = String::from_utf8(bytes(&all)).unwrap();
    let problem = || unknown_word("Scotland", "England, Wales");
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(errors(&with("areas", crlf)), [at("areas", 2, "country", problem())]);
    let blank = text.replacen('\n', "\n\n\n", 1);
    assert_eq!(errors(&with("areas", blank)), [at("areas", 4, "country", problem())]);
    let crlf = text.replacen('\n', "\r\n\r\n", 1);
    assert_eq!(errors(&with("areas", crlf)), [at("areas", 3, "country", problem())]);
    // A ragged row and one after it.
    let ragged = text.replacen("E23000003,", "E23000003,x,", 1).replace("Wales,", "Cymru,");
    let found = errors(&with("areas", ragged.replace('\n', "\r\n")));
    let lines: Vec<u64> = found.iter().filter_map(|e| e.line).take(3).collect();
    assert_eq!(lines, [4, 2, line_count("areas") - 3], "{found:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_in_place_of_a_table_are_an_error(
        table in 0..TABLES.len(),
        bytes in prop::collection::vec(any::<u8>(), 0..2_000),
        keep_header: bool,
    ) {
        let name = TABLES[table];
        let header = if keep_header { text(name).lines().next().unwrap().to_owned() + "\n\"" } else { String::new() };
        let mut files = GOOD.clone();
        files.set(&file(name), [header.as_bytes(), &bytes].concat());
        let found = load(&files).expect_err("random bytes are no table");
        prop_assert!(!found.is_empty());
        prop_assert!(!report(&found).is_empty());
    }

    #[test]
    fn one_changed_byte_never_panics(table in 0..TABLES.len(), position: prop::sample::Index, byte: u8) {
        let name = file(TABLES[table]);
        let mut files = GOOD.clone();
        let mut bytes = files.get(&name).to_vec();
        let i = position.index(bytes.len());
        bytes[i] = byte;
        files.set(&name, bytes);
        let _ = load(&files); // a digit for a digit is no error that a checker can see
    }
}
