//! The classes of the map and its legend.

use cyberflag_figures::{MapArea, MapFigure};
use maud::{Markup, html};

/// The class attribute of an area.
pub fn area_class(area: &MapArea) -> String {
    match area.class {
        Some(class) => format!("area c{class}"),
        None => "area blank".to_owned(),
    }
}

/// The legend, as list items.
pub fn legend(figure: &MapFigure) -> Markup {
    html! {
        @for entry in &figure.legend {
            li {
                span class={ "swatch " @if let Some(c) = entry.class { "c" (c) } @else { "blank" } } aria-hidden="true" {}
                span {
                    (entry.label) " "
                    small { "(" (entry.forces) @if entry.forces == 1 { " force" } @else { " forces" } ")" }
                }
            }
        }
    }
}
