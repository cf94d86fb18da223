//! Figures of the reader's own: opened, mapped, read, shown in place of the published ones, given
//! away. [`hear`] does what the reader asks for, [`open`] reads files, [`input`] their bytes, [`web`]
//! the tables of a page, [`keep`] saves, [`shown`] knows whose figures are shown; here are the steps.
//!
//! The panel is one element for as long as the page lives: it moves into every page that is shown.

mod hear;
mod input;
mod keep;
mod open;
mod shown;
mod web;

use input::{Input, Table};
pub(super) use keep::for_page;
pub(crate) use shown::saved;
use shown::shown_as;
pub(super) use shown::{Shown, digest, shown};

use crate::markup::{self, Several};
use crate::screen;
use crate::share::dom::{find, focus, set, set_text};
use crate::share::events::{after, on, on_change};
use crate::store::Store;
use cyberflag_data::dataset::Dataset;
use cyberflag_intake::package::DataError;
use cyberflag_intake::{IntakeResult, Layout, Mapping, OwnFigures, Report, preview};
use leptos::prelude::*;
use maud::Markup;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement};

/// A table whose columns are being mapped.
#[derive(Clone)]
struct Opened {
    name: String,
    input: Table,
    /// Its bytes, which were begun to be read to look at it.
    begun: Rc<Cell<Option<Input>>>,
    layout: Layout,
    mapping: Mapping,
}

/// A table that can be read.
#[derive(Clone)]
struct Found {
    /// What it is called among others.
    label: String,
    /// What it is called in messages.
    name: String,
    input: Table,
    /// What the reader should know of how it was found.
    notes: Vec<String>,
}

impl Found {
    fn plain(name: &str, input: Table) -> Self {
        Self { label: name.to_owned(), name: name.to_owned(), input, notes: Vec::new() }
    }
}

/// Where the reader is.
enum Stage {
    Choose,
    Refused { name: String, why: String },
    Pick { of: Several, tables: Vec<Found> },
    Map(Opened),
    Errors { name: String, errors: Vec<DataError> },
    Package { figures: OwnFigures, report: Report },
    Read { opened: Opened, taken: IntakeResult },
}

/// The panel.
pub(super) struct Own {
    base: Arc<Dataset>,
    store: Store,
    panel: HtmlElement,
    stage: RefCell<Stage>,
    /// Counts what was begun, so that an older reading stops.
    turn: Cell<u32>,
    /// What was last said of the source.
    said: RefCell<[String; 5]>,
}

/// Puts the panel into a page and marks the page by whose figures it shows.
pub(super) fn mount(root: &HtmlElement, state: Store) {
    let Some((place, base)) = find(root, "share").zip(shown::base()) else { return };
    let Some(own) = new(base, state) else { return };
    let _ = place.after_with_node_1(&own.panel);
    on_change(move || {
        if let Some(html) = screen::root() {
            let own = state.data.read().own().is_some();
            set(&html, "data-figures", if own { "own" } else { "published" });
        }
    });
    if state.data().own().is_some() {
        own.done();
    }
}

fn new(base: Arc<Dataset>, store: Store) -> Option<Rc<Own>> {
    let document = web_sys::window()?.document()?;
    let panel: HtmlElement = document.create_element("details").ok()?.dyn_into().ok()?;
    panel.set_id("own-panel");
    panel.set_inner_html(&markup::own_panel().into_string());
    let own = Rc::new(Own {
        base,
        store,
        panel,
        stage: RefCell::new(Stage::Choose),
        turn: Cell::new(0),
        said: RefCell::default(),
    });
    own.show_step("choose", markup::own_choose(None));
    // The way here from the page that everybody reads first.
    let asked = web_sys::window().and_then(|w| w.location().search().ok());
    if asked.as_deref() == Some("?own") {
        set(&own.panel, "open", "");
    }
    let listen = |name: &'static str, work: fn(&Rc<Own>, &Event)| {
        let of = own.clone();
        on(&own.panel, name, Box::new(move |event| work(&of, &event)));
    };
    listen("click", Own::click);
    listen("change", Own::changed);
    listen("dragover", |_, event| event.prevent_default());
    listen("drop", Own::dropped);
    Some(own)
}

