//! The map: SVG areas, an inset for London, a legend.

use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::{ForceShape, MapShapes, Viewport};
use cyberflag_figures::{MapArea, MapFigure};
use maud::{Markup, html};

/// Enlarged in the inset: City of London and the force round it.
const LONDON: [&str; 2] = ["E23000001", "E23000034"];

/// How the areas of the map and the rows of tables respond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// As buttons, in the running page.
    Buttons,
    /// As links to rows of the table, which need no script.
    Links,
}

/// The class attribute of an area.
pub fn area_class(area: &MapArea) -> String {
    match area.class {
        Some(class) => format!("area c{class}"),
        None => "area blank".to_owned(),
    }
}

/// The map, as outlines or as tiles. Its tab stop is the chosen force, else the first. The running page
/// moves the two outlines at the end: round the chosen force and round the one with the focus.
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
        .and_then(|a| outlines.shape(a.code.as_str()));
    html! {
        svg.force-map.tiles[as_tiles] viewBox=(Viewport::whole(shapes).view_box()) role="group"
            aria-label="Map of police force areas" aria-describedby="map-description" {
            defs {
                pattern #blank width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.blank-ground width="48" height="48" {}
                    rect.blank-line width="7" height="48" {}
                }
            }
            @for (i, area) in figure.areas.iter().enumerate() {
                @if let (Some(shape), Some(tile)) =
                    (outlines.shape_at(i, area.code.as_str()), tiles.shape_at(i, area.code.as_str())) {
                    @if answers == Answers::Links {
                        (link(area, shape))
                    } @else {
                        (button(area, shape, i == stop, chosen == Some(area.force)))
                        text.short x=(tile.centre.0) y=(tile.centre.1 + 45) aria-hidden="true" { (tile.short) }
                    }
                }
            }
            path.chosen-outline d=(ring.map_or("", |s| &s.path)) aria-hidden="true" {}
            path.focus-outline d="" aria-hidden="true" {}
            @if let Some(london) = shapes.shape(LONDON[0]) {
                (inset(figure, shapes, london, chosen))
            }
        }
    }
}

fn button(area: &MapArea, shape: &ForceShape, stop: bool, chosen: bool) -> Markup {
    html! {
        path id={ "area-" (area.code) } data-force=(area.code) data-key={ "area-" (area.code) }
            class=(area_class(area)) d=(shape.path) fill="url(#blank)" fill-rule="evenodd" role="button"
            tabindex=(if stop { "0" } else { "-1" }) aria-pressed=(chosen) aria-label=(area.spoken) {}
    }
}

fn link(area: &MapArea, shape: &ForceShape) -> Markup {
    html! {
        a id={ "area-" (area.code) } href={ "#row-" (area.code) } aria-label=(area.spoken) {
            path class=(area_class(area)) d=(shape.path) fill="url(#blank)" fill-rule="evenodd" {}
        }
    }
}

/// London enlarged, in the empty sea at the top right. It helps those who point: keys and screen
/// readers reach City of London on the map itself.
fn inset(
    figure: &MapFigure,
    shapes: &MapShapes,
    london: &ForceShape,
    chosen: Option<ForceId>,
) -> Markup {
    let seen = london.bounds.grown(10.0);
    let size = shapes.width * 28 / 100;
    let height = (f64::from(size) * seen.height / seen.width).round();
    let x = shapes.width - size;
    html! {
        g.inset aria-hidden="true" {
            text x=(x) y="120" font-size="110" { "London, enlarged" }
            svg x=(x) y="170" width=(size) height=(height)
                viewBox={ (seen.x) " " (seen.y) " " (seen.width) " " (seen.height) } {
                @for code in LONDON {
                    @if let (Some(area), Some(shape)) =
                        (figure.areas.iter().find(|a| a.code.as_str() == code), shapes.shape(code)) {
                        path data-force=(code) data-inset=(code) data-chosen[chosen == Some(area.force)]
                            class=(area_class(area)) d=(shape.path) fill="url(#blank)" fill-rule="evenodd" {}
                    }
                }
            }
            rect.inset-frame x=(x) y="150" width=(size) height=(height + 40.0) {}
        }
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
