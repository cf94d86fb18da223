//! The map: 43 areas that answer, drawn as outlines or as tiles of equal size.
//!
//! [`keys`] moves among them, [`zoom`] enlarges, [`area`] is one of them.

mod area;
mod keys;
mod legend;
mod zoom;

pub use legend::{Legend, MapTitle};

use crate::calm::in_sight;
use crate::live::{answer, live, live_text};
use crate::store::{Shown, Store};
use area::Area;
use cyberflag_data::domain::{ForceId, MeasureId, Unit};
use cyberflag_figures::geo::Viewport;
use cyberflag_figures::scale::Classes;
use cyberflag_figures::{self as figures, MapFigure};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Section;
use leptos::prelude::*;
use leptos::svg::Svg;
use zoom::{Gesture, Zoom};

/// The readout while nothing is pointed at or chosen.
const CHOOSE: &str = "Choose a force on the map to read its number.";

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub struct MapState {
    /// The map of the view; none while it was not needed yet.
    pub figure: Memo<Option<MapFigure>>,
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
        let classes = Memo::new(move |_| {
            scheme.get().map(|(measure, unit): (MeasureId, Unit)| -> Classes {
                figures::classes(&store.data.get(), measure, unit)
            })
        });
        let figure = Memo::new(move |_| {
            let Shown { data, view } = shown.get()?;
            classes.read().as_ref().map(|classes| figures::map(&data, &view, classes))
        });
        Self {
            figure,
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

    /// What is said of a force.
    fn spoken(self, force: ForceId) -> String {
        let figure = self.figure.read();
        let area = figure.as_ref().and_then(|figure| figure.areas.get(force.index()));
        area.map_or(String::new(), |area| area.spoken.clone())
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
                <defs inner_html=PATTERN></defs>
                {forces}
                <path class="chosen-outline" aria-hidden="true" d=live(move || force_path(store, store.force.get()))></path>
                <path class="focus-outline" aria-hidden="true" d=live(move || force_path(store, map.focused.get()))></path>
            </svg>
        </div>
    }
}

/// The readout under the map.
#[component]
pub fn Readout() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let words = live_text(move || {
        let force = map.pointed.get().or(map.focused.get()).or(store.force.get());
        force.map_or(CHOOSE.to_owned(), |force| map.spoken(force))
    });
    view! { <p class="readout" id="map-readout" aria-hidden="true" inner_html=words></p> }
}

/// The hatching of areas without a number.
const PATTERN: &str = "<pattern id=\"blank\" width=\"48\" height=\"48\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"blank-ground\" width=\"48\" height=\"48\"></rect><rect class=\"blank-line\" width=\"7\" height=\"48\"></rect></pattern>";

fn force_path(store: Store, force: Option<ForceId>) -> String {
    force.and_then(|force| store.shape(force)).map_or(String::new(), |shape| shape.path)
}

/// The buttons above the map.
#[component]
pub fn MapTools() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let tiles = move || store.shown.read().view.tiles;
    let button = move |action: zoom::Action, name: Option<&'static str>, words: &'static str| {
        view! {
            <button type="button" aria-label=name on:click=answer(move |_: MouseEvent| zoom::by(store, map, action, None))>{words}</button>
        }
    };
    view! {
        <div class="map-tools" role="group" aria-label="Map" inert=store.inert()>
            <button id="tiles" type="button" aria-pressed=live(move || super::find::is(tiles())) on:click=answer(move |_: MouseEvent| store.change(|s| s.tiles = !s.tiles))>"Equal-size tiles"</button>
            {button(zoom::Action::In, Some("Zoom in"), "+")}
            {button(zoom::Action::Out, Some("Zoom out"), "\u{2212}")}
            {button(zoom::Action::Whole, None, "Whole map")}
        </div>
    }
}
