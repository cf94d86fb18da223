//! Figures of the reader's own: opened, mapped, read, shown in place of the published ones, given
//! away. Each step is a component: [`choose`] a file and [`pick`] one of its tables, say what its
//! [`columns`] are, see the [`report`], [`done`]; or it is [`refused`]. [`open`] reads files, [`input`]
//! their bytes, [`web`] the tables of a page; [`source`] is where the figures come from, [`shown`] what
//! the page shows, [`keep`] saves it.

mod choose;
mod columns;
mod done;
mod input;
mod keep;
mod open;
mod pick;
mod refused;
mod report;
mod shown;
mod source;
mod web;

pub(super) use shown::{digest, for_page, saved};

use super::controls::Control;
use super::give;
use crate::live::{answer, live, live_text, text};
use crate::markup::Several;
use crate::screen;
use crate::store::Store;
use choose::Choose;
use columns::{Columns, Reading};
use cyberflag_export as export;
use cyberflag_intake::package::DataError;
use cyberflag_intake::{IntakeResult, Layout, Mapping, OwnFigures, Report};
use done::Done;
use input::{Input, Table};
use leptos::ev::{DragEvent, MouseEvent};
use leptos::html::{Details, H3};
use leptos::prelude::*;
use pick::Pick;
use refused::{Faults, Refused};
use report::ReportStep;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

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
        errors: Vec<DataError>,
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
}

/// The state of the panel; copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct Own {
    store: Store,
    stage: RwSignal<Stage, LocalStorage>,
    /// Counts what was begun, so that an older reading stops.
    turn: StoredValue<u32>,
    /// What is said of the last action.
    words: RwSignal<String>,
    /// Where the figures come from, as the reader last said.
    source: RwSignal<source::Typed>,
    /// How much of a table has been read, in thousandths, and how many rows.
    progress: RwSignal<(u32, u32)>,
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
            stage: RwSignal::new_local(stage),
            turn: StoredValue::new(0),
            words: RwSignal::new(String::new()),
            source: RwSignal::default(),
            progress: RwSignal::new((0, 0)),
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
        self.stage.set(stage);
        self.to_heading();
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
    fn show(self, taken: &Taken, together: bool) {
        let figures = match taken {
            Taken::Table { result, .. } => match self.source.read_untracked().source() {
                Ok(source) => result.figures(&self.store.published(), source),
                Err(why) => return self.say(why),
            },
            Taken::Package { figures, .. } => figures.clone(),
        };
        shown::show(self.store, figures, together);
        self.done(taken.opened().cloned());
    }

    /// Says what can be done with the figures that are shown.
    fn done(self, opened: Option<Opened>) {
        if let Some(fold) = self.fold.get_untracked() {
            fold.set_open(true);
        }
        self.go(Stage::Show { opened });
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
    let step = move || match own.stage.get() {
        Stage::Choose => view! { <Choose own/> }.into_any(),
        Stage::Refused { name, why } => view! { <Refused own name why/> }.into_any(),
        Stage::Pick { of, tables } => view! { <Pick own of tables/> }.into_any(),
        Stage::Map(opened) => view! { <Columns own opened/> }.into_any(),
        Stage::Reading(opened) => view! { <Reading own opened/> }.into_any(),
        Stage::Faults { name, errors } => view! { <Faults own name errors/> }.into_any(),
        Stage::Report(taken) => view! { <ReportStep own taken/> }.into_any(),
        Stage::Show { opened } => view! { <Done own opened/> }.into_any(),
    };
    view! {
        <details
            id="own-panel"
            data-step=live(move || own.stage.read().name())
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

/// The heading of a step, which takes the focus.
#[component]
fn Heading(own: Own, #[prop(into)] words: String) -> impl IntoView {
    view! { <h3 id="h-own" tabindex="-1" inner_html=text(&words) node_ref=own.heading></h3> }
}

/// A button.
fn button(label: &'static str, press: impl FnMut(MouseEvent) + 'static) -> Control {
    Control::button(label, answer(press))
}

/// Back to the first step.
fn another(own: Own) -> Control {
    button("Open another file", move |_| own.another())
}
