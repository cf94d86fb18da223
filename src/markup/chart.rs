//! The parts of a chart other than its picture: heading, notes, and the layer for pointer and keys.

use super::marks;
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::charts::{Hit, Scene};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::{BarsFigure, ChartId, CompareFigure, View, YearsFigure};
use maud::{Markup, html};

/// The level of a chart's title: below that of its section, or alone in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Two,
    Three,
}

/// Title and subtitle of a chart.
pub fn chart_head(level: Level, chart: ChartId, title: &str, subtitle: &str) -> Markup {
    let id = format!("h-{}", chart.slug());
    html! {
        @match level {
            Level::Two => h2.fig-t id=(id) { (title) },
            Level::Three => h3.fig-t id=(id) { (title) },
        }
        p.fig-s { (subtitle) }
    }
}

/// Notes under the years, and the totals of wider areas, listed apart.
pub fn years_foot(figure: &YearsFigure) -> Markup {
    html! {
        @if let Some(note) = &figure.break_note { p.note { (note) } }
        (marks(&figure.events))
        (notes(&figure.notes))
        @if !figure.wider.is_empty() {
            details.fold data-key="wider" {
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
pub fn bars_foot(chart: ChartId, figure: &BarsFigure) -> Markup {
    let left_out = &figure.left_out;
    html! {
        (notes(&figure.notes))
        @if !left_out.summary.is_empty() {
            details.fold data-key={ "left-" (chart.slug()) } {
                summary { (left_out.summary) }
                @for (why, names) in &left_out.parts {
                    p { @if !why.is_empty() { (why) " " } span translate="no" { (names) } "." }
                }
            }
        }
    }
}

/// Title, subtitle and the compared forces.
pub fn compare_head(data: &Dataset, level: Level, figure: &CompareFigure) -> Markup {
    html! {
        (chart_head(level, ChartId::Compare, &figure.title, &figure.subtitle))
        (compare_chips(data, figure))
    }
}

/// The compared forces, each with its colour and a button that takes it out; nothing where there are none.
pub fn compare_chips(data: &Dataset, figure: &CompareFigure) -> Markup {
    if figure.lines.is_empty() {
        return Markup::default();
    }
    html! {
        ul.chips {
            @for line in &figure.lines {
                @if let Some(force) = data.force(line.force) {
                    li.chip class={ "chip" (line.colour + 1) } {
                        span.chip-m aria-hidden="true" {}
                        span translate="no" { (line.name) }
                        @if line.pinned {
                            button.chip-x type="button" data-pin=(force.code)
                                data-key={ "unpin-" (force.code) }
                                aria-label={ "Remove " (line.name) } { "\u{d7}" }
                        }
                    }
                }
            }
        }
    }
}

/// Notes under the compared forces.
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
