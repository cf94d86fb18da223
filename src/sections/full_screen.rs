//! A figure over the whole screen, where the browser can do that. Escape leads back, as everywhere.

use crate::live::answer;
use crate::store::Store;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::Element;

/// The button. Another site decides for its frames, so they have none.
#[component]
pub fn FullScreen(figure: Box<dyn Fn() -> Option<Element>>) -> impl IntoView {
    let store = Store::here();
    let can = || web_sys::window()?.document().filter(|d| d.fullscreen_enabled());
    let hidden = store.is_framed() || !(store.written || can().is_some());
    // A refusal leaves the page as it is.
    let press = move |_: MouseEvent| {
        let _ = figure().map(|figure| figure.request_fullscreen());
    };
    view! {
        <button type="button" class="btn-i btn-full" hidden=hidden inert=store.inert() on:click=answer(press)>"Full screen"</button>
    }
}
