//! The kinds of figure and the publishers, as tables.

use super::table::{column_heads, scrolling_table};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{kinds, publishers};
use maud::{Markup, html};

/// The table of the kinds of figure. On a narrow screen each cell names its column.
pub fn kinds_table(data: &Dataset) -> Markup {
    let parts = html! {
        (column_heads(["Kind", "What it counts", "Years", "Forces"]))
        tbody {
            @for kind in kinds(data) {
                tr {
                    th scope="row" { (kind.name) }
                    td { (kind.counts) }
                    td data-l="Years: " { (kind.years) }
                    td data-l="Forces: " { (kind.forces) }
                }
            }
        }
    };
    scrolling_table("Table of the kinds of figure", Some("tbl tbl-w"), &parts)
}

/// Who published the sources, with how many each.
pub fn publisher_table(data: &Dataset) -> Markup {
    html! {
        table.tbl {
            (column_heads(["Publisher", "What", "Sources"]))
            tbody {
                @for row in publishers(data) {
                    tr {
                        th scope="row" { (row.name) }
                        td { (row.gives) }
                        td.num { (row.sources) }
                    }
                }
            }
        }
    }
}
