//! Headings of two or three lines, as `Offences` merged over `2015/16` and `2016/17`, joined into one.

use super::said;
use super::sheet::{Merged, Sheet};
use crate::number::{Value, value};
use crate::period_cell::is_calendar_year;

/// No heading starts further down.
const DEEPEST: usize = 60;
/// No heading has more lines.
const MOST_LINES: usize = 3;
/// No name stands for more rows.
const MOST_REPEATED: usize = 100;
/// As many joined headings are named.
const NAMED: usize = 4;

type Rows = Vec<(usize, Vec<String>)>;

/// Joins the lines of the heading in the last of them and empties those above. Returns the first row
/// below the heading as far as it is known.
pub(super) fn join(sheet: &Sheet, rows: &mut Rows, notes: &mut Vec<String>) -> usize {
    let Some(top) =
        sheet.rows().iter().map(|(row, _)| *row).find(|row| *row < DEEPEST && groups(sheet, *row))
    else {
        return 0;
    };
    let mut bottom = top + 1;
    while bottom < top + MOST_LINES - 1 && groups(sheet, bottom) {
        bottom += 1;
    }
    let parts = |column| {
        let mut parts: Vec<&str> = Vec::new();
        for row in top..=bottom {
            let part = text(sheet, row, column);
            if !part.is_empty() && parts.last() != Some(&part) {
                parts.push(part);
            }
        }
        parts
    };
    let parts: Vec<Vec<&str>> = (0..sheet.width()).map(parts).collect();
    let joined: Vec<String> = parts.iter().map(|parts| parts.join(" ")).collect();
    let of_several = parts.iter().zip(&joined).filter(|(parts, _)| parts.len() > 1);
    let named: Vec<String> = of_several.map(|(_, heading)| said(heading)).collect();
    let more = if named.len() > NAMED { " and others" } else { "" };
    let list = named.get(..NAMED).unwrap_or(&named).join(", ");
    let lines = match bottom - top {
        1 => format!("Lines {} and {}", top + 1, bottom + 1),
        _ => format!("Lines {} to {}", top + 1, bottom + 1),
    };
    notes.push(format!("{lines} are one heading and were joined: {list}{more}."));
    rows.retain(|(row, _)| !(top..bottom).contains(row));
    if let Some((_, cells)) = rows.iter_mut().find(|(row, _)| *row == bottom) {
        *cells = joined;
    }
    bottom + 1
}

/// Whether a row has groups: cells merged across, each over cells that are all filled and no numbers.
/// One beside and below which nothing else stands is a title.
fn groups(sheet: &Sheet, row: usize) -> bool {
    let both: Vec<usize> = [filled(sheet, row), filled(sheet, row + 1)].concat();
    let is_group = |merged: &Merged| {
        (merged.left..=merged.right).all(|column| can_head(cell(sheet, row + 1, column)))
            && !both.iter().all(|column| merged.holds(row, *column))
    };
    let mut across = sheet
        .merged()
        .iter()
        .filter(|m| m.top == row && m.bottom == row && m.right > m.left)
        .filter(|m| !cell(sheet, row, m.left).is_empty())
        .peekable();
    across.peek().is_some() && across.all(is_group)
}

/// Whether a cell can be the heading of a column: a text, or a year.
fn can_head(text: &str) -> bool {
    !text.is_empty() && (!is_number(text) || is_calendar_year(text))
}

fn is_number(text: &str) -> bool {
    matches!(value(text), Ok(Value::Number(_) | Value::Correction(_)))
}

/// Repeats a name that is merged over rows of the first column in each of them. Returns whether there
/// is any.
pub(super) fn repeat_names(sheet: &Sheet, below: usize, rows: &mut Rows) -> bool {
    let first = sheet.first_column();
    let mut any = false;
    for merged in sheet.merged() {
        let name = cell(sheet, merged.top, first);
        let is_down = merged.left == first && merged.right == first && merged.top >= below;
        let height = merged.bottom.saturating_sub(merged.top);
        if !is_down || height > MOST_REPEATED || name.is_empty() || is_number(name) {
            continue;
        }
        let from = rows.partition_point(|(row, _)| *row <= merged.top);
        let until = rows.partition_point(|(row, _)| *row <= merged.bottom);
        for (_, cells) in rows.get_mut(from..until).unwrap_or_default() {
            if let Some(cell) = cells.get_mut(first).filter(|cell| cell.is_empty()) {
                name.clone_into(cell);
                any = true;
            }
        }
    }
    any
}

/// The columns of a row that are filled.
fn filled(sheet: &Sheet, row: usize) -> Vec<usize> {
    let cells = cells(sheet, row).iter().enumerate();
    cells.filter(|(_, cell)| !cell.is_empty()).map(|(column, _)| column).collect()
}

fn cells(sheet: &Sheet, row: usize) -> &[String] {
    let at = sheet.rows().binary_search_by_key(&row, |(row, _)| *row).ok();
    at.and_then(|at| sheet.rows().get(at)).map_or(&[], |(_, cells)| cells)
}

fn cell(sheet: &Sheet, row: usize, column: usize) -> &str {
    cells(sheet, row).get(column).map_or("", String::as_str)
}

/// What a cell of a heading shows: its own text, or that of the merged cells it is one of.
fn text(sheet: &Sheet, row: usize, column: usize) -> &str {
    let own = cell(sheet, row, column);
    let of = || sheet.merged().iter().find(|merged| merged.holds(row, column));
    if own.is_empty() { of().map_or("", |m| cell(sheet, m.top, m.left)) } else { own }
}
