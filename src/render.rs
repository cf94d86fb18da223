//! Components as HTML text, without the marks of places, which only hydration needs.

use leptos::prelude::*;

/// Writes components, for the present context.
#[cfg(not(target_arch = "wasm32"))]
pub fn to_html<V: IntoView>(content: impl FnOnce() -> V) -> String {
    content().into_view().to_html().replace("<!>", "").replace("<!---->", "")
}

/// Writes components, for the present context: mounts them for a moment and asks the browser. (Leptos
/// writes them itself with its feature `ssr`, which excludes what it does in a browser.)
#[cfg(target_arch = "wasm32")]
pub fn to_html<V: IntoView + 'static>(content: impl FnOnce() -> V + 'static) -> String {
    use leptos::wasm_bindgen::JsCast as _;

    let place = web_sys::window().and_then(|w| w.document()?.create_element("div").ok());
    let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return String::new();
    };
    let owner = Owner::new();
    let mounted = owner.with(|| leptos::mount::mount_to(place.clone(), content));
    let text = place.inner_html();
    // Effects wait to run, and text has none.
    owner.pause();
    drop(mounted);
    text.replace("<!---->", "")
}
