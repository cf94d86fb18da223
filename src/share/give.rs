//! Files, pictures and links handed to the reader, as far as the browser lets a page do so.

use crate::address::is_framed;
use cyberflag_export::Stamp;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// What a file holds, to be shown where it cannot be saved.
pub(super) enum Kind<'a> {
    /// Text.
    Text(&'a str),
    /// The address of a picture.
    Picture(&'a str),
    /// Nothing that could be shown.
    None,
}

/// How long the address of a file stays good, in milliseconds: the download has begun long before.
const GOOD_FOR: u64 = 60_000;

/// What is said once a file has been handed over.
pub(super) fn saved(name: &str) -> String {
    format!("Saved as {name}, where your browser keeps downloads.")
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
    crate::share::events::after(GOOD_FOR, move || {
        let _ = Url::revoke_object_url(&address);
    });
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

/// Shares the address of the view by the device's own way. A reader who changes their mind is no
/// error.
pub(super) fn send(words: &str, stamp: &Stamp) {
    let Some((share, window)) = share().zip(web_sys::window()) else { return };
    let content = Object::new();
    let here = || window.location().href().unwrap_or_default();
    let address = stamp.address.clone().unwrap_or_else(here);
    let _ = Reflect::set(&content, &"text".into(), &words.into());
    let _ = Reflect::set(&content, &"url".into(), &address.into());
    if let Ok(sent) = share.call1(&window.navigator(), &content) {
        let ignore = wasm_bindgen::closure::Closure::once_into_js(|_: JsValue| ());
        let sent: Promise = sent.unchecked_into();
        let catch = Reflect::get(&sent, &"catch".into()).ok().and_then(|c| c.dyn_into().ok());
        let _ = catch.map(|catch: Function| catch.call1(&sent, &ignore));
    }
}
