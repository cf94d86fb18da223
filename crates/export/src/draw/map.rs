//! The map with its own colours: outlines or tiles, numbers as circles, rates as classes.
//!
//! # Units
//! Inside the map's own `<svg>` those of [`MapShapes`]; everywhere else pixels of the picture.

use super::Look;
use super::map_colours::MapColours;
use super::page::{Page, attributes, view_box};

use cyberflag_figures::charts::{Tone, hex};
use cyberflag_figures::geo::{ForceShape, MapShapes, Rect, Viewport};
use cyberflag_figures::scale::fits;
use cyberflag_figures::scale::format::machine;
use cyberflag_figures::{
    CITY, CITY_ASIDE, CITY_SIDE, CircleSize, MapArea, MapFigure, MapKey, View, escape, place,
};

/// Sides of the whole drawing (that of `Viewport::whole`).
const RATIO: (f64, f64) = (7.0, 8.0);
/// Where the circles of the key stand: in the empty sea at the top left.
const KEY: (f64, f64) = (250.0, 560.0);
/// How far a circle stands above the middle of its tile, whose letters are under it.
const LIFTED: i32 = 60;
/// The size of a number in a circle on the page, by which it is known what fits.
const NUMBER: f64 = 84.0;

/// The largest area for the map in a room, at its right or in its middle.
pub(super) fn fit(room: Rect, right: bool) -> Rect {
    let width = room.width.min(room.height * RATIO.0 / RATIO.1);
    let height = width * RATIO.1 / RATIO.0;
    let x = if right { room.right() - width } else { room.x + (room.width - width) / 2.0 };
    Rect::new(x, room.y + (room.height - height) / 2.0, width, height)
}

/// The dots of a blank, once for a drawing.
pub(super) fn pattern(page: &mut Page, id: &str, side: f64) {
    let colours = MapColours::of(&page.theme);
    let (ground, dot) = (hex(colours.blank), hex(colours.blank_dot));
    let (middle, radius) = (machine(side / 2.0), machine(side * 0.18));
    let side = machine(side);
    page.push(&format!(
        "<defs><pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{side}\" height=\"{side}\" fill=\"{ground}\"/><circle cx=\"{middle}\" cy=\"{middle}\" r=\"{radius}\" fill=\"{dot}\"/></pattern></defs>"
    ));
}

/// The drawing of one map.
struct Drawn<'a> {
    figure: &'a MapFigure,
    colours: MapColours,
    /// Of the pattern of blanks.
    id: String,
    /// Drawing units for one pixel of the picture.
    unit: f64,
    /// Size of the text, in drawing units.
    text: f64,
}

/// Draws the map in an area, its text in a size that is given in pixels.
pub(super) fn map(
    page: &mut Page,
    figure: &MapFigure,
    view: &View,
    look: &Look<'_>,
    (at, text): (Rect, f64),
) {
    let whole = Viewport::whole(look.shapes).rect();
    let unit = whole.width / at.width.max(1.0);
    let drawn = Drawn {
        figure,
        colours: MapColours::of(&page.theme),
        id: format!("cyberflag-{}-blank", look.preset.slug()),
        unit,
        text: text * unit,
    };
    page.push(&format!(
        "<svg {} viewBox=\"{}\" stroke-linejoin=\"round\">",
        attributes(at),
        view_box(whole)
    ));
    pattern(page, &drawn.id, 6.0 * unit);
    let outlines = if view.tiles { look.tiles } else { look.shapes };
    let edge = hex(drawn.colours.line);
    for (index, area) in figure.areas.iter().enumerate() {
        if let Some(shape) = outlines.shape_at(index, area.code.as_str()) {
            page.push(&outline(shape, &drawn.fill(area), &edge, 1.3 * unit));
        }
    }
    if !view.tiles {
        drawn.city(page, look.shapes);
    }
    let chosen = figure.chosen_area();
    if let Some(shape) = chosen.and_then(|a| outlines.shape(a.code.as_str())) {
        page.push(&outline(shape, "none", &hex(page.theme.page), 7.0 * unit));
        let ink = page.ink(Tone::Chosen);
        page.push(&outline(shape, "none", &ink, 4.0 * unit));
    }
    // Circles first: where two meet, neither hides a number.
    let circles = figure.circles();
    for mark in [Drawn::circle, Drawn::number] {
        for area in &circles {
            let at = place(area.code, outlines, view.tiles);
            if let (Some((x, y)), Some(radius)) = (at, area.radius) {
                mark(&drawn, page, area, (x, if view.tiles { y - LIFTED } else { y }), radius);
            }
        }
    }
    if view.tiles {
        for (index, area) in figure.areas.iter().enumerate() {
            if let Some(tile) = look.tiles.shape_at(index, area.code.as_str()) {
                drawn.short_name(page, area, tile);
            }
        }
    }
    if let MapKey::Circles(sizes) = &figure.key {
        drawn.key(page, sizes);
    }
    page.push("</svg>");
}

fn outline(shape: &ForceShape, fill: &str, stroke: &str, width: f64) -> String {
    format!(
        "<path d=\"{}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{stroke}\" stroke-width=\"{}\"/>",
        escape(&shape.path),
        machine(width)
    )
}

