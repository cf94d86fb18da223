//! The page as one file, at the view that it shows: for archives, and for a laptop without a
//! network.

use super::{Panel, give, own};
use cyberflag_export as export;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use web_sys::js_sys::{Function, Reflect};

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

/// Saves the page at its present view.
pub(super) fn save(panel: &Rc<Panel>) {
    let panel = panel.clone();
    spawn_local(async move {
        let Ok(text) = text().await else {
            return panel.say("The file could not be fetched from this site. It is also offered for download there as cyberflag.html.");
        };
        let state = panel.state;
        let view = state.view.get_untracked();
        let Ok(still) = crate::page::still_of(state.data, state.shapes, &view) else {
            return panel.say("The view could not be written into a file.");
        };
        let stamp = super::stamp(state);
        let day = stamp.today_words();
        let saved = export::SavedPage {
            hash: state.selection.get_untracked().to_hash(),
            slides: panel.slides.words(),
            still,
            own: own::for_page(),
            words: format!("A view saved on {day}. {}", stamp.release.text()),
        };
        let Some(page) = saved.write(&text) else {
            return panel
                .say("The file on this site is of another release and cannot hold this view.");
        };
        let name = panel.name(panel.picture.get_untracked(), "", "html");
        give::bytes(&name, "text/html;charset=utf-8", page.as_bytes());
        panel.told(&name, give::Kind::None);
    });
}
