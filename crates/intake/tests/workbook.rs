//! Workbooks as people save them (`tests/fixtures/workbooks`, made by its `make.py`): what is read of
//! each sheet, and that nothing in a file can do harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use common::{BASE, guessed, read_table, source};
use cyberflag_data::dataset::Printed;
use cyberflag_data::domain::FinancialYear;
use cyberflag_intake::{WebCell, Workbook, WorkbookError};
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbooks");
    std::fs::read(folder.join(name)).unwrap()
}

/// The sheets of a workbook: name, lines, notes.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<String>, Vec<String>)> {
    let book = Workbook::open(bytes).unwrap();
    let read = |sheet: &cyberflag_intake::Sheet| {
        let table = book.table(sheet);
        let lines = table.csv.lines().map(str::to_owned).collect();
        (sheet.name.clone(), lines, table.notes)
    };
    book.sheets.iter().map(read).collect()
}

/// The one sheet of a workbook.
fn sheet(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let mut all = sheets(bytes);
    assert_eq!(all.len(), 1);
    all.pop().map(|(_, lines, notes)| (lines, notes)).unwrap()
}

fn refused(bytes: &[u8]) -> WorkbookError {
    Workbook::open(bytes).unwrap_err()
}

/// A ZIP with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships>
  <Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="b" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
</Relationships>"#;

/// A workbook with one sheet, as Excel lays it out.
fn excel(rows: &str, strings: &str) -> Vec<u8> {
    packed(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

/// A workbook with one sheet, as LibreOffice lays it out.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet>
        <table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[("content.xml", &content)])
}

#[test]
fn a_title_a_heading_of_two_lines_a_total_and_notes() {
    for name in ["title.xlsx", "title.ods"] {
        let (lines, notes) = sheet(&file(name));
        assert_eq!(
            lines,
            [
                "\"Table 1: Online sexual offences against children, by police force\",,,,",
                "\"England and Wales, years ending March\",,,,",
                "",
                "",
                "Police force,Offences 2014/15,Offences 2015/16,Offences 2016/17,Notes",
                "Kent,96,120,131,",
                "West Midlands,1204,1241,1300,Recounted in 2017",
                "Essex,31,<5,[x],",
                "Gwent,,44,50,",
                "England and Wales,1331,1405,1481,",
                "",
                "Source: answers of the forces,,,,",
                "Notes: [x] not available,,,,",
            ],
            "{name}"
        );
        assert_eq!(
            notes,
            [
                "Lines 4 and 5 are one heading and were joined: \u{201c}Offences 2014/15\u{201d}, \u{201c}Offences 2015/16\u{201d}, \u{201c}Offences 2016/17\u{201d}."
            ],
            "{name}"
        );
        // Read like any other table, in lines that are the rows of the sheet.
        let csv = lines.join("\n");
        let (layout, _) = guessed(&BASE, csv.as_bytes());
        assert_eq!(layout.header, 5);
        assert_eq!(
            layout.notes,
            [
                "Lines 1 to 2 are above the heading and left out: \u{201c}Table 1: Online sexual offences against children, by police \u{2026}\u{201d}, \u{201c}England and Wales, years ending March\u{201d}."
            ]
        );
        let result = read_table(&BASE, csv.as_bytes());
        let report = result.report.text();
        for words in [
            "line 12, column Police force",
            "\u{201c}Source: answers of the forces\u{201d}",
            "line 13",
            "lines of words alone, such as notes",
            "It holds no number, so nothing is lost",
        ] {
            assert!(report.contains(words), "{words} in {report}");
        }
        assert!(!report.contains("Write the name of the force"), "{report}");
        let figures = result.figures(&BASE, source()).figures;
        let kent: Vec<(u16, Printed)> = figures
            .iter()
            .filter(|f| BASE.area_name(f.area) == "Kent")
            .map(|f| (f.period.financial_year().map_or(0, FinancialYear::start), f.printed))
            .collect();
        let number = |n| Printed::Number(cyberflag_data::domain::Count::exact(n));
        assert_eq!(kent, [(2014, number(96)), (2015, number(120)), (2016, number(131))]);
    }
}

