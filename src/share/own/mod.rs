//! Figures of the reader's own: opened, mapped, read, shown in place of the published ones, given
//! away. One state, [`Stage`], says where the reader is; [`steps`] and [`columns`] say what each step is
//! made of, in values ([`piece`]) that the panel shows. [`open`] reads files, [`input`] their bytes,
//! [`web`] the tables of a page; [`source`] is where the figures come from, [`shown`] what the page
//! shows, [`keep`] saves it.

mod columns;
mod input;
mod keep;
mod open;
mod piece;
mod shown;
mod source;
mod steps;
mod web;

pub(super) use shown::{digest, for_page, saved};

use super::give;
use crate::live::{answer, live, live_text};
use crate::markup::Several;
use crate::screen;
use crate::store::Store;
use cyberflag_export as export;
use cyberflag_intake::package::DataError;
use cyberflag_intake::{IntakeResult, Layout, Mapping, OwnFigures, Report};
use input::{Input, Table};
use leptos::either::Either;
use leptos::ev::DragEvent;
use leptos::html::{Details, H3};
use leptos::prelude::*;
use piece::{Piece, Press};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How long the comparing of figures waits.
const WAIT: Duration = Duration::from_millis(60);

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

/// What was read of a file.
enum Taken {
    Table { opened: Opened, result: IntakeResult },
    Package { figures: OwnFigures, report: Report },
}

impl Taken {
    fn report(&self) -> &Report {
        match self {
            Self::Table { result, .. } => &result.report,
            Self::Package { report, .. } => report,
        }
    }

    /// The table, whose columns can be changed.
    fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Table { opened, .. } => Some(opened),
            Self::Package { .. } => None,
        }
    }
}

/// Where the reader is.
#[derive(Clone)]
enum Stage {
    Choose,
    Refused {
        name: String,
        why: String,
    },
    Pick {
        of: Several,
        tables: Vec<Found>,
    },
    Map(Opened),
    Reading(Opened),
    /// A package with problems: nothing of it is loaded.
    Faults {
        name: String,
        errors: Rc<[DataError]>,
    },
    Report(Rc<Taken>),
    /// The figures are on the page; `opened` is the table that they were read from.
    Show {
        opened: Option<Opened>,
    },
}

impl Stage {
    /// What the panel is marked with.
    fn name(&self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Refused { .. } | Self::Faults { .. } => "refused",
            Self::Pick { .. } => "pick",
            Self::Map(_) => "map",
            Self::Reading(_) => "reading",
            Self::Report(_) => "report",
            Self::Show { .. } => "done",
        }
    }

    /// What the step is made of.
    fn pieces(&self, own: Own) -> Vec<Piece> {
        match self {
            Self::Choose => steps::choose(own),
            Self::Refused { name, why } => steps::refused(own, name, why),
            Self::Pick { of, tables } => steps::pick(own, *of, tables),
            Self::Map(opened) => columns::columns(own, opened),
            Self::Reading(opened) => columns::reading(own, opened),
            Self::Faults { name, errors } => steps::faults(own, name, errors.clone()),
            Self::Report(taken) => steps::report(own, taken),
            Self::Show { opened } => steps::done(own, opened.as_ref()),
        }
    }
}

/// What the reader changed against the published figures: in a sentence, and line by line.
type News = (String, Vec<String>);

/// The state of the panel; copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct Own {
    store: Store,
    /// Where the reader is, and how many steps it took: a step is never made of the last one's elements.
    stage: RwSignal<(u32, Stage), LocalStorage>,
    /// Counts what was begun, so that an older reading stops.
    turn: StoredValue<u32>,
    /// What is said of the last action.
    words: RwSignal<String>,
    /// What was typed into the text of the step.
    typed: StoredValue<String>,
    /// The figures are to be shown together with the published ones.
    together: StoredValue<bool>,
    /// Where the figures come from, as the reader last said.
    source: StoredValue<source::Typed>,
    /// How much of a table has been read, in thousandths, and how many rows.
    progress: RwSignal<(u32, u32)>,
    /// What is new in the figures that are shown, once it is known.
    news: RwSignal<Option<News>>,
    /// The heading of the step.
    heading: NodeRef<H3>,
    /// The panel itself.
    pub fold: NodeRef<Details>,
}

impl Own {
    pub(super) fn new(store: Store) -> Self {
        let is_shown = store.own.read_untracked().is_some();
        let stage = if is_shown { Stage::Show { opened: None } } else { Stage::Choose };
        Self {
            store,
            stage: RwSignal::new_local((0, stage)),
            turn: StoredValue::new(0),
            words: RwSignal::new(String::new()),
            typed: StoredValue::new(String::new()),
            together: StoredValue::new(false),
            source: StoredValue::new(source::Typed::default()),
            progress: RwSignal::new((0, 0)),
            news: RwSignal::new(None),
            heading: NodeRef::new(),
            fold: NodeRef::new(),
        }
    }

