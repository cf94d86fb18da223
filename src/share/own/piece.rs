//! What a step is made of, as values: the same few kinds of element serve every step, and are compiled
//! once.

use super::Own;
use crate::live::{Answer, answer, text};
use leptos::either::{EitherOf4, EitherOf6};
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use maud::Markup;
use web_sys::HtmlSelectElement;

/// A part of a step.
pub(super) enum Piece {
    /// The heading of the step, which takes the focus.
    Heading(String),
    /// What is only read.
    Read(Markup),
    /// What to press, side by side.
    Actions(Vec<Press>),
    /// One of several to choose.
    Choices(Vec<Press>),
    /// What to fill in; `name` says what the fields have in common.
    Fields { name: Option<&'static str>, fields: Vec<Field> },
    /// What few readers fill in, folded.
    More { open: bool, fields: Vec<Field> },
}

impl Piece {
    /// One field by itself.
    pub(super) fn field(field: Field) -> Self {
        Self::Fields { name: None, fields: vec![field] }
    }
}

/// A button.
pub(super) struct Press {
    label: String,
    disabled: bool,
    press: Answer<MouseEvent>,
}

impl Press {
    pub(super) fn new(label: impl Into<String>, mut press: impl FnMut() + 'static) -> Self {
        let press = answer(move |_: MouseEvent| press());
        Self { label: label.into(), disabled: false, press }
    }

    pub(super) fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }
}

/// A field behind its label.
pub(super) struct Field {
    id: String,
    label: &'static str,
    kind: Kind,
    heard: Answer<Event>,
}

enum Kind {
    /// Something to choose from.
    List(Markup),
    /// A box to tick.
    Tick(bool),
    /// A line of text, or a file: its type, what it holds, what it looks like, what it takes.
    Line { of: &'static str, value: String, hint: &'static str, takes: Option<&'static str> },
    /// Lines of text.
    Area(&'static str),
}

impl Field {
    pub(super) fn list(
        id: impl Into<String>,
        label: &'static str,
        options: Markup,
        mut pick: impl FnMut(String) + 'static,
    ) -> Self {
        let heard = answer(move |event: Event| {
            let list: HtmlSelectElement = event_target(&event);
            pick(list.value());
            // It keeps the focus, also where the browser has given it none.
            let _ = list.focus();
        });
        Self { id: id.into(), label, kind: Kind::List(options), heard }
    }

    pub(super) fn tick(
        id: &str,
        label: &'static str,
        checked: bool,
        mut change: impl FnMut(bool) + 'static,
    ) -> Self {
        let heard = answer(move |event: Event| change(event_target_checked(&event)));
        Self { id: id.to_owned(), label, kind: Kind::Tick(checked), heard }
    }

    pub(super) fn line(
        id: &str,
        label: &'static str,
        value: String,
        hint: &'static str,
        type_in: impl FnMut(String) + 'static,
    ) -> Self {
        let kind = Kind::Line { of: "text", value, hint, takes: None };
        Self { id: id.to_owned(), label, kind, heard: typed(type_in) }
    }

    pub(super) fn file(
        id: &str,
        label: &'static str,
        takes: &'static str,
        heard: Answer<Event>,
    ) -> Self {
        let kind = Kind::Line { of: "file", value: String::new(), hint: "", takes: Some(takes) };
        Self { id: id.to_owned(), label, kind, heard }
    }

    pub(super) fn area(
        id: &str,
        label: &'static str,
        rows: &'static str,
        type_in: impl FnMut(String) + 'static,
    ) -> Self {
        Self { id: id.to_owned(), label, kind: Kind::Area(rows), heard: typed(type_in) }
    }
}

fn typed(mut type_in: impl FnMut(String) + 'static) -> Answer<Event> {
    answer(move |event: Event| type_in(event_target_value(&event)))
}

/// A step in its order.
pub(super) fn pieces(own: Own, pieces: Vec<Piece>) -> impl IntoView + use<> {
    pieces.into_iter().map(|part| piece(own, part)).collect::<Vec<_>>()
}

fn piece(own: Own, piece: Piece) -> impl IntoView + use<> {
    match piece {
        Piece::Heading(words) => EitherOf6::A(view! {
            <h3 id="h-own" tabindex="-1" inner_html=text(&words) node_ref=own.heading></h3>
        }),
        Piece::Read(html) => EitherOf6::B(view! { <div inner_html=html.into_string()></div> }),
        Piece::Actions(all) => EitherOf6::C(view! { <div class="actions">{presses(all)}</div> }),
        Piece::Choices(all) => {
            let lines = presses(all).into_iter().map(|press| view! { <li>{press}</li> });
            EitherOf6::D(view! { <ul>{lines.collect::<Vec<_>>()}</ul> })
        }
        Piece::Fields { name, fields: all } => {
            // Several stand side by side.
            let class = (all.len() > 1).then_some("own-fields");
            let role = name.map(|_| "group");
            EitherOf6::E(view! { <div class=class role=role aria-label=name>{fields(all)}</div> })
        }
        Piece::More { open, fields: all } => EitherOf6::F(view! {
            <details open=open>
                <summary>"More columns"</summary>
                <div class="own-fields">{fields(all)}</div>
            </details>
        }),
    }
}

fn presses(all: Vec<Press>) -> Vec<impl IntoView + use<>> {
    let press = |Press { label, disabled, press }| {
        view! { <button type="button" disabled=disabled on:click=press inner_html=text(&label)></button> }
    };
    all.into_iter().map(press).collect()
}

fn fields(all: Vec<Field>) -> Vec<impl IntoView + use<>> {
    all.into_iter().map(field).collect()
}

fn field(Field { id, label, kind, heard }: Field) -> impl IntoView + use<> {
    match kind {
        Kind::List(options) => EitherOf4::A(view! {
            <p class="field">
                <label for=id.clone()>{label}</label>
                <select id=id on:change=heard inner_html=options.into_string()></select>
            </p>
        }),
        Kind::Tick(checked) => EitherOf4::B(view! {
            <label class="chk"><input id=id type="checkbox" prop:checked=checked on:change=heard/>{label}</label>
        }),
        Kind::Line { of, value, hint, takes } => {
            let written = takes.is_none();
            EitherOf4::C(view! {
                <p class="field">
                    <label for=id.clone()>{label}</label>
                    <input id=id type=of accept=takes placeholder=written.then_some(hint) autocomplete=written.then_some("off") prop:value=value on:input=heard/>
                </p>
            })
        }
        Kind::Area(rows) => EitherOf4::D(view! {
            <p class="field">
                <label for=id.clone()>{label}</label>
                <textarea id=id rows=rows spellcheck="false" on:input=heard></textarea>
            </p>
        }),
    }
}
