//! What happened when: the list under a chart whose axis marks days, and the section of the page.

use super::{Opens, link};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{MARKS, YearEvent, capital, events};
use maud::{Markup, html};

/// The days that an axis marks, numbered as there.
pub(super) fn marks(events: &[YearEvent]) -> Markup {
    if events.is_empty() {
        return Markup::default();
    }
    html! {
        p.note { (MARKS) }
        ol.note { @for event in events { li { (capital(&event.short)) ", " (event.day) } } }
    }
}

/// All events of a dataset; empty without any. What it tells of 2017 belongs to the
/// published figures.
pub fn events_list(data: &Dataset, opens: Opens) -> Markup {
    let events = events(data);
    if events.is_empty() {
        return Markup::default();
    }
    let published = data.own().is_none_or(|own| own.with_published);
    html! {
        p {
            @if published {
                    "In June 2017 the NSPCC published the figures for 2016/17 and called for rules that internet companies must follow. The Online Safety Act was passed in 2023; its duties on illegal content and towards children began in 2025. "
                }
                "The list gives the order of events. It does not say that one led to another, or that any of them changed a figure."
            }
            ul {
                @for event in events {
                    li { strong { (event.day) } ". " (event.text) " " small { "Source: " (link(&event.source, opens)) } }
                }
            }
    }
}
