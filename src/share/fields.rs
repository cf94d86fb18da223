//! What the reader has put into the fields of a panel.

use crate::share::dom::find;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The value of a list, a field or a text; empty if it is not there.
pub(super) fn value(root: &Element, id: &str) -> String {
    let Some(field) = find(root, id) else { return String::new() };
    if let Some(list) = field.dyn_ref::<HtmlSelectElement>() {
        return list.value();
    }
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    field.dyn_ref::<HtmlInputElement>().map_or(String::new(), HtmlInputElement::value)
}

/// Whether the box that a selector fits is ticked.
pub(super) fn is_checked(root: &Element, selector: &str) -> bool {
    let field = root.query_selector(selector).ok().flatten();
    field.and_then(|f| f.dyn_into::<HtmlInputElement>().ok()).is_some_and(|f| f.checked())
}
