//! The notes under a chart.

use super::marks;
use cyberflag_figures::{BarsFigure, CompareFigure, YearsFigure};
use maud::{Markup, html};

/// Notes under the years, and the totals of wider areas, listed apart.
pub fn years_foot(figure: &YearsFigure) -> Markup {
    html! {
        @if let Some(note) = &figure.break_note { p.note { (note) } }
        (marks(&figure.events))
        (notes(&figure.notes))
        @if !figure.wider.is_empty() {
            details.fold {
                summary { "Totals for areas wider than England and Wales, listed apart" }
                ul {
                    @for t in &figure.wider {
                        li { (t.year.label()) ": " strong { (t.text) } @if !t.covers.is_empty() { " (" (t.covers) ")" } }
                    }
                }
            }
        }
    }
}

/// Notes as paragraphs.
pub fn notes(texts: &[String]) -> Markup {
    html! { @for text in texts { p.note { (text) } } }
}

/// Notes under a chart of bars, and what it leaves out in a fold.
pub fn bars_foot(figure: &BarsFigure) -> Markup {
    let left_out = &figure.left_out;
    html! {
        (notes(&figure.notes))
        @if !left_out.summary.is_empty() {
            details.fold {
                summary { (left_out.summary) }
                @for (why, names) in &left_out.parts {
                    p { @if !why.is_empty() { (why) " " } span translate="no" { (names) } "." }
                }
            }
        }
    }
}

/// Notes under the compared forces.
pub fn compare_foot(figure: &CompareFigure) -> Markup {
    html! { (marks(&figure.events)) (notes(&figure.notes)) }
}
