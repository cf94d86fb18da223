//! What the program takes from the page that it runs in: its parts, the outlines and the sources,
//! which stand there for readers already and are not built in twice.

use super::dom::{all, find};
use crate::dataset::Source;
use crate::geo::MapShapes;
use crate::markup;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// A copy of the still page in which everything answers; the places that the program fills are
/// empty where they would say the same twice.
pub(super) fn copy(page: &Element) -> Option<HtmlElement> {
    let copy = page.first_element_child()?.clone_node_with_deep(true).ok()?;
    let copy: HtmlElement = copy.dyn_into().ok()?;
    let _ = copy.remove_attribute("id");
    for part in all(&copy, "[inert],#s-multiples") {
        let _ = part.remove_attribute("inert");
        let _ = part.remove_attribute("hidden");
    }
    for chart in all(&copy, ".chart") {
        chart.set_inner_html(markup::CANVAS);
    }
    for table in all(&copy, ".table-fold .scroll") {
        table.set_inner_html("");
    }
    Some(copy)
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
    let Some(list) = find(page, "fold-sources") else { return false };
    let (links, terms) = (all(&list, "a"), all(&list, "span"));
    let (names, titles) = (all(&list, "b"), all(&list, "i"));
    for (i, source) in sources.iter_mut().enumerate() {
        let text = |of: &[Element]| of.get(i).and_then(|e| e.text_content()).unwrap_or_default();
        source.url = links.get(i).and_then(|a| a.get_attribute("href")).unwrap_or_default();
        (source.publisher, source.title, source.licence) =
            (text(&names), text(&titles), text(&terms));
    }
    links.len() == sources.len()
}
