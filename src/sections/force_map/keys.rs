//! The keys of the map: arrows go to the next force in their direction, letters to the next one of that
//! name.

use super::{MapState, zoom};
use crate::store::Store;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::geo::{Direction, nearest};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::SvgElement;

/// Answers a key.
pub fn press(store: Store, map: MapState, event: &KeyboardEvent) {
    let Some(at) = map.focused.get_untracked() else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    let to = match key.as_str() {
        "ArrowUp" => towards(store, map, at, Direction::Up),
        "ArrowDown" => towards(store, map, at, Direction::Down),
        "ArrowLeft" => towards(store, map, at, Direction::Left),
        "ArrowRight" => towards(store, map, at, Direction::Right),
        "Home" => store.by_name().first().copied(),
        "End" => store.by_name().last().copied(),
        "Enter" | " " => {
            store.toggle_force(at);
            None
        }
        "Escape" => {
            store.choose_force(None);
            None
        }
        "+" | "=" | "-" | "0" => {
            let action = match key.as_str() {
                "0" => zoom::Action::Whole,
                "-" => zoom::Action::Out,
                _ => zoom::Action::In,
            };
            zoom::by(
                store,
                map,
                action,
                untrack(|| map.shape(store, at)).map(|shape| shape.centre),
            );
            None
        }
        letter if letter.chars().count() == 1 => by_letter(store, at, letter),
        _ => return,
    };
    event.prevent_default();
    if let Some(force) = to {
        // First, so that the page does not scroll after a force that is out of the frame.
        zoom::reveal(store, map, force);
        focus(store, map, force);
    }
}

fn focus(store: Store, map: MapState, force: ForceId) {
    let code = store.data().force(force).map(|f| f.code);
    let found = map.svg.get_untracked().zip(code).and_then(|(svg, code)| {
        svg.query_selector(&format!("#area-{code}")).ok()??.dyn_into::<SvgElement>().ok()
    });
    if let Some(area) = found {
        let _ = area.focus();
    }
}

fn towards(store: Store, map: MapState, at: ForceId, direction: Direction) -> Option<ForceId> {
    let centre = |force| untrack(|| map.shape(store, force)).map_or((0, 0), |shape| shape.centre);
    let centres: Vec<_> = store.data().force_ids().map(centre).collect();
    nearest(&centres, at.index(), direction).map(|i| ForceId(i as u8))
}

/// The next force by name that starts with a letter.
fn by_letter(store: Store, at: ForceId, letter: &str) -> Option<ForceId> {
    let (order, data) = (store.by_name(), store.data());
    let here = order.iter().position(|force| *force == at)?;
    let round = order.iter().cycle().skip(here + 1).take(order.len());
    let starts = |force: &ForceId| {
        let name = data.force(*force).map_or("", |f| f.name.as_str());
        name.get(..letter.len()).is_some_and(|start| start.eq_ignore_ascii_case(letter))
    };
    round.copied().find(starts)
}
