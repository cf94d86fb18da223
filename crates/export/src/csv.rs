//! The rows of a picture as a tidy CSV (RFC 4180: CRLF, quotes only where needed).

use super::rows::{Row, rows, status};
use super::{Picture, Stamp, defuse, notes};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::delimited::quoted;
use cyberflag_data::domain::{FinancialYear, Why};
use cyberflag_figures::scale::format;
use cyberflag_figures::{Citation, View, citation};

/// How a CSV begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct CsvOptions {
    /// A byte order mark, so that Excel reads UTF-8.
    pub bom: bool,
    /// The notes of [`super::csv_notes`] before the header, each line with `# ` before it.
    pub notes: bool,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Heading.
    pub name: &'static str,
    /// Type, as a Frictionless schema names it.
    pub kind: &'static str,
    /// What it holds.
    pub about: &'static str,
}

const fn field(name: &'static str, kind: &'static str, about: &'static str) -> Field {
    Field { name, kind, about }
}

/// Between several sources, or several other values, in one cell.
const BETWEEN: &str = " | ";

/// Columns that together name a row.
pub(super) const KEY: [&str; 4] = ["measure", "period_start", "area_code", "part"];

/// The columns, in order.
pub const FIELDS: [Field; 20] = [
    field("measure", "string", "Which kind of figure, by its key, such as online"),
    field(
        "period",
        "string",
        "The financial year in words; in this form no spreadsheet takes it for a date. Any single year of a longer time where the latest figure is asked for and there is none",
    ),
    field("period_start", "date", "First day of the financial year, or of the longer time"),
    field("period_end", "date", "Last day of the financial year, or of the longer time"),
    field(
        "area_code",
        "string",
        "ONS code: a force area (E23, W15), or England and Wales (K04000001)",
    ),
    field("area", "string", "Name of the police force area, or England and Wales"),
    field("part", "string", "total, or the age of the child, or the offence"),
    field("status", "string", "How the value is known, or the kind of blank"),
    field("value", "integer", "Offences recorded; empty where the status says why"),
    field("reason", "string", "Why there is no value, in a sentence"),
    field(
        "rate_per_10000",
        "number",
        "Offences recorded per 10,000 children aged 0 to 17 living in the area; empty for parts",
    ),
    field("rate_reason", "string", "Why there is no rate for a known value, in a sentence"),
    field(
        "children",
        "integer",
        "Children aged 0 to 17 that the rate is for, in the middle of the year in which the financial year starts",
    ),
    field(
        "forces_in_total",
        "integer",
        "How many of the 43 forces a total covers; empty for one force and where the source does not say",
    ),
    field("printed", "string", "The value in words, as the page shows it"),
    field(
        "also_published",
        "string",
        "Other published values of the same figure, with | between them",
    ),
    field(
        "doubted",
        "string",
        "Which of the published values other sources refute, why, and the sources, with | between them",
    ),
    field(
        "source_publisher",
        "string",
        "Publishers of the value and of the estimate of children, with | between them",
    ),
    field("source_title", "string", "Their titles, in the same order"),
    field("source_url", "string", "Their addresses, in the same order"),
];

/// The rows of a picture as CSV (RFC 4180).
pub fn csv(
    data: &Dataset,
    view: &View,
    picture: Picture,
    stamp: &Stamp,
    options: CsvOptions,
) -> String {
    let mut text = String::new();
    if options.bom {
        text.push('\u{feff}');
    }
    if options.notes {
        for line in notes::lines(data, view, picture, stamp) {
            text.push_str(&comment(&line));
        }
    }
    text.push_str(&line(&FIELDS.map(|f| f.name.to_owned())));
    for row in rows(data, view, picture) {
        text.push_str(&line(&record(&row, data)));
    }
    text
}

fn line(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// The cells of a row, one for each of [`FIELDS`]. Numbers and days are ours and need no change; text is
/// defused.
pub(super) fn record(row: &Row, data: &Dataset) -> [String; 20] {
    let whole = |n: Option<u32>| n.map_or(String::new(), |n| n.to_string());
    // A force without a figure for any year has none for all the years of the kind.
    let years = row.year.map(|year| (year, year)).or_else(|| data.years(row.measure));
    let any = if row.year.is_none() { "any single year from " } else { "" };
    let day = |end: bool| {
        let year = years.map(|(first, last)| if end { last } else { first });
        let period = year.and_then(FinancialYear::period);
        period.map_or(String::new(), |p| format::iso(if end { p.end() } else { p.start() }))
    };
    let cited: Vec<Citation> = row.sources.iter().filter_map(|id| citation(data, *id)).collect();
    let joined =
        |of: fn(&Citation) -> &str| defuse(&cited.iter().map(of).collect::<Vec<_>>().join(BETWEEN));
    let reason = |why: Option<Why>| why.map_or(String::new(), |w| w.sentence().to_owned());
    let said = row.said.as_ref().map_or(String::new(), |said| format!(" {said}"));
    let reason_of_blank = reason(row.cell.why()) + &said;
    [
        data.measure(row.measure).key.to_string(),
        years.map_or(String::new(), |(first, last)| {
            format!("{any}April {} to March {}", first.start(), last.next().start())
        }),
        day(false),
        day(true),
        row.code.clone(),
        defuse(&row.area),
        defuse(&row.part),
        status(row.cell).to_owned(),
        whole(row.cell.count().map(|c| c.n)),
        defuse(&reason_of_blank),
        row.rate.map_or(String::new(), format::machine),
        reason(row.why_no_rate),
        whole(row.children),
        whole(row.forces.map(u32::from)),
        defuse(&format::count_cell(row.cell)),
        defuse(&row.others.join(BETWEEN)),
        defuse(&row.doubts.join(BETWEEN)),
        joined(|c| &c.publisher),
        joined(|c| &c.title),
        joined(|c| &c.url),
    ]
}

/// A line before the header. A spreadsheet splits it at commas: a blank after each, and no part of it
/// begins a formula.
fn comment(line: &str) -> String {
    let mut safe = String::from("# ");
    for c in line.chars() {
        let after_comma = safe.ends_with(',') && c != ' ';
        if after_comma {
            safe.push(' ');
        }
        // A quotation mark would open a quoted cell that goes on over the next lines.
        safe.push(match c {
            '"' => '\'',
            c if c.is_control() => ' ',
            c => c,
        });
    }
    safe.push_str("\r\n");
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    #[test]
    fn it_begins_as_asked() {
        let data = crate::stamp::figures();
        let view =
            View::plain(testing::ONLINE, data.default_year(testing::ONLINE).unwrap(), Unit::Count);
        let make =
            |bom, notes| csv(&data, &view, Picture::Map, &sample(), CsvOptions { bom, notes });
        assert!(make(false, false).starts_with("measure,period,"));
        assert!(make(true, false).starts_with("\u{feff}measure,"));
        let noted = make(true, true);
        assert!(noted.starts_with("\u{feff}# "));
        let (notes, table): (Vec<&str>, Vec<&str>) =
            noted.trim_start_matches('\u{feff}').split("\r\n").partition(|l| l.starts_with("# "));
        assert!(notes.len() > 8 && notes.iter().all(|l| !l.contains(['\n', '"'])));
        assert_eq!(table.join("\r\n"), make(false, false));
    }

    #[test]
    fn a_note_cannot_leave_its_line_or_begin_a_formula() {
        assert_eq!(comment("a,=1\r\n\"b\",c"), "# a, =1  'b', c\r\n");
    }
}
