//! The map: SVG areas that answer to pointer, touch and keys, a legend, and an inset for London.
//!
//! Tab enters once; arrow keys go to the neighbour in that direction, a letter to the next force
//! that starts with it, Home and End to the first and last by name; Enter chooses, Escape clears.

use super::state::State;
use crate::figures::{self, LegendEntry, MapArea, MapFigure};
use crate::geo::{Direction, ForceShape, MapShapes, nearest};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Codes shown enlarged in the inset: City of London and the force round it.
const LONDON: [&str; 2] = ["E23000001", "E23000034"];

/// What the map's parts share.
#[derive(Clone, Copy)]
struct Map {
    state: State,
    figure: Memo<MapFigure>,
    /// The area that the keys are at, by its place in the figure.
    at: RwSignal<usize>,
    /// The area that the pointer or the keys are on.
    pointed: RwSignal<Option<usize>>,
    /// The keys are on the map.
    focused: RwSignal<bool>,
}

/// The map section.
pub(super) fn force_map(state: State) -> impl IntoView {
    let State { data, view, .. } = state;
    let scheme = Memo::new(move |_| (view.get().measure, view.get().unit));
    let classes = Memo::new(move |_| {
        let (measure, unit) = scheme.get();
        figures::classes(data, measure, unit)
    });
    let figure = Memo::new(move |_| figures::map(data, &view.get(), &classes.get()));
    let map = Map {
        state,
        figure,
        at: RwSignal::new(state.view.get_untracked().force.map_or(0, |f| f.index())),
        pointed: RwSignal::new(None),
        focused: RwSignal::new(false),
    };
    view! {
        <section class="figure map" aria-labelledby="h-map">
            <h2 id="h-map">{move || figure.get().title}</h2>
            <p class="description" id="map-description">{move || figure.get().description}</p>
            <div class="map-frame">
                {readout(map)}
                {picture(map)}
            </div>
            <ul class="legend" aria-label="What the shades mean">
                {move || figure.get().legend.into_iter().map(legend).collect_view()}
            </ul>
        </section>
    }
}

fn readout(map: Map) -> impl IntoView {
    let text = move || {
        let figure = map.figure.get();
        let place = map.pointed.get().or(map.state.view.get().force.map(|f| f.index()));
        place.and_then(|i| figure.areas.get(i)).map(|a| a.spoken.clone())
    };
    view! {
        <p class="readout" aria-hidden="true">
            {move || text().unwrap_or_else(|| "Point at a force, or choose one.".to_owned())}
        </p>
    }
}

fn picture(map: Map) -> impl IntoView {
    let MapShapes { shapes, width } = map.state.shapes;
    let height = MapShapes::HEIGHT;
    let areas = map.figure.get_untracked().areas;
    let paths = areas.into_iter().enumerate().filter_map(|(i, area)| {
        let shape = shapes.iter().find(|s| s.code == area.code)?;
        Some(area_path(map, i, area, shape))
    });
    let paths = paths.collect_view();
    view! {
        <svg
            class="force-map"
            viewBox=format!("-20 -20 {} {}", width + 40, height + 40)
            role="group"
            aria-label="Map of police force areas"
            aria-describedby="map-description"
            on:focusin=move |_| map.focused.set(true)
            on:focusout=move |_| {
                map.focused.set(false);
                map.pointed.set(None);
            }
            on:pointerleave=move |_| map.pointed.set(None)
            on:keydown=move |event| key(map, &event)
        >
            <defs>
                <pattern id="blank" width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="blank-ground" width="48" height="48"></rect>
                    <rect class="blank-line" width="7" height="48"></rect>
                </pattern>
            </defs>
            {paths}
            {outline(map, "chosen-outline", move || map.state.view.get().force.map(|f| f.index()))}
            {outline(map, "focus-outline", move || map.focused.get().then(|| map.at.get()))}
            {inset(map)}
        </svg>
    }
}

fn fill_class(area: Option<&MapArea>) -> String {
    match area.and_then(|a| a.class) {
        Some(class) => format!("area c{class}"),
        None => "area blank".to_owned(),
    }
}

fn area_path(map: Map, place: usize, area: MapArea, shape: &'static ForceShape) -> impl IntoView {
    let force = area.force;
    let chosen = move || map.state.view.get().force == Some(force);
    let spoken = move || map.figure.with(|f| f.areas.get(place).map(|a| a.spoken.clone()));
    view! {
        <path
            id=format!("area-{}", area.code)
            data-code=area.code
            d=shape.path.as_str()
            fill-rule="evenodd"
            fill="url(#blank)"
            class=move || map.figure.with(|f| fill_class(f.areas.get(place)))
            role="button"
            aria-label=spoken
            aria-pressed=move || chosen().to_string()
            tabindex=move || if map.at.get() == place { "0" } else { "-1" }
            on:click=move |_| {
                map.at.set(place);
                map.state.choose_force((!chosen()).then_some(force));
            }
            on:pointerenter=move |_| map.pointed.set(Some(place))
            on:focus=move |_| map.pointed.set(Some(place))
        ></path>
    }
}

