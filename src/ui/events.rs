//! What the reader does, heard once at the root: clicks, keys, pointing, unfolding.

use super::dom::{focus, set, set_text};
use super::force_map;
use super::on_dispose;
use super::state::State;
use super::zoom;
use cyberflag_data::domain::FinancialYear;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent};

/// Listens at the root of the app.
pub(super) fn listen(root: &HtmlElement, state: State) {
    on(root, "click", Box::new(move |event| act(state, &event)));
    on(root, "keydown", Box::new(move |event| key(state, &event)));
    on(root, "pointerover", Box::new(move |event| point(state, &event)));
    on(root, "focusin", Box::new(move |event| point(state, &event)));
    on(root, "pointerout", Box::new(move |event| rest(state, &event)));
    on(root, "focusout", Box::new(move |event| rest(state, &event)));
    on(root, "change", Box::new(move |event| pick(state, &event)));
    on(root, "change", Box::new(move |event| change(state, &event)));
    on(root, "input", Box::new(move |event| change(state, &event)));
    on(root, "toggle", Box::new(move |event| unfold(state, &event)));
}

/// Listens for as long as the page is there that is being filled now.
pub(super) fn on(target: &EventTarget, name: &'static str, work: Box<dyn Fn(Event)>) {
    let (target, listener) = (target.clone(), listener(target, name, work));
    on_dispose(move || {
        let function = listener.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback_and_bool(name, function, true);
    });
}

/// A listener that works until it is removed, and must be kept until then.
pub(super) fn listener(
    target: &EventTarget,
    name: &str,
    work: Box<dyn Fn(Event)>,
) -> Closure<dyn Fn(Event)> {
    let listener = Closure::wrap(work);
    let function = listener.as_ref().unchecked_ref();
    // In the capturing phase, since `toggle` does not bubble.
    let _ = target.add_event_listener_with_callback_and_bool(name, function, true);
    listener
}

pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

fn act(state: State, event: &Event) {
    if closest(event, ".panning").is_some() {
        // The end of a drag.
    } else if let Some(button) = closest(event, "[data-zoom]") {
        zoom::press(state, &button);
    } else if let Some(heading) = closest(event, "[data-sort]") {
        sort(state, &heading);
    } else if let Some(button) = closest(event, "[data-do]") {
        super::actions::act(state, &button);
    } else if let Some(pin) = closest(event, "[data-pin]") {
        let code = pin.get_attribute("data-pin").unwrap_or_default();
        if let Some(force) = state.data.force_by_code(&code) {
            state.toggle_pin(force);
        }
    } else if let Some(chosen) = closest(event, "[data-force],[data-year]") {
        choose(state, &chosen);
    }
}

/// The row above the charts.
fn pick(state: State, event: &Event) {
    if closest(event, "[data-since]").is_some() {
        let since = FinancialYear::parse_slug(&event_target_value(event));
        state.change(&mut |s| s.since = since);
    } else if closest(event, "[data-range]").is_some() {
        state.change(&mut |s| s.range = !s.range);
    }
}

fn choose(state: State, element: &Element) {
    let year = element.get_attribute("data-year").and_then(|y| FinancialYear::parse_slug(&y));
    if let Some(year) = year {
        state.choose_year(year);
        return;
    }
    let code = element.get_attribute("data-force").unwrap_or_default();
    let force = state.data.force_by_code(&code);
    // A second press on the map or a bar lets go; a name in a table always chooses.
    let lets_go = element.tag_name() != "BUTTON" && state.view.get_untracked().force == force;
    state.choose_force(force.filter(|_| !lets_go));
}

fn sort(state: State, heading: &Element) {
    let column = heading.get_attribute("data-sort").and_then(|c| c.parse::<usize>().ok());
    let fold = heading.closest("[data-fold]").ok().flatten();
    let fold = fold.and_then(|f| f.get_attribute("data-fold")).and_then(|id| state.fold(&id));
    if let (Some(column), Some(fold)) = (column, fold) {
        let now = fold.sorted.get_untracked().filter(|(c, _)| *c == column);
        // Numbers start with the largest, names with A.
        fold.sorted.set(Some((column, now.map_or(column > 0, |(_, down)| !down))));
    }
}