impl Own {
    fn next_turn(&self) -> u32 {
        self.turn.set(self.turn.get() + 1);
        self.turn.get()
    }

    fn is_turn(&self, turn: u32) -> bool {
        self.turn.get() == turn
    }

    fn say(&self, words: &str) {
        if let Some(place) = find(&self.panel, "own-status") {
            set_text(&place, words);
        }
    }

    fn show_step(&self, name: &str, html: Markup) {
        if let Some(place) = find(&self.panel, "own-step") {
            place.set_inner_html(&html.into_string());
        }
        self.say("");
        set(&self.panel, "data-step", name);
    }

    fn refuse(&self, name: &str, why: &str) {
        self.go(Stage::Refused { name: name.to_owned(), why: why.to_owned() });
    }

    /// Goes to a step and takes the focus along.
    fn go(&self, stage: Stage) {
        let report = |report: &Report, source: &Markup| {
            ("report", markup::own_report(report, source, report.used > 0))
        };
        let (name, html) = match &stage {
            Stage::Choose => {
                let shown = shown();
                let file = shown.as_ref().map(|shown| shown.figures.file.as_str());
                ("choose", markup::own_choose(file))
            }
            Stage::Refused { name, why } => ("refused", markup::own_refused(name, why)),
            Stage::Pick { of, tables } => {
                let names: Vec<&str> = tables.iter().map(|table| table.label.as_str()).collect();
                ("pick", markup::own_pick(*of, &names))
            }
            Stage::Map(opened) => ("map", self.map(opened)),
            Stage::Errors { name, errors } => ("refused", markup::own_errors(name, errors)),
            Stage::Package { report: read, .. } => report(read, &Markup::default()),
            Stage::Read { taken, .. } => {
                let said = self.said.borrow();
                let [a, b, c, d, e] = &*said;
                report(&taken.report, &markup::own_source([a, b, c, d, e]))
            }
        };
        self.show_step(name, html);
        self.stage.replace(stage);
        self.to_heading();
    }

    /// Takes the focus to the heading of the step, once the step stands: focus lays the page out.
    fn to_heading(&self) {
        let panel = self.panel.clone();
        after(0, move || {
            if let Some(heading) = find(&panel, "h-own") {
                focus(&heading);
            }
        });
    }

    fn map(&self, opened: &Opened) -> Markup {
        let lines = preview(&self.base, &opened.layout, &opened.mapping, 8);
        markup::own_map(&self.base, &opened.name, &opened.layout, &opened.mapping, &lines)
    }

    /// Shows the figures that were read.
    fn show(self: &Rc<Self>) {
        let together = self.is_checked("#own-together");
        let figures = match &*self.stage.borrow() {
            Stage::Read { taken, .. } => match self.source() {
                Ok(source) => taken.figures(&self.base, source),
                Err(why) => return self.say(why),
            },
            Stage::Package { figures, .. } => figures.clone(),
            _ => return,
        };
        let data = shown_as(&self.base, Rc::new(figures), together);
        self.put(data);
    }

    fn put(self: &Rc<Self>, data: Arc<Dataset>) {
        let is_own = data.own().is_some();
        self.store.data.set(data);
        if is_own {
            self.done();
        } else {
            self.go(Stage::Choose);
        }
        self.to_heading();
    }

    /// Back to the published figures.
    fn back(self: &Rc<Self>) {
        shown::none();
        self.put(self.base.clone());
    }

    /// Says what can be done with figures that are shown.
    fn done(&self) {
        let Some(shown) = shown() else { return };
        set(&self.panel, "open", "");
        self.show_step("done", markup::own_done(&shown.figures.file));
        // The figures are looked at first; comparing thousands of them takes a moment.
        let (base, panel) = (self.base.clone(), self.panel.clone());
        after(60, move || {
            if let Some(place) = find(&panel, "own-news") {
                let (summary, news) = keep::news(&base, &shown);
                place.set_inner_html(&markup::own_news(&summary, &news).into_string());
            }
        });
    }
}
