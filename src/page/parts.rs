//! The parts of the running page, filled once.

use super::{PageError, into};
use crate::embedded;
use crate::markup::text::{cut, swap_all, swap_first};
use crate::markup::{self, Answers};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::geo::MapShapes;
use cyberflag_figures::{self as figures, Table, View};

/// Words of the map's readout before a force is chosen.
const CHOOSE: &str = "Choose a force on the map to read its number.";

/// What only the running page can do. It keeps its room until then, so that nothing moves, and is
/// hidden where no program will come.
const NEEDS_PROGRAM: [&str; 6] = [
    "<div class=\"actions\"",
    "<section class=\"controls\"",
    "<div class=\"map-tools\"",
    "<details",
    "<section class=\"force-card\"",
    "<section class=\"row\"",
];

/// What the opening view has no room for before the program runs.
const LATER: [&str; 7] = [
    "id=\"s-multiples\"",
    "id=\"s-compare\"",
    "id=\"s-ranking\"",
    "id=\"s-change\"",
    "id=\"s-funnel\"",
    "id=\"s-ages\"",
    "id=\"s-offences\"",
];

/// Everything inside `<main>` for a view: what comes before the style sheet, and what comes after.
pub(super) fn still(
    data: &Dataset,
    shapes: &MapShapes,
    view: &View,
) -> Result<(String, String), PageError> {
    let mut html = markup::skeleton(data.sources.len());
    for place in NEEDS_PROGRAM {
        html = swap_first(&html, place, &[place, " inert"].concat());
    }
    for place in LATER {
        html = swap_first(&html, place, &[place, " hidden"].concat());
    }
    let readout = "<p class=\"chart-readout\"";
    html = swap_all(&html, readout, &[readout, " inert"].concat());
    html = swap_all(&html, markup::CANVAS, "");
    for (id, text) in texts(data, shapes, view) {
        html = into(&html, id, &text)?;
    }
    html = fold(data, &html, "fold-forces", &figures::force_table(data, view), Some((0, false)))?;
    let html = fold(data, &html, "fold-years", &figures::years_table(data, view), None)?;
    let (first, rest) = cut(&html, markup::SHEET_HERE).ok_or(PageError::NoPlace("style sheet"))?;
    Ok((first.to_owned(), rest.to_owned()))
}

/// Fills a fold with its table, and names it by what the table holds.
pub(super) fn fold(
    data: &Dataset,
    html: &str,
    id: &'static str,
    table: &Table,
    sorted: Option<(usize, bool)>,
) -> Result<String, PageError> {
    let place =
        |name: &str| format!("id=\"{id}\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\"");
    let name = markup::escape(&format!("Table: {}", table.caption));
    let html = swap_first(html, &place("Table"), &place(&name));
    into(&html, id, &markup::table(data, table, sorted, None, Answers::Links))
}

/// What stands in the parts: id and markup. Parts that only frames fill stand in `frames`.
pub(super) fn texts(
    data: &Dataset,
    shapes: &MapShapes,
    view: &View,
) -> Vec<(&'static str, String)> {
    let own: Vec<String> = figures::caveats::own(data).into_iter().collect();
    let headline = figures::headline(data, view);
    let map = figures::map(data, view, &figures::classes(data, view.measure, view.unit));
    let years = figures::years(data, view);
    let tiles = embedded::tiles(shapes);
    let panel = view.force.and_then(|id| figures::panel(data, view, id));
    let spoken = view.force.and_then(|id| map.areas.get(id.index())).map(|a| a.spoken.as_str());
    vec![
        ("notices", markup::notices(&own)),
        ("answer", markup::escape(&headline.answer)),
        ("controls", markup::controls(view)),
        ("year", year(data, view)),
        ("key-figures", markup::key_figures(&headline)),
        ("h-map", markup::escape(&map.title)),
        ("map-description", markup::escape(&map.description)),
        ("map-readout", markup::escape(spoken.unwrap_or(CHOOSE))),
        ("map", markup::map_svg(&map, (shapes, &tiles), view.force, false, Answers::Links)),
        ("legend", markup::legend(&map)),
        ("h-card", markup::escape(panel.as_ref().map_or(markup::ONE_FORCE, |p| &p.name))),
        ("card-sentence", markup::card_sentence(panel.as_ref())),
        ("find", markup::FIND_BOX.to_owned()),
        ("picker", markup::force_list(data, &[])),
        ("variation", markup::variation(&figures::earlier_years(data, view), view)),
        ("head-years", markup::years_head(&years)),
        ("chart-years", markup::years_pictures(&years, &markup::OPENING)),
        ("foot-years", markup::years_foot(&years)),
        ("caveats", markup::caveats(view.measure, view.unit)),
        ("fold-sources", markup::all_sources(&figures::all_citations(data))),
    ]
}

/// The years with that of the view chosen.
fn year(data: &Dataset, view: &View) -> String {
    let value = format!("value=\"{}\"", view.year.slug());
    swap_first(&markup::year_options(data, view.measure), &value, &format!("{value} selected"))
}
