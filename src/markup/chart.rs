//! The parts of a chart other than its picture: heading, notes, and the layer for pointer and keys.

use super::marks;
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::charts::{Hit, Scene};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::{ChartId, CompareFigure, View, YearsFigure, capital};
use maud::{Markup, html};

/// Heading and unit of a chart.
pub fn chart_head(chart: ChartId, title: &str, unit: &str) -> Markup {
    html! {
        h2 id={ "h-" (chart.slug()) } { (title) }
        p.unit { (capital(unit)) }
    }
}

/// Notes under the years, and the totals of wider areas, listed apart.
pub fn years_foot(figure: &YearsFigure) -> Markup {
    html! {
        @if let Some(note) = &figure.break_note { p.note { (note) } }
        (marks(&figure.events))
        (notes(&figure.notes))
        @if !figure.wider.is_empty() {
            details data-key="wider" {
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

/// Heading, unit and the pinned forces, each with its colour and a button that unpins it.
pub fn compare_head(data: &Dataset, figure: &CompareFigure) -> Markup {
    html! {
        (chart_head(ChartId::Compare, &figure.title, figure.unit))
        ul.pins {
            @for line in &figure.lines {
                @if let Some(force) = data.force(line.force) {
                    li {
                        span class={ "pin pin-" (line.slot) } aria-hidden="true" {}
                        (line.name) " "
                        button type="button" data-pin=(force.code) data-key={ "unpin-" (force.code) }
                            aria-label={ "Unpin " (line.name) } { "Unpin" }
                    }
                }
            }
        }
    }
}

/// Notes under the pinned forces.
pub fn compare_foot(figure: &CompareFigure) -> Markup {
    html! { (marks(&figure.events)) (notes(&figure.notes)) }
}

/// The layer above a picture: one rectangle for each value. They share one tab stop (a roving
/// tabindex), which is at `current`.
pub fn hits(data: &Dataset, view: &View, scene: &Scene, current: usize) -> Markup {
    let stop = current.min(scene.hits.len().saturating_sub(1));
    html! {
        @for (i, hit) in scene.hits.iter().enumerate() { (target(data, view, hit, i, i == stop)) }
    }
}

/// The rectangle of one value: a button where it chooses a force or a year.
fn target(data: &Dataset, view: &View, hit: &Hit, i: usize, stop: bool) -> Markup {
    let pixels = |v: f64| v.round() as i32;
    let Rect { x, y, width, height } = hit.rect;
    let force = hit.force.and_then(|f| data.force(f));
    let year = hit.year.filter(|_| force.is_none());
    let chosen = match (force, year) {
        (Some(_), _) => Some(view.force == hit.force),
        (None, Some(year)) => Some(year == view.year),
        (None, None) => None,
    };
    html! {
        rect.hit x=(pixels(x)) y=(pixels(y)) width=(pixels(width)) height=(pixels(height))
            data-hit=(i) data-key={ "hit-" (i) } tabindex=(if stop { "0" } else { "-1" })
            role=(if chosen.is_some() { "button" } else { "img" }) aria-pressed=[chosen]
            data-force=[force.map(|f| f.code)] data-year=[year.map(|y| y.slug())]
            aria-label=(hit.label) {}
    }
}
