//! The marks over the areas of the map: circles with their numbers, their key, and City of London in the
//! sea. They help those who see: keys and screen readers reach every force on the map itself.

use super::area_class;
use cyberflag_figures::geo::{ForceShape, MapShapes};
use cyberflag_figures::{
    CITY, CITY_ASIDE, CITY_SIDE, CircleSize, MapArea, MapFigure, MapKey, place,
};
use maud::{Markup, html};

/// Where the circles of the key stand: in the empty sea at the top left.
const KEY: (i32, i32) = (250, 560);

/// From a label of the key to the next, at least.
const APART: i32 = 125;

/// How far a circle stands above the middle of its tile, whose letters are under it.
const LIFTED: i32 = 60;

/// What `.marks` of the map holds.
pub fn marks(
    figure: &MapFigure,
    (shapes, tiles): (&MapShapes, &MapShapes),
    as_tiles: bool,
) -> Markup {
    let outlines = if as_tiles { tiles } else { shapes };
    let circles = figure.circles();
    html! {
        @if !as_tiles { (city(figure, shapes)) }
        // Circles first: where two meet, neither hides a number.
        @for mark in [circle, number] {
            @for area in &circles {
                @if let Some((x, y)) = place(area.code, outlines, as_tiles) {
                    (mark(area, (x, y - if as_tiles { LIFTED } else { 0 }), figure.chosen == Some(area.force)))
                }
            }
        }
        @if as_tiles {
            @for (i, area) in figure.areas.iter().enumerate() {
                @if let Some(tile) = tiles.shape_at(i, area.code.as_str()) { (short(area, tile)) }
            }
        }
        @if let MapKey::Circles(sizes) = &figure.key { (key(sizes)) }
    }
}

fn circle(area: &MapArea, (x, y): (i32, i32), chosen: bool) -> Markup {
    html! {
        @if let Some(radius) = area.radius {
            circle.dot.dot-0[area.is_ring()].dot-sel[chosen] cx=(x) cy=(y) r=(radius) {}
        }
    }
}

/// The number in a circle that has room for it.
fn number(area: &MapArea, (x, y): (i32, i32), chosen: bool) -> Markup {
    html! {
        @if !area.label.is_empty() {
            text.dl.dl-0[area.is_ring()].dl-sel[chosen] x=(x) y=(y + 30) text-anchor="middle" { (area.label) }
        }
    }
}

fn city(figure: &MapFigure, shapes: &MapShapes) -> Markup {
    let Some(area) = figure.areas.iter().find(|a| a.code.as_str() == CITY) else {
        return Markup::default();
    };
    html! {
        (aside(shapes, &area_class(area), Some(CITY)))
        @if matches!(figure.key, MapKey::Classes(_)) && !area.known {
            text.lt x=(CITY_ASIDE.0 + CITY_SIDE) y=(CITY_ASIDE.1 + CITY_SIDE + 60) text-anchor="end" { "no rate" }
        }
    }
}

/// The letters on a tile: in its middle, or under its circle.
fn short(area: &MapArea, tile: &ForceShape) -> Markup {
    let down = if area.radius.is_some() { 170 } else { 45 };
    let class = area.class.map_or(String::new(), |class| format!(" on-k{}", class + 1));
    html! {
        text class={ "short" (class) } x=(tile.centre.0) y=(tile.centre.1 + down) text-anchor="middle" { (tile.short) }
    }
}

/// City of London as a square in the sea, with a line to where it lies. With its code it can be pressed.
pub(super) fn aside(shapes: &MapShapes, class: &str, code: Option<&str>) -> Markup {
    let Some(shape) = shapes.shape(CITY) else { return Markup::default() };
    let (x, y) = (CITY_ASIDE.0 - CITY_SIDE / 2, CITY_ASIDE.1 - CITY_SIDE / 2);
    html! {
        path.lead d={ "M" (shape.centre.0) " " (shape.centre.1) "L" (x) " " (y) } {}
        rect data-force=[code] data-aside=[code] class=(class) fill="url(#nofig)"
            x=(x) y=(y) width=(CITY_SIDE) height=(CITY_SIDE) {}
    }
}

/// The sizes of the circles, in the map's own scale. The labels keep apart, also where they are large.
fn key(sizes: &[CircleSize]) -> Markup {
    let (x, foot) = KEY;
    let wide = sizes.first().map_or(0, |s| s.radius);
    let label = x + wide + 90;
    let mut last = 0;
    let places = sizes.iter().map(|size| {
        let top = foot - 2 * size.radius;
        last = top.max(last + APART);
        (size, top, last)
    });
    html! {
        g.lkey {
            @for (size, top, y) in places {
                g {
                    circle.lk cx=(x) cy=(foot - size.radius) r=(size.radius) {}
                    path.lead d={ "M" (x) " " (top) "L" (label - 20) " " (y) } {}
                    text.lt x=(label) y=(y + 30) { (size.label) }
                }
            }
            text.lt x=(x - wide) y=(foot + 130) { "offences" }
        }
    }
}