    /// Begins something; what was begun before is out of date.
    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    fn say(self, words: &str) {
        self.words.set(words.to_owned());
    }

    /// Goes to a step and takes the focus along.
    fn go(self, stage: Stage) {
        self.say("");
        self.typed.set_value(String::new());
        self.stage.update(|now| *now = (now.0 + 1, stage));
        self.to_heading();
    }

    /// The table whose columns are being mapped.
    fn mapped(self) -> Option<Opened> {
        match &*self.stage.read_untracked() {
            (_, Stage::Map(opened)) => Some(opened.clone()),
            _ => None,
        }
    }

    /// Changes what a column is; the step stays, and the focus in it.
    fn remap(self, change: impl FnOnce(&mut Mapping)) {
        self.say("");
        self.stage.update(|now| {
            if let Stage::Map(opened) = &mut now.1 {
                change(&mut opened.mapping);
            }
        });
    }

    fn refuse(self, name: &str, why: &str) {
        self.go(Stage::Refused { name: name.to_owned(), why: why.to_owned() });
    }

    /// Takes the focus to the heading of the step, once the step stands.
    fn to_heading(self) {
        let focus = move || {
            if let Some(heading) = self.heading.get_untracked() {
                let _ = heading.focus();
            }
        };
        set_timeout(focus, Duration::ZERO);
    }

    /// Back to the first step; what is being read is left.
    fn another(self) {
        self.next_turn();
        self.go(Stage::Choose);
    }

    /// Back to the columns of a table, or to the first step where there is none.
    fn to_columns(self, opened: Option<&Opened>) {
        self.go(opened.map_or(Stage::Choose, |opened| Stage::Map(opened.clone())));
    }

    /// Shows what was read.
    fn show(self, taken: &Taken) {
        let figures = match taken {
            Taken::Table { result, .. } => match self.source.with_value(source::Typed::source) {
                Ok(source) => result.figures(&self.store.published(), source),
                Err(why) => return self.say(why),
            },
            Taken::Package { figures, .. } => figures.clone(),
        };
        shown::show(self.store, figures, self.together.get_value());
        if let Some(fold) = self.fold.get_untracked() {
            fold.set_open(true);
        }
        self.go(Stage::Show { opened: taken.opened().cloned() });
    }

    /// Back to the published figures.
    fn back(self) {
        shown::none(self.store);
        self.go(Stage::Choose);
    }

    /// Saves a report, named after the reader's file.
    fn save_report(self, file: &str, report: &str) {
        let name = format!("{}-report.txt", export::plain_name(file));
        give::bytes(&name, "text/plain;charset=utf-8", report.as_bytes());
        self.say(&give::saved(&name));
    }
}

/// The panel. `open`: unfolded from the start.
#[component]
pub(super) fn OwnPanel(own: Own, open: bool) -> impl IntoView {
    let store = own.store;
    let is_own = Memo::new(move |_| store.data.read().own().is_some());
    Effect::new(move || {
        let figures = if is_own.get() { "own" } else { "published" };
        if let Some(page) = screen::root() {
            let _ = page.set_attribute("data-figures", figures);
        }
    });
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            open::open(own, &file.name(), file.into());
        }
    };
    // The figures are looked at first; comparing thousands of them takes a moment.
    Effect::new(move || {
        own.news.set(None);
        let Some(shown) = store.own.get() else { return };
        let compare = move || own.news.set(Some(keep::news(&store.published(), &shown)));
        if let Ok(later) = set_timeout_with_handle(compare, WAIT) {
            on_cleanup(move || later.clear());
        }
    });
    let step = move || {
        let (count, stage) = &*own.stage.read();
        let pieces = piece::pieces(own, stage.pieces(own));
        if count % 2 == 0 { Either::Left(pieces) } else { Either::Right(pieces) }
    };
    view! {
        <details
            id="own-panel"
            data-step=live(move || own.stage.read().1.name())
            open=open
            on:dragover=answer(|event: DragEvent| event.prevent_default())
            on:drop=answer(dropped)
            node_ref=own.fold
        >
            <summary><h2>"Use your own figures"</h2></summary>
            <p class="note">"Open a table of your own and see it in every map, chart and table of this page. Nothing leaves this machine: the file is read here, in your browser, and forgotten when the page is closed."</p>
            <div id="own-step">{step}</div>
            <p id="own-status" role="status" inner_html=live_text(move || own.words.get())></p>
        </details>
    }
}

/// Back to the first step.
fn another(own: Own) -> Press {
    Press::new("Open another file", move || own.another())
}
