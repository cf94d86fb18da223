//! Files, pictures and links handed to the reader, as far as the browser lets a page do so.

use super::stamp::stamp;
use super::told::{Instead, Outcome};
use crate::address::is_framed;
use crate::store::Store;
use leptos::prelude::set_timeout;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the address of a file stays good: the download has begun long before.
const GOOD_FOR: Duration = Duration::from_secs(60);

const FRAMED: &str = "This page stands in a frame, which may forbid saving files. If no file has come, copy what stands below, or open the page by itself.";
const FRAMED_ALONE: &str = "This page stands in a frame, which may forbid saving files. If no file has come, open the page by itself.";

/// What is said once a file has been handed over.
pub(super) fn saved(name: &str) -> String {
    format!("Saved as {name}, where your browser keeps downloads.")
}

/// What became of a file that was handed over. Where the page stands in a frame that may forbid it,
/// what is in the file is shown too.
pub(super) fn given(name: &str, content: Option<Instead>) -> Outcome {
    if !may_be_forbidden() {
        return Outcome::said(saved(name));
    }
    let words = if content.is_some() { FRAMED } else { FRAMED_ALONE };
    Outcome { words: words.to_owned(), instead: content }
}

/// Hands bytes over as a file.
pub(super) fn bytes(name: &str, kind: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    if let Ok(made) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        blob(name, &made);
    }
}

/// Hands a file over.
pub(super) fn blob(name: &str, blob: &Blob) {
    let document = web_sys::window().and_then(|w| w.document());
    let link = document.and_then(|d| d.create_element("a").ok());
    let link = link.and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Ok(address)) = (link, Url::create_object_url_with_blob(blob)) else { return };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = move || {
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(forget, GOOD_FOR);
}

/// Whether the page stands in a frame without an origin: its sandbox may forbid downloads, of which
/// a page is not told.
pub(super) fn may_be_forbidden() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let origin = Reflect::get(&window, &"origin".into()).ok().and_then(|o| o.as_string());
    is_framed(&window) && origin.as_deref() == Some("null")
}

/// Copies a picture.
///
/// # Errors
/// Whatever the browser says: many do not allow it.
pub(super) async fn copy_picture(blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let item: Function = Reflect::get(&window, &"ClipboardItem".into())?.dyn_into()?;
    let content = Object::new();
    Reflect::set(&content, &"image/png".into(), blob)?;
    let item = Reflect::construct(&item, &Array::of1(&content))?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    let done: Promise = write.call1(&clipboard, &Array::of1(&item))?.dyn_into()?;
    JsFuture::from(done).await.map(|_| ())
}

/// Whether the device has its own way to share a link.
pub(super) fn can_send() -> bool {
    share().is_some()
}

fn share() -> Option<Function> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Where the view can be found: on the web if the page is there, else here.
pub(super) fn link(store: Store) -> String {
    let here = || web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    stamp(store).address.unwrap_or_else(here)
}

/// Shares an address by the device's own way. A reader who changes their mind is no error.
pub(super) fn send(words: String, address: String) -> impl Future<Output = Outcome> {
    // Begun while the browser still knows that the reader has asked for it.
    let begun = begin(&words, &address);
    async move {
        let sent = match begun {
            Some(sent) => JsFuture::from(sent).await.is_ok(),
            None => false,
        };
        Outcome::said(if sent { "Shared." } else { "Nothing was shared." })
    }
}

fn begin(words: &str, address: &str) -> Option<Promise> {
    let (share, window) = share().zip(web_sys::window())?;
    let content = Object::new();
    Reflect::set(&content, &"text".into(), &words.into()).ok()?;
    Reflect::set(&content, &"url".into(), &address.into()).ok()?;
    share.call1(&window.navigator(), &content).ok()?.dyn_into().ok()
}
