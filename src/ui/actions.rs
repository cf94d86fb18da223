//! Buttons that do something with the view: copy it, play the years, change the theme.

use super::dom::{set, set_text};
use super::state::State;
use crate::markup::PageAction;
use cyberflag_data::domain::{FinancialYear, MeasureId};
use cyberflag_figures as figures;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlTextAreaElement};

/// Between two years while playing.
const STEP_MS: i32 = 1_500;
/// The button while nothing is played, as in the markup.
const PLAY: &str = "Play the years";

/// Does what a button's `data-do` says.
pub(super) fn act(state: State, button: &Element) {
    let action = button.get_attribute("data-do").and_then(|slug| PageAction::parse(&slug));
    let Some(action) = action else { return };
    match action {
        PageAction::CopyText => {
            copy(button, &figures::as_text(state.data, &state.view.get_untracked()));
        }
        PageAction::CopyLink => {
            super::address::write(state);
            let link = web_sys::window().and_then(|w| w.location().href().ok());
            copy(button, &link.unwrap_or_default());
        }
        PageAction::Earlier => super::controls::step(state, true),
        PageAction::Later => super::controls::step(state, false),
        PageAction::Play => play(state, button),
        PageAction::Theme => theme(state, button),
    }
}

/// Copies text; where the browser forbids it, shows the text to be copied by hand.
pub(super) fn copy(button: &Element, text: &str) {
    let Some(place) = button.parent_element() else { return };
    let status = place.query_selector("[role=status]").ok().flatten();
    let say = move |words: &str| {
        if let Some(status) = &status {
            set_text(status, words);
        }
    };
    let area = place.query_selector("textarea").ok().flatten();
    let area = area.and_then(|a| a.dyn_into::<HtmlTextAreaElement>().ok());
    let shown = text.to_owned();
    let by_hand = {
        let say = say.clone();
        move || {
            say("Your browser does not let this page copy. The text is below: copy it by hand.");
            if let Some(area) = &area {
                area.set_value(&shown);
                let _ = area.remove_attribute("hidden");
                area.select();
            }
        }
    };
    let clipboard = web_sys::window().map(|w| w.navigator().clipboard());
    // Missing on insecure pages, whatever the type says.
    match clipboard.filter(|c| c.is_object()) {
        Some(clipboard) => {
            let done = Closure::once(move |_: JsValue| say("Copied."));
            let failed = Closure::once(move |_: JsValue| by_hand());
            let _ = clipboard.write_text(text).then2(&done, &failed);
            done.forget();
            failed.forget();
        }
        None => by_hand(),
    }
}

/// Starts or stops going through the years.
fn play(state: State, button: &Element) {
    let view = state.view.get_untracked();
    let Some((first, last)) = state.data.years(view.measure) else { return };
    if state.playing.stop() {
        set_text(button, PLAY);
        return;
    }
    if view.year >= last {
        state.choose_year(first);
    }
    set_text(button, "Stop");
    next(state, button.clone(), view.measure, last);
}

fn next(state: State, button: Element, measure: MeasureId, last: FinancialYear) {
    state.playing.start(STEP_MS, move || {
        let view = state.view.get_untracked();
        // Another measure or the end of the years stops it.
        if view.measure != measure || view.year >= last {
            set_text(&button, PLAY);
            return;
        }
        state.choose_year(view.year.next());
        next(state, button, measure, last);
    });
}

/// Goes from the system's theme to dark, to light, and back. Not stored: nothing is.
fn theme(state: State, button: &Element) {
    let Some(root) = super::screen::root() else { return };
    let (next, words) = match root.get_attribute("data-theme").as_deref() {
        None => ("dark", "Theme: dark"),
        Some("dark") => ("light", "Theme: light"),
        _ => ("", "Theme: as your system"),
    };
    if next.is_empty() {
        let _ = root.remove_attribute("data-theme");
    } else {
        set(&root, "data-theme", next);
    }
    set_text(button, words);
    super::screen::update(state);
}