fn key(state: State, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let Some(mark) = closest(event, "[data-hit],.force-map [data-force]") else { return };
    let name = key.key();
    let understood = match name.as_str() {
        "Enter" | " " => {
            if mark.has_attribute("data-force") || mark.has_attribute("data-year") {
                choose(state, &mark);
            }
            true
        }
        "Escape" => {
            state.choose_force(None);
            true
        }
        _ if mark.has_attribute("data-hit") => move_on_chart(&mark, &name),
        _ => force_map::key(state, &mark, &name),
    };
    if understood {
        event.prevent_default();
    }
}

fn move_on_chart(mark: &Element, key: &str) -> bool {
    let Some(layer) = mark.parent_element() else { return false };
    let marks = layer.children();
    let last = marks.length().saturating_sub(1);
    let here = mark.get_attribute("data-hit").and_then(|i| i.parse::<u32>().ok()).unwrap_or(0);
    let to = match key {
        "ArrowDown" | "ArrowRight" => (here + 1).min(last),
        "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return false,
    };
    if let Some(next) = marks.item(to) {
        set(mark, "tabindex", "-1");
        set(&next, "tabindex", "0");
        focus(&next);
    }
    true
}

/// The readout that belongs to a mark, and the map it lies on, if it does.
fn readout(mark: &Element) -> Option<(Element, Option<Element>)> {
    if let Some(map) = mark.closest("#map").ok().flatten() {
        return Some((map.owner_document()?.get_element_by_id("map-readout")?, Some(map)));
    }
    Some((mark.closest(".chart").ok()??.next_element_sibling()?, None))
}

fn point(state: State, event: &Event) {
    let Some(mark) = closest(event, "[data-hit],.force-map [data-force]") else { return };
    let Some((readout, map)) = readout(&mark) else { return };
    let Some(map) = map else {
        set_text(&readout, &mark.get_attribute("aria-label").unwrap_or_default());
        return;
    };
    let code = mark.get_attribute("data-force").unwrap_or_default();
    // The square in the sea has no name of its own: its force on the map has.
    let named = map.query_selector(&format!("#area-{code}")).ok().flatten();
    let text = named.and_then(|area| area.get_attribute("aria-label")).unwrap_or_default();
    set_text(&readout, &text);
    if event.type_() == "focusin" {
        let force = state.data.force_by_code(&code);
        force_map::outline(&map, "focus-outline", state, force);
        // A key that brings the focus also brings the force into view; a press is there already.
        if mark.matches(":focus-visible") == Ok(true) {
            force_map::reveal(&map, state, force);
        }
    }
}

fn rest(state: State, event: &Event) {
    let Some(mark) = closest(event, "[data-hit],.force-map [data-force]") else { return };
    let Some((readout, map)) = readout(&mark) else { return };
    set_text(&readout, &readout.get_attribute("data-rest").unwrap_or_default());
    if let Some(map) = map.filter(|_| event.type_() == "focusout") {
        force_map::outline(&map, "focus-outline", state, None);
    }
}

/// A slider tells while it moves, anything else when it is settled.
fn change(state: State, event: &Event) {
    let slider = closest(event, "[type=range]");
    if slider.is_some() == (event.type_() == "input")
        && let Some(control) = closest(event, "#controls input,#year,#force")
    {
        super::controls::changed(state, &control);
    }
}

fn unfold(state: State, event: &Event) {
    let Some(details) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return };
    let open = details.has_attribute("open");
    if let Some(slug) = details.get_attribute("data-more") {
        super::parts::more(state, &slug, open);
    }
    let fold = details.get_attribute("data-fold").and_then(|id| state.fold(&id));
    if let Some(fold) = fold.filter(|fold| fold.open.get_untracked() != open) {
        fold.open.set(open);
    }
}
