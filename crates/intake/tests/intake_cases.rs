//! Tables as people send them (`tests/fixtures/tables`): what is read of each, what is set aside and
//! why. Nothing is guessed where a cell could mean two things, and nothing is dropped unsaid.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{BASE, guessed, read_table, source};
use cyberflag_data::dataset::{Breakdown, Printed};
use cyberflag_data::domain::{Area, FinancialYear};
use cyberflag_data::testing;
use cyberflag_intake::{Gazetteer, Intake, IntakeResult, Layout, Nil};
use std::path::Path;

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    std::fs::read(folder.join(name)).unwrap()
}

/// The figures of answers to requests, a line each.
fn lines(result: &IntakeResult) -> Vec<String> {
    let own = result.figures(&BASE, source());
    let line = |f: &cyberflag_data::dataset::Figure| {
        assert_eq!(f.breakdown, Breakdown::Total);
        let year = f.period.financial_year();
        let year = year.map_or_else(|| format!("{:?}", f.period), FinancialYear::label);
        let number = match f.printed {
            Printed::Number(count) => count.n.to_string(),
            Printed::Suppressed => "hidden".to_owned(),
            Printed::NotGiven => "not given".to_owned(),
        };
        let note = if f.note.is_empty() { String::new() } else { format!(" ({})", f.note) };
        format!("{} {year} {number}{note}", BASE.area_name(f.area))
    };
    own.figures.iter().map(line).collect()
}

/// What was set aside, a line each, and what else the report says.
fn aside(result: &IntakeResult) -> Vec<String> {
    let report = &result.report;
    assert_eq!(
        report.used + report.empty + report.rejected_count(),
        report.cells,
        "{}",
        report.text()
    );
    let of_reason = report.rejected.iter().flat_map(|reason| &reason.examples);
    let problem = |e: &cyberflag_data::dataset::package::DataError| {
        format!("{}: {}", e.line.unwrap(), e.problem)
    };
    of_reason.map(problem).chain(report.notes.iter().cloned()).collect()
}

/// Reads a table, in pieces and in the mapping that is guessed, and compares all that became of it.
fn check(name: &str, figures: &[&str], set_aside: &[&str]) {
    let result = read_table(&BASE, &file(name));
    assert_eq!(lines(&result), figures, "{name}\n{}", result.report.text());
    let plain = |text: &String| text.replace(['\u{201c}', '\u{201d}'], "'");
    let said: Vec<String> = aside(&result).iter().map(plain).collect();
    assert_eq!(said, set_aside, "{name}\n{}", result.report.text());
}

fn refused(name: &str) -> String {
    let problem = Layout::find(&file(name), true, &Gazetteer::new(&BASE)).unwrap_err();
    format!("{problem}. {}", problem.advice())
}

#[test]
fn forces_across_and_years_down() {
    check(
        "transposed.csv",
        &[
            "Kent 2021/22 31",
            "Essex 2021/22 22",
            "Gwent 2021/22 hidden (Printed as \u{201c}<5\u{201d}; Marked \u{201c}[note 1]\u{201d} in the table)",
            "Kent 2022/23 40 (Marked \u{201c}*\u{201d} in the table)",
            "Essex 2022/23 9 (Marked \u{201c}*\u{201d} in the table)",
            "Gwent 2022/23 7 (Marked \u{201c}*\u{201d} in the table; Marked \u{201c}[note 1]\u{201d} in the table)",
        ],
        &[
            "4: 'Total' is a line of totals",
            "1 column is not used: 'Total' (totals are not added to what they are totals of).",
        ],
    );
    check(
        "transposed-blank-corner.csv",
        &["Kent 2021/22 31", "Essex 2021/22 22", "Kent 2022/23 40", "Essex 2022/23 9"],
        &[],
    );
}

#[test]
fn recorded_crime_with_forces_across() {
    let result = read_table(&BASE, &file("transposed-by-code.csv"));
    let data = result.figures(&BASE, source()).alone(&BASE);
    let count = |code: &str, year| {
        let area = Area::Force(data.force_by_code(code).unwrap());
        data.reading(testing::GROOMING, area, FinancialYear::new(year).unwrap()).cell.count()
    };
    let kent = [2021, 2022].map(|year| count("E23000032", year).unwrap().n);
    let essex = [2021, 2022].map(|year| count("E23000028", year).unwrap().n);
    assert_eq!((kent, essex), ([31, 40], [22, 9]), "{}", result.report.text());
    assert_eq!((result.report.used, result.report.rejected_count()), (4, 5));
}

#[test]
fn a_bare_number_is_a_code_only_where_the_heading_says_so() {
    check(
        "bare-numbers.csv",
        &["Kent 2022/23 40", "Essex 2022/23 9"],
        &["2: '20' is not the name or the code of one of the 43 forces"],
    );
    check("old-codes.csv", &["West Midlands 2022/23 31", "Metropolitan Police 2022/23 22"], &[]);
    let (_, mapping) = guessed(&BASE, &file("numbers-across.csv"));
    assert_eq!(mapping.missing()[0], "Say which column names the police force.");
}

