//! Figures of the reader's own: opened, mapped, read, shown in place of the published ones, given
//! away. [`hear`] does what the reader asks for, [`open`] reads files, [`input`] their bytes, [`keep`]
//! saves, [`shown`] knows whose figures are shown; here are the steps.
//!
//! The panel is one element for as long as the page lives: it moves into every page that is shown.

mod hear;
mod input;
mod keep;
mod open;
mod shown;

use input::{Input, Table};
pub(super) use keep::for_page;
pub(in crate::ui) use shown::saved;
use shown::shown_as;
pub(super) use shown::{Shown, digest, shown};

use crate::markup;
use crate::ui::dom::{all, find, focus, set, set_text};
use crate::ui::events::listener;
use crate::ui::state::State;
use crate::ui::{again, later, screen};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, MeasureId};
use cyberflag_figures as figures;
use cyberflag_intake::package::DataError;
use cyberflag_intake::{IntakeResult, Layout, Mapping, OwnFigures, Report, preview};
use maud::Markup;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
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

/// Where the reader is.
enum Stage {
    Choose,
    Refused { name: String, why: String },
    Pick(Vec<(String, Table)>),
    Map(Opened),
    Errors { name: String, errors: Vec<DataError> },
    Package { figures: OwnFigures, report: Report },
    Read { opened: Opened, taken: IntakeResult },
}

/// The panel.
pub(super) struct Own {
    base: &'static Dataset,
    panel: HtmlElement,
    stage: RefCell<Stage>,
    /// Counts what was begun, so that an older reading stops.
    turn: Cell<u32>,
    /// What was last said of the source.
    said: RefCell<[String; 5]>,
}

thread_local! {
    static OWN: RefCell<Option<Rc<Own>>> = const { RefCell::new(None) };
}

/// Puts the panel into a page and marks the page by whose figures it shows.
pub(super) fn mount(root: &HtmlElement, state: State) {
    let Some((place, base)) = find(root, "share").zip(shown::base()) else { return };
    let own = OWN.with_borrow(Clone::clone).or_else(|| new(base));
    let Some(own) = own else { return };
    let _ = place.after_with_node_1(&own.panel);
    if let Some(html) = screen::root() {
        set(&html, "data-figures", if state.data.own().is_some() { "own" } else { "published" });
    }
    let measures = measures(state.data);
    for choice in all(root, "[name=measure]") {
        let value = choice.get_attribute("value").and_then(|v| state.data.measure_named(&v));
        let has = value.is_some_and(|m| measures.contains(&m)) || state.data.own().is_none();
        if let Some(label) = choice.closest("label").ok().flatten() {
            let _ = label.toggle_attribute_with_force("hidden", !has);
        }
    }
    if let (Some(list), true) = (find(root, "fold-sources"), again::turn() > 0) {
        sources(&list, state.data);
    }
    if again::turn() == 0 && state.data.own().is_some() {
        own.done();
    }
}

/// The kinds that have figures.
fn measures(data: &Dataset) -> Vec<MeasureId> {
    figures::published_measures(data, Area::EnglandAndWales)
}

/// Lists all sources of other figures.
fn sources(list: &web_sys::Element, data: &Dataset) {
    list.set_inner_html(
        &markup::all_sources(&figures::all_citations(data), markup::Opens::Here).into_string(),
    );
    let summary = list.parent_element().and_then(|p| p.query_selector("summary").ok().flatten());
    if let Some(summary) = summary {
        set_text(&summary, &format!("All {} sources", data.sources.len()));
    }
}

fn new(base: &'static Dataset) -> Option<Rc<Own>> {
    let document = web_sys::window()?.document()?;
    let panel: HtmlElement = document.create_element("details").ok()?.dyn_into().ok()?;
    panel.set_id("own-panel");
    panel.set_inner_html(&markup::own_panel().into_string());
    let own = Rc::new(Own {
        base,
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
    let listen = |name: &str, work: fn(&Rc<Own>, &Event)| {
        let of = own.clone();
        listener(&own.panel, name, Box::new(move |event| work(&of, &event))).forget();
    };
    listen("click", Own::click);
    listen("change", Own::changed);
    listen("dragover", |_, event| event.prevent_default());
    listen("drop", Own::dropped);
    OWN.set(Some(own.clone()));
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
            Stage::Pick(tables) => {
                let names: Vec<String> = tables.iter().map(|(name, _)| name.clone()).collect();
                ("pick", markup::own_pick(&names))
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
        later::after(0, move || {
            if let Some(heading) = find(&panel, "h-own") {
                focus(&heading);
            }
        });
    }

    fn map(&self, opened: &Opened) -> Markup {
        let lines = preview(self.base, &opened.layout, &opened.mapping, 8);
        markup::own_map(self.base, &opened.name, &opened.layout, &opened.mapping, &lines)
    }

    /// Shows the figures that were read.
    fn show(self: &Rc<Self>) {
        let together = self.is_checked("#own-together");
        let figures = match &*self.stage.borrow() {
            Stage::Read { taken, .. } => match self.source() {
                Ok(source) => taken.figures(self.base, source),
                Err(why) => return self.say(why),
            },
            Stage::Package { figures, .. } => figures.clone(),
            _ => return,
        };
        let data = shown_as(self.base, Rc::new(figures), together);
        self.put(data);
    }

    fn put(self: &Rc<Self>, data: &'static Dataset) {
        let own = self.clone();
        again::show(data, move || {
            if data.own().is_some() {
                own.done();
            } else {
                own.go(Stage::Choose);
            }
            own.to_heading();
        });
    }

    /// Back to the published figures.
    fn back(self: &Rc<Self>) {
        shown::none();
        self.put(self.base);
    }

    /// Says what can be done with figures that are shown.
    fn done(&self) {
        let Some(shown) = shown() else { return };
        set(&self.panel, "open", "");
        self.show_step("done", markup::own_done(&shown.figures.file));
        // The figures are looked at first; comparing thousands of them takes a moment.
        let (base, panel) = (self.base, self.panel.clone());
        later::after(60, move || {
            if let Some(place) = find(&panel, "own-news") {
                let (summary, news) = keep::news(base, &shown);
                place.set_inner_html(&markup::own_news(&summary, &news).into_string());
            }
        });
    }
}
