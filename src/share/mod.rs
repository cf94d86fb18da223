//! All that leaves the page, in the full edition: the panel under the answer and what its buttons
//! do. [`files`] makes the files of a view, [`give`] hands them over, [`raster`] makes a picture of
//! pixels, [`embed`] frames for other pages, [`present`] the presentation, [`page_file`] the page as
//! one file, [`paper`] the fact sheet.
//!
//! What the files hold comes from [`cyberflag_export`]; nothing here knows a figure.

mod copy;
mod dom;
mod embed;
mod events;
mod fields;
mod files;
mod give;
mod own;
mod page_file;
mod paper;
mod present;
mod raster;
mod slides;
mod stamp;

use stamp::stamp;

use crate::canvas::CanvasWidths;
use crate::markup::{self, ShareAction};
use crate::start::Full;
use crate::store::{Outlines, Store};
use cyberflag_export::{self as export, Look, Picture, Preset};
use cyberflag_figures as figures;
use cyberflag_figures::charts::Theme;
use dom::{Place, find, set, set_text};
use events::{after, closest, on, on_change};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement};

/// The panel: where it stands, what it shows.
struct Panel {
    root: HtmlElement,
    state: Store,
    /// The figure chosen in the panel.
    picture: ArcRwSignal<Picture>,
    /// The picture is to be shown in a moment.
    due: Cell<bool>,
    slides: slides::Slides,
}

/// All that leaves the page, and tables of the reader's own.
pub const FULL: Full =
    Full { more: crate::embedded::full_words, saved: own::saved, write_part: markup::part, mount };

/// Puts the panel into its place and listens to it.
fn mount(root: &HtmlElement, state: Store) {
    let Some(place) = find(root, "share") else { return };
    place.set_inner_html(&markup::share_panel(!page_file::is_one_file()).into_string());
    own::mount(root, state);
    let panel = Rc::new(Panel {
        root: root.clone(),
        state,
        picture: ArcRwSignal::new(Picture::Map),
        due: Cell::new(false),
        slides: slides::Slides::read(),
    });
    if give::can_send() {
        let _ = panel
            .find(&format!("[data-share={}]", ShareAction::SendLink.slug()))
            .map(|b| b.remove_attribute("hidden"));
    }
    let own = panel.clone();
    on(root, "click", Box::new(move |event| own.click(&event)));
    let own = panel.clone();
    on(root, "change", Box::new(move |event| own.changed(&event)));
    embed::listen(&panel);
    present::listen(&panel);
    if let Some(list) = Place::find(root, "share-picture").map(Rc::new) {
        let (own, place) = (panel.clone(), list.clone());
        let unfold = move |event: Event| {
            // The event of this very fold: it is heard at the root for all of them.
            let fold = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            if fold.is_some_and(|f| f.id() == "share-panel") {
                own.follow(&place);
            }
        };
        on(root, "toggle", Box::new(unfold));
        on_change(move || panel.follow(&list));
    }
}

impl Panel {
    fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    fn value(&self, id: &str) -> String {
        fields::value(&self.root, id)
    }

    fn is_checked(&self, id: &str) -> bool {
        fields::is_checked(&self.root, &format!("#{id}"))
    }

    /// Lists the figures that the view has, and shows the chosen one a moment later, once the page
    /// itself is there; while the panel is closed nothing is drawn.
    fn follow(self: &Rc<Self>, list: &Place) {
        let view = self.state.shown.get().view;
        let mut picture = self.picture.get();
        if self.find("#share-panel[open]").is_none() {
            return;
        }
        let offered = export::pictures(&self.state.data(), &view);
        if !offered.contains(&picture) {
            picture = offered.first().copied().unwrap_or(Picture::Headline);
            self.picture.set(picture);
        }
        let choices: Vec<_> = offered.iter().map(|p| (p.slug(), p.name())).collect();
        list.fill(markup::options(&choices, picture.slug()));
        if !self.due.replace(true) {
            let own = self.clone();
            after(60, move || {
                own.due.set(false);
                own.preview();
            });
        }
    }

    /// Shows the picture as it would be saved.
    fn preview(&self) {
        let Some(image) = find(&self.root, "share-preview") else { return };
        let picture = self.picture.get_untracked();
        let svg = self.svg(picture).unwrap_or_default();
        set(&image, "src", &raster::address(&svg));
        set(&image, "alt", &format!("{}: {}", picture.name(), self.words()));
        set(&image, "data-shape", self.preset().slug());
    }

    /// The view in a sentence or two.
    fn words(&self) -> String {
        figures::spoken(&self.state.data(), &self.state.view())
    }

    fn preset(&self) -> Preset {
        Preset::parse(&self.value("share-shape")).unwrap_or(Preset::Landscape)
    }

    /// A picture of the view.
    fn svg(&self, picture: Picture) -> Option<String> {
        let state = self.state;
        let view = state.view();
        let outlines = state.outlines();
        let look = look(&outlines, self.preset(), Theme::LIGHT);
        export::picture_svg(&state.data(), &view, picture, &stamp(state), &look)
    }

