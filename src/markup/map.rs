//! The map: SVG areas, an inset for London, a legend.

use super::escape;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::{ForceShape, Frame, MapShapes};
use cyberflag_figures::{MapArea, MapFigure};

/// Shown enlarged in the inset: City of London and the force round it.
const LONDON: [&str; 2] = ["E23000001", "E23000034"];

/// How what stands for a force answers: as a button of the running page, or as a link to the
/// force's row in the table, which needs no script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// The running page hears it.
    Buttons,
    /// A plain link, before the program runs and where it cannot.
    Links,
}

/// The class attribute of an area.
pub fn area_class(area: &MapArea) -> String {
    match area.class {
        Some(class) => format!("area c{class}"),
        None => "area blank".to_owned(),
    }
}

/// The map. Tab reaches the chosen force, else the first. The two outlines at the end are moved by
/// the page: one round the chosen force, one round the force that the keys are on.
///
/// The outlines are those of the map or its tiles; the short names are always those of the tiles.
pub fn map_svg(
    figure: &MapFigure,
    (shapes, tiles): (&MapShapes, &MapShapes),
    chosen: Option<ForceId>,
    as_tiles: bool,
    answers: Answers,
) -> String {
    let outlines = if as_tiles { tiles } else { shapes };
    let mut svg = format!(
        "<svg class=\"force-map{}\" viewBox=\"{}\" role=\"group\" aria-label=\"Map of police force areas\" aria-describedby=\"map-description\"><defs><pattern id=\"blank\" width=\"48\" height=\"48\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"blank-ground\" width=\"48\" height=\"48\"></rect><rect class=\"blank-line\" width=\"7\" height=\"48\"></rect></pattern></defs>",
        if as_tiles { " tiles" } else { "" },
        Frame::whole(shapes).view_box()
    );
    let stop = chosen.map_or(0, ForceId::index);
    for (i, area) in figure.areas.iter().enumerate() {
        let found = (outlines.shape_at(i, &area.code), tiles.shape_at(i, &area.code));
        if let (Some(shape), Some(tile)) = found {
            if answers == Answers::Links {
                svg.push_str(&link(area, shape));
                continue;
            }
            svg.push_str(&button(area, shape, i == stop, chosen == Some(area.force)));
            svg.push_str(&format!(
                "<text class=\"short\" x=\"{}\" y=\"{}\" aria-hidden=\"true\">{}</text>",
                tile.centre.0,
                tile.centre.1 + 45,
                escape(tile.short)
            ));
        }
    }
    let ring =
        chosen.and_then(|id| figure.areas.get(id.index())).and_then(|a| outlines.shape(&a.code));
    svg.push_str(&format!(
        "<path class=\"chosen-outline\" d=\"{}\" aria-hidden=\"true\"></path><path class=\"focus-outline\" d=\"\" aria-hidden=\"true\"></path>{}</svg>",
        ring.map_or("", |s| s.path.as_str()),
        inset(figure, shapes, chosen)
    ));
    svg
}

fn button(area: &MapArea, shape: &ForceShape, stop: bool, chosen: bool) -> String {
    format!(
        "<path id=\"area-{code}\" data-force=\"{code}\" data-key=\"area-{code}\" class=\"{}\" d=\"{}\" fill=\"url(#blank)\" fill-rule=\"evenodd\" role=\"button\" tabindex=\"{}\" aria-pressed=\"{chosen}\" aria-label=\"{}\"></path>",
        area_class(area),
        shape.path,
        if stop { "0" } else { "-1" },
        escape(&area.spoken),
        code = escape(&area.code)
    )
}

fn link(area: &MapArea, shape: &ForceShape) -> String {
    format!(
        "<a id=\"area-{code}\" href=\"#row-{code}\" aria-label=\"{}\"><path class=\"{}\" d=\"{}\" fill=\"url(#blank)\" fill-rule=\"evenodd\"></path></a>",
        escape(&area.spoken),
        area_class(area),
        shape.path,
        code = escape(&area.code)
    )
}

/// London enlarged, in the empty sea at the top right. A pointer's help: keys and screen readers
/// have City of London on the map itself.
fn inset(figure: &MapFigure, shapes: &MapShapes, chosen: Option<ForceId>) -> String {
    let Some(london) = shapes.shape(LONDON[0]) else { return String::new() };
    let seen = london.bounds.grown(20.0);
    let size = shapes.width * 3 / 10;
    let height = (f64::from(size) * seen.height / seen.width).round();
    let x = shapes.width - size;
    let paths: String = LONDON
        .iter()
        .filter_map(|code| {
            let area = figure.areas.iter().find(|a| a.code == *code)?;
            let shape = shapes.shape(code)?;
            Some(format!(
                "<path data-force=\"{code}\" data-inset=\"{code}\"{} class=\"{}\" d=\"{}\" fill=\"url(#blank)\" fill-rule=\"evenodd\"></path>",
                if chosen == Some(area.force) { " data-chosen" } else { "" },
                area_class(area),
                shape.path
            ))
        })
        .collect();
    format!(
        "<g class=\"inset\" aria-hidden=\"true\"><text x=\"{x}\" y=\"120\" font-size=\"110\">London, enlarged</text><svg x=\"{x}\" y=\"170\" width=\"{size}\" height=\"{height}\" viewBox=\"{} {} {} {}\">{paths}</svg><rect class=\"inset-frame\" x=\"{x}\" y=\"150\" width=\"{size}\" height=\"{}\"></rect></g>",
        seen.x,
        seen.y,
        seen.width,
        seen.height,
        height + 40.0
    )
}

/// The legend, as list items.
pub fn legend(figure: &MapFigure) -> String {
    figure
        .legend
        .iter()
        .map(|entry| {
            let swatch = entry.class.map_or("blank".to_owned(), |c| format!("c{c}"));
            let forces = if entry.forces == 1 { "force" } else { "forces" };
            format!(
                "<li><span class=\"swatch {swatch}\" aria-hidden=\"true\"></span><span>{} <small>({} {forces})</small></span></li>",
                escape(&entry.label),
                entry.forces
            )
        })
        .collect()
}
