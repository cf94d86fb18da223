//! Where the reader's figures come from, as the reader names it.

use super::Own;
use super::piece::{Field, Piece};
use crate::share::stamp;
use cyberflag_data::dataset::{Published, Source};
use cyberflag_intake::package;
use leptos::prelude::*;
use maud::html;

const QUESTION: &str = "Where do they come from?";

/// A field: its name in the page, its label, and what its text looks like.
type Line = (&'static str, &'static str, &'static str);

const FIELDS: [Line; 5] = [
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
pub(super) fn fields(own: Own) -> [Piece; 2] {
    let before = own.source.get_value().0;
    let field = |(at, ((id, label, hint), before)): (usize, (Line, String))| {
        Field::line(id, label, before, hint, move |text| {
            own.source.update_value(|typed| {
                typed.0.get_mut(at).into_iter().for_each(|typed| typed.clone_from(&text));
            });
        })
    };
    let fields = FIELDS.into_iter().zip(before).enumerate().map(field).collect();
    let words = "Every number on the page names its source. Say who published these, so that others can check them.";
    [
        Piece::Read(html! {
            h3 { (QUESTION) }
            p.note { (words) }
        }),
        Piece::Fields { name: Some(QUESTION), fields },
    ]
}
