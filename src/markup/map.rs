//! The map: SVG areas with their marks, and what it says of a force.

use super::circles;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::{ForceShape, MapShapes, Viewport};
use cyberflag_figures::{MapArea, MapFigure};
use maud::{Markup, html};

/// How the areas of the map and the rows of tables respond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// As buttons, in the running page.
    Buttons,
    /// As links to rows of the table, which need no script.
    Links,
}

/// The class attribute of an area: the colour of its rate, or whether it has a figure.
pub fn area_class(area: &MapArea) -> String {
    match area.class {
        Some(class) => format!("area land k{}", class + 1),
        None if area.known => "area land has".to_owned(),
        None => "area land nofig".to_owned(),
    }
}

/// What the map's readout says: a force's name and figure, or what to do.
pub fn readout(area: Option<&MapArea>) -> Markup {
    html! {
        @if let Some(area) = area {
            strong translate="no" { (area.name) } " " (area.reading)
        } @else {
            "Choose a force to read its figure."
        }
    }
}

/// The dots of areas without a figure, as a pattern.
pub(super) fn dots(id: &str, side: i32) -> Markup {
    html! {
        pattern id=(id) width=(side) height=(side) patternUnits="userSpaceOnUse" {
            rect.nf-bg width=(side) height=(side) {}
            circle.nf-dot cx=(side / 2) cy=(side / 2) r=(side * 2 / 11) {}
        }
    }
}

/// The map, as outlines or as tiles. Its tab stop is the chosen force, else the first. The running page
/// refills `.marks`, and moves the outlines: two round the chosen force, under the marks, and one round the
/// force with the focus.
pub fn map_svg(
    figure: &MapFigure,
    (shapes, tiles): (&MapShapes, &MapShapes),
    chosen: Option<ForceId>,
    as_tiles: bool,
    answers: Answers,
) -> Markup {
    let outlines = if as_tiles { tiles } else { shapes };
    let stop = chosen.map_or(0, ForceId::index);
    let ring = chosen
        .and_then(|id| figure.areas.get(id.index()))
        .and_then(|a| outlines.shape(a.code.as_str()))
        .map_or("", |s| &s.path);
    html! {
        svg.force-map.tiles[as_tiles] viewBox=(Viewport::whole(shapes).view_box()) role="group"
            aria-label="Map of police force areas" aria-describedby="map-description" {
            defs { (dots("nofig", 34)) }
            @for (i, area) in figure.areas.iter().enumerate() {
                @if let Some(shape) = outlines.shape_at(i, area.code.as_str()) {
                    @if answers == Answers::Links {
                        (link(area, shape))
                    } @else {
                        (button(area, shape, i == stop, chosen == Some(area.force)))
                    }
                }
            }
            path.chosen-halo d=(ring) aria-hidden="true" {}
            path.chosen-outline d=(ring) aria-hidden="true" {}
            g.marks aria-hidden="true" { (circles::marks(figure, (shapes, tiles), as_tiles)) }
            path.focus-outline d="" aria-hidden="true" {}
        }
    }
}

fn button(area: &MapArea, shape: &ForceShape, stop: bool, chosen: bool) -> Markup {
    html! {
        path id={ "area-" (area.code) } data-force=(area.code) data-key={ "area-" (area.code) }
            class=(area_class(area)) d=(shape.path) fill="url(#nofig)" fill-rule="evenodd" role="button"
            tabindex=(if stop { "0" } else { "-1" }) aria-pressed=(chosen) aria-label=(area.spoken) {}
    }
}

fn link(area: &MapArea, shape: &ForceShape) -> Markup {
    html! {
        a id={ "area-" (area.code) } href={ "#row-" (area.code) } aria-label=(area.spoken) {
            path class=(area_class(area)) d=(shape.path) fill="url(#nofig)" fill-rule="evenodd" {}
        }
    }
}
