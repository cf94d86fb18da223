//! The presentation on the screen: keys go on, back, to the notes, to a blank screen.

use super::chosen::look;
use super::controls::{Control, closes, controls};
use super::present::{Presenting, view_of};
use super::raster;
use super::stamp::stamp;
use crate::live::{answer, live, live_text};
use crate::markup;
use crate::sections::find::is;
use crate::store::Store;
use cyberflag_export::{Picture, Preset, Slide, picture_svg, pictures};
use cyberflag_figures::charts::Theme;
use cyberflag_figures::help::CHILDLINE;
use cyberflag_figures::{View, spoken};
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use maud::html;
use web_sys::Element;

/// The presentation; while it is closed nothing is drawn.
#[component]
pub fn Show(presenting: Presenting) -> impl IntoView {
    let Presenting { chosen, screen, at: (at, set_at), .. } = presenting;
    let store = chosen.store;
    let (is_blank, blank) = signal(false);
    let (has_notes, notes) = signal(false);
    let slide = move || store.slides.read().get(at.get()?).cloned();
    let words = move || {
        slide().map_or(String::new(), |slide| spoken(&store.data.read(), &view_of(store, &slide)))
    };
    // That picture says it itself.
    let says_it = move || slide().is_some_and(|slide| shows(store, &slide).1 == Picture::Headline);
    let source = live(move || slide().map(|slide| raster::address(&draw(store, &slide))));
    let alt = live(move || {
        slide().map_or(String::new(), |slide| {
            format!("{}: {}", shows(store, &slide).1.name(), words())
        })
    });
    let note = live_text(move || {
        let note = slide().map_or(String::new(), |slide| slide.note);
        if note.is_empty() { "No notes for this view.".to_owned() } else { note }
    });
    let place = live_text(move || {
        at.get().map_or(String::new(), |at| format!("{} of {}", at + 1, store.slides.read().len()))
    });
    // Past the ends nothing changes.
    let go = move |to: usize| {
        if to < store.slides.read_untracked().len() {
            set_at.set(Some(to));
        }
    };
    let here = move || at.get_untracked().unwrap_or(0);
    let back = move || go(here().saturating_sub(1));
    let on = move || go(here() + 1);
    let toggle = |state: WriteSignal<bool>| state.update(|on| *on = !*on);
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let on_button = target.is_some_and(|t| t.closest("button").ok().flatten().is_some());
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" | "PageDown" => on(),
            // On a button these two press it.
            " " | "Enter" if !on_button => on(),
            "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => back(),
            "Home" => go(0),
            "End" => go(store.slides.read_untracked().len().saturating_sub(1)),
            "b" | "B" | "." => toggle(blank),
            "n" | "N" => toggle(notes),
            _ => return,
        }
        event.prevent_default();
    };
    let switch = move |label: &'static str, state: ReadSignal<bool>, set: WriteSignal<bool>| {
        let press = answer(move |_: MouseEvent| toggle(set));
        view! { <button type="button" aria-pressed=live(move || is(state.get())) on:click=press>{label}</button> }
    };
    let help = html! { "Need help now? " (markup::helplines(&[CHILDLINE])) }.into_string();
    view! {
        <dialog id="present" aria-label="Presentation" on:keydown=answer(keys) on:close=answer(move |_: Event| set_at.set(None)) node_ref=screen>
            <div id="slide" hidden=live(move || is_blank.get())>
                <p id="slide-words" hidden=live(says_it) inner_html=live_text(words)></p>
                <img id="slide-picture" src=source alt=alt/>
            </div>
            <p id="slide-notes" hidden=live(move || !has_notes.get()) inner_html=note></p>
            <div class="slide-foot">
                {controls([Control::button("Previous", answer(move |_| back()))])}
                <span id="slide-place" role="status" inner_html=place></span>
                // What the space bar presses first.
                <button type="button" autofocus on:click=answer(move |_: MouseEvent| on())>"Next"</button>
                {switch("Notes", has_notes, notes)}
                {switch("Blank", is_blank, blank)}
                {controls([Control::button("End", closes(screen))])}
                <small inner_html=help></small>
            </div>
        </dialog>
    }
}

/// The view of a slide, and the picture that it has of it.
fn shows(store: Store, slide: &Slide) -> (View, Picture) {
    let (data, view) = (store.data.read(), view_of(store, slide));
    let offered = pictures(&data, &view);
    let picture = Picture::parse(&slide.picture).filter(|p| offered.contains(p));
    (view, picture.unwrap_or(Picture::Headline))
}

fn draw(store: Store, slide: &Slide) -> String {
    let (view, picture) = shows(store, slide);
    let (data, outlines) = (store.data.get(), store.outlines());
    let theme = if store.screen.read().dark { Theme::DARK } else { Theme::LIGHT };
    let look = look(&outlines, Preset::Landscape, theme);
    picture_svg(&data, &view, picture, &stamp(store), &look).unwrap_or_default()
}
