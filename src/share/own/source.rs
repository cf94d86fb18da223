//! Where the reader's figures come from, as the reader names it.

use super::Own;
use crate::live::answer;
use crate::share::stamp;
use cyberflag_data::dataset::{Published, Source};
use cyberflag_intake::package;
use leptos::ev::Event;
use leptos::prelude::*;

/// Each field: what it is called, and what its text looks like.
const FIELDS: [(&str, &str, &str); 5] = [
    ("own-publisher", "Publisher", ""),
    ("own-title", "Title", ""),
    ("own-published", "Date", "2026-11-25"),
    ("own-url", "Address", "https://"),
    ("own-licence", "Terms", ""),
];

/// What was typed into the fields.
#[derive(Clone, Default)]
pub(super) struct Typed([String; FIELDS.len()]);

impl Typed {
    /// The source, if it can be one.
    ///
    /// # Errors
    /// What the reader should put right.
    pub(super) fn source(&self) -> Result<Source, &'static str> {
        let [publisher, title, published, url, licence] = self.0.each_ref().map(|typed| {
            let seen = typed.trim_ascii().chars().filter(|c| !package::is_hidden(*c));
            seen.take(300).collect::<String>()
        });
        let or = |text: String, other: &str| if text.is_empty() { other.to_owned() } else { text };
        let day = match published.as_str() {
            "" => Published::parse(&stamp::today()).unwrap_or(Published {
                year: 1900,
                month: 0,
                day: 0,
            }),
            text => {
                Published::parse(text).ok_or("Write the date as 2026, 2026-11 or 2026-11-25.")?
            }
        };
        if !url.is_empty() && !package::is_web_address(&url) {
            return Err(
                "The address must start with https:// or http://, without a blank, or stay empty.",
            );
        }
        Ok(Source {
            id: String::new(),
            publisher: or(publisher, "source not given"),
            title: or(title, "no title given"),
            published: day,
            url,
            licence: or(licence, "terms not given"),
        })
    }
}

/// The fields, with what the reader typed before.
#[component]
pub fn SourceFields(own: Own) -> impl IntoView {
    let typed = own.source.get_untracked().0;
    let field = |(at, ((id, name, hint), typed)): (
        usize,
        ((&'static str, &'static str, &'static str), String),
    )| {
        let type_in = move |event: Event| {
            let text = event_target_value(&event);
            own.source.update(|typed| {
                typed.0.get_mut(at).into_iter().for_each(|typed| typed.clone_from(&text));
            });
        };
        view! {
            <span class="field">
                <label for=id>{name}</label>" "
                <input id=id prop:value=typed placeholder=hint autocomplete="off" on:input=answer(type_in)/>
            </span>
        }
    };
    view! {
        <fieldset id="own-source">
            <legend>"Where do they come from?"</legend>
            <p class="note">"Every number on the page names its source. Say who published these, so that others can check them."</p>
            <div class="own-fields">{FIELDS.into_iter().zip(typed).enumerate().map(field).collect_view()}</div>
        </fieldset>
    }
}
