//! Markup into the page, without losing the reader's place.

use maud::Markup;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The element with an id inside `root`.
pub(super) fn find(root: &Element, id: &str) -> Option<Element> {
    root.query_selector(&format!("#{id}")).ok().flatten()
}

/// All elements inside `root` that a selector fits.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Sets an attribute unless it is so already.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets text unless it is so already, so that nothing is announced twice.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// A place that is filled with markup again and again; the same markup leaves it alone.
pub(super) struct Place {
    pub(super) element: Element,
    /// What it was filled with last.
    html: RefCell<Option<String>>,
}

impl Place {
    /// The place with an id inside `root`.
    pub(super) fn find(root: &Element, id: &str) -> Option<Self> {
        find(root, id).map(Self::new)
    }

    /// An element as a place; what it holds now is not known.
    pub(super) fn new(element: Element) -> Self {
        Self { element, html: RefCell::default() }
    }

    /// Puts markup into the place.
    pub(super) fn fill(&self, html: Markup) {
        let html = html.into_string();
        if self.html.borrow().as_ref() != Some(&html) {
            replace(&self.element, &html);
            self.html.replace(Some(html));
        }
    }
}

/// Replaces what an element holds. What the reader had open stays open and what had the focus
/// keeps it, both found again by their `data-key`.
fn replace(element: &Element, html: &str) {
    let focused = focused_key(element);
    let open = keys(element, "details[data-key][open]");
    let closed = keys(element, "details[data-key]:not([open])");
    element.set_inner_html(html);
    for (names, is_open) in [(open, true), (closed, false)] {
        for details in names.iter().filter_map(|key| by_key(element, key)) {
            let _ = details.toggle_attribute_with_force("open", is_open);
        }
    }
    if let Some(again) = focused.and_then(|key| by_key(element, &key)) {
        focus(&again);
    }
}

/// Moves the focus to an element, HTML or SVG.
pub(super) fn focus(element: &Element) {
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        let _ = html.focus();
    } else if let Some(svg) = element.dyn_ref::<web_sys::SvgElement>() {
        let _ = svg.focus();
    }
}

fn focused_key(element: &Element) -> Option<String> {
    let active = element.owner_document()?.active_element()?;
    element.contains(Some(&active)).then(|| active.get_attribute("data-key"))?
}

fn keys(element: &Element, selector: &str) -> Vec<String> {
    all(element, selector).iter().filter_map(|e| e.get_attribute("data-key")).collect()
}

/// Keys are made by our own markup of letters, digits, hyphens and the slash of a year.
fn by_key(element: &Element, key: &str) -> Option<Element> {
    element.query_selector(&format!("[data-key=\"{key}\"]")).ok().flatten()
}
