//! The map of a second year, beside the first: one scale, one frame, and one force pointed at in both. It
//! is for those who see; keys and screen readers have the first map and the table, which names both years.

use super::{MapState, force_of};
use crate::live::{answer, live, live_html, live_text};
use crate::markup;
use crate::store::Store;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;

/// The second map, under the name of its year; nothing while there is none.
#[component]
pub fn SecondMap() -> impl IntoView {
    let map = MapState::here();
    let wanted = Memo::new(move |_| map.has_second());
    move || wanted.get().then(|| view! { <Second/> })
}

#[component]
fn Second() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let title = live_text(move || {
        let second = map.second.read();
        second.as_ref().map_or(String::new(), |(year, figure)| {
            format!("{}: {} of 43 forces", year.label(), figure.known())
        })
    });
    let content = live_html(move || {
        let (second, outlines) = (map.second.read(), store.outlines());
        let (shapes, tiles) = ((&outlines.map, &outlines.tiles), map.tiles.get());
        let content = second.as_ref().map(|(_, figure)| markup::whole_map(figure, shapes, tiles));
        content.unwrap_or_default()
    });
    let path = move |force| map.path(store, force);
    view! {
        <div class="map-2">
            <p class="map-y" inner_html=title></p>
            <svg
                class=live(move || if map.tiles.get() { "force-map tiles" } else { "force-map" })
                viewBox=live(move || map.frame.get().view_box())
                aria-hidden="true"
                on:click=answer(move |event: MouseEvent| {
                    force_of(store, &event).into_iter().for_each(|force| store.toggle_force(force));
                })
                on:pointerover=answer(move |event: PointerEvent| map.pointed.set(force_of(store, &event)))
                on:pointerout=answer(move |_: PointerEvent| map.pointed.set(None))
            >
                <g inner_html=content></g>
                <path class="chosen-halo" d=live(move || path(store.force.get()))></path>
                <path class="chosen-outline" d=live(move || path(store.force.get()))></path>
                <path class="pointed-outline" d=live(move || path(map.pointed.get()))></path>
            </svg>
        </div>
    }
}
