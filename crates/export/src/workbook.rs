//! The rows of a picture as a workbook (Office Open XML) for spreadsheets: the figures with real numbers
//! and days, their sources and cautions, what every column means.
//!
//! `rust_xlsxwriter` would do the same, but makes the one file 290 kB heavier: it holds all that a
//! workbook can be. Ours has three sheets of plain cells.

use super::csv::{FIELDS, record};
use super::rows::{STATUSES, TOTAL, rows};
use super::{ExportError, File, Picture, Stamp, bundle, notes, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Date;
use cyberflag_figures::{Citation, View, escape};

/// The workbook's bytes. The same view and stamp make the same bytes.
///
/// # Errors
/// [`ExportError::Zip`] if it is larger than a ZIP can be.
pub fn workbook(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
) -> Result<Vec<u8>, ExportError> {
    let sheets = [figures(data, view, picture), about(data, view, picture, stamp), definitions()];
    let mut files = vec![
        part("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        part("_rels/.rels", RELATIONS.to_owned()),
        part("xl/workbook.xml", list(&sheets)),
        part("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS.to_owned()),
        part("xl/styles.xml", STYLES.to_owned()),
    ];
    for (sheet, number) in sheets.iter().zip(1..) {
        let (cells, links) = sheet.xml();
        files.push(part(&format!("xl/worksheets/sheet{number}.xml"), cells));
        if !links.is_empty() {
            files.push(part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), links));
        }
    }
    bundle(&files, stamp)
}

/// What is in a cell; how it looks is a number in [`STYLES`].
enum Content {
    Head(String),
    Words(String),
    /// Words where a number is missing.
    Blank(String),
    /// As digits.
    Whole(String),
    /// As digits, with a point.
    Rate(String),
    Day(Date),
    Link(String),
}

/// A sheet of plain cells.
struct Sheet {
    name: &'static str,
    /// In characters.
    widths: Vec<u16>,
    rows: Vec<Vec<Content>>,
    /// The first row stays in sight and filters the others.
    filtered: bool,
}

/// The figures, a row each.
fn figures(data: &Dataset, view: &View, picture: Picture) -> Sheet {
    let head = FIELDS.iter().map(|field| Content::Head(heading(field.name))).collect();
    let row = |row: &_| {
        let cells = record(row, data);
        FIELDS
            .iter()
            .zip(&cells)
            .map(|(field, cell)| typed(field.name, field.kind, cell, &cells))
            .collect()
    };
    let all = rows(data, view, picture);
    Sheet {
        name: "Figures",
        widths: FIELDS.iter().map(|field| width(field.name)).collect(),
        rows: std::iter::once(head).chain(all.iter().map(row)).collect(),
        filtered: true,
    }
}

/// A cell in its type; a number that is missing is said in words.
fn typed(name: &str, kind: &str, cell: &str, cells: &[String]) -> Content {
    match (kind, Date::parse(cell)) {
        ("integer" | "number", _) if cell.is_empty() => {
            Content::Blank(missing(name, cells).to_owned())
        }
        ("integer", _) => Content::Whole(cell.to_owned()),
        ("number", _) => Content::Rate(cell.to_owned()),
        ("date", Some(day)) => Content::Day(day),
        _ => Content::Words(cell.to_owned()),
    }
}

/// What stands in the place of a missing number.
fn missing<'a>(name: &str, cells: &'a [String]) -> &'a str {
    let other = |name: &str| {
        let of = FIELDS.iter().zip(cells).find(|(field, _)| field.name == name);
        of.map_or("", |(_, cell)| cell.as_str())
    };
    match name {
        "value" => other("printed"),
        "rate_per_10000" => "no rate",
        "children" => "no estimate",
        _ if other("area_code") == TOTAL => "not stated",
        _ => "one force",
    }
}

/// The heading of a column: its name in words.
fn heading(name: &str) -> String {
    let words = match name {
        "value" => "offences recorded",
        "rate_per_10000" => "rate per 10,000 children",
        "part" => "total, age or offence",
        "status" => "how it is known",
        name => name,
    };
    cyberflag_figures::capital(&words.replace('_', " "))
}