#[test]
fn days_numbers_and_truths_are_typed_as_a_reader_would() {
    let expected = |two: &str, truth: &str, fault: &str| {
        [
            "Force,First day,Last day,Number".to_owned(),
            "Kent,2015-04-01,2016-03-31,120".to_owned(),
            "Kent,2016-04-01,2017-03-31,131".to_owned(),
            "Essex,2016-04-01,2017-03-31,12.5".to_owned(),
            format!("Gwent,2016-04-01,2017-03-31,{two}"),
            format!("Surrey,2016-04-01,2017-03-31,{truth}"),
            format!("Sussex,2016-04-01,2017-03-31,{fault}"),
        ]
    };
    let merged =
        "A name in the first column that is merged over several rows is read in each of them.";
    for (name, solved) in [
        ("days.xlsx", None),
        ("days-1904.xlsx", None),
        ("days-libreoffice.xlsx", Some("TRUE")),
        ("days.ods", Some("1")),
    ] {
        let (lines, notes) = sheet(&file(name));
        let of = solved.map_or(expected("", "TRUE", ""), |truth| expected("2", truth, "#DIV/0!"));
        assert_eq!(lines, of, "{name}");
        let unsolved = "2 cells hold formulas without a result and are read as empty. Open the file in the spreadsheet and save it there, so that the results are stored.";
        assert_eq!(
            notes,
            if solved.is_some() { vec![merged] } else { vec![merged, unsolved] },
            "{name}"
        );
    }
}

#[test]
fn sheets_that_are_hidden_or_empty_are_left_out() {
    for name in ["sheets.xlsx", "sheets.ods"] {
        let hidden = vec!["The hidden sheet \u{201c}Workings\u{201d} is not read.".to_owned()];
        let lines = |n: u32| vec!["Force,2016/17".to_owned(), format!("Kent,{n}")];
        assert_eq!(
            sheets(&file(name)),
            [
                ("Recorded".to_owned(), lines(11), hidden.clone()),
                ("Answers & more".to_owned(), lines(22), hidden),
            ],
            "{name}"
        );
    }
}

#[test]
fn what_cannot_be_opened_is_named() {
    assert_eq!(refused(&file("protected.xlsx")), WorkbookError::Encrypted);
    assert_eq!(refused(&file("sheets.xls")), WorkbookError::OtherKind);
    assert_eq!(refused(b""), WorkbookError::NotWorkbook);
    assert_eq!(refused(b"PK\x03\x04"), WorkbookError::NotWorkbook);
    assert_eq!(refused(&packed(&[("a.csv", "a,b")])), WorkbookError::NotWorkbook);
    assert_eq!(refused(&packed(&[("xl/workbook.bin", "")])), WorkbookError::OtherKind);
    let letter = "<office:document-content><office:text/></office:document-content>";
    assert_eq!(refused(&packed(&[("content.xml", letter)])), WorkbookError::NotWorkbook);
    let list = "<m><file-entry><encryption-data/></file-entry></m>";
    assert_eq!(
        refused(&packed(&[("content.xml", "\u{1}"), ("META-INF/manifest.xml", list)])),
        WorkbookError::Encrypted
    );
    let damaged = |part: &str| WorkbookError::Damaged(part.to_owned());
    assert_eq!(refused(&packed(&[("xl/workbook.xml", "<x/>")])), damaged("xl/workbook.xml"));
    assert_eq!(
        refused(&packed(&[("xl/workbook.xml", BOOK)])),
        damaged("xl/_rels/workbook.xml.rels")
    );
    assert_eq!(refused(&excel("<row><c></row>", "")), damaged("xl/worksheets/sheet1.xml"));
    assert_eq!(
        refused(&excel("<row><c><v>&no;</v></c></row>", "")),
        damaged("xl/worksheets/sheet1.xml")
    );
    assert_eq!(refused(&excel("", "")), WorkbookError::Empty);
    for error in
        [WorkbookError::OtherKind, WorkbookError::Encrypted, damaged("x"), WorkbookError::TooLarge]
    {
        assert!(error.advice().contains("CSV UTF-8"), "{error}");
    }
}

#[test]
fn strings_of_every_kind() {
    let strings = "<si><r><t>Ke</t></r><r><rPr/><t xml:space=\"preserve\">nt </t></r><rPh><t>read aloud</t></rPh></si>\
        <si><t>two_x000D_\nlines &amp; &#8211; &lt;5</t></si>";
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c></row>\
        <row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>in </t><r><t>place</t></r><rPh><t>x</t></rPh></is></c>\
        <c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>A1</f><v>sum</v></c><c t=\"d\"><v>2016-04-01T00:00:00</v></c><c t=\"b\"><v>0</v></c></row>";
    assert_eq!(
        sheet(&excel(rows, strings)).0,
        ["Kent,two lines & \u{2013} <5,,,,", "", ",in place,#N/A,sum,2016-04-01,FALSE"]
    );
}

