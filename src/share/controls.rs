//! The controls of the panel and its dialogs: lists, boxes to tick, buttons.

use crate::live::{Answer, Live, answer};
use leptos::either::EitherOf3;
use leptos::ev::{Event, MouseEvent};
use leptos::html::Dialog;
use leptos::prelude::*;

/// A control with what it does.
pub enum Control {
    List { id: &'static str, label: &'static str, options: Live<String>, pick: Answer<Event> },
    Tick { label: &'static str, checked: bool, change: Answer<Event> },
    Button { label: &'static str, press: Answer<MouseEvent> },
}

impl Control {
    /// A list to choose from, behind its label.
    pub fn list(
        id: &'static str,
        label: &'static str,
        options: Live<String>,
        pick: impl FnMut(Event) + 'static,
    ) -> Self {
        Self::List { id, label, options, pick: answer(pick) }
    }

    /// A box to tick, before its label.
    pub fn tick(
        label: &'static str,
        checked: bool,
        mut change: impl FnMut(bool) + 'static,
    ) -> Self {
        let change = answer(move |event: Event| change(event_target_checked(&event)));
        Self::Tick { label, checked, change }
    }

    /// A button.
    pub fn button(label: &'static str, press: Answer<MouseEvent>) -> Self {
        Self::Button { label, press }
    }
}

/// Controls in their order.
pub fn controls(all: impl IntoIterator<Item = Control>) -> impl IntoView {
    all.into_iter().map(control).collect::<Vec<_>>()
}

fn control(control: Control) -> impl IntoView {
    match control {
        Control::List { id, label, options, pick } => EitherOf3::A(view! {
            <p class="field">
                <label for=id>{label}</label>
                <select id=id on:change=pick inner_html=options></select>
            </p>
        }),
        Control::Tick { label, checked, change } => EitherOf3::B(view! {
            <label class="chk"><input type="checkbox" checked=checked on:change=change/>{label}</label>
        }),
        Control::Button { label, press } => {
            EitherOf3::C(view! { <button type="button" on:click=press>{label}</button> })
        }
    }
}

/// What closes a dialog.
pub fn closes(dialog: NodeRef<Dialog>) -> Answer<MouseEvent> {
    answer(move |_| {
        let _ = dialog.get_untracked().map(|dialog| dialog.close());
    })
}
