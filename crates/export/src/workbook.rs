//! The rows of a picture as a workbook (Office Open XML) for spreadsheets: the figures with real numbers
//! and days, their sources and cautions, what every column means.

use super::csv::{FIELDS, record};
use super::rows::{STATUSES, TOTAL, rows};
use super::{ExportError, Picture, Stamp, notes, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Date;
use cyberflag_figures::{Citation, View};
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, FormatAlign, RowNum, Workbook, Worksheet,
};

/// The workbook's bytes. The same view and stamp make the same bytes.
///
/// # Errors
/// [`ExportError::Workbook`] if there are more rows than a sheet holds (1,048,576).
pub fn workbook(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    let first = Date::new(1980, 1, 1);
    let made = stamp.released().or(first).and_then(|day| excel_day(day).ok());
    let mut properties =
        DocProperties::new().set_title(picture.title(data, view)).set_author(stamp.author());
    if let Some(made) = made {
        properties = properties.set_creation_datetime(&made);
    }
    workbook.set_properties(&properties);
    let look = Look::new();
    figures(workbook.add_worksheet().set_name("Figures")?, &look, data, view, picture)?;
    let sheet = workbook.add_worksheet().set_name("Sources and cautions")?;
    about(sheet, &look, data, view, picture, stamp)?;
    definitions(workbook.add_worksheet().set_name("Definitions")?, &look)?;
    Ok(workbook.save_to_buffer()?)
}

/// How cells look.
struct Look {
    head: Format,
    words: Format,
    day: Format,
    whole: Format,
    rate: Format,
    /// Words where a number is missing.
    blank: Format,
}

impl Look {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: top().set_bold().set_text_wrap(),
            words: top().set_text_wrap(),
            day: top().set_num_format("d mmmm yyyy"),
            whole: top().set_num_format("#,##0"),
            rate: top().set_num_format("0.0"),
            blank: top().set_italic().set_align(FormatAlign::Right),
        }
    }
}

/// The figures, a row each.
fn figures(
    sheet: &mut Worksheet,
    look: &Look,
    data: &Dataset,
    view: &View,
    picture: Picture,
) -> Result<(), ExportError> {
    let all = rows(data, view, picture);
    let columns = FIELDS.len() as ColNum;
    for (column, field) in (0..).zip(&FIELDS) {
        sheet.write_with_format(0, column, heading(field.name), &look.head)?;
        sheet.set_column_width(column, width(field.name))?;
    }
    for (row, of) in (1..).zip(&all) {
        let cells = record(of, data);
        for ((column, field), cell) in (0..).zip(&FIELDS).zip(&cells) {
            write(sheet, (row, column), look, (field.name, field.kind), cell, &cells)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, all.len() as RowNum, columns - 1)?;
    Ok(())
}

/// One cell in its type; a number that is missing is said in words.
fn write(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    look: &Look,
    (name, kind): (&str, &str),
    cell: &str,
    cells: &[String],
) -> Result<(), ExportError> {
    let number = cell.parse::<f64>().ok().filter(|_| matches!(kind, "integer" | "number"));
    let day = Date::parse(cell).filter(|_| kind == "date").map(excel_day).transpose()?;
    match (number, day) {
        (Some(number), _) => {
            let format = if kind == "integer" { &look.whole } else { &look.rate };
            sheet.write_with_format(row, column, number, format)?;
        }
        (_, Some(day)) => {
            sheet.write_with_format(row, column, &day, &look.day)?;
        }
        _ if matches!(kind, "integer" | "number") => {
            sheet.write_with_format(row, column, missing(name, cells), &look.blank)?;
        }
        _ => {
            sheet.write_with_format(row, column, cell, &look.words)?;
        }
    }
    Ok(())
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
fn width(name: &str) -> f64 {
    match name {
        "area" | "reason" | "rate_reason" | "period" | "source_publisher" | "printed" => 28.0,
        "also_published" | "doubted" | "source_title" | "source_url" => 40.0,
        _ => 14.0,
    }
}

/// What to know before a number is used, and every source.
fn about(
    sheet: &mut Worksheet,
    look: &Look,
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
) -> Result<(), ExportError> {
    for (column, width) in (0..).zip([80.0, 60.0, 22.0, 60.0]) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    for line in notes::cautions(data, view, picture).iter().chain(&notes::origin(stamp)) {
        sheet.write_with_format(row, 0, line, &look.words)?;
        row += 1;
    }
    row += 1;
    for (column, name) in (0..).zip(["Source", "Title", "Published", "Address"]) {
        sheet.write_with_format(row, column, name, &look.head)?;
    }
    for (_, Citation { publisher, title, date, url, .. }) in sources::sources(data, view, picture) {
        row += 1;
        for (column, text) in (0..).zip([&publisher, &title, &date]) {
            sheet.write_with_format(row, column, text, &look.words)?;
        }
        // An address that a spreadsheet takes for none stays as text.
        if !url.starts_with("https://") || sheet.write_url(row, 3, url.as_str()).is_err() {
            sheet.write_with_format(row, 3, url, &look.words)?;
        }
    }
    Ok(())
}

/// What the columns and the words in them mean.
fn definitions(sheet: &mut Worksheet, look: &Look) -> Result<(), ExportError> {
    for (column, width) in (0..).zip([28.0, 28.0, 100.0]) {
        sheet.set_column_width(column, width)?;
    }
    let columns = FIELDS.iter().map(|f| (heading(f.name), f.name, f.about));
    let statuses = STATUSES.iter().map(|(word, about)| (heading("status"), *word, *about));
    let head = ("Column".to_owned(), "Name in the CSV, or word", "What it means");
    for (row, (column, name, about)) in
        (0..).zip(std::iter::once(head).chain(columns).chain(statuses))
    {
        let format = if row == 0 { &look.head } else { &look.words };
        for (at, text) in (0..).zip([column.as_str(), name, about]) {
            sheet.write_with_format(row, at, text, format)?;
        }
    }
    Ok(sheet.set_freeze_panes(1, 0).map(|_| ())?)
}

fn excel_day(day: Date) -> Result<ExcelDateTime, ExportError> {
    let [month, day_of_month] = [day.month(), day.day()];
    Ok(ExcelDateTime::from_ymd(day.year(), month, day_of_month)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::{figures as data, sample};
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;
    use std::io::{Cursor, Read as _};

    /// A part of a workbook of the map of online offences.
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
        let words = part("xl/sharedStrings.xml");
        for said in ["no published figure", "no rate", "one force", "Offences recorded"] {
            assert!(words.contains(&format!(">{said}</t>")), "{said}");
        }
        assert!(!words.contains(">5653</t>") && !words.contains("<t></t>"));
    }

    #[test]
    fn the_sources_can_be_followed_and_every_word_is_explained() {
        let links = part("xl/worksheets/_rels/sheet2.xml.rels");
        assert!(links.contains("TargetMode=\"External\"") && links.contains("https://"));
        let words = part("xl/sharedStrings.xml");
        for (word, about) in STATUSES {
            assert!(words.contains(&format!(">{word}</t>")), "{word}");
            assert!(
                words.contains(&about.replace('"', "&quot;")) || words.contains(about),
                "{about}"
            );
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
