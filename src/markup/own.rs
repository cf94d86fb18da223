//! What is only read in the panel of own figures: lists, tables. Its steps are components of `share`;
//! the report on the rows is in `own_report`.

use super::notes::items;
use super::table::{column_heads, scrolling};
use cyberflag_intake::{LARGEST_FILE, Layout, Mapping, PreviewRow, start};
use maud::{Markup, html};

/// What can be read, folded.
pub fn own_readable() -> Markup {
    html! {
        details {
            summary { "What can be read" }
            ul {
                li { "One row for each force and year, one row for each force with a column for each year, or one row for each year with a column for each force. The Home Office open table of police recorded crime is read as it is." }
                li { "Names of forces as people write them, and their codes. Years such as 2016/17, 2016-17, year ending March 2017, or two dates." }
                li { "Hidden or missing numbers written as <5, 0-4, *, c, x, .., [x] or refused. Marks such as [r] or (note 3) become notes. An empty cell is no figure; it is never zero." }
                li { "A sheet of a workbook, saved as .xlsx or .ods. Hidden sheets are left out, and lines above the heading; a heading of two lines, as \u{201c}Offences\u{201d} over \u{201c}2015/16\u{201d}, is joined. An older .xls, or a workbook with a password, must be saved as .xlsx or CSV first." }
                li { "A table of a web page, saved as a file or pasted." }
                li { "Files up to " (LARGEST_FILE / 1_000_000) " megabytes." }
                li { "Only add figures that cannot point to a child: no names, no places smaller than a force, no row for one person." }
            }
        }
    }
}

/// What several tables were found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Several {
    Zip,
    Workbook,
    /// A page of the web.
    Page,
}

impl Several {
    /// What is said of them.
    pub fn words(self) -> &'static str {
        match self {
            Self::Zip => "The ZIP holds several tables. Choose one.",
            Self::Workbook => "The workbook has several sheets. Choose the one with the figures.",
            Self::Page => "The web page holds several tables. Choose one.",
        }
    }
}

/// What the reader should know of a table: how it is written, and what is left out.
pub fn own_notes(layout: &Layout, mapping: &Mapping) -> Markup {
    html! { (items(&layout.notes)) (items(mapping.unused(layout).as_slice())) }
}

/// What is missing before the table can be read.
pub fn own_missing(mapping: &Mapping) -> Markup {
    items(&mapping.missing())
}

/// The columns of a table, to choose one.
pub fn own_columns(layout: &Layout, chosen: Option<usize>) -> Markup {
    html! {
        option value="none" selected[chosen.is_none()] { "not in the table" }
        @for (at, heading) in layout.headings.iter().enumerate() {
            option value=(at) selected[chosen == Some(at)] { (heading) }
        }
    }
}

/// The first rows raw and as they are read.
pub fn own_preview(layout: &Layout, lines: &[PreviewRow]) -> Markup {
    let table = html! {
        caption { "The first rows, and what is read from them" }
        (column_heads(["Line", "Read as"].into_iter().chain(layout.headings.iter().map(String::as_str))))
        tbody {
            @for line in lines {
                tr {
                    th scope="row" { (line.line) }
                    td { @if line.rejected { "Set aside: " } (line.outcome) }
                    @for field in &line.fields { td { (start(field, 40)) } }
                }
            }
        }
    };
    scrolling("The first rows", &table)
}

/// What is new compared with the published figures: a sentence, and a line for each figure.
pub fn own_news(summary: &str, news: &[String]) -> Markup {
    html! {
        p { "Against the published figures: " (summary) }
        details { summary { "What is new, figure by figure" } ul { (items(news)) } }
    }
}
