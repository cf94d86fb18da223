//! The map: 43 areas that answer, drawn as outlines or as tiles of equal size.
//!
//! [`keys`] moves among them, [`zoom`] enlarges, [`area`] is one of them.

mod area;
mod keys;
mod legend;
mod second;
mod zoom;

pub use legend::{FirstYear, Key, MapTitle};
pub use second::SecondMap;

use super::find::is;
use crate::calm::in_sight;
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use area::Area;
use cyberflag_data::domain::{FinancialYear, ForceId};
use cyberflag_figures::geo::{ForceShape, Viewport};
use cyberflag_figures::{self as figures, MapFigure};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::Section;
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::wasm_bindgen::JsCast as _;
use maud::Markup;
use web_sys::{Element, Event};
use zoom::{Gesture, Zoom};

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub struct MapState {
    /// The map of the view; none while it was not needed yet.
    pub figure: Memo<Option<MapFigure>>,
    /// The map of the second year, if one is chosen.
    second: Memo<Option<(FinancialYear, MapFigure)>>,
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
        let second = Memo::new(move |_| {
            let Shown { data, view } = shown.get()?;
            let (year, scale) = (view.beside?, scale.read());
            Some((year, figures::map(&data, &view.at(year), scale.as_ref()?)))
        });
        Self {
            figure,
            second,
            tiles: Memo::new(move |_| store.shown.read().view.tiles),
            frame: RwSignal::new(Viewport::whole(&store.outlines().map)),
            pointed: RwSignal::new(None),
            focused: RwSignal::new(None),
            stop: RwSignal::new(None),
            svg: NodeRef::new(),
        }
    }

    /// A force as the map shows it.
    fn shape(self, store: Store, force: ForceId) -> Option<ForceShape> {
        let code = store.data.read().force(force)?.code;
        store.outlines().of(self.tiles.get()).shape(code.as_str()).cloned()
    }

    /// The circles and names over the areas.
    fn marks(self, store: Store, figure: &MapFigure) -> Markup {
        let outlines = store.outlines();
        markup::map_marks(figure, (&outlines.map, &outlines.tiles), self.tiles.get())
    }

    /// Whether two maps stand side by side.
    pub fn has_second(self) -> bool {
        self.second.read().is_some()
    }

    /// The outline of a force; empty for none.
    fn path(self, store: Store, force: Option<ForceId>) -> String {
        let shape = force.and_then(|force| self.shape(store, force));
        shape.map_or(String::new(), |shape| shape.path)
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
    let class = live(move || if map.tiles.get() { "force-map tiles" } else { "force-map" });
    // The dots of areas without a figure keep their size on the screen.
    let whole = Viewport::whole(&store.outlines().map).step;
    let dots =
        live_html(move || markup::dots("nofig", (34 * map.frame.read().step / whole).max(2)));
    let marks = live_html(move || {
        map.figure.read().as_ref().map(|f| map.marks(store, f)).unwrap_or_default()
    });
    let forces = store.data().force_ids().map(|force| view! { <Area force/> }).collect_view();
    let path = move |force| map.path(store, force);
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
                <path class="chosen-halo" aria-hidden="true" d=live(move || path(store.force.get()))></path>
                <path class="chosen-outline" aria-hidden="true" d=live(move || path(store.force.get()))></path>
                // What can be pressed there is City of London in the sea.
                <g class="marks" aria-hidden="true" inner_html=marks
                    on:click=answer(move |event: MouseEvent| force_of(store, &event).into_iter().for_each(|force| store.toggle_force(force)))
                    on:pointerover=answer(move |event: PointerEvent| map.pointed.set(force_of(store, &event)))
                    on:pointerout=answer(move |_: PointerEvent| map.pointed.set(None))></g>
                <path class="pointed-outline" aria-hidden="true" d=live(move || path(map.pointed.get().filter(|_| map.has_second())))></path>
                <path class="focus-outline" aria-hidden="true" d=live(move || path(map.focused.get()))></path>
            </svg>
        </div>
    }
}

/// The force whose mark an event comes from.
fn force_of(store: Store, event: &Event) -> Option<ForceId> {
    let mark = event.target()?.dyn_into::<Element>().ok()?;
    store.data().force_by_code(&mark.get_attribute("data-force")?)
}

/// What is said of the force that is pointed at, or chosen.
#[component]
pub fn Readout() -> impl IntoView {
    let store = Store::here();
    let map = MapState::here();
    let words = live_html(move || {
        let force = map.pointed.get().or(map.focused.get()).or(store.force.get());
        let (figure, second) = (map.figure.read(), map.second.read());
        let of = |figure: &MapFigure| figure.areas.get(force?.index()).cloned();
        let other = second.as_ref().and_then(|(year, figure)| Some((*year, of(figure)?)));
        markup::readout(figure.as_ref().and_then(of).as_ref(), other)
    });
    view! { <p class="readout" id="map-readout" aria-hidden="true" inner_html=words></p> }
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
