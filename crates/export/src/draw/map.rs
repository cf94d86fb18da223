//! The map with its own colours: outlines or tiles, London enlarged, the legend.
//!
//! # Units
//! Inside the map's own `<svg>` those of [`MapShapes`]; everywhere else pixels of the picture.

use super::Look;
use super::page::{Block, Page, attributes, view_box};

use cyberflag_data::domain::ForceId;
use cyberflag_figures::charts::{CLASS_FILLS, PlainWidths, TextStyle, TextWidth, Tone, hex};
use cyberflag_figures::geo::{ForceShape, MapShapes, Rect, Viewport};
use cyberflag_figures::scale::format::{machine, plural};
use cyberflag_figures::{MapArea, MapFigure, View, escape};

/// Lines on the map are dark in both themes: they stand between light fills.
const BORDER: &str = "#141a20";
/// Drawn enlarged in an inset: City of London and the force round it.
const LONDON: [&str; 2] = ["E23000001", "E23000034"];
/// Sides of the whole drawing (that of `Viewport::whole`).
const RATIO: (f64, f64) = (7.0, 8.0);

/// The largest area for the map in a room, at its right or in its middle.
pub(super) fn fit(room: Rect, right: bool) -> Rect {
    let width = room.width.min(room.height * RATIO.0 / RATIO.1);
    let height = width * RATIO.1 / RATIO.0;
    let x = if right { room.right() - width } else { room.x + (room.width - width) / 2.0 };
    Rect::new(x, room.y + (room.height - height) / 2.0, width, height)
}

/// The pattern of a blank, once for a picture.
fn pattern(page: &mut Page, id: &str, side: f64) {
    let (ground, line) = (hex(page.theme.page), page.ink(Tone::Muted));
    let (side, thick) = (machine(side), machine(side / 6.0));
    page.push(&format!(
        "<defs><pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"{side}\" height=\"{side}\" fill=\"{ground}\"/><rect width=\"{thick}\" height=\"{side}\" fill=\"{line}\"/></pattern></defs>"
    ));
}

/// The fill of a class, or of a blank.
fn fill(class: Option<usize>, pattern: &str) -> String {
    match class {
        Some(class) => hex(CLASS_FILLS.get(class).copied().unwrap_or((0x35, 0x7a, 0xb6))),
        None => format!("url(#{pattern})"),
    }
}

/// Draws the map in an area.
pub(super) fn map(page: &mut Page, figure: &MapFigure, view: &View, look: &Look<'_>, at: Rect) {
    let whole = Viewport::whole(look.shapes).rect();
    // Drawing units for one pixel of the picture.
    let unit = whole.width / at.width.max(1.0);
    let id = format!("cyberflag-{}-blank", look.preset.slug());
    page.push(&format!(
        "<svg {} viewBox=\"{}\" stroke-linejoin=\"round\">",
        attributes(at),
        view_box(whole)
    ));
    pattern(page, &id, 8.0 * unit);
    let outlines = if view.tiles { look.tiles } else { look.shapes };
    let line = (if view.tiles { 2.0 } else { 1.3 }) * unit;
    let found = |area: &MapArea| figure.areas.iter().position(|a| a.code == area.code);
    for area in &figure.areas {
        let index = found(area).unwrap_or(0);
        if let Some(shape) = outlines.shape_at(index, area.code.as_str()) {
            page.push(&outline(shape, &fill(area.class, &id), BORDER, line));
        }
    }
    if view.tiles {
        for (index, area) in figure.areas.iter().enumerate() {
            if let Some(tile) = look.tiles.shape_at(index, area.code.as_str()) {
                short_name(page, area, tile, unit);
            }
        }
    } else {
        london(page, figure, view.force, look.shapes, (&id, unit));
    }
    if let Some(shape) = chosen(figure, view.force).and_then(|a| outlines.shape(a.code.as_str())) {
        let ink = page.ink(Tone::Chosen);
        page.push(&outline(shape, "none", &ink, 4.5 * unit));
    }
    page.push("</svg>");
}

fn chosen(figure: &MapFigure, force: Option<ForceId>) -> Option<&MapArea> {
    figure.areas.iter().find(|a| Some(a.force) == force)
}

fn outline(shape: &ForceShape, fill: &str, stroke: &str, width: f64) -> String {
    format!(
        "<path d=\"{}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{stroke}\" stroke-width=\"{}\"/>",
        escape(&shape.path),
        machine(width)
    )
}

/// The letters on a tile. On a hatched one they stand on a patch of the page's colour.
fn short_name(page: &mut Page, area: &MapArea, tile: &ForceShape, unit: f64) {
    let size = (20.0 * unit).clamp(104.0, 136.0);
    let (x, y) = (f64::from(tile.centre.0), f64::from(tile.centre.1) + size * 0.36);
    let ink = match area.class {
        Some(class) if class + 1 == CLASS_FILLS.len() => "#ffffff".to_owned(),
        Some(_) => BORDER.to_owned(),
        None => page.ink(Tone::Text),
    };
    let patch = match area.class {
        Some(_) => String::new(),
        None => format!(
            " stroke=\"{}\" stroke-width=\"{}\" paint-order=\"stroke\"",
            hex(page.theme.page),
            machine(size / 4.0)
        ),
    };
    page.push(&format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{ink}\"{patch}>{}</text>",
        machine(x),
        machine(y),
        machine(size),
        escape(tile.short)
    ));
}

