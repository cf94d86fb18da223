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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn each_kind_has_a_row_with_its_years_and_forces() {
        let data = embedded::dataset().unwrap();
        let html = kinds_table(&data).into_string();
        assert_eq!(html.matches("<th scope=\"row\">").count(), data.measures.len());
        assert!(html.contains("<td data-l=\"Years: \">2015/16 to 2019/20</td>"), "{html}");
        assert!(html.contains("Partial: 6 to 24 of 43 forces in a year"), "{html}");
    }

    #[test]
    fn publishers_stand_with_the_number_of_their_sources() {
        let data = embedded::dataset().unwrap();
        let html = publisher_table(&data).into_string();
        assert!(html.contains("<th scope=\"row\">NSPCC</th>"), "{html}");
        assert!(html.contains("<td class=\"num\">14</td>"), "{html}");
    }
}