/// The width of a column, in characters.
fn width(name: &str) -> u16 {
    match name {
        "area" | "reason" | "rate_reason" | "period" | "source_publisher" | "printed" => 28,
        "also_published" | "doubted" | "source_title" | "source_url" => 40,
        _ => 14,
    }
}

/// What to know before a number is used, and every source.
fn about(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> Sheet {
    let lines = notes::cautions(data, view, picture).into_iter().chain(notes::origin(stamp));
    let mut rows: Vec<Vec<Content>> = lines.map(|line| vec![Content::Words(line)]).collect();
    rows.push(Vec::new());
    rows.push(
        ["Source", "Title", "Published", "Address"]
            .map(|name| Content::Head(name.to_owned()))
            .into(),
    );
    for (_, Citation { publisher, title, date, url, .. }) in sources::sources(data, view, picture) {
        let mut row = [publisher, title, date].map(Content::Words).into_iter().collect::<Vec<_>>();
        row.push(if url.starts_with("https://") {
            Content::Link(url)
        } else {
            Content::Words(url)
        });
        rows.push(row);
    }
    Sheet { name: "Sources and cautions", widths: vec![80, 60, 22, 60], rows, filtered: false }
}

/// What the columns and the words in them mean.
fn definitions() -> Sheet {
    let head = ["Column", "Name in the CSV, or word", "What it means"];
    let columns = FIELDS.iter().map(|f| [heading(f.name), f.name.to_owned(), f.about.to_owned()]);
    let statuses = STATUSES
        .iter()
        .map(|(word, about)| [heading("status"), (*word).to_owned(), (*about).to_owned()]);
    let head = head.map(|name| Content::Head(name.to_owned())).into();
    let rows = columns.chain(statuses).map(|row| row.map(Content::Words).into());
    Sheet {
        name: "Definitions",
        widths: vec![28, 28, 100],
        rows: std::iter::once(head).chain(rows).collect(),
        filtered: false,
    }
}

impl Sheet {
    /// The part of the workbook, and the part with its links; empty if it has none.
    fn xml(&self) -> (String, String) {
        let (mut rows, mut links, mut targets) = (String::new(), String::new(), String::new());
        for (row, number) in self.rows.iter().zip(1..) {
            rows += &format!("<row r=\"{number}\">");
            for (content, column) in row.iter().zip('A'..) {
                let place = format!("{column}{number}");
                rows += &content.xml(&place);
                if let Content::Link(to) = content {
                    let id = format!("r{number}");
                    links += &format!("<hyperlink ref=\"{place}\" r:id=\"{id}\"/>");
                    targets += &format!(
                        "<Relationship Id=\"{id}\" Type=\"{DOCUMENT}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                        escaped(to)
                    );
                }
            }
            rows += "</row>";
        }
        let columns: String = (1..)
            .zip(&self.widths)
            .map(|(i, wide)| {
                format!("<col min=\"{i}\" max=\"{i}\" width=\"{wide}\" customWidth=\"1\"/>")
            })
            .collect();
        let last = ('A'..).zip(&self.widths).last().map_or('A', |(column, _)| column);
        let (view, filter) = match self.filtered {
            true => (FROZEN, format!("<autoFilter ref=\"A1:{last}{}\"/>", self.rows.len())),
            false => ("", String::new()),
        };
        let links =
            if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") };
        let sheet = format!(
            "{START}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\">{view}<cols>{columns}</cols><sheetData>{rows}</sheetData>{filter}{links}</worksheet>"
        );
        let targets = match targets.is_empty() {
            true => targets,
            false => format!("{START}<Relationships xmlns=\"{PACKAGE}\">{targets}</Relationships>"),
        };
        (sheet, targets)
    }
}

impl Content {
    fn xml(&self, place: &str) -> String {
        let (style, number) = match self {
            Self::Words(_) => (0, None),
            Self::Head(_) => (1, None),
            Self::Blank(_) => (2, None),
            Self::Whole(digits) => (3, Some(digits.clone())),
            Self::Rate(digits) => (4, Some(digits.clone())),
            Self::Day(day) => (5, Some(serial(*day).to_string())),
            Self::Link(_) => (6, None),
        };
        match (number, self) {
            (Some(number), _) => format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"),
            (None, Self::Words(text) | Self::Head(text) | Self::Blank(text) | Self::Link(text)) => {
                format!(
                    "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                )
            }
            _ => String::new(),
        }
    }
}

/// Days since 30 December 1899, as spreadsheets count them.
fn serial(day: Date) -> i64 {
    let (year, month, day) = (i64::from(day.year()), i64::from(day.month()), i64::from(day.day()));
    // A year that begins in March has its leap day at its end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let before = year * 365 + year / 4 - year / 100 + year / 400;
    before + (month * 153 + 2) / 5 + day - 693_900
}

/// Text inside XML, which allows no other control characters than these.
fn escaped(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
    escape(&text.chars().filter(allowed).collect::<String>())
}

fn part(name: &str, text: String) -> File {
    File { name: name.to_owned(), media: "application/xml", bytes: text.into_bytes() }
}

/// The list of sheets.
fn list(sheets: &[Sheet]) -> String {
    let entries = (1..).zip(sheets).map(|(i, sheet)| {
        format!("<sheet name=\"{}\" sheetId=\"{i}\" r:id=\"s{i}\"/>", sheet.name)
    });
    let entries: String = entries.collect();
    format!(
        "{START}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>{entries}</sheets></workbook>"
    )
}

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The first row stays while the others are scrolled.
const FROZEN: &str = r#"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#;

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const WORKBOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="s3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/><Relationship Id="look" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Words, headings, blanks, whole numbers, rates, days, links: in the order of their numbers.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="d\ mmmm\ yyyy"/></numFmts><fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><i/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B4A7A"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::{figures as data, sample};
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;
    use std::io::{Cursor, Read as _};

    /// A part of the workbook of the map of online offences.
    fn part(name: &str) -> String {
        let data = data();
        let year = data.default_year(testing::ONLINE).unwrap();
        let view = View::plain(testing::ONLINE, year, Unit::Count);
        let bytes = workbook(&data, &view, Picture::Map, &sample()).unwrap();
        assert_eq!(bytes, workbook(&data, &view, Picture::Map, &sample()).unwrap());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn numbers_are_numbers_and_blanks_are_words() {
        let sheet = part("xl/worksheets/sheet1.xml");
        // England and Wales in 2016/17, as printed.
        assert!(sheet.contains("<v>5653</v>"), "{sheet}");
        assert_eq!(sheet.matches("<row ").count(), 45);
        assert!(sheet.contains("<autoFilter ref=\"A1:T45\"/>"));
        for said in ["no published figure", "no rate", "one force", "Offences recorded"] {
            assert!(sheet.contains(&format!(">{said}</t>")), "{said}");
        }
        assert!(!sheet.contains(">5653</t>"));
        // 1 April 2016.
        assert!(sheet.contains("<v>42461</v>"));
        assert_eq!(serial(Date::new(2000, 3, 1).unwrap()), 36_586);
    }

    #[test]
    fn the_sources_can_be_followed_and_every_word_is_explained() {
        let links = part("xl/worksheets/_rels/sheet2.xml.rels");
        assert!(links.contains("TargetMode=\"External\"") && links.contains("https://"));
        let words = part("xl/worksheets/sheet3.xml");
        for (word, about) in STATUSES {
            assert!(words.contains(&format!(">{word}</t>")), "{word}");
            assert!(words.contains(&escaped(about)), "{about}");
        }
        for field in FIELDS {
            assert!(words.contains(&format!(">{}</t>", field.name)), "{}", field.name);
        }
    }

    #[test]
    fn no_number_is_missing_without_a_word() {
        let data = data();
        for measure in data.measure_ids() {
            let view = View::plain(measure, data.default_year(measure).unwrap(), Unit::Count);
            for picture in Picture::ALL {
                for row in rows(&data, &view, picture) {
                    let cells = record(&row, &data);
                    for field in FIELDS.iter().filter(|f| f.kind == "integer" || f.kind == "number")
                    {
                        assert_ne!(missing(field.name, &cells), "", "{picture:?} {}", field.name);
                    }
                }
            }
        }
    }
}
