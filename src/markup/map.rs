//! The classes of the map's areas, and what it says of a force.

use cyberflag_data::domain::FinancialYear;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{MapArea, MapFigure};
use maud::{Markup, html};

/// The class attribute of an area: the colour of its rate, or whether it has a figure.
pub fn area_class(area: &MapArea) -> String {
    match area.class {
        Some(class) => format!("area land k{}", class + 1),
        None if area.known => "area land has".to_owned(),
        None => "area land nofig".to_owned(),
    }
}

/// What the map's readout says: a force's name and figure, and that of a second year; or what to do.
pub fn readout(area: Option<&MapArea>, second: Option<(FinancialYear, MapArea)>) -> Markup {
    html! {
        @if let Some(area) = area {
            strong translate="no" { (area.name) } " " (area.reading)
            @if let Some((year, area)) = second { "; in " (year.label()) ": " (area.display.text) }
        } @else {
            "Choose a force to read its figure."
        }
    }
}

/// The areas of a map that keys do not reach.
pub fn areas(figure: &MapFigure, outlines: &MapShapes) -> Markup {
    html! {
        @for area in &figure.areas {
            @if let Some(shape) = outlines.shape(area.code.as_str()) {
                path data-force=(area.code) class=(area_class(area)) fill="url(#nofig)" fill-rule="evenodd" d=(shape.path) {}
            }
        }
    }
}

/// The dots of areas without a figure, as a pattern.
pub fn dots(id: &str, side: i32) -> Markup {
    html! {
        pattern id=(id) width=(side) height=(side) patternUnits="userSpaceOnUse" {
            rect.nf-bg width=(side) height=(side) {}
            circle.nf-dot cx=(side / 2) cy=(side / 2) r=(side * 2 / 11) {}
        }
    }
}