#[test]
fn marks_on_headings_names_and_numbers_become_notes() {
    let marked = |mark: &str| format!("Marked \u{201c}{mark}\u{201d} in the table");
    let mut figures = Vec::new();
    for (force, tens) in [("Kent", ""), ("Essex", "1")] {
        for (year, n, mark) in [
            ("2019/20", 1, "[r]"),
            ("2020/21", 2, "*"),
            ("2021/22", 3, "(provisional)"),
            ("2022/23", 4, "[note 3]"),
        ] {
            figures.push(format!("{force} {year} {tens}{n} ({})", marked(mark)));
        }
    }
    check(
        "year-headings.csv",
        &figures.iter().map(String::as_str).collect::<Vec<_>>(),
        &[
            "3 columns are not used: '2023/24 (Apr to Sep)', '2024' (a calendar year is not a financial year), 'Region'.",
        ],
    );
    check(
        "marks.csv",
        &[
            &format!(
                "Kent 2022/23 90 (as sent; {}; {}; {}; {})",
                marked("[e]"),
                marked("[note 2]"),
                marked("[r]"),
                marked("[note 1]")
            ),
            &format!("Essex 2022/23 1031 ({}; {})", marked("*"), marked("[note 1]")),
        ],
        &["4: '12 (5)' is not a whole number"],
    );
}

#[test]
fn empty_columns_and_totals() {
    let years = ["Kent 2022/23 1031", "Kent 2023/24 2022", "Essex 2022/23 9", "Essex 2023/24 7"];
    check("empty-columns.csv", &years, &["5: 'Total' is a line of totals"]);
    check(
        "stray-cell.csv",
        &["Kent 2023/24 31", "Essex 2023/24 9"],
        &["4 columns are not used: 'Column 3', 'Column 4', 'Column 5', 'Column 6'."],
    );
    check(
        "totals.csv",
        &["Kent 2023/24 31"],
        &[
            "3: 'Total' is a line of totals",
            "1 column is not used: 'Total' (totals are not added to what they are totals of).",
        ],
    );
    // What stands in such a column further down than the page looks is set aside, not dropped.
    let rows: String = (0..100).map(|_| "British Transport Police,1,,\n").collect();
    let result =
        read_table(&BASE, format!("Force,2023/24,,\nKent,31,,\n{rows}Essex,9,,late\n").as_bytes());
    assert_eq!(lines(&result), ["Kent 2023/24 31"]);
    assert!(
        aside(&result).contains(&"103: the row has 4 fields where the header has 2".to_owned())
    );
}

#[test]
fn headings_of_two_lines() {
    let joined =
        |lines: &str, word: &str| format!("{lines} are one heading and were joined: {word}.");
    check(
        "heading-of-two-lines.csv",
        &[
            "Kent 2014/15 96",
            "Kent 2015/16 120",
            "Kent 2016/17 131",
            "Essex 2014/15 31 (checked)",
            "Essex 2015/16 22 (checked)",
            "Essex 2016/17 9 (checked)",
        ],
        &[
            &joined("Lines 2 and 3", "'Offences 2014/15', 'Offences 2015/16', 'Offences 2016/17'"),
            "Line 1 is above the heading and left out: 'Table 2: offences recorded'.",
        ],
    );
    check(
        "heading-over-blanks.csv",
        &[
            "Kent 2015/16 120",
            "Kent 2016/17 131",
            "Essex 2015/16 22 (checked)",
            "Essex 2016/17 9 (checked)",
        ],
        &[&joined("Lines 1 and 2", "'Recorded offences 2015/16', 'Recorded offences 2016/17'")],
    );
    // What stands in a column without a heading is no lower heading.
    let stray = read_table(&BASE, b"Force,2016/17,Notes,\nKent,[x],,seen\nEssex,5,,\n");
    assert_eq!(lines(&stray), ["Kent 2016/17 not given", "Essex 2016/17 5"]);
}

#[test]
fn unicode_text_of_excel() {
    for name in ["utf16le.txt", "utf16be.txt"] {
        let years = [
            "Kent 2022/23 31",
            "Kent 2023/24 22",
            "Dyfed-Powys 2022/23 1031",
            "Dyfed-Powys 2023/24 9",
        ];
        check(name, &years, &[]);
    }
}

#[test]
fn numbers_kept_as_text() {
    let years = ["Kent 2022/23 31", "Kent 2023/24 22", "Essex 2022/23 9", "Essex 2023/24 1031"];
    check("excel-text.csv", &years, &[]);
}

