//! What became of the rows of a reader's own table, or what is wrong with a package.

use super::OwnAction;
use super::notes::items;
use super::own::{another_file, button, heading};
use super::table::{column_heads, scrolling};
use cyberflag_data::dataset::package::DataError;
use cyberflag_figures::scale::format;
use cyberflag_intake::Report;
use maud::{Markup, html};

/// What became of the rows; `source` where the reader is asked for it.
pub fn own_report(report: &Report, source: &Markup, used: bool) -> Markup {
    html! {
        (heading("3. What was read"))
        p { strong { (report.sentence()) } }
        ul.note { (items(&report.notes)) }
        @for reason in &report.rejected { (problems(&report.summary(reason), &reason.examples)) }
        @if used {
            (source)
            p { label { input #own-together type="checkbox"; " Together with the published figures. Where both have a number, both are shown; no total is added up from both, and a year of recorded crime is yours alone." } }
        } @else {
            p.notice { "No number could be used, so there is nothing to show." }
        }
        .actions {
            @if used { (button(OwnAction::Show, "Show these figures")) }
            (button(OwnAction::SaveReport, "Save the report"))
            (button(OwnAction::Columns, "Change the columns"))
            (another_file())
        }
    }
}

/// A package with problems: nothing of it is loaded.
pub fn own_errors(file: &str, errors: &[DataError]) -> Markup {
    let first_errors = errors.get(..200).unwrap_or(errors);
    let count = format::plural(errors.len(), "problem", "problems");
    let first = errors.first().map_or(String::new(), |e| e.problem.to_string());
    html! {
        (heading("The data package has problems"))
        p { (file) " was not opened, so that nothing is half loaded. Nothing on the page has changed." }
        (problems(&format!("{count}: {first}"), first_errors))
        .actions { (button(OwnAction::SaveReport, "Save the report")) (another_file()) }
    }
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