#[test]
fn cells_and_rows_that_are_repeated() {
    let rows = r#"
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
      <table:table-header-rows><table:table-row>
        <table:table-cell/>
        <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7.0</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation>
          <text:p>a<text:s text:c="2"/>b</text:p><text:p>c&amp;d</text:p><draw:frame><text:p>drawn</text:p></draw:frame></table:table-cell>
        <table:table-cell table:number-columns-repeated="16000"/>
      </table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2">
        <table:table-cell/><table:table-cell office:value-type="percentage" office:value="0.125"/>
        <table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2016-04-01T10:00:00"/>
      </table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let line = "0.125,,2016-04-01";
    assert_eq!(sheet(&open_document(rows)).0, ["", "", "7,7,a  b c&d", line, line]);
}

#[test]
fn bombs_are_stopped() {
    let large = "x".repeat(1000);
    let many = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(7_000)).repeat(10);
    for (what, bytes) in [
        ("unpacked", excel(&format!("<row><c><v>{}</v></c></row>", "1".repeat(65_000_000)), "")),
        ("text", excel(&many, &format!("<si><t>{large}</t></si>"))),
        ("column", excel("<row><c r=\"ZZZZZ1\"><v>1</v></c></row>", "")),
        ("row", excel("<row r=\"99999999\"><c><v>1</v></c></row>", "")),
        (
            "wide",
            excel(
                &format!(
                    "<row><c r=\"XFD1\"><v>1</v></c></row>{}",
                    "<row><c><v>1</v></c></row>".repeat(200)
                ),
                "",
            ),
        ),
        (
            "repeated",
            open_document(
                r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>"#,
            ),
        ),
        (
            "without end",
            open_document(
                r#"<table:table-row table:number-rows-repeated="18446744073709551615"><table:table-cell table:number-columns-repeated="18446744073709551615"/><table:table-cell table:number-rows-spanned="18446744073709551615" table:number-columns-repeated="18446744073709551615" office:value-type="float" office:value="1"/></table:table-row>"#,
            ),
        ),
    ] {
        assert_eq!(refused(&bytes), WorkbookError::TooLarge, "{what}");
    }
}

#[test]
fn tables_of_a_web_page() {
    let cell = |text: &str, rows, columns| WebCell { text: text.to_owned(), rows, columns };
    let one = |text: &str| cell(text, 1, 1);
    let rows = vec![
        vec![cell("Force", 2, 1), cell("Offences", 1, 2)],
        vec![one("2015/16"), one("2016/17")],
        vec![cell("Kent", 0, 1), one("120"), one(" 131\n")],
    ];
    let book =
        Workbook::of_web_page(vec![("T".to_owned(), rows), ("empty".to_owned(), vec![vec![]])])
            .unwrap();
    let [sheet] = book.sheets.as_slice() else { panic!("one table") };
    let table = book.table(sheet);
    assert_eq!(table.csv, "\nForce,Offences 2015/16,Offences 2016/17\nKent,120,131\n");
    assert_eq!(Workbook::of_web_page(Vec::new()), Err(WorkbookError::Empty));
    let wide = vec![vec![cell("x", 1, 1_000); 3_000]];
    assert_eq!(Workbook::of_web_page(vec![(String::new(), wide)]), Err(WorkbookError::TooLarge));
}

/// Opens damaged bytes and reads what is left of them.
fn tried(bytes: &[u8]) -> bool {
    let Ok(book) = Workbook::open(bytes) else { return false };
    book.sheets.iter().for_each(|sheet| drop(book.table(sheet)));
    true
}

#[test]
fn every_truncation_is_refused_and_no_flipped_byte_does_harm() {
    for name in ["sheets.xlsx", "sheets.ods"] {
        let whole = file(name);
        assert!(tried(&whole));
        for length in 0..whole.len() {
            let cut = whole.get(..length).unwrap();
            assert!(!tried(cut), "{name} cut to {length}");
        }
        let mut opened = 0;
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            *bytes.get_mut(at).unwrap() ^= [0x01, 0x80, 0xff][at % 3];
            opened += usize::from(tried(&bytes));
        }
        // Bytes that say nothing to us: dates of the parts, pictures.
        assert!(opened > 0 && opened < whole.len(), "{opened}");
    }
}
