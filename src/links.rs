//! Links to other views are followed in place: the choice changes, and the focus stays where it was.
//!
//! What a link stands in may be written anew by the very choice. The focus then goes to the link that has
//! taken its place, else to the heading of the answer.

use crate::store::Store;
use cyberflag_figures::selection::Selection;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, MouseEvent};

/// Follows links whose address is a view.
pub fn follow(store: Store) {
    let heard = window_event_listener(ev::click, move |event| go(store, &event));
    on_cleanup(move || heard.remove());
}

fn go(store: Store, event: &MouseEvent) {
    let another_tab = event.ctrl_key() || event.meta_key() || event.shift_key();
    if another_tab || event.default_prevented() {
        return;
    }
    let Some((link, view)) = link(event) else { return };
    event.prevent_default();
    let place = link.closest("[id]").ok().flatten();
    let words = link.text_content();
    let (selection, refused) = Selection::parse(&view);
    store.set(selection, refused);
    request_animation_frame(move || {
        let document = web_sys::window().and_then(|w| w.document());
        let focused = document.as_ref().and_then(|d| d.active_element());
        // Lost if the link was taken away with the focus on it.
        if focused.is_some_and(|element| element.tag_name() != "BODY") {
            return;
        }
        let again = place.and_then(|place| same(&place, words.as_deref()));
        if let Some(link) = again {
            let _ = link.focus();
        } else if let Some(heading) = store.heading.get_untracked() {
            let _ = heading.focus();
        }
    });
}

/// The link that was pressed, and the view it leads to.
fn link(event: &MouseEvent) -> Option<(Element, String)> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    let link = pressed.closest("a[href^='#']").ok()??;
    let view = link.get_attribute("href")?;
    view.contains('=').then_some((link, view))
}

/// The link with these words in a part of the page.
fn same(place: &Element, words: Option<&str>) -> Option<HtmlElement> {
    let links = place.query_selector_all("a[href^='#']").ok()?;
    let links = (0..links.length()).filter_map(|i| links.item(i)?.dyn_into::<HtmlElement>().ok());
    links.into_iter().find(|link| link.text_content().as_deref() == words)
}
