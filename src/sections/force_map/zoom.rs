//! The map enlarged and moved: by buttons and keys, by the wheel with Ctrl, by one pointer where it is
//! enlarged, by two fingers. The drawing keeps its place on the page. One finger and a plain wheel are
//! left to the page.

use super::MapState;
use crate::store::Store;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::Viewport;
use leptos::ev::{MouseEvent, PointerEvent, TouchEvent, WheelEvent};
use leptos::prelude::*;
use web_sys::SvgElement;

/// A move of fewer pixels is a click.
const CLICK: i32 = 5;

/// What part of the map is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    In,
    Out,
    Whole,
}

/// A finger, or the mouse with its button down: id, where it went down and where it is.
struct Pointer {
    id: i32,
    from: (i32, i32),
    at: (i32, i32),
}

/// What is under way: the frame when the first or the second pointer went down, and the pointers.
#[derive(Default)]
pub struct Gesture {
    start: Option<Viewport>,
    pointers: Vec<Pointer>,
    /// The map is being dragged: the click that ends it chooses nothing.
    drags: bool,
}

/// Answers pointers.
#[derive(Clone, Copy)]
pub struct Zoom {
    pub store: Store,
    pub map: MapState,
    pub gesture: StoredValue<Gesture, LocalStorage>,
}

impl Zoom {
    /// Keeps the chosen force and the one with the focus in sight, and shows all of the map when it turns
    /// to tiles or back.
    pub fn follow_choice(self) {
        let Self { store, map, .. } = self;
        Effect::watch(
            move || store.force.get(),
            move |force, _, _| force.iter().for_each(|force| reveal(store, map, *force)),
            false,
        );
        Effect::watch(
            move || map.tiles.get(),
            move |_, _, _| by(store, map, Action::Whole, None),
            false,
        );
        let whole = Viewport::whole(&store.outlines().map).step;
        // Borders keep their width on the screen.
        Effect::new(move || {
            let scale = map.frame.get().step * 1000 / whole;
            if let Some(svg) = map.svg.get() {
                let _ = SvgElement::style(&svg).set_property("--scale", &format!("{scale}e-3"));
            }
        });
    }

