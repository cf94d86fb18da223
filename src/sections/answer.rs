//! The answer in one sentence, what is said aloud, and the key figures.

use crate::calm::in_sight;
use crate::live::{live_html, live_text};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_figures as figures;
use leptos::html::Section;
use leptos::prelude::*;

/// The answer, and what a screen reader says when the choice has changed.
#[component]
pub fn Answer() -> impl IntoView {
    let store = Store::here();
    let (said, say) = signal(String::new());
    // Silent at the start: the page is read anyway.
    Effect::watch(
        move || store.shown.get(),
        move |Shown { data, view }, _, _| {
            let panel = view.force.and_then(|id| figures::panel(data, view, id));
            say.set(figures::spoken(panel.as_ref(), &store.headline.read_untracked()));
        },
        false,
    );
    view! {
        <p class="first answer" id="answer" inner_html=live_text(move || store.headline.read().answer.clone())></p>
        <div class="hidden" id="live" role="status" inner_html=live_text(move || said.get())></div>
    }
}

/// The key figures.
#[component]
pub fn KeyFigures(opens: Opens) -> impl IntoView {
    let section = NodeRef::<Section>::new();
    let shown = in_sight(section, 1, true);
    let figures = live_html(move || {
        let shown = shown.read();
        let headline = shown.as_ref().map(|Shown { data, view }| figures::headline(data, view));
        headline.map(|headline| markup::key_figures(&headline, opens)).unwrap_or_default()
    });
    view! {
        <section id="key-figures" aria-label="Key figures for England and Wales" inner_html=figures node_ref=section></section>
    }
}
