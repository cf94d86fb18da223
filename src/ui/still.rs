//! What the program takes from the page that it runs in: its parts, the outlines and the sources,
//! which stand there for readers already and are not built in twice.

use super::dom::{all, find};
use crate::markup;
use cyberflag_data::dataset::Source;
use cyberflag_figures::geo::MapShapes;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// A copy of the still page in which everything answers. What is folded is left out: tables are
/// filled when they are opened, and the start script hands the list of sources over.
pub(super) fn copy(page: &Element) -> Option<HtmlElement> {
    let heavy = all(page, "details:not([open]) > .scroll > table,details:not([open]) > div > ul");
    let places: Vec<_> = heavy.iter().filter_map(|part| part.parent_element()).collect();
    heavy.iter().for_each(|part| part.remove());
    let still = page.query_selector(".still").ok()??;
    let copy: HtmlElement = still.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    for (place, part) in places.iter().zip(&heavy) {
        let _ = place.append_child(part);
    }
    let _ = copy.class_list().remove_1("still");
    for part in all(&copy, "[inert],#s-multiples") {
        let _ = part.remove_attribute("inert");
        let _ = part.remove_attribute("hidden");
    }
    for chart in all(&copy, ".chart") {
        chart.set_inner_html(markup::CANVAS);
    }
    Some(copy)
}

/// How the still page lies in the window. Asked before anything is added, it costs no new layout.
pub(super) struct Look {
    /// Width in CSS pixels.
    pub(super) width: f64,
    /// The window reaches down to the charts, or the reader has gone down the page and must find
    /// everything above as high as it will be.
    pub(super) reaches_charts: bool,
}

/// What is as wide as the charts: a section of the page, or the whole figure of a frame.
pub(super) fn column(page: &Element) -> Element {
    find(page, "variation").unwrap_or_else(|| page.clone())
}

/// Looks at the page.
pub(super) fn look(page: &Element) -> Look {
    let window = web_sys::window();
    let height = window.as_ref().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let gone_down = window.and_then(|w| w.scroll_y().ok()).unwrap_or(0.0) > 0.0;
    let last_before = find(page, "h-table").map_or(0.0, |e| e.get_bounding_client_rect().bottom());
    Look {
        width: f64::from(column(page).client_width()),
        reaches_charts: gone_down || last_before < height,
    }
}

/// The outlines, from the areas of the still map.
pub(super) fn shapes(page: &Element) -> MapShapes {
    let areas = all(page, "#map a");
    MapShapes::from_paths(areas.into_iter().filter_map(|area| {
        let code = area.id().strip_prefix("area-")?.to_owned();
        Some((code, area.first_element_child()?.get_attribute("d")?))
    }))
}

/// Gives the sources their words, from the list of all sources; `false` if the list is another one.
pub(super) fn name(sources: &mut [Source], page: &Element) -> bool {
    // A page that was saved with a reader's figures shows their list, and has this one beside it.
    let list = (page.owner_document().and_then(|d| d.get_element_by_id("base-sources")))
        .or_else(|| find(page, "fold-sources"));
    let Some(list) = list else { return false };
    let words = markup::read_sources(&list.inner_html());
    if words.len() != sources.len() {
        return false;
    }
    for (source, [publisher, title, url, licence]) in sources.iter_mut().zip(words) {
        (source.publisher, source.title) = (publisher, title);
        (source.url, source.licence) = (url, licence);
    }
    true
}
