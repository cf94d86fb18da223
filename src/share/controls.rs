//! The controls of the panel and its dialogs: a list, a box to tick, a button.

use crate::live::{Answer, Live, answer};
use leptos::ev::{Event, MouseEvent};
use leptos::html::Dialog;
use leptos::prelude::*;

/// A list to choose from, behind its label.
pub fn choose(
    id: &'static str,
    label: &'static str,
    options: Live<String>,
    pick: Answer<Event>,
) -> impl IntoView {
    view! {
        <p class="field">
            <label for=id>{label}</label>
            <select id=id on:change=pick inner_html=options></select>
        </p>
    }
}

/// A box to tick, before its label.
pub fn tick(label: &'static str, checked: bool, mut change: Answer<bool>) -> impl IntoView {
    let hear = answer(move |event: Event| change(event_target_checked(&event)));
    view! { <label class="chk"><input type="checkbox" checked=checked on:change=hear/>{label}</label> }
}

/// A button.
pub fn button(label: &'static str, press: Answer<MouseEvent>) -> impl IntoView {
    view! { <button type="button" on:click=press>{label}</button> }
}

/// What closes a dialog.
pub fn closes(dialog: NodeRef<Dialog>) -> Answer<MouseEvent> {
    answer(move |_| {
        let _ = dialog.get_untracked().map(|dialog| dialog.close());
    })
}
