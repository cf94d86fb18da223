//! The page as one file, at the view that it shows: for archives, and for a laptop without a
//! network.

use super::stamp::stamp;
use super::told::Outcome;
use super::{give, own};
use crate::store::{Edition, Store};
use cyberflag_export::{self as export, Picture, write_slides};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Reflect};
use web_sys::{Document, DomParser, Element, Response, SupportedType};

/// The offline edition beside this page on its host.
const FILE: &str = "./cyberflag.html";
/// What the start script of the one file calls its own text.
const OWN: &str = "cyberflagPage";

/// Whether this page is the one file.
pub(super) fn is_one_file() -> bool {
    own().is_some()
}

fn own() -> Option<Function> {
    let window = web_sys::window()?;
    Reflect::get(&window, &OWN.into()).ok()?.dyn_into().ok()
}

/// The text of the one file: its own, or the one on the host.
async fn text() -> Result<String, JsValue> {
    if let Some(own) = own() {
        return own.call0(&JsValue::NULL)?.as_string().ok_or(JsValue::NULL);
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(FILE)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(answer.text()?).await?.as_string().ok_or(JsValue::NULL)
}

const NOT_FETCHED: &str = "The file could not be fetched from this site. It is also offered for download there as cyberflag.html.";
const ANOTHER: &str = "The file on this site is of another release and cannot hold this view.";

/// Saves the page at its present view.
pub(super) async fn save(store: Store) -> Outcome {
    let Ok(text) = text().await else { return Outcome::said(NOT_FETCHED) };
    let Some(page) = at_view(&text, store) else { return Outcome::said(ANOTHER) };
    let name = export::file_name(&store.data(), &store.view(), Picture::Map, "", "html");
    give::bytes(&name, "text/html;charset=utf-8", page.as_bytes());
    give::given(&name, None)
}

/// The page with its present view; `None` if it is not one that our build wrote.
fn at_view(text: &str, store: Store) -> Option<String> {
    let (view, stamp) = (store.view(), stamp(store));
    let page = DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()?;
    let root = page.document_element()?;
    root.set_attribute("data-view", &store.selection.get_untracked().to_hash()).ok()?;
    root.set_attribute("data-slides", &write_slides(&store.slides.read_untracked())).ok()?;
    let words = format!("A view saved on {}. {}", stamp.today_text(), stamp.release.text());
    page.get_element_by_id("release")?.set_text_content(Some(&words));
    put_own(&page, store)?;
    let still = crate::app::written(store.data(), store.outlines(), &view, Edition::Full);
    let before = page.query_selector_all(".still").ok()?;
    for i in 0..before.length() {
        before.item(i)?.unchecked_into::<Element>().remove();
    }
    page.get_element_by_id("app")?.insert_adjacent_html("beforeend", &still).ok()?;
    Some(format!("<!doctype html>\n{}\n", root.outer_html()))
}

/// Puts figures of the reader's own into the page, with the published sources, whose words the program
/// needs and which the list of the view no longer holds; and takes out those of an older saving.
fn put_own(page: &Document, store: Store) -> Option<()> {
    let sources = page.get_element_by_id("base-sources");
    let list = sources.clone().or_else(|| page.get_element_by_id("fold-sources"))?.inner_html();
    for part in [sources, page.get_element_by_id("own-figures")].into_iter().flatten() {
        part.remove();
    }
    let Some((figures, together)) = own::for_page(store) else { return Some(()) };
    let body = page.body()?;
    let add = |name: &str, id: &str| -> Option<Element> {
        let part = page.create_element(name).ok()?;
        part.set_id(id);
        // Before the program, which looks for it.
        body.insert_before(&part, page.get_element_by_id("module").as_deref()).ok()?;
        Some(part)
    };
    let sources = add("div", "base-sources")?;
    sources.set_attribute("hidden", "").ok()?;
    sources.set_inner_html(&list);
    let place = add("script", "own-figures")?;
    place.set_attribute("type", "text/plain").ok()?;
    if together {
        place.set_attribute("data-together", "").ok()?;
    }
    place.set_text_content(Some(&figures));
    Some(())
}
