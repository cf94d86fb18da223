//! Zoom and pan of the map: buttons, keys, wheel with Ctrl, two fingers, dragging.
//!
//! All of it changes the `viewBox` of the map's SVG, which is also where it is kept. One finger
//! and a plain wheel are left to the page.

use super::dom::{find, set};
use super::events::on;
use super::force_map;
use super::state::State;
use crate::markup::ZoomAction;
use cyberflag_figures::geo::Viewport;
use leptos::prelude::GetUntracked as _;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, PointerEvent, SvgElement, WheelEvent};

/// On the map while it is dragged, until the click that ends it: that click chooses nothing.
pub(super) const PANNING: &str = "panning";

/// A move of fewer pixels is a click.
const CLICK: i32 = 5;

/// A finger, or the mouse with its button down: id, where it went down and where it is.
struct Pointer {
    id: i32,
    from: (i32, i32),
    at: (i32, i32),
}

/// What is under way: the frame when the first or the second pointer went down, and the pointers.
#[derive(Default)]
struct Gesture {
    start: Option<Viewport>,
    pointers: Vec<Pointer>,
}

/// Listens on the map.
pub(super) fn follow(root: &HtmlElement, state: State) {
    let Some(map) = find(root, "map") else { return };
    let gesture = Rc::new(RefCell::new(Gesture::default()));
    for name in
        ["wheel", "touchmove", "pointerdown", "pointermove", "pointerup", "pointercancel", "click"]
    {
        let (place, gesture) = (map.clone(), gesture.clone());
        let work = move |event| {
            let svg = place.first_element_child();
            if let (Some(svg), Ok(mut gesture)) = (svg, gesture.try_borrow_mut()) {
                answer(state, &svg, &mut gesture, &event);
            }
        };
        on(&map, name, Box::new(work));
    }
}

fn answer(state: State, svg: &Element, gesture: &mut Gesture, event: &Event) {
    if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
        if let Some(frame) = frame(svg).filter(|_| wheel.ctrl_key() || wheel.meta_key()) {
            event.prevent_default();
            let turn = (wheel.delta_y() as i32).clamp(-50, 50);
            let about = drawn(svg, frame, (wheel.client_x(), wheel.client_y()));
            show(
                state,
                svg,
                frame.zoomed(state.shapes, about, frame.step + frame.step * turn / 150),
            );
        }
    } else if let Some(pointer) =
        event.dyn_ref::<PointerEvent>().filter(|_| event.type_() != "click")
    {
        point(state, svg, gesture, pointer);
    } else if event.type_() == "click" {
        let _ = svg.class_list().remove_1(PANNING);
    } else if gesture.pointers.len() > 1 {
        // Two fingers move the map, not the page.
        event.prevent_default();
    }
}

fn point(state: State, svg: &Element, gesture: &mut Gesture, event: &PointerEvent) {
    let (id, at) = (event.pointer_id(), (event.client_x(), event.client_y()));
    let touch = event.pointer_type() == "touch";
    // Without a button down it only passes over, whatever was missed outside the map.
    if event.type_() == "pointermove" && event.buttons() != 0 {
        if let Some(pointer) = gesture.pointers.iter_mut().find(|p| p.id == id) {
            pointer.at = at;
            if let Some(next) = moved(state, svg, gesture, touch) {
                if !svg.class_list().contains(PANNING) {
                    let _ = svg.class_list().add_1(PANNING);
                    let _ = svg.set_pointer_capture(id);
                }
                show(state, svg, next);
            }
        }
        return;
    }
    gesture.pointers.retain(|p| p.id != id);
    if event.type_() == "pointerdown" && event.button() == 0 {
        let _ = svg.class_list().remove_1(PANNING);
        gesture.pointers.push(Pointer { id, from: at, at });
    }
    // Another pointer starts another move.
    gesture.start = frame(svg);
    for pointer in &mut gesture.pointers {
        pointer.from = pointer.at;
    }
}

