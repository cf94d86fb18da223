//! What became of the rows of a reader's own table, or what is wrong with a package.

use super::notes::items;
use super::table::{column_heads, scrolling};
use cyberflag_data::dataset::package::DataError;
use cyberflag_figures::scale::format;
use cyberflag_intake::Report;
use maud::{Markup, html};

/// What became of the rows.
pub fn own_report(report: &Report) -> Markup {
    html! {
        p { strong { (report.sentence()) } }
        ul.note { (items(&report.notes)) }
        @for reason in &report.rejected { (problems(&report.summary(reason), &reason.examples)) }
    }
}

/// What is wrong with a package.
pub fn own_errors(errors: &[DataError]) -> Markup {
    let first_errors = errors.get(..200).unwrap_or(errors);
    let count = format::plural(errors.len(), "problem", "problems");
    let first = errors.first().map_or(String::new(), |e| e.problem.to_string());
    problems(&format!("{count}: {first}"), first_errors)
}

/// Problems as a table.
fn problems(heading: &str, errors: &[DataError]) -> Markup {
    let table = html! {
        (column_heads(["Line", "Column", "What is wrong", "What to do"]))
        tbody {
            @for e in errors {
                tr {
                    th scope="row" { @if let Some(line) = e.line { (line) } }
                    td { (e.column.as_deref().unwrap_or("")) }
                    td { (e.problem) }
                    td { (e.problem.advice()) }
                }
            }
        }
    };
    html! { details.own-problems { summary { (heading) } (scrolling(heading, &table)) } }
}
