//! How a table is written: what separates its fields, where its heading is, and its first rows.

use super::text::{cell, decode, short};
use super::utf16::{Decoder, Encoding};
use super::{Field, Gazetteer, ResolvedArea, number, period_cell};
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::delimited::{DelimitedReader, Item, strip_bom};
use std::borrow::Cow;

/// How much of the start of a file is looked at, in bytes.
pub const START: usize = 1 << 20;
/// As much of it is read at a time, until there are enough rows.
const PIECE: usize = 1 << 13;
/// More columns than any table of figures has.
const MOST_COLUMNS: usize = 500;
const ROWS: usize = 60;
/// Text between fields, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How a table is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How its characters are written.
    pub encoding: Encoding,
    /// The byte between fields.
    pub separator: u8,
    /// Line of the heading; 0 where the table has none.
    pub header: u64,
    /// Heading of each column.
    pub headings: Vec<String>,
    /// The first rows with their lines.
    pub samples: Vec<(u64, Vec<String>)>,
    /// What the reader should know: lines above the heading, two headings alike, the encoding.
    pub notes: Vec<String>,
}

impl Layout {
    /// Finds out how a table is written from its start; `whole` where that is all of it.
    ///
    /// # Errors
    /// [`Problem`] where it is no text, or holds no rows.
    pub fn find(start: &[u8], whole: bool, gazetteer: &Gazetteer) -> Result<Self, Problem> {
        let start = start.get(..START).unwrap_or(start);
        let encoding = Encoding::of(start);
        let start = match encoding {
            Encoding::Bytes => Cow::Borrowed(start),
            _ => Cow::Owned(Decoder::default().push(start, encoding).into_bytes()),
        };
        if start.contains(&0) {
            return Err(Problem::NotText);
        }
        let start = strip_bom(&start);
        let tried = SEPARATORS.map(|separator| (separator, rows(start, separator, whole)));
        // The most rows of one and the same width, more than one field each.
        let fit = |rows: &[(u64, Vec<String>)]| {
            let width = width(rows);
            if width > 1 { rows.iter().filter(|(_, f)| f.len() == width).count() } else { 0 }
        };
        let mut best = (b',', Vec::new());
        let mut most = 0;
        for (separator, rows) in tried {
            let fits = fit(&rows);
            // Of two that fit as well, the one with more columns.
            let wider = fits == most && width(&rows) > width(&best.1);
            if fits > most || wider || best.1.is_empty() {
                most = most.max(fits);
                best = (separator, rows);
            }
        }
        let (separator, mut rows) = best;
        let width = cut_empty_columns(&mut rows);
        if width > MOST_COLUMNS {
            return Err(Problem::TooManyColumns(width));
        }
        let typical = typical(&rows, width).max(2);
        let full = |fields: &[String]| fields.len() == width && filled(fields) * 5 >= typical * 3;
        let at = rows.iter().position(|(_, fields)| full(fields)).ok_or(Problem::Empty)?;
        let lower = rows.get(at..).is_some_and(|rows| has_lower(rows, gazetteer));
        let at = at + usize::from(lower);
        let mut notes = Vec::new();
        let mut samples = rows.split_off(at);
        if let Some((line, heading)) = samples.first_mut()
            && let Some(upper) = rows.pop_if(|upper| is_upper(upper, *line, heading))
        {
            let named = join(&upper.1, heading);
            notes.push(format!(
                "Lines {} and {line} are one heading and were joined: {named}.",
                upper.0
            ));
        }
        notes.extend(above(&rows));
        let is_data = samples.first().is_some_and(|(_, fields)| is_data(fields, gazetteer));
        let (header, headings) = if is_data {
            notes.push("The table has no heading, so its columns are numbered.".to_owned());
            (0, (1..=width).map(|n| format!("Column {n}")).collect())
        } else {
            samples.remove(0)
        };
        if samples.is_empty() {
            return Err(Problem::Empty);
        }
        let headings = distinct(headings, &mut notes);
        if let Some(year) = calendar_year(&headings) {
            return Err(Problem::CalendarYear(year.clone()));
        }
        Ok(Self { encoding, separator, header, headings, samples, notes })
    }
}

/// Whether a line is the upper one of a heading of two: right above the other, with several cells, one
/// of them over an empty cell.
fn is_upper((upper, above): &(u64, Vec<String>), line: u64, heading: &[String]) -> bool {
    let mut over = above.iter().zip(heading);
    upper + 1 == line && filled(above) > 1 && over.any(|(a, h)| h.is_empty() && !a.is_empty())
}

/// Whether the second of these lines is the lower one of a heading of two: right below the first, no
/// force and no number in it, filled where the first is empty and the other way round.
fn has_lower(rows: &[(u64, Vec<String>)], gazetteer: &Gazetteer) -> bool {
    let [first @ (line, upper), (next, lower), ..] = rows else { return false };
    let is_data = |text: &String| {
        let is_number = matches!(number::value(text), Ok(number::Value::Number(_)));
        is_number || gazetteer.resolve(text).is_some()
    };
    let mut under = upper.iter().zip(lower);
    let fills = under.any(|(above, below)| above.is_empty() && !below.is_empty());
    *next == line + 1 && fills && !lower.iter().any(is_data) && is_upper(first, *next, lower)
}

