//! The answer in one sentence, what is said aloud, and a tile for each kind of figure.

use crate::calm::{html_of, in_sight};
use crate::live::{live, live_html, live_text};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_data::domain::Area;
use cyberflag_figures::{self as figures, View};
use leptos::html::Section;
use leptos::prelude::*;

/// What was understood, the answer, and the tiles.
#[component]
pub fn AnswerSection() -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::new();
    let found = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let place = store.asked.get();
        let back = View { force: None, ..*view }.selection(data).to_hash();
        maud::html! {
            @if let (Some(place), Some(force)) = (&place, view.force.and_then(|id| data.force(id))) {
                (place) " is in the area of " strong translate="no" { (force.full_name) } ". "
            }
            a href={ "#" (back) } { "Back to England and Wales" }
        }
    });
    let area = live_text(move || {
        let Shown { data, view } = &*store.shown.read();
        match view.area() {
            Area::Force(id) => data.force(id).map_or(String::new(), |f| f.full_name.clone()),
            area => data.area_name(area).to_owned(),
        }
    });
    view! {
        <section class="ans" aria-label="The answer" node_ref=section>
            <p class="found" hidden=live(move || store.force.read().is_none()) inner_html=found></p>
            <h2 class="ans-h" id="h-ans" tabindex="-1" inner_html=area node_ref=store.heading></h2>
            <Answer/>
            <Tiles section opens=Opens::Here/>
        </section>
    }
}

/// The answer, and what a screen reader says when the choice has changed.
#[component]
pub fn Answer() -> impl IntoView {
    let store = Store::here();
    let (said, say) = signal(String::new());
    // Silent at the start: the page is read anyway.
    Effect::watch(
        move || store.shown.get(),
        move |Shown { data, view }, _, _| say.set(figures::spoken(data, view)),
        false,
    );
    let answer = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        markup::answer(&figures::answer(data, view))
    });
    view! {
        <p class="ans-p" id="answer" inner_html=answer></p>
        <div class="vh" id="live" role="status" inner_html=live_text(move || said.get())></div>
    }
}

/// The tiles of all kinds of figure. `section` is where they stand.
#[component]
pub fn Tiles(section: NodeRef<Section>, opens: Opens) -> impl IntoView {
    let written = Store::here().written;
    let shown = in_sight(section, 0, true);
    let tiles =
        html_of(shown, move |Shown { data, view }| markup::tile_list(data, view, written, opens));
    view! { <div id="tiles" inner_html=tiles></div> }
}