    pub fn wheel(self, event: &WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let frame = self.map.frame.get_untracked();
            let turn = (event.delta_y() as i32).clamp(-50, 50);
            let about = self.drawn(frame, (event.client_x(), event.client_y()));
            let outlines = self.store.outlines();
            self.map.frame.set(frame.zoomed(
                &outlines.map,
                about,
                frame.step + frame.step * turn / 150,
            ));
        }
    }

    /// Two fingers move the map, not the page.
    pub fn touch(self, event: &TouchEvent) {
        if self.gesture.with_value(|gesture| gesture.pointers.len() > 1) {
            event.prevent_default();
        }
    }

    /// The click that ends a drag chooses nothing.
    pub fn end(self, event: &MouseEvent) {
        if self.drags(false) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// Sets whether the map is being dragged; whether it was.
    fn drags(self, now: bool) -> bool {
        let mut was = false;
        self.gesture.update_value(|gesture| was = std::mem::replace(&mut gesture.drags, now));
        if let Some(svg) = self.map.svg.get_untracked().filter(|_| was != now) {
            let _ = svg.class_list().toggle_with_force("panning", now);
        }
        was
    }

    pub fn point(self, event: &PointerEvent) {
        let (id, at) = (event.pointer_id(), (event.client_x(), event.client_y()));
        // Without a button down it only passes over, whatever was missed outside the map.
        if event.type_() == "pointermove" && event.buttons() != 0 {
            self.gesture.update_value(|gesture| {
                if let Some(pointer) = gesture.pointers.iter_mut().find(|p| p.id == id) {
                    pointer.at = at;
                }
            });
            if let Some(next) = self.moved(event.pointer_type() == "touch") {
                if let (false, Some(svg)) = (self.drags(true), self.map.svg.get_untracked()) {
                    let _ = svg.set_pointer_capture(id);
                }
                self.map.frame.set(next);
            }
            return;
        }
        let down = event.type_() == "pointerdown" && event.button() == 0;
        if down {
            self.drags(false);
        }
        let frame = self.map.frame.get_untracked();
        self.gesture.update_value(|gesture| {
            gesture.pointers.retain(|p| p.id != id);
            if down {
                gesture.pointers.push(Pointer { id, from: at, at });
            }
            // Another pointer starts another move.
            gesture.start = Some(frame);
            for pointer in &mut gesture.pointers {
                pointer.from = pointer.at;
            }
        });
    }

    /// The frame that the pointers ask for, if they ask for another.
    fn moved(self, touch: bool) -> Option<Viewport> {
        let outlines = self.store.outlines();
        let map = &outlines.map;
        self.gesture.with_value(|gesture| {
            let start = gesture.start?;
            match gesture.pointers.as_slice() {
                [one] if !touch && start.step < Viewport::whole(map).step => {
                    let far =
                        (one.at.0 - one.from.0).abs() + (one.at.1 - one.from.1).abs() >= CLICK;
                    let (a, b) = (self.drawn(start, one.from), self.drawn(start, one.at));
                    (far || gesture.drags).then(|| start.moved(map, (a.0 - b.0, a.1 - b.1)))
                }
                [one, two] => {
                    let apart =
                        |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs() + (a.1 - b.1).abs();
                    let middle = |a: (i32, i32), b: (i32, i32)| ((a.0 + b.0) / 2, (a.1 + b.1) / 2);
                    let (before, now) = (apart(one.from, two.from), apart(one.at, two.at));
                    let about = self.drawn(start, middle(one.from, two.from));
                    let next = start.zoomed(map, about, start.step * before / now.max(1));
                    let at = self.drawn(next, middle(one.at, two.at));
                    Some(next.moved(map, (about.0 - at.0, about.1 - at.1)))
                }
                _ => None,
            }
        })
    }

    /// A place on the screen as a place in the drawing, in a frame's tenths.
    fn drawn(self, frame: Viewport, (x, y): (i32, i32)) -> (i32, i32) {
        let Some(svg) = self.map.svg.get_untracked() else { return frame.middle() };
        let seen = svg.get_bounding_client_rect();
        let width = (seen.width() as i32).max(1);
        let (x, y) = (x - seen.left() as i32, y - seen.top() as i32);
        (frame.left + x * 7 * frame.step / width, frame.top + y * 7 * frame.step / width)
    }
}

/// Zooms, round a place in drawing units if one is meant and seen.
pub fn by(store: Store, map: MapState, action: Action, place: Option<(i32, i32)>) {
    let outlines = store.outlines();
    let (shapes, now) = (&outlines.map, map.frame.get_untracked());
    let chosen =
        || store.force.get_untracked().and_then(|force| untrack(|| map.shape(store, force)));
    let place = place.or_else(|| chosen().map(|shape| shape.centre));
    let place = place.map(tenths).filter(|p| now.holds(*p)).unwrap_or(now.middle());
    map.frame.set(match action {
        Action::Whole => Viewport::whole(shapes),
        Action::Out => now.zoomed(shapes, now.middle(), now.step * 2),
        Action::In => now.zoomed(shapes, now.middle(), now.step / 2).centred(shapes, place),
    });
}

/// Moves the map so that a force is seen.
pub fn reveal(store: Store, map: MapState, force: ForceId) {
    let now = map.frame.get_untracked();
    let place = untrack(|| map.shape(store, force)).map(|shape| tenths(shape.centre));
    if let Some(place) = place.filter(|place| !now.holds(*place)) {
        map.frame.set(now.centred(&store.outlines().map, place));
    }
}

fn tenths((x, y): (i32, i32)) -> (i32, i32) {
    (x * 10, y * 10)
}