/// Puts the upper line of a heading before the cells below it, up to its next cell; returns the first
/// of the joined.
fn join(upper: &[String], heading: &mut [String]) -> String {
    let (mut group, mut joined) = (String::new(), Vec::new());
    for (above, cell) in upper.iter().zip(heading) {
        if !above.is_empty() {
            group.clone_from(above);
        }
        if cell.is_empty() {
            group = String::new();
            cell.clone_from(above);
        } else if !group.is_empty() {
            *cell = format!("{group} {cell}");
            joined.push(format!("\u{201c}{}\u{201d}", short(cell)));
        }
    }
    joined.truncate(4);
    joined.join(", ")
}

/// Names the lines above the heading, as titles and dates of publication.
fn above(rows: &[(u64, Vec<String>)]) -> Option<String> {
    /// As many are named.
    const NAMED: usize = 3;
    let (last, before) = rows.split_last()?;
    let named = rows.iter().take(NAMED).map(|(_, fields)| {
        let filled: Vec<&str> =
            fields.iter().map(String::as_str).filter(|f| !f.is_empty()).collect();
        format!("\u{201c}{}\u{201d}", short(&filled.join(" ")))
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let more = if rows.len() > NAMED { " and others" } else { "" };
    Some(match before.first() {
        None => format!("Line {} is above the heading and left out: {named}.", last.0),
        Some(first) => format!(
            "Lines {} to {} are above the heading and left out: {named}{more}.",
            first.0, last.0
        ),
    })
}

fn rows(start: &[u8], separator: u8, whole: bool) -> Vec<(u64, Vec<String>)> {
    let mut found = Vec::new();
    let each = |found: &mut Vec<(u64, Vec<String>)>, item: Item<'_>| {
        if let (Item::Row(row), true) = (item, found.len() < ROWS) {
            let text = |f| cell(&decode(f).0).to_owned();
            found.push((row.line, row.fields().map(text).collect()));
        }
    };
    let mut reader = DelimitedReader::new(separator);
    start.chunks(PIECE).for_each(|piece| {
        if found.len() < ROWS {
            reader.push(piece, &mut |item| each(&mut found, item));
        }
    });
    if whole {
        reader.finish(&mut |item| each(&mut found, item));
    }
    found
}

/// The commonest number of fields; of two as common, the larger.
fn width(rows: &[(u64, Vec<String>)]) -> usize {
    let count = |n: usize| rows.iter().filter(|(_, fields)| fields.len() == n).count();
    rows.iter().map(|(_, fields)| fields.len()).max_by_key(|n| (count(*n), *n)).unwrap_or(0)
}

/// Removes the columns at the end that are empty in all rows, as spreadsheets leave them; returns the
/// width of the rest.
fn cut_empty_columns(rows: &mut [(u64, Vec<String>)]) -> usize {
    let width = width(rows);
    let used =
        |fields: &Vec<String>| fields.iter().rposition(|f| !f.is_empty()).map_or(0, |at| at + 1);
    let of_width = rows.iter().map(|(_, fields)| fields).filter(|fields| fields.len() == width);
    let left = of_width.map(used).max().unwrap_or(0);
    for (_, fields) in rows {
        if used(fields) <= left && fields.len() > left {
            fields.truncate(left);
        }
    }
    left
}

fn filled(fields: &[String]) -> usize {
    fields.iter().filter(|f| !f.is_empty()).count()
}

/// How many filled cells the row in the middle has, of those that have as many as any.
fn typical(rows: &[(u64, Vec<String>)], width: usize) -> usize {
    let of_width = rows.iter().filter(|(_, fields)| fields.len() == width);
    let mut counts: Vec<usize> =
        of_width.map(|(_, fields)| filled(fields)).filter(|n| *n > 0).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// The first calendar year among the headings of a table that has no financial year and no column for
/// one.
fn calendar_year(headings: &[String]) -> Option<&String> {
    let of_period = |heading: &String| {
        let plain = super::text::split_words(heading).join(" ");
        period_cell::heading(heading).is_some()
            || Field::Period.headings().contains(&plain.as_str())
    };
    let year = headings.iter().find(|heading| period_cell::is_calendar_year(heading));
    year.filter(|_| !headings.iter().any(of_period))
}

/// Whether the first row holds figures already: a force and a number or a year.
fn is_data(fields: &[String], gazetteer: &Gazetteer) -> bool {
    let is_area = |text: &String| matches!(gazetteer.resolve(text), Some(area) if area != ResolvedArea::Total);
    let area = fields.iter().any(|f| is_area(f) && number::value(f).is_err());
    let number = fields.iter().any(|f| matches!(number::value(f), Ok(number::Value::Number(_))));
    let year = fields.iter().filter(|f| period_cell::read(f).is_some()).count();
    area && (number || year == 1)
}

/// Headings without hidden characters, none twice and none empty.
fn distinct(headings: Vec<String>, notes: &mut Vec<String>) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let mut name = short(heading);
        if name.is_empty() {
            name = format!("Column {}", at + 1);
        }
        if done.contains(&name) {
            notes.push(format!("Two columns are called \u{201c}{name}\u{201d}."));
            name = format!("{name} (column {})", at + 1);
        }
        done.push(name);
    }
    done
}