/// The frame that the pointers ask for, if they ask for another.
fn moved(state: State, svg: &Element, gesture: &Gesture, touch: bool) -> Option<Viewport> {
    let start = gesture.start?;
    let map = state.shapes;
    match gesture.pointers.as_slice() {
        [one] if !touch && start.step < Viewport::whole(map).step => {
            let far = (one.at.0 - one.from.0).abs() + (one.at.1 - one.from.1).abs() >= CLICK;
            let (a, b) = (drawn(svg, start, one.from), drawn(svg, start, one.at));
            (far || svg.class_list().contains(PANNING))
                .then(|| start.moved(map, (a.0 - b.0, a.1 - b.1)))
        }
        [one, two] => {
            let apart = |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
            let middle = |a: (i32, i32), b: (i32, i32)| ((a.0 + b.0) / 2, (a.1 + b.1) / 2);
            let (before, now) = (apart(one.from, two.from), apart(one.at, two.at));
            let about = drawn(svg, start, middle(one.from, two.from));
            let next = start.zoomed(map, about, start.step * before / now.max(1));
            let at = drawn(svg, next, middle(one.at, two.at));
            Some(next.moved(map, (about.0 - at.0, about.1 - at.1)))
        }
        _ => None,
    }
}

/// A place on the screen as a place in the drawing, in a frame's tenths.
fn drawn(svg: &Element, frame: Viewport, (x, y): (i32, i32)) -> (i32, i32) {
    let seen = svg.get_bounding_client_rect();
    let width = (seen.width() as i32).max(1);
    let (x, y) = (x - seen.left() as i32, y - seen.top() as i32);
    (frame.left + x * 7 * frame.step / width, frame.top + y * 7 * frame.step / width)
}

fn frame(svg: &Element) -> Option<Viewport> {
    Viewport::parse(&svg.get_attribute("viewBox")?)
}

/// Shows a part of the map. The borders and the dots of blanks keep their size on the screen.
fn show(state: State, svg: &Element, frame: Viewport) {
    set(svg, "viewBox", &frame.view_box());
    let scale = frame.step * 1000 / Viewport::whole(state.shapes).step;
    if let Some(svg) = svg.dyn_ref::<SvgElement>() {
        let _ = svg.style().set_property("--scale", &format!("{scale}e-3"));
    }
    if let Some(dots) = find(svg, "nofig") {
        set(&dots, "patternTransform", &format!("scale({scale}e-3)"));
    }
}

/// Answers one of the buttons above the map.
pub(super) fn press(state: State, button: &Element) {
    let action = button.get_attribute("data-zoom").and_then(|slug| ZoomAction::parse(&slug));
    let Some(action) = action else { return };
    let page = button.owner_document();
    if let Some(svg) = page.and_then(|p| p.query_selector("#map .force-map").ok().flatten()) {
        let chosen = state.view.get_untracked().force;
        by(state, &svg, action, force_map::shape(state, chosen).map(|s| s.centre));
    }
}

/// Zooms, round a force if one is meant and seen, or changes between the map and its tiles.
pub(super) fn by(state: State, svg: &Element, action: ZoomAction, place: Option<(i32, i32)>) {
    let Some(now) = frame(svg) else { return };
    let place = place.map(tenths).filter(|p| now.holds(*p)).unwrap_or(now.middle());
    let next = match action {
        ZoomAction::Tiles => return state.change(&mut |s| s.tiles = !s.tiles),
        ZoomAction::Whole => Viewport::whole(state.shapes),
        ZoomAction::Out => now.zoomed(state.shapes, now.middle(), now.step * 2),
        ZoomAction::In => {
            now.zoomed(state.shapes, now.middle(), now.step / 2).centred(state.shapes, place)
        }
    };
    show(state, svg, next);
}

/// Moves the map so that a place is seen.
pub(super) fn reveal(state: State, svg: &Element, place: (i32, i32)) {
    if let Some(now) = frame(svg).filter(|f| !f.holds(tenths(place))) {
        show(state, svg, now.centred(state.shapes, tenths(place)));
    }
}

fn tenths((x, y): (i32, i32)) -> (i32, i32) {
    (x * 10, y * 10)
}
