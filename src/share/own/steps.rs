//! The steps around a table: which file, which of its tables, what was read, what is shown; and why a
//! file is refused. The columns are in [`super::columns`].

use super::piece::{Field, Piece, Press};
use super::{Found, Opened, Own, Stage, Taken, another, keep, open, source};
use crate::live::answer;
use crate::markup::{self, Several};
use crate::share::page_file;
use cyberflag_intake::package::{self, DataError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::html;
use std::rc::Rc;
use web_sys::js_sys::Array;
use web_sys::{Blob, HtmlInputElement};

/// What the field for a file offers. An older workbook is offered too, to say what to do with it.
const READABLE: &str =
    ".xlsx,.ods,.csv,.tsv,.tab,.txt,.zip,.xls,.xlsb,.html,.htm,text/csv,text/plain,application/zip";

fn heading(words: &str) -> Piece {
    Piece::Heading(words.to_owned())
}

/// A file is chosen or dropped, or rows are pasted.
pub(super) fn choose(own: Own) -> Vec<Piece> {
    let mut step = vec![heading("1. Open a file")];
    if let Some(shown) = own.store.own.get_untracked() {
        step.push(Piece::Read(
            html! { p { "The page shows the figures from " (shown.figures.file) "." } },
        ));
        step.push(Piece::Actions(vec![
            Press::new("Back to the published figures", move || own.back()),
            Press::new("Save or publish them", move || own.go(Stage::Show { opened: None })),
        ]));
    }
    let chosen = answer(move |event| {
        let field: HtmlInputElement = event_target(&event);
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            open::open(own, &file.name(), file.into());
        }
    });
    let paste = move || {
        let text = own.typed.get_value();
        if text.trim_ascii().is_empty() {
            return own.say("There is nothing in the field yet.");
        }
        if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into())) {
            open::open(own, "pasted rows", blob);
        }
    };
    let label = "A workbook (.xlsx, .ods), a CSV file, or a ZIP with a data package";
    let pasted = "Or paste rows from a spreadsheet, with their heading";
    step.extend([
        Piece::field(Field::file("own-file", label, READABLE, chosen)),
        Piece::Read(html! { p.note { "You can also drop the file on this panel." } }),
        Piece::field(Field::area("own-paste", pasted, "4", move |text| own.typed.set_value(text))),
        Piece::Actions(vec![Press::new("Read what I pasted", paste)]),
        Piece::Read(markup::own_readable()),
    ]);
    step
}

/// A file that cannot be opened. Nothing on the page changes.
pub(super) fn refused(own: Own, name: &str, why: &str) -> Vec<Piece> {
    let words = html! {
        p.notice { (name) ": " (why) }
        p { "Nothing on the page has changed." }
    };
    let does = Piece::Actions(vec![another(own)]);
    vec![heading("This file cannot be opened"), Piece::Read(words), does]
}

/// A package with problems: nothing of it is loaded.
pub(super) fn faults(own: Own, name: &str, errors: Rc<[DataError]>) -> Vec<Piece> {
    let words = html! {
        p { (name) " was not opened, so that nothing is half loaded. Nothing on the page has changed." }
        (markup::own_errors(&errors))
    };
    let name = name.to_owned();
    let save = move || own.save_report(&name, &package::report(&errors));
    let does = Piece::Actions(vec![Press::new("Save the report", save), another(own)]);
    vec![heading("The data package has problems"), Piece::Read(words), does]
}

/// Several tables in one file, to choose from.
pub(super) fn pick(own: Own, of: Several, tables: &[Found]) -> Vec<Piece> {
    let choice = |table: &Found| {
        let found = table.clone();
        Press::new(table.label.as_str(), move || look_at(own, found.clone()))
    };
    vec![
        heading("Which table?"),
        Piece::Read(html! { p { (of.words()) } }),
        Piece::Choices(tables.iter().map(choice).collect()),
        Piece::Actions(vec![another(own)]),
    ]
}

fn look_at(own: Own, table: Found) {
    let turn = own.next_turn();
    spawn_local(async move {
        let stage = open::look_at(own, &table).await;
        if own.is_turn(turn) {
            match stage {
                Ok(stage) => own.go(stage),
                Err(_) => own.refuse(&table.name, "It could not be unpacked."),
            }
        }
    });
}

/// What became of the rows, before anything is shown.
pub(super) fn report(own: Own, taken: &Rc<Taken>) -> Vec<Piece> {
    let report = taken.report();
    let mut step = vec![heading("3. What was read"), Piece::Read(markup::own_report(report))];
    let mut does = Vec::new();
    if report.used > 0 {
        if taken.opened().is_some() {
            step.extend(source::fields(own));
        }
        own.together.set_value(false);
        let label = "Together with the published figures. Where both have a number, both are shown; no total is added up from both. For a year of recorded crime that you give, only your figures are shown.";
        let tick = Field::tick("own-together", label, false, move |on| own.together.set_value(on));
        step.push(Piece::field(tick));
        let show = taken.clone();
        does.push(Press::new("Show these figures", move || own.show(&show)));
    } else {
        let none = "No number could be used, so there is nothing to show.";
        step.push(Piece::Read(html! { p.notice { (none) } }));
    }
    let (save, back) = (taken.clone(), taken.clone());
    does.extend([
        Press::new("Save the report", move || {
            own.save_report(&save.report().file, &save.report().text());
        }),
        Press::new("Change the columns", move || own.to_columns(back.opened())),
        another(own),
    ]);
    step.push(Piece::Actions(does));
    step
}

/// The reader's figures are on the page, and can be given away.
pub(super) fn done(own: Own, opened: Option<&Opened>) -> Vec<Piece> {
    let store = own.store;
    let file = store.own.read_untracked().as_ref().map(|own| own.figures.file.clone());
    let opened = opened.cloned();
    let words = html! {
        p {
            "All of this page now shows the figures from " (file.unwrap_or_default())
            ". Everything that you save from it carries their mark."
        }
    };
    let news = match &*own.news.read() {
        Some((summary, lines)) => markup::own_news(summary, lines),
        None => html! { p { "Against the published figures: being compared." } },
    };
    let save_page = move || {
        spawn_local(async move { own.say(&page_file::save(store).await.words) });
    };
    let change = "What changed, for the change log of the data";
    vec![
        heading("4. Your figures are on the page"),
        Piece::Read(words),
        Piece::Actions(vec![
            Press::new("Back to the published figures", move || own.back()),
            Press::new("Change the columns or the source", move || own.to_columns(opened.as_ref())),
            another(own),
        ]),
        Piece::Read(html! { h3 { "Give them away" } }),
        Piece::Actions(vec![
            Press::new("Save this page with these figures", save_page),
            Press::new("Save as a data package (ZIP)", move || keep::save_package(own)),
        ]),
        Piece::Read(html! {
            p.note { "Either file can be opened again and shows the same. The page opens by double-click." }
            h3 { "Publish them" }
            #own-news { (news) }
        }),
        Piece::field(Field::area("own-change", change, "3", move |text| own.typed.set_value(text))),
        Piece::Actions(vec![Press::new("Save the tables for data/ (ZIP)", move || {
            keep::save_tables(own, own.typed.get_value().trim_ascii());
        })]),
        Piece::Read(html! {
            p.note { "The ZIP holds the published figures and yours in one. docs/new-figures.md tells how they are published." }
        }),
    ]
}
