//! The map of a second year, beside the first: one scale, one frame, and one force pointed at in both. It
//! is for those who see; keys and screen readers have the first map and the table, which names both years.

use super::legend::year_title;
use super::{MapState, force_of};
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::Store;
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures::MapFigure;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;
use maud::{Markup, html};

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
    let of = move |write: fn(Store, MapState, FinancialYear, &MapFigure) -> Markup| {
        live_html(move || {
            let second = map.second.read();
            second
                .as_ref()
                .map(|(year, figure)| write(store, map, *year, figure))
                .unwrap_or_default()
        })
    };
    let title = of(|_, _, year, figure| html! { (year_title(year, figure)) });
    let areas =
        of(|store, map, _, figure| markup::areas(figure, store.outlines().of(map.tiles.get())));
    let marks = of(|store, map, _, figure| map.marks(store, figure));
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
                <g inner_html=areas></g>
                <g class="marks" inner_html=marks></g>
                <path class="chosen-halo" d=live(move || path(store.force.get()))></path>
                <path class="chosen-outline" d=live(move || path(store.force.get()))></path>
                <path class="pointed-outline" d=live(move || path(map.pointed.get()))></path>
            </svg>
        </div>
    }
}
