//! Work in a task of its own.

use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::{Function, Reflect, global};

/// Does work as soon as the page has answered what waits. A timer set by a timer waits for four
/// milliseconds instead; where the browser knows no better, it does here too.
pub fn soon(work: impl FnOnce() + 'static) {
    let work: Function = Closure::once_into_js(work).unchecked_into();
    let posted = Reflect::get(&global(), &"scheduler".into()).and_then(|scheduler| {
        let post: Function = Reflect::get(&scheduler, &"postTask".into())?.dyn_into()?;
        post.call1(&scheduler, &work)
    });
    if let (Err(_), Some(window)) = (posted, web_sys::window()) {
        let _: Result<_, JsValue> = window.set_timeout_with_callback(&work);
    }
}
