//! The presentation on the screen: keys go on, back, to the notes, to a blank screen.

use super::chosen::look;
use super::controls::{button, closes};
use super::present::{Presenting, view_of};
use super::raster;
use super::stamp::stamp;
use crate::live::{answer, live, live_text};
use crate::markup;
use crate::sections::find::is;
use crate::store::Store;
use cyberflag_export::{Picture, Preset, picture_svg, pictures};
use cyberflag_figures::charts::Theme;
use cyberflag_figures::help::CHILDLINE;
use cyberflag_figures::spoken;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use maud::html;
use web_sys::Element;

/// A slide worked out.
#[derive(Clone, Default, PartialEq)]
struct Drawn {
    words: String,
    /// The picture says the words itself.
    says_it: bool,
    /// Address of the picture.
    picture: String,
    alt: String,
    note: String,
    place: String,
}

/// The presentation; while it is closed nothing is drawn.
#[component]
pub fn Show(presenting: Presenting) -> impl IntoView {
    let Presenting { chosen, screen, at, .. } = presenting;
    let store = chosen.store;
    let (is_blank, blank) = signal(false);
    let (has_notes, notes) = signal(false);
    let drawn = Memo::new(move |_| at.get().and_then(|at| draw(store, at)).unwrap_or_default());
    let part = move |of: fn(&Drawn) -> &String| live_text(move || of(&drawn.read()).clone());
    let attribute = move |of: fn(&Drawn) -> &String| {
        live(move || Some(of(&drawn.read()).clone()).filter(|value| !value.is_empty()))
    };
    // Past the ends nothing changes.
    let go = move |to: usize| {
        if to < store.slides.read_untracked().len() {
            at.set(Some(to));
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
        <dialog id="present" aria-label="Presentation" on:keydown=answer(keys) on:close=answer(move |_: Event| at.set(None)) node_ref=screen>
            <div id="slide" hidden=live(move || is_blank.get())>
                <p id="slide-words" hidden=live(move || drawn.read().says_it) inner_html=part(|d| &d.words)></p>
                <img id="slide-picture" src=attribute(|d| &d.picture) alt=attribute(|d| &d.alt)/>
            </div>
            <p id="slide-notes" hidden=live(move || !has_notes.get()) inner_html=part(|d| &d.note)></p>
            <div class="slide-foot">
                {button("Previous", answer(move |_| back()))}
                <span id="slide-place" role="status" inner_html=part(|d| &d.place)></span>
                {button("Next", answer(move |_| on()))}
                {switch("Notes", has_notes, notes)}
                {switch("Blank", is_blank, blank)}
                {button("End", closes(screen))}
                <small inner_html=help></small>
            </div>
        </dialog>
    }
}

fn draw(store: Store, at: usize) -> Option<Drawn> {
    let (slides, data, outlines) = (store.slides.read(), store.data.get(), store.outlines());
    let slide = slides.get(at)?;
    let view = view_of(store, slide);
    let offered = pictures(&data, &view);
    let picture = Picture::parse(&slide.picture).filter(|p| offered.contains(p));
    let picture = picture.unwrap_or(Picture::Headline);
    let theme = if store.screen.read().dark { Theme::DARK } else { Theme::LIGHT };
    let look = look(&outlines, Preset::Landscape, theme);
    let svg = picture_svg(&data, &view, picture, &stamp(store), &look);
    let words = spoken(&data, &view);
    let note = if slide.note.is_empty() { "No notes for this view." } else { &slide.note };
    Some(Drawn {
        alt: format!("{}: {words}", picture.name()),
        words,
        says_it: picture == Picture::Headline,
        picture: raster::address(&svg.unwrap_or_default()),
        note: note.to_owned(),
        place: format!("{} of {}", at + 1, slides.len()),
    })
}
