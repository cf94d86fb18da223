//! The forces that are compared: their colours, and a button that takes out each that was added.

use crate::live::{answer, text};
use crate::store::Store;
use cyberflag_data::domain::ForceId;
use cyberflag_figures::Line;
use leptos::ev::MouseEvent;
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