    fn changed(&self, event: &Event) {
        if closest(event, "#share-picture").is_some() {
            if let Some(picture) = Picture::parse(&self.value("share-picture")) {
                self.picture.set(picture);
            }
        } else if closest(event, "#share-shape").is_some() {
            self.preview();
        }
    }

    fn click(self: &Rc<Self>, event: &Event) {
        if closest(event, "[data-close]").is_some() {
            let dialog = closest(event, "dialog").and_then(|d| d.dyn_into().ok());
            let _ = dialog.map(|dialog: web_sys::HtmlDialogElement| dialog.close());
        } else if let Some(button) = closest(event, "[data-copy]") {
            let text = self.value(&button.get_attribute("data-copy").unwrap_or_default());
            copy::copy(&button, &text);
        } else if let Some(button) = closest(event, "[data-share]") {
            self.act(&button);
        }
    }

    fn act(self: &Rc<Self>, button: &Element) {
        let picture = self.picture.get_untracked();
        let action = button.get_attribute("data-share").and_then(|slug| ShareAction::parse(&slug));
        let Some(action) = action else { return };
        match action {
            ShareAction::Svg => match self.svg(picture) {
                Some(svg) => self.give(&self.name(picture, "", "svg"), "image/svg+xml", &svg),
                None => self.say(files::NO_PICTURE),
            },
            ShareAction::Png => self.pixels(picture, false),
            ShareAction::CopyPicture => self.pixels(picture, true),
            ShareAction::Csv => self.csv(picture),
            ShareAction::Workbook => self.workbook(picture),
            ShareAction::Zip => self.zip(picture),
            ShareAction::CopyCitation => copy::copy(button, &self.citation(picture).1),
            ShareAction::SaveCitation => {
                let (ending, text) = self.citation(picture);
                self.give(&self.name(picture, "citation", ending), "text/plain", &text);
            }
            ShareAction::OneFile => page_file::save(self),
            ShareAction::FactSheet => paper::print(self),
            ShareAction::SendLink => give::send(&self.words(), &stamp(self.state)),
            ShareAction::Embed => embed::open(self),
            ShareAction::Present => present::open(self),
        }
    }

    /// Width and height of the picture, and how many pixels for each.
    fn size(&self) -> (u32, u32, u32) {
        let (width, height) = self.preset().size();
        (width, height, self.value("share-size").parse().unwrap_or(2))
    }

    fn name(&self, picture: Picture, part: &str, ending: &str) -> String {
        let view = self.state.view();
        export::file_name(&self.state.data(), &view, picture, part, ending)
    }

    /// Hands a file of text over.
    fn give(&self, name: &str, kind: &str, text: &str) {
        give::bytes(name, kind, text.as_bytes());
        self.told(name, give::Kind::Text(text));
    }

    /// Says that a file was handed over; where the page stands in a frame that may forbid it, shows
    /// what is in it too.
    fn told(&self, name: &str, what: give::Kind<'_>) {
        if give::may_be_forbidden() {
            let nothing = matches!(what, give::Kind::None);
            self.instead(if nothing { FRAMED_ALONE } else { FRAMED }, what);
        } else {
            self.say(&give::saved(name));
        }
    }

    fn say(&self, words: &str) {
        // Where the reader is: in this panel, or in that of own figures.
        let open = self.find("#share-panel[open]").is_some();
        if let Some(place) = find(&self.root, if open { "share-status" } else { "own-status" }) {
            set_text(&place, words);
        }
    }

    /// Shows what could not be handed over.
    fn instead(&self, why: &str, what: give::Kind<'_>) {
        self.say("");
        let parts = ["share-instead", "share-why", "share-text", "share-image"];
        let [Some(all), Some(words), Some(text), Some(image)] =
            parts.map(|id| find(&self.root, id))
        else {
            return;
        };
        let _ = all.remove_attribute("hidden");
        set_text(&words, why);
        set(&words, "role", "status");
        let (shows_text, shows_image) =
            (matches!(what, give::Kind::Text(_)), matches!(what, give::Kind::Picture(_)));
        let _ = text.toggle_attribute_with_force("hidden", !shows_text);
        let _ = image.toggle_attribute_with_force("hidden", !shows_image);
        match what {
            give::Kind::Text(content) => {
                if let Some(area) = text.dyn_ref::<web_sys::HtmlTextAreaElement>() {
                    area.set_value(content);
                    let _ = area.focus();
                    area.select();
                }
            }
            give::Kind::Picture(address) => set(&image, "src", address),
            give::Kind::None => {}
        }
    }
}

const FRAMED: &str = "This page stands in a frame, which may forbid saving files. If no file has come, copy what stands below, or open the page by itself.";

const FRAMED_ALONE: &str = "This page stands in a frame, which may forbid saving files. If no file has come, open the page by itself.";

/// How a picture is drawn here.
fn look(outlines: &Outlines, preset: Preset, theme: Theme) -> Look<'_> {
    Look { preset, theme, measure: &CanvasWidths, shapes: &outlines.map, tiles: &outlines.tiles }
}
