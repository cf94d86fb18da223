//! The map: 43 areas that answer, drawn as outlines or as tiles of equal size.
//!
//! [`keys`] moves among them, [`zoom`] enlarges, [`area`] is one of them.

mod area;
mod keys;
mod legend;
mod zoom;

pub use legend::{Key, MapTitle};

use super::find::is;
use crate::calm::in_sight;
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use area::Area;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::Viewport;
use cyberflag_figures::{self as figures, MapFigure};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Section;
use leptos::prelude::*;
use leptos::svg::Svg;
use zoom::{Gesture, Zoom};

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub struct MapState {
    /// The map of the view; none while it was not needed yet.
    pub figure: Memo<Option<MapFigure>>,
    /// The forces are tiles of equal size.
    tiles: Memo<bool>,
    /// The part that is seen.
    frame: RwSignal<Viewport>,
    /// The force that the pointer is on.
    pointed: RwSignal<Option<ForceId>>,
    /// The force that has the focus.
    focused: RwSignal<Option<ForceId>>,
    /// The force that Tab comes to, once the keys were on the map.
    stop: RwSignal<Option<ForceId>>,
    /// The drawing.
    svg: NodeRef<Svg>,
}

impl MapState {
    /// The state of the map of a page. `section` is where it stands.
    pub fn new(store: Store, section: NodeRef<Section>) -> Self {
        let shown = in_sight(section, 0, true);
        let scheme = Memo::new(move |_| {
            let shown = shown.read();
            shown.as_ref().map(|Shown { view, .. }| (view.measure, view.unit))
        });
        let scale = Memo::new(move |_| {
            let data = store.data.get();
            scheme.get().map(|(measure, unit)| figures::map_scale(&data, measure, unit))
        });
        let figure = Memo::new(move |_| {
            let Shown { data, view } = shown.get()?;
            scale.read().as_ref().map(|scale| figures::map(&data, &view, scale))
        });
        Self {
            figure,
            tiles: Memo::new(move |_| store.shown.read().view.tiles),
            frame: RwSignal::new(Viewport::whole(&store.outlines().map)),
            pointed: RwSignal::new(None),
            focused: RwSignal::new(None),
            stop: RwSignal::new(None),
            svg: NodeRef::new(),
        }
    }

    /// The state of the map that a component belongs to.
    fn here() -> Self {
        expect_context()
    }
}

/// The drawing.
#[component]
pub fn ForceMap() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let zoom = StoredValue::new_local(Gesture::default());
    let zoom = Zoom { store, map, gesture: zoom };
    zoom.follow_choice();
    let class =
        live(move || if store.shown.read().view.tiles { "force-map tiles" } else { "force-map" });
    // The dots of areas without a figure keep their size on the screen.
    let whole = Viewport::whole(&store.outlines().map).step;
    let dots =
        live_html(move || markup::dots("nofig", (34 * map.frame.read().step / whole).max(2)));
    let marks = live_html(move || {
        let (figure, outlines) = (map.figure.read(), store.outlines());
        let tiles = map.tiles.get();
        let marks =
            figure.as_ref().map(|f| markup::map_marks(f, (&outlines.map, &outlines.tiles), tiles));
        marks.unwrap_or_default()
    });
    let forces = store.data().force_ids().map(|force| view! { <Area force/> }).collect_view();
    view! {
        <div id="map">
            <svg
                class=class
                viewBox=live(move || map.frame.get().view_box())
                role="group"
                aria-label="Map of police force areas"
                aria-describedby="map-description"
                node_ref=map.svg
                on:keydown=answer(move |event: KeyboardEvent| keys::press(store, map, &event))
                on:click:capture=answer(move |event: MouseEvent| zoom.end(&event))
                on:wheel=answer(move |event| zoom.wheel(&event))
                on:pointerdown=answer(move |event| zoom.point(&event))
                on:pointermove=answer(move |event| zoom.point(&event))
                on:pointerup=answer(move |event| zoom.point(&event))
                on:pointercancel=answer(move |event| zoom.point(&event))
                on:touchmove=answer(move |event| zoom.touch(&event))
            >
                <defs inner_html=dots></defs>
                {forces}
                <path class="chosen-halo" aria-hidden="true" d=live(move || force_path(store, store.force.get()))></path>
                <path class="chosen-outline" aria-hidden="true" d=live(move || force_path(store, store.force.get()))></path>
                <g class="marks" aria-hidden="true" inner_html=marks></g>
                <path class="focus-outline" aria-hidden="true" d=live(move || force_path(store, map.focused.get()))></path>
            </svg>
        </div>
    }
}

/// What is said of the force that is pointed at, or chosen.
#[component]
pub fn Readout() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let words = live_html(move || {
        let force = map.pointed.get().or(map.focused.get()).or(store.force.get());
        let figure = map.figure.read();
        markup::readout(
            figure.as_ref().zip(force).and_then(|(f, force)| f.areas.get(force.index())),
        )
    });
    view! { <p class="readout" id="map-readout" aria-hidden="true" inner_html=words></p> }
}

fn force_path(store: Store, force: Option<ForceId>) -> String {
    force.and_then(|force| store.shape(force)).map_or(String::new(), |shape| shape.path)
}

/// The buttons at the map.
#[component]
pub fn MapTools() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let tiles = move || map.tiles.get();
    let button = move |action: zoom::Action, name: Option<&'static str>, words: &'static str| {
        view! {
            <button type="button" class="btn-i" aria-label=name on:click=answer(move |_: MouseEvent| zoom::by(store, map, action, None))>{words}</button>
        }
    };
    view! {
        <div class="zoom" role="group" aria-label="Size of the map" inert=store.inert()>
            {button(zoom::Action::In, Some("Zoom in"), "+")}
            {button(zoom::Action::Out, Some("Zoom out"), "\u{2212}")}
        </div>
        <div class="map-tools" inert=store.inert()>
            {button(zoom::Action::Whole, None, "Reset")}
            <button id="tiles-of-equal-size" class="btn-i" type="button" aria-pressed=live(move || is(tiles())) on:click=answer(move |_: MouseEvent| store.change(|s| s.tiles = !s.tiles))>"Tiles of equal size"</button>
        </div>
    }
}
