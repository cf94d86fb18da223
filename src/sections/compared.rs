//! The forces that are compared: their colours, and a button that takes out each that was added.

use super::find::value;
use crate::live::{answer, live, live_html, text};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_data::domain::ForceId;
use cyberflag_figures::Line;
use cyberflag_figures::selection::MOST_PINS;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;

/// A force that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    force: ForceId,
    name: String,
    /// Its place among the colours, from 0.
    colour: usize,
    /// It was added to the comparison.
    pinned: bool,
}

impl Chip {
    /// The force of a line.
    pub fn of(line: Line) -> Self {
        let Line { force, name, colour, pinned, .. } = line;
        Self { force, name, colour, pinned }
    }
}

/// The way to add a force.
#[component]
pub fn AddForce() -> impl IntoView {
    let store = Store::here();
    // The chosen force is in the comparison too.
    let full = move || {
        let view = store.shown.read().view;
        let own = view.force.filter(|force| view.pin_of(*force).is_none());
        view.pinned().chain(own).count() >= MOST_PINS
    };
    let options = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let mut others = store.by_name();
        others.retain(|force| view.pin_of(*force).is_none() && view.force != Some(*force));
        let first = if full() { "Four chosen" } else { "Choose a force" };
        markup::force_options(data, &others, None, first)
    });
    let add = move |event: Event| {
        store.data().force_by_code(&value(&event)).into_iter().for_each(|id| store.toggle_pin(id));
    };
    view! {
        <p class="add" inert=store.inert()>
            <label for="add-force">"Add a force"</label>
            <select class="sel sel-s" id="add-force" disabled=live(full) on:change=answer(add) inner_html=options></select>
            <span class="note">"up to four"</span>
        </p>
    }
}

/// The forces in the order of their colours.
#[component]
pub fn Chips(chips: Signal<Vec<Chip>>) -> impl IntoView {
    let store = Store::here();
    let chip = move |Chip { force, name, colour, pinned }: Chip| {
        let remove = pinned.then(|| {
            let press = move |_: MouseEvent| store.toggle_pin(force);
            view! {
                <button type="button" class="chip-x" aria-label=format!("Remove {name}") on:click=answer(press)>"\u{d7}"</button>
            }
        });
        view! {
            <li class=format!("chip chip{}", colour + 1)>
                <span class="chip-m" aria-hidden="true"></span>
                <span translate="no" inner_html=text(&name)></span>
                {remove}
            </li>
        }
    };
    view! { <ul class="chips">{move || chips.get().into_iter().map(chip).collect_view()}</ul> }
}
