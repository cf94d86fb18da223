//! A picture of pixels from an SVG, made by the browser.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{self, Promise, Uint8Array};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// An SVG as an address of its own, which the page's policy allows and which taints no canvas.
pub(super) fn address(svg: &str) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg)))
}

/// The SVG drawn with `ratio` pixels for each of its own, as PNG.
///
/// # Errors
/// Whatever the browser says: no canvas so large, or a picture it cannot read.
pub(super) async fn png(
    svg: &str,
    (width, height, ratio): (u32, u32, u32),
) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new_with_width_and_height(width, height)?;
    image.set_src(&address(svg));
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width * ratio);
    canvas.set_height(height * ratio);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let (right, bottom) = (f64::from(width * ratio), f64::from(height * ratio));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, right, bottom)?;
    let made = Promise::new(&mut |done, failed| {
        let taken = Closure::once_into_js(move |blob: JsValue| {
            let answer = if blob.is_null() { failed } else { done };
            let _ = answer.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(taken.unchecked_ref());
    });
    JsFuture::from(made).await?.dyn_into()
}

/// What a file holds.
///
/// # Errors
/// Whatever the browser says.
pub(super) async fn bytes(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
