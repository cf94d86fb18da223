//! The presentation: one view after another, large; keys go on, back, to the notes, to a blank
//! screen.

use super::{Panel, look, raster, stamp};
use crate::markup::{self, PresentAction};
use crate::share::dom::{Place, find, set, set_text};
use crate::share::events::on_change;
use crate::share::events::{closest, on};
use cyberflag_export::{self as export, Picture, Preset, Slide};
use cyberflag_figures::charts::Theme;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View};
use leptos::prelude::*;
use maud::{Markup, html};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Listens to the list and to the presentation.
pub(super) fn listen(panel: &Rc<Panel>) {
    let at: Rc<Cell<usize>> = Rc::default();
    let (own, place) = (panel.clone(), at.clone());
    on(&panel.root, "click", Box::new(move |event| press(&own, &place, &event)));
    let own = panel.clone();
    on(&panel.root, "input", Box::new(move |event| note(&own, &event)));
    if let Some(screen) = dialog(panel, "present") {
        let own = panel.clone();
        let screen: HtmlElement = screen.unchecked_into();
        on(&screen, "keydown", Box::new(move |event| key(&own, &at, &event)));
    }
    if let Some(list) = Place::find(&panel.root, "slides") {
        let own = panel.clone();
        on_change(move || list.fill(lines(&own)));
    }
}

/// Opens the list.
pub(super) fn open(panel: &Panel) {
    let _ = dialog(panel, "present-list").map(|d| d.show_modal());
}

fn dialog(panel: &Panel, id: &str) -> Option<HtmlDialogElement> {
    find(&panel.root, id)?.dyn_into().ok()
}

fn view(panel: &Panel, slide: &Slide) -> View {
    View::resolve(&panel.state.data(), &Selection::parse(&slide.hash).0).0
}

/// The view of a slide in words: the chosen force's, else the national answer.
fn words(panel: &Panel, slide: &Slide) -> String {
    figures::spoken(&panel.state.data(), &view(panel, slide))
}

fn lines(panel: &Panel) -> Markup {
    let slides = panel.slides.0.get();
    let name = |slide: &Slide| Picture::parse(&slide.picture).map_or("", Picture::name);
    html! {
        @for (at, slide) in slides.iter().enumerate() {
            (markup::slide_line(at, &words(panel, slide), name(slide), &slide.note))
        }
    }
}

fn note(panel: &Panel, event: &Event) {
    let field = closest(event, "[data-note]").and_then(|f| f.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    if let Some(at) = place_of(&field, "data-note") {
        panel.slides.note(at, field.value());
    }
}

fn place_of(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

fn press(panel: &Panel, at: &Cell<usize>, event: &Event) {
    let Some(button) = closest(event, "[data-present]") else { return };
    let action = button.get_attribute("data-present").and_then(|slug| PresentAction::parse(&slug));
    let Some(action) = action else { return };
    let of = place_of(&button, "data-at");
    match action {
        PresentAction::Add => panel.slides.add(Slide {
            hash: panel.state.selection.get_untracked().to_hash(),
            picture: panel.picture.get_untracked().slug().to_owned(),
            note: String::new(),
        }),
        PresentAction::MoveUp => of.into_iter().for_each(|of| panel.slides.up(of)),
        PresentAction::Remove => of.into_iter().for_each(|of| panel.slides.drop(of)),
        PresentAction::Start => {
            if let Some(screen) = dialog(panel, "present") {
                let _ = dialog(panel, "present-list").map(|list| list.close());
                let _ = screen.show_modal();
                show(panel, at, 0);
            }
        }
        PresentAction::Previous => show(panel, at, at.get().saturating_sub(1)),
        PresentAction::Next => show(panel, at, at.get() + 1),
        PresentAction::Notes | PresentAction::Blank => toggle(panel, action),
        PresentAction::End => {
            let _ = dialog(panel, "present").map(|screen| screen.close());
        }
    }
}

fn key(panel: &Panel, at: &Cell<usize>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let on_button = closest(event, "button").is_some();
    let last = panel.slides.0.get_untracked().len().saturating_sub(1);
    match key.key().as_str() {
        "ArrowRight" | "ArrowDown" | "PageDown" => show(panel, at, at.get() + 1),
        // On a button these two press it.
        " " | "Enter" if !on_button => show(panel, at, at.get() + 1),
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => {
            show(panel, at, at.get().saturating_sub(1));
        }
        "Home" => show(panel, at, 0),
        "End" => show(panel, at, last),
        "b" | "B" | "." => toggle(panel, PresentAction::Blank),
        "n" | "N" => toggle(panel, PresentAction::Notes),
        _ => return,
    }
    event.prevent_default();
}

/// Turns the blank screen or the notes on or off.
fn toggle(panel: &Panel, action: PresentAction) {
    let blank = action == PresentAction::Blank;
    let button = panel.find(&format!("#present [data-present={}]", action.slug()));
    let hidden = if blank { "slide" } else { "slide-notes" };
    let (Some(button), Some(part)) = (button, find(&panel.root, hidden)) else { return };
    let on = button.get_attribute("aria-pressed").as_deref() != Some("true");
    set(&button, "aria-pressed", if on { "true" } else { "false" });
    let _ = part.toggle_attribute_with_force("hidden", on == blank);
}

/// Shows a slide; past the ends nothing changes.
fn show(panel: &Panel, at: &Cell<usize>, wanted: usize) {
    let slides = panel.slides.0.get_untracked();
    let Some(slide) = slides.get(wanted) else { return };
    at.set(wanted);
    let (state, view) = (panel.state, view(panel, slide));
    let offered = export::pictures(&state.data(), &view);
    let picture = Picture::parse(&slide.picture).filter(|p| offered.contains(p));
    let picture = picture.unwrap_or(Picture::Headline);
    let dark = state.screen.get_untracked().dark;
    let theme = if dark { Theme::DARK } else { Theme::LIGHT };
    let outlines = state.outlines();
    let look = look(&outlines, Preset::Landscape, theme);
    let svg = export::picture_svg(&state.data(), &view, picture, &stamp(state), &look);
    let text = words(panel, slide);
    let parts = ["slide-words", "slide-picture", "slide-notes", "slide-place"];
    let [Some(words), Some(image), Some(notes), Some(place)] =
        parts.map(|id| find(&panel.root, id))
    else {
        return;
    };
    set_text(&words, &text);
    // That picture says it itself.
    let _ = words.toggle_attribute_with_force("hidden", picture == Picture::Headline);
    set(&image, "src", &raster::address(&svg.unwrap_or_default()));
    set(&image, "alt", &format!("{}: {text}", picture.name()));
    let note = if slide.note.is_empty() { "No notes for this view." } else { &slide.note };
    set_text(&notes, note);
    set_text(&place, &format!("{} of {}", wanted + 1, slides.len()));
}
