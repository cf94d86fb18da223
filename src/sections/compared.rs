//! The forces that are compared: their colours, and a button that takes each out.

use crate::live::{answer, text};
use crate::store::{Shown, Store};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The forces in the order of their colours.
#[component]
pub fn Pins() -> impl IntoView {
    let store = Store::here();
    let pins = move || {
        let Shown { data, view } = store.shown.get();
        let pins = view.pins.into_iter().enumerate().filter_map(|(slot, pin)| Some((slot, pin?)));
        pins.map(|(slot, force)| {
            let name = data.force(force).map_or(String::new(), |f| f.name.clone());
            view! {
                <li>
                    <span class=format!("pin pin-{slot}") aria-hidden="true"></span>
                    <span inner_html=text(&name)></span>
                    <button type="button" aria-label=format!("Unpin {name}") on:click=answer(move |_: MouseEvent| store.toggle_pin(force))>"Unpin"</button>
                </li>
            }
        })
        .collect_view()
    };
    view! { <ul class="pins">{pins}</ul> }
}
