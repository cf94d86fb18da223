//! Elements of the panel of own figures, found and changed.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The element with an id inside `root`.
pub(super) fn find(root: &Element, id: &str) -> Option<Element> {
    root.query_selector(&format!("#{id}")).ok().flatten()
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

/// Moves the focus to an element.
pub(super) fn focus(element: &Element) {
    let _ = element.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
}