/// Text of a size in the drawing; with a halo it can be read on anything.
fn words(
    page: &mut Page,
    (x, y, size): (f64, f64, f64),
    (ink, anchor): (&str, &str),
    text: &str,
    halo: Option<&str>,
) {
    let stroke = halo.map_or(String::new(), |halo| {
        let width = machine(size / 4.0);
        format!(" stroke=\"{halo}\" stroke-width=\"{width}\" paint-order=\"stroke\"")
    });
    let (x, y, size) = (machine(x), machine(y), machine(size));
    page.push(&format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{ink}\"{stroke}>{}</text>",
        escape(text)
    ));
}

impl Drawn<'_> {
    /// The fill of an area.
    fn fill(&self, area: &MapArea) -> String {
        match area.class {
            Some(class) => hex(self.colours.class(class)),
            None if area.known => hex(self.colours.land),
            None => format!("url(#{})", self.id),
        }
    }

    fn circle(&self, page: &mut Page, area: &MapArea, (x, y): (i32, i32), radius: i32) {
        let ground = hex(page.theme.page);
        let ink = match self.figure.chosen == Some(area.force) {
            true => page.ink(Tone::Chosen),
            false => hex(self.colours.circle),
        };
        let (fill, edge) = if area.is_ring() { (&ground, &ink) } else { (&ink, &ground) };
        page.push(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" fill-opacity=\".88\" stroke=\"{edge}\" stroke-width=\"{}\"/>",
            machine(self.unit * if area.is_ring() { 2.0 } else { 1.0 })
        ));
    }

    /// The number in a circle that has room for it.
    fn number(&self, page: &mut Page, area: &MapArea, (x, y): (i32, i32), radius: i32) {
        let number = &area.display.text;
        let room = (f64::from(radius) * NUMBER / self.text.max(1.0)) as i32;
        if fits(number, room) {
            let ink = if area.is_ring() {
                page.ink(Tone::Text)
            } else if self.figure.chosen == Some(area.force) {
                hex(page.theme.page)
            } else {
                hex(self.colours.number)
            };
            let at = (f64::from(x), f64::from(y) + self.text * 0.36, self.text);
            words(page, at, (&ink, "middle"), number, None);
        }
    }

    /// The letters on a tile: in its middle, or under its circle.
    fn short_name(&self, page: &mut Page, area: &MapArea, tile: &ForceShape) {
        let size = self.text.clamp(104.0, 136.0);
        let down = if area.radius.is_some() { 170.0 } else { size * 0.36 };
        let at = (f64::from(tile.centre.0), f64::from(tile.centre.1) + down, size);
        let (ink, ground) = (page.ink(Tone::Text), hex(page.theme.page));
        if area.class.is_some_and(|class| class > 2) {
            words(page, at, (&ground, "middle"), tile.short, None);
        } else {
            words(page, at, (&ink, "middle"), tile.short, Some(&ground));
        }
    }

    /// City of London as a square in the sea, with a line to where it lies.
    fn city(&self, page: &mut Page, shapes: &MapShapes) {
        let area = self.figure.areas.iter().find(|a| a.code.as_str() == CITY);
        let Some((area, shape)) = area.zip(shapes.shape(CITY)) else { return };
        let (x, y) = (CITY_ASIDE.0 - CITY_SIDE / 2, CITY_ASIDE.1 - CITY_SIDE / 2);
        let (line, width) = (hex(self.colours.line), machine(1.3 * self.unit));
        page.push(&format!(
            "<path d=\"M{} {}L{x} {y}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"{width}\"/><rect x=\"{x}\" y=\"{y}\" width=\"{CITY_SIDE}\" height=\"{CITY_SIDE}\" fill=\"{}\" stroke=\"{line}\" stroke-width=\"{width}\"/>",
            shape.centre.0,
            shape.centre.1,
            self.fill(area)
        ));
        if matches!(self.figure.key, MapKey::Classes(_)) && !area.known {
            let right = f64::from(x + CITY_SIDE) + 60.0;
            let under = f64::from(y + CITY_SIDE) + self.text;
            let (ink, ground) = (page.ink(Tone::Muted), hex(page.theme.page));
            words(page, (right, under, self.text), (&ink, "end"), "no rate", Some(&ground));
        }
    }

    /// The sizes of the circles, in the map's own scale.
    fn key(&self, page: &mut Page, sizes: &[CircleSize]) {
        let (x, foot) = KEY;
        let wide = sizes.first().map_or(0.0, |s| f64::from(s.radius));
        let label = x + wide + 110.0;
        let (edge, ink) = (hex(self.colours.line), page.ink(Tone::Muted));
        let width = machine(self.unit);
        let mut last = f64::MIN;
        for size in sizes {
            let radius = f64::from(size.radius);
            let top = foot - 2.0 * radius;
            page.push(&format!(
                "<circle cx=\"{x}\" cy=\"{}\" r=\"{radius}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"{width}\"/>",
                machine(foot - radius)
            ));
            // Labels keep apart where the text is large.
            let y = top.max(last + self.text);
            last = y;
            page.push(&format!(
                "<path d=\"M{x} {top}L{} {y}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"{width}\"/>",
                label - 30.0
            ));
            let at = (label, y + self.text * 0.36, self.text);
            words(page, at, (&ink, "start"), &size.label, None);
        }
        let under = foot.max(last) + self.text * 1.4;
        words(page, (x - wide, under, self.text), (&ink, "start"), "offences", None);
    }
}
