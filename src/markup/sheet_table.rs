//! The table of a fact sheet: years down, kinds of figures across, a letter for each blank.

use super::escape;
use cyberflag_figures::{FactSheet, SheetCell, SheetMeasure, SheetYear};

/// The table and the key to its letters.
pub fn sheet_table(sheet: &FactSheet) -> String {
    let groups: String = sheet.measures.iter().map(group).collect();
    let heads: String = sheet.measures.iter().map(heads).collect();
    let top = match sheet.measures.as_slice() {
        [_] => String::new(),
        _ => format!("<tr><td></td>{groups}</tr>"),
    };
    let rows: String = sheet
        .years
        .iter()
        .enumerate()
        .map(|(i, year)| {
            let cells: String = sheet
                .measures
                .iter()
                .filter_map(|m| Some(cells(sheet, m, m.cells.get(i)?)))
                .collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escape(&year.label()))
        })
        .collect();
    format!(
        "<section aria-labelledby=\"h-years\"><h2 id=\"h-years\">Year by year</h2>\
        <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of every year\"><table><caption class=\"hidden\">{}: every year</caption>\
        <thead>{top}<tr><th scope=\"col\">Year</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{}</section>",
        escape(&sheet.name),
        key(sheet)
    )
}

fn group(measure: &SheetMeasure) -> String {
    format!(
        "<th scope=\"colgroup\" colspan=\"{}\" class=\"first\">{}</th>",
        columns(measure),
        escape(measure.measure.name())
    )
}

fn columns(measure: &SheetMeasure) -> usize {
    if measure.coverage { 4 } else { 3 }
}

fn heads(measure: &SheetMeasure) -> String {
    let forces = if measure.coverage {
        "<th scope=\"col\">Forces<span class=\"hidden\"> in the total</span></th>"
    } else {
        ""
    };
    format!(
        "<th scope=\"col\" class=\"first\">Offences</th>{forces}<th scope=\"col\">Per 10,000<span class=\"hidden\"> children</span></th><th scope=\"col\">Change, per cent</th>"
    )
}

fn cells(sheet: &FactSheet, measure: &SheetMeasure, year: &SheetYear) -> String {
    match year {
        SheetYear::Blank(cell) => format!(
            "<td class=\"first blank\" colspan=\"{}\">{}</td>",
            columns(measure),
            words(sheet, cell)
        ),
        SheetYear::Number { count, disputed, rate, change, forces } => {
            let star = if *disputed { "*" } else { "" };
            let forces = match measure.coverage {
                true => format!("<td>{}</td>", escape(forces)),
                false => String::new(),
            };
            format!(
                "<td class=\"first\">{}{star}</td>{forces}{}{}",
                escape(count),
                derived(sheet, rate),
                derived(sheet, change)
            )
        }
    }
}

fn derived(sheet: &FactSheet, cell: &SheetCell) -> String {
    let class = if cell.why.is_some() { " class=\"blank\"" } else { "" };
    format!("<td{class}>{}</td>", words(sheet, cell))
}

/// A number as it is; a blank as its letter, with the words for those who hear the table.
fn words(sheet: &FactSheet, cell: &SheetCell) -> String {
    match cell.why.and_then(|why| sheet.letter(why)) {
        Some(letter) => {
            format!("<span class=\"hidden\">{} </span>({letter})", escape(&cell.text))
        }
        None => escape(&cell.text),
    }
}

fn key(sheet: &FactSheet) -> String {
    let mut items: Vec<String> = sheet
        .reasons
        .iter()
        .filter_map(|why| {
            Some(format!("<li>({})\u{a0}{}</li>", sheet.letter(*why)?, escape(why.sentence())))
        })
        .collect();
    let star = |y: &SheetYear| matches!(y, SheetYear::Number { disputed, .. } if *disputed);
    if sheet.measures.iter().flat_map(|m| &m.cells).any(star) {
        items.push("<li>* Other values were published as well; see below.</li>".to_owned());
    }
    match items.is_empty() {
        true => String::new(),
        false => format!("<ul class=\"key small-print\">{}</ul>", items.concat()),
    }
}