#[test]
fn words_in_answers() {
    let printed = |words: &str| format!("(Printed as \u{201c}{words}\u{201d})");
    let read = |n: &str| {
        let nil = |force: &str, words: &str| format!("{force} 2023/24 {n} {}", printed(words));
        let mut figures = vec![
            format!("Kent 2023/24 hidden {}", printed("<=4")),
            format!("Essex 2023/24 hidden {}", printed("0-4")),
            format!("Gwent 2023/24 hidden {}", printed("1 to 4")),
            format!("Surrey 2023/24 hidden {}", printed("Fewer than 5")),
            format!("Sussex 2023/24 not given {}", printed("refused")),
            format!("Norfolk 2023/24 not given {}", printed("Exempt s.40(2)")),
            format!("Suffolk 2023/24 not given {}", printed("No information held")),
        ];
        if !n.is_empty() {
            figures.extend([
                nil("Dorset", "Nil"),
                nil("Cumbria", "None"),
                nil("Durham", "\u{2013}"),
            ]);
        }
        figures.push("Cheshire 2023/24 0".to_owned());
        figures
    };
    check(
        "answers.csv",
        &read("").iter().map(String::as_str).collect::<Vec<_>>(),
        &[
            "9: 'Nil' can mean zero or no answer",
            "10: 'None' can mean zero or no answer",
            "11: '\u{2013}' can mean zero or no answer",
        ],
    );
    // Said once for the whole file.
    for (nil, n) in [(Nil::Zero, "0"), (Nil::NotGiven, "not given")] {
        let (layout, mut mapping) = guessed(&BASE, &file("answers.csv"));
        mapping.nil = nil;
        let mut intake = Intake::new(&BASE, "answers.csv", &layout, &mapping);
        intake.push(&file("answers.csv")).unwrap();
        assert_eq!(lines(&intake.finish()), read(n));
    }
}

#[test]
fn notes_of_the_reader_s_figures_are_shown() {
    let table = b"Force,2022/23 [r]\nKent,Refused\nEssex,9\n";
    let data = read_table(&BASE, table).figures(&BASE, source()).alone(&BASE);
    let note = |code: &str| {
        let force = data.force_by_code(code).unwrap();
        let years = cyberflag_figures::history(&data, testing::ONLINE, force).years;
        years.into_iter().find(|row| row.year.label() == "2022/23").unwrap().note.unwrap()
    };
    let marked = "arked \u{201c}[r]\u{201d} in the table";
    assert_eq!(note("E23000032"), format!("Printed as \u{201c}Refused\u{201d}; M{marked}"));
    assert_eq!(note("E23000028"), format!("M{marked}"));
}

#[test]
fn dates_of_excel() {
    check(
        "excel-day-numbers.csv",
        &["Kent 2022/23 31", "Kent 2023/24 22", "Essex 2022/23 45017"],
        &[],
    );
    let made = |line, found, year| {
        format!("{line}: '{found}' is a date that Excel has made of a year, probably of {year}")
    };
    check(
        "excel-years.csv",
        &["Gwent 2014/15 6"],
        &[
            &made(2, "Dec-11", "2011-12"),
            &made(3, "01/12/2013", "2012-13"),
            &made(4, "2013-12-01 00:00:00", "2012-13"),
            &made(5, "41609", "2012-13"),
            &made(6, "10-Nov", "2010-11"),
        ],
    );
}

#[test]
fn calendar_years_are_refused() {
    let why = refused("calendar-headings.csv");
    assert!(why.contains("calendar year") && why.contains("write 2022/23"), "{why}");
    check(
        "calendar-cells.csv",
        &["Essex 2022/23 9"],
        &[
            "2: '2022' is a calendar year, and the figures here are of financial years, April to March",
        ],
    );
}

#[test]
fn names_of_forces() {
    check(
        "names.csv",
        &[
            "Metropolitan Police 2023/24 2",
            "City of London 2023/24 3",
            "Hampshire 2023/24 4",
            "Devon and Cornwall 2023/24 5",
            "Avon and Somerset 2023/24 6",
            "Humberside 2023/24 7 (Marked \u{201c}(note 3)\u{201d} in the table)",
            "Dyfed-Powys 2023/24 8",
            "North Wales 2023/24 9",
            "South Wales 2023/24 10",
            "West Midlands 2023/24 11",
        ],
        &["2: 'London' could be the Metropolitan Police or the City of London Police"],
    );
}

#[test]
fn rows_of_other_offences_are_counted_and_named() {
    let mut text = "Financial Year,Financial Quarter,Force Name,Offence Code,Number of Offences\n\
        2024/25,1,Kent,88A,1\n2024/25,2,Kent,88A,1\n2024/25,3,Kent,88A,1\n2024/25,4,Kent,88A,1\n"
        .to_owned();
    for n in 0..1_234 {
        let code = ["AF", "1", "8N", "105A", "34B", "49", "66"][n % 7];
        text.push_str(&format!("2024/25,1,Kent,{code},{n}\n"));
    }
    text.push_str("2024/25,1,British Transport Police,88A,1\n");
    let report = read_table(&BASE, text.as_bytes()).report;
    let said: Vec<String> = report.rejected.iter().map(|reason| report.summary(reason)).collect();
    assert_eq!(
        said,
        [
            "1,234 rows set aside: 7 codes of offences that this page does not show (AF, 1, 8N, 105A, 34B and 2 more)",
            "1 row set aside: \u{201c}British Transport Police\u{201d} is not one of the 43 territorial forces",
        ]
    );
    assert!(!report.text().contains("offences.csv"), "{}", report.text());
}
