//! Find your area: a box to type in with a list of what fits (the ARIA combobox pattern).
//!
//! The elements hold the state: the list is open unless it is `hidden`, and the option that the
//! arrow keys stand on is the one that `aria-activedescendant` names.

use super::dom::{find, set, set_text};
use super::events::{closest, on};
use super::state::State;
use crate::{embedded, markup};
use cyberflag_figures as figures;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Options shown at once.
const MOST: usize = 8;

struct Finder {
    input: HtmlInputElement,
    list: Element,
    status: Element,
    state: State,
}

/// Listens to the box.
pub(super) fn mount(root: &HtmlElement, state: State) {
    let place = find(root, "find").and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    let input = find(&place, "find-text").and_then(|e| e.dyn_into().ok());
    let (Some(input), Some(list), Some(status)) =
        (input, find(&place, "find-list"), find(&place, "find-status"))
    else {
        return;
    };
    let finder = Rc::new(Finder { input, list, status, state });
    for name in ["input", "keydown", "mousedown", "click", "focusout"] {
        let finder = finder.clone();
        on(&place, name, Box::new(move |event| finder.hear(&event)));
    }
}

impl Finder {
    fn hear(&self, event: &Event) {
        let option = || closest(event, "[data-option]");
        match event.type_().as_str() {
            "input" => self.look(),
            "focusout" => self.close(),
            "keydown" => {
                let key = event
                    .dyn_ref::<KeyboardEvent>()
                    .filter(|k| !(k.ctrl_key() || k.meta_key() || k.is_composing()));
                if key.is_some_and(|k| self.key(&k.key())) {
                    event.prevent_default();
                }
            }
            // The box keeps the focus while an option is pressed.
            "mousedown" if option().is_some() => event.prevent_default(),
            "click" => match option() {
                Some(option) => self.choose(&option),
                None if closest(event, "input").is_some() => self.look(),
                None => {}
            },
            _ => {}
        }
    }

    /// Lists what fits what was typed. It goes nowhere else.
    fn look(&self) {
        let typed = self.input.value();
        if typed.trim_ascii().is_empty() {
            return self.close();
        }
        let data = self.state.data;
        let answer = figures::search_area(data, embedded::POSTCODES, &typed, MOST);
        let options = markup::found_options(data, &answer.found);
        self.fill(&options.into_string(), &answer.status);
    }

    fn close(&self) {
        self.fill("", "");
    }

    fn fill(&self, options: &str, words: &str) {
        self.stand_on(None);
        self.list.set_inner_html(options);
        let closed = options.is_empty();
        let _ = self.list.toggle_attribute_with_force("hidden", closed);
        set(&self.input, "aria-expanded", if closed { "false" } else { "true" });
        set_text(&self.status, words);
    }

    /// Answers a key; `false` leaves it to the browser.
    fn key(&self, key: &str) -> bool {
        let now = self.active();
        match key {
            "ArrowDown" | "ArrowUp" => {
                if self.count() == 0 {
                    self.look();
                }
                let count = self.count();
                let last = count.saturating_sub(1);
                self.stand_on(match (key, now) {
                    ("ArrowDown", Some(at)) if at < last => Some(at + 1),
                    ("ArrowUp", None | Some(0)) => Some(last),
                    ("ArrowUp", Some(at)) => Some(at - 1),
                    _ => Some(0),
                });
            }
            // What is the only one needs no arrow keys.
            "Enter" => match now.or_else(|| (self.count() == 1).then_some(0)) {
                Some(at) => self.list.children().item(at).iter().for_each(|o| self.choose(o)),
                None => self.stand_on(Some(0)),
            },
            "Escape" if self.count() > 0 => self.close(),
            "Escape" => {
                self.input.set_value("");
                self.close();
            }
            _ => return false,
        }
        true
    }

    fn count(&self) -> u32 {
        self.list.children().length()
    }

    /// The place of the option that the arrow keys stand on.
    fn active(&self) -> Option<u32> {
        self.input.get_attribute("aria-activedescendant")?.strip_prefix("find-")?.parse().ok()
    }

    fn stand_on(&self, place: Option<u32>) {
        let option = |place: Option<u32>| self.list.children().item(place?);
        if let Some(before) = option(self.active()) {
            set(&before, "aria-selected", "false");
        }
        match option(place) {
            Some(option) => {
                set(&option, "aria-selected", "true");
                set(&self.input, "aria-activedescendant", &option.id());
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                option.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
            None => {
                let _ = self.input.remove_attribute("aria-activedescendant");
            }
        }
    }

    fn choose(&self, option: &Element) {
        let code = option.get_attribute("data-option").unwrap_or_default();
        self.input.set_value("");
        self.close();
        self.state.choose_force(self.state.data.force_by_code(&code));
    }
}