/// London enlarged, in the empty sea at the top right.
fn london(
    page: &mut Page,
    figure: &MapFigure,
    force: Option<ForceId>,
    shapes: &MapShapes,
    (id, unit): (&str, f64),
) {
    let [around, city] = LONDON.map(|code| shapes.shape(code));
    let (Some(around), Some(city)) = (around, city) else { return };
    let seen = around.bounds.grown(10.0);
    let size = f64::from(shapes.width) * 0.28;
    let inset =
        Rect::new(f64::from(shapes.width) - size, 170.0, size, size * seen.height / seen.width);
    let text = 20.0 * unit;
    let ink = page.ink(Tone::Text);
    // North of it lies the tip of Northumberland.
    let long = "London, enlarged";
    let name = if PlainWidths.width(long, text, false) > size * 1.1 { "London" } else { long };
    page.push(&format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"end\" fill=\"{ink}\">{name}</text>",
        machine(inset.right()),
        machine(inset.y - 20.0 - text * 0.3),
        machine(text)
    ));
    page.push(&format!("<svg {} viewBox=\"{}\">", attributes(inset), view_box(seen)));
    let thin = unit * seen.width / size;
    let near = format!("{id}-near");
    pattern(page, &near, 8.0 * thin);
    for shape in [around, city] {
        let Some(area) = figure.areas.iter().find(|a| a.code.as_str() == shape.code) else {
            continue;
        };
        page.push(&outline(shape, &fill(area.class, &near), BORDER, thin));
    }
    let picked = chosen(figure, force);
    for shape in
        [around, city].into_iter().filter(|s| picked.is_some_and(|a| a.code.as_str() == s.code))
    {
        let ink = page.ink(Tone::Chosen);
        page.push(&outline(shape, "none", &ink, 4.0 * thin));
    }
    let ink = page.ink(Tone::Muted);
    let edge = Rect::new(inset.x, inset.y - 20.0, size, inset.height + 40.0);
    page.push(&format!(
        "</svg><rect {} fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\"/>",
        attributes(edge),
        machine(unit)
    ));
}

/// Free between two entries of the legend, in font sizes.
const APART: f64 = 0.32;
/// Left of the label of an entry, in font sizes.
const SWATCH: f64 = 2.1;

/// The legend, laid out in columns of one width.
pub(super) struct Legend {
    columns: Vec<Vec<(Option<usize>, Block)>>,
    size: f64,
    width: f64,
    /// Height of its longest column.
    pub(super) height: f64,
}

impl Legend {
    /// Lays out a legend; a label wider than its column is wrapped.
    pub(super) fn new(
        figure: &MapFigure,
        size: f64,
        (room, columns): (f64, usize),
        measure: &dyn TextWidth,
    ) -> Self {
        let columns = columns.max(1);
        let width = room / columns as f64;
        let entries: Vec<_> = figure
            .legend
            .iter()
            .map(|e| {
                let label = format!("{} ({})", e.label, plural(e.forces, "force", "forces"));
                let room = width - SWATCH * size - size * 0.5;
                (e.class, Block::new(&label, TextStyle::plain(size), room, 0.0, measure))
            })
            .collect();
        let deep = entries.len().div_ceil(columns).max(1);
        let columns: Vec<Vec<_>> = entries.chunks(deep).map(<[_]>::to_vec).collect();
        let high = |c: &Vec<(Option<usize>, Block)>| {
            c.iter().map(|(_, block)| block.height() + APART * size).sum::<f64>()
        };
        let height = columns.iter().map(high).fold(0.0, f64::max);
        Self { columns, size, width, height }
    }

    /// Draws it from a point down.
    pub(super) fn draw(&self, page: &mut Page, look: &Look<'_>, (left, top): (f64, f64)) {
        let id = format!("cyberflag-{}-blank-key", look.preset.slug());
        pattern(page, &id, 8.0);
        let size = self.size;
        for (i, column) in self.columns.iter().enumerate() {
            let (x, mut y) = (left + i as f64 * self.width, top);
            for (class, block) in column {
                let edge = if class.is_some() { BORDER.to_owned() } else { page.ink(Tone::Muted) };
                page.push(&format!(
                    "<rect {} fill=\"{}\" stroke=\"{edge}\" stroke-width=\"1.5\"/>",
                    attributes(Rect::new(x + 1.0, y + size * 0.15, size * 1.6, size)),
                    fill(*class, &id)
                ));
                y = page.blocks((x + SWATCH * size, y), std::slice::from_ref(block));
                y += APART * size;
            }
        }
    }
}
