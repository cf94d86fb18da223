//! One force on the map. Tab comes to one of the 43 only: where the keys were last, else the chosen one.

use super::MapState;
use crate::live::{answer, live};
use crate::markup;
use crate::sections::find::is;
use crate::store::Store;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::MapArea;
use leptos::ev::{FocusEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos::svg::Path;
use web_sys::SvgElement;

/// The area. While the page is only text it is a link to the row of its force.
#[component]
pub fn Area(force: ForceId) -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let runs = !store.written;
    let code = store.data().force(force).map_or(String::new(), |f| f.code.to_string());
    let to = if runs { "area=" } else { "row-" };
    let is_stop = move || map.stop.get().or(store.force.get()).unwrap_or(ForceId(0)) == force;
    let of = move |read: fn(&MapArea) -> String| {
        let figure = map.figure.read();
        figure.as_ref().and_then(|f| f.areas.get(force.index())).map(read).unwrap_or_default()
    };
    let path = NodeRef::<Path>::new();
    travel(store, map.tiles, force, path);
    let choose = move |event: MouseEvent| {
        event.prevent_default();
        store.toggle_force(force);
    };
    let focus = move |_: FocusEvent| {
        map.stop.set(Some(force));
        map.focused.set(Some(force));
    };
    view! {
        <g>
            <a
                id=format!("area-{code}")
                href=format!("#{to}{code}")
                role=runs.then_some("button")
                tabindex=live(move || runs.then(|| if is_stop() { "0" } else { "-1" }))
                aria-pressed=live(move || runs.then(|| is(store.force.get() == Some(force))))
                aria-label=live(move || of(|area| area.spoken.clone()))
                on:click=answer(choose)
                on:focus=answer(focus)
                on:blur=answer(move |_: FocusEvent| map.focused.set(None))
                on:pointerover=answer(move |_: PointerEvent| map.pointed.set(Some(force)))
                on:pointerout=answer(move |_: PointerEvent| map.pointed.set(None))
            >
                <path
                    class=live(move || of(markup::area_class))
                    d=live(move || map.shape(store, force).map_or(String::new(), |shape| shape.path))
                    fill="url(#nofig)"
                    fill-rule="evenodd"
                    node_ref=path
                ></path>
            </a>
        </g>
    }
}

/// Tells the style sheet where a force travels from, when the map changes to tiles or back: `--from`.
fn travel(store: Store, tiles: Memo<bool>, force: ForceId, path: NodeRef<Path>) {
    Effect::watch(
        move || tiles.get(),
        move |tiles, _, _| {
            let outlines = store.outlines();
            let data = store.data();
            let shape = |tiles: bool| {
                let code = data.force(force)?.code;
                outlines.of(tiles).shape(code.as_str())
            };
            let (Some(from), Some(to)) = (shape(!tiles), shape(*tiles)) else { return };
            let percent = ((from.area / to.area).sqrt() * 100.0) as i32;
            let place = |from: i32, to: i32| from - to * percent / 100;
            let (x, y) = (place(from.centre.0, to.centre.0), place(from.centre.1, to.centre.1));
            let start = format!("translate({x}px,{y}px) scale({percent}e-2)");
            if let Some(path) = path.get_untracked() {
                let _ = SvgElement::style(&path).set_property("--from", &start);
            }
        },
        false,
    );
}