/// A line round one area, drawn over all others so that no neighbour covers it.
fn outline(
    map: Map,
    class: &'static str,
    place: impl Fn() -> Option<usize> + Send + Sync + 'static,
) -> impl IntoView {
    let path = move || {
        let code = place().and_then(|i| map.state.data.forces.get(i)).map(|f| f.code.as_str());
        code.and_then(|c| map.state.shapes.shape(c)).map_or("", |s| s.path.as_str())
    };
    view! { <path class=class d=path fill-rule="evenodd" aria-hidden="true"></path> }
}

/// London enlarged, in the empty sea at the top right. A pointer's help: keys and screen readers
/// have City of London on the map itself.
fn inset(map: Map) -> impl IntoView {
    let MapShapes { shapes, width } = map.state.shapes;
    let london = shapes.iter().find(|s| s.code == LONDON[0])?;
    let (left, top, right, bottom) = london.bounds;
    let size = (width * 3) / 10;
    let x = width - size;
    let height = size * (bottom - top + 40) / (right - left + 40);
    let paths = LONDON.iter().filter_map(|code| {
        let shape = shapes.iter().find(|s| s.code == *code)?;
        let place = map.state.data.force_by_code(code)?;
        let force = place;
        let place = place.index();
        Some(view! {
            <path
                d=shape.path.as_str()
                fill-rule="evenodd"
                fill="url(#blank)"
                class=move || map.figure.with(|f| fill_class(f.areas.get(place)))
                class:inset-chosen=move || map.state.view.get().force == Some(force)
                on:click=move |_| {
                    let chosen = map.state.view.get_untracked().force == Some(force);
                    map.state.choose_force((!chosen).then_some(force));
                }
                on:pointerenter=move |_| map.pointed.set(Some(place))
            ></path>
        })
    });
    Some(view! {
        <g class="inset" aria-hidden="true">
            <text x=x y="120">"London, enlarged"</text>
            <svg
                x=x
                y="170"
                width=size
                height=height
                viewBox=format!("{} {} {} {}", left - 20, top - 20, right - left + 40, bottom - top + 40)
            >
                {paths.collect_view()}
            </svg>
            <rect class="inset-frame" x=x y="150" width=size height=height + 40></rect>
        </g>
    })
}

fn legend(entry: LegendEntry) -> impl IntoView {
    let swatch = match entry.class {
        Some(class) => format!("swatch c{class}"),
        None => "swatch blank".to_owned(),
    };
    let forces =
        if entry.forces == 1 { "1 force".to_owned() } else { format!("{} forces", entry.forces) };
    view! {
        <li>
            <span class=swatch aria-hidden="true"></span>
            {entry.label}" "<small>{format!("({forces})")}</small>
        </li>
    }
}

fn key(map: Map, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let at = map.at.get_untracked();
    let centres = || -> Vec<(i32, i32)> {
        let forces = map.state.data.forces.iter();
        forces.map(|f| map.state.shapes.shape(&f.code).map_or((0, 0), |s| s.centre)).collect()
    };
    let go = |direction| nearest(&centres(), at, direction);
    let to = match event.key().as_str() {
        "ArrowUp" => go(Direction::Up),
        "ArrowDown" => go(Direction::Down),
        "ArrowLeft" => go(Direction::Left),
        "ArrowRight" => go(Direction::Right),
        "Home" => by_name(map).first().copied(),
        "End" => by_name(map).last().copied(),
        "Enter" | " " => {
            event.prevent_default();
            let force = map.figure.with_untracked(|f| f.areas.get(at).map(|a| a.force));
            let chosen = map.state.view.get_untracked().force == force;
            map.state.choose_force(force.filter(|_| !chosen));
            return;
        }
        "Escape" => {
            map.state.choose_force(None);
            return;
        }
        letter if letter.chars().count() == 1 => starting_with(map, letter, at),
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        map.at.set(to);
        focus(map, to);
    }
}

/// Places of the forces in order of their names.
fn by_name(map: Map) -> Vec<usize> {
    let forces = &map.state.data.forces;
    let mut places: Vec<usize> = (0..forces.len()).collect();
    places.sort_by_key(|i| forces.get(*i).map(|f| f.name.as_str()));
    places
}

/// The next force after `at` by name that starts with a letter.
fn starting_with(map: Map, letter: &str, at: usize) -> Option<usize> {
    let order = by_name(map);
    let here = order.iter().position(|i| *i == at).unwrap_or(0);
    let round = order.iter().cycle().skip(here + 1).take(order.len());
    let letter = letter.to_lowercase();
    let starts = |i: &usize| {
        map.state.data.forces.get(*i).is_some_and(|f| f.name.to_lowercase().starts_with(&letter))
    };
    round.copied().find(starts)
}

fn focus(map: Map, place: usize) {
    let code = map.state.data.forces.get(place).map(|f| f.code.as_str()).unwrap_or_default();
    let document = web_sys::window().and_then(|w| w.document());
    let element = document.and_then(|d| d.get_element_by_id(&format!("area-{code}")));
    if let Some(svg) = element.and_then(|e| e.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = svg.focus();
    }
}
