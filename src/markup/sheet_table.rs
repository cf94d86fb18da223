//! The table of a fact sheet: years down, kinds of figures across, a letter for each blank.

use super::table::scrolling;
use cyberflag_figures::{FactCell, FactMeasure, FactSheet, FactYear};
use maud::{Markup, html};

/// The table and the key to its letters.
pub fn sheet_table(sheet: &FactSheet) -> Markup {
    let table = html! {
        caption.hidden { (sheet.name) ": every year" }
        thead {
            @if sheet.measures.len() != 1 {
                tr { td {} @for m in &sheet.measures { (group(m)) } }
            }
            tr { th scope="col" { "Year" } @for m in &sheet.measures { (heads(m)) } }
        }
        tbody {
            @for (i, year) in sheet.years.iter().enumerate() {
                tr {
                    th scope="row" { (year.label()) }
                    @for m in &sheet.measures {
                        @if let Some(year) = m.cells.get(i) { (cells(sheet, m, year)) }
                    }
                }
            }
        }
    };
    html! {
        section aria-labelledby="h-years" {
            h2 #h-years { "Year by year" }
            (scrolling("Table of every year", &table))
            (key(sheet))
        }
    }
}

fn group(measure: &FactMeasure) -> Markup {
    html! {
        th.first scope="colgroup" colspan=(columns(measure)) { (measure.name) }
    }
}

fn columns(measure: &FactMeasure) -> usize {
    if measure.coverage { 4 } else { 3 }
}

fn heads(measure: &FactMeasure) -> Markup {
    html! {
        th.first scope="col" { "Offences" }
        @if measure.coverage { th scope="col" { "Forces" span.hidden { " in the total" } } }
        th scope="col" { "Per 10,000" span.hidden { " children" } }
        th scope="col" { "Change, %" }
    }
}

fn cells(sheet: &FactSheet, measure: &FactMeasure, year: &FactYear) -> Markup {
    html! {
        @match year {
            FactYear::Blank(cell) => {
                td.first.blank colspan=(columns(measure)) { (cell_text(sheet, cell)) }
            }
            FactYear::Number { count, disputed, rate, change, forces } => {
                td.first { (count) @if *disputed { "*" } }
                @if measure.coverage { td { (forces) } }
                @for cell in [rate, change] {
                    td class=[cell.why.map(|_| "blank")] { (cell_text(sheet, cell)) }
                }
            }
        }
    }
}

/// A number, or the letter of a blank with its reason for screen readers.
fn cell_text(sheet: &FactSheet, cell: &FactCell) -> Markup {
    html! {
        @if let Some(letter) = cell.why.and_then(|why| sheet.letter(why)) {
            span.hidden { (cell.text) " " } "(" (letter) ")"
        } @else {
            (cell.text)
        }
    }
}

fn key(sheet: &FactSheet) -> Markup {
    let reasons: Vec<_> = sheet
        .reasons
        .iter()
        .filter_map(|why| Some((sheet.letter(*why)?, why.sentence())))
        .collect();
    let star = |y: &FactYear| matches!(y, FactYear::Number { disputed: true, .. });
    let star = sheet.measures.iter().flat_map(|m| &m.cells).any(star);
    html! {
        @if star || !reasons.is_empty() {
            ul.key.small-print {
                @for (letter, sentence) in reasons { li { "(" (letter) ")\u{a0}" (sentence) } }
                @if star { li { "* Sources disagree: see below." } }
            }
        }
    }
}
