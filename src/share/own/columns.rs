//! The columns of a table, and what each is: guessed, put right by the reader, with the first rows as
//! they will be read. And the table while it is read.

use super::piece::{self, Piece, Press};
use super::{Opened, Own, Stage, another, open};
use crate::markup;
use cyberflag_data::dataset::package::Problem;
use cyberflag_figures::scale::format;
use cyberflag_intake::{Field, Layout, Mapping, Nil, preview, value};
use leptos::prelude::Get as _;
use maud::html;

/// So many of the first rows are shown.
const FIRST_ROWS: usize = 8;
/// What most tables have.
const MAIN: [Field; 5] = [Field::Force, Field::Period, Field::Number, Field::Code, Field::Quarter];

pub(super) fn columns(own: Own, opened: &Opened) -> Vec<Piece> {
    let Opened { name, layout, mapping, .. } = opened;
    let cells = || layout.samples.iter().flat_map(|(_, row)| row);
    let has_nil = cells().any(|text| matches!(value(text), Err(Problem::Nil(_))));
    let others = || Field::ALL.into_iter().filter(|field| !MAIN.contains(field));
    let (mut main, mut more) = (Vec::new(), Vec::new());
    main.extend(MAIN.into_iter().filter_map(|field| column(own, opened, field)));
    main.extend(kinds(own, mapping));
    more.extend(others().filter_map(|field| column(own, opened, field)));
    if has_nil { &mut main } else { &mut more }.push(nil(own, mapping));
    let add_up = "Add up rows of the same force, period and kind";
    more.push(piece::Field::tick("own-add-up", add_up, mapping.add_up, move |on| {
        own.remap(|mapping| mapping.add_up = on);
    }));
    let is_incomplete = !mapping.missing().is_empty();
    let opened = opened.clone();
    let base = own.store.published();
    let words = html! {
        p {
            (name) ": " (layout.headings.len())
            " columns. This is a guess: change what is wrong, and look at the first rows below."
        }
        ul.note { (markup::own_notes(layout, mapping)) }
    };
    let mut step = vec![Piece::Heading("2. Which column is what?".to_owned()), Piece::Read(words)];
    step.extend(wide(own, layout, mapping));
    step.extend([
        Piece::Fields { name: None, fields: main },
        Piece::More { open: others().any(|field| mapping.column(field).is_some()), fields: more },
        Piece::Read(html! { ul #own-missing { (markup::own_missing(mapping)) } }),
        Piece::Read(markup::own_preview(layout, &preview(&base, layout, mapping, FIRST_ROWS))),
    ]);
    let read = Press::new("Read all rows", move || open::read(own, opened.clone()));
    let does = Piece::Actions(vec![read.disabled(is_incomplete), another(own)]);
    step.insert(step.len() - 1, does);
    step
}

/// Columns that each hold the numbers of one period or one force.
fn wide(own: Own, layout: &Layout, mapping: &Mapping) -> Vec<Piece> {
    let names = |columns: Vec<usize>| {
        let names: Vec<&str> =
            columns.iter().filter_map(|at| layout.headings.get(*at)).map(String::as_str).collect();
        names.join(", ")
    };
    let years = names(mapping.years.iter().map(|(at, _)| *at).collect());
    let forces = names(mapping.forces.iter().map(|(at, _)| *at).collect());
    let (of, names) = if years.is_empty() { ("force", forces) } else { ("period", years) };
    if names.is_empty() {
        return Vec::new();
    }
    let not = move || {
        if let Some(mut opened) = own.mapped() {
            opened.mapping.years.clear();
            opened.mapping.forces.clear();
            own.go(Stage::Map(opened));
        }
    };
    let words = html! { p { "Each of these columns is read as the numbers of one " (of) ": " (names) "." } };
    vec![Piece::Read(words), Piece::Actions(vec![Press::new("They are not", not)])]
}

/// The column of a field; not asked for where headings say it.
fn column(own: Own, opened: &Opened, field: Field) -> Option<piece::Field> {
    let Opened { layout, mapping, .. } = opened;
    let options = markup::own_columns(layout, mapping.column(field));
    let pick = move |column: String| own.remap(|mapping| mapping.set(field, column.parse().ok()));
    let id = format!("own-field-{}", field.index());
    (!mapping.is_in_headings(field)).then(|| piece::Field::list(id, field.name(), options, pick))
}

/// What is counted, where no column says it.
fn kinds(own: Own, mapping: &Mapping) -> Option<piece::Field> {
    if mapping.column(Field::Code).is_some() || mapping.column(Field::Measure).is_some() {
        return None;
    }
    let base = own.store.published();
    let single = base.measures.iter().filter(|measure| measure.is_single());
    let choices: Vec<_> = single.map(|m| (m.key.as_str(), m.name.as_str())).collect();
    let options = markup::options(&choices, base.measure(mapping.measure).key.as_str());
    Some(piece::Field::list("own-kind", "The numbers count", options, move |key| {
        if let Some(measure) = own.store.published().measure_named(&key) {
            own.remap(|mapping| mapping.measure = measure);
        }
    }))
}

/// What `Nil` means, which only the reader knows.
fn nil(own: Own, mapping: &Mapping) -> piece::Field {
    let choices = Nil::ALL.map(|nil| (nil.slug(), nil.name()));
    let options = markup::options(&choices, mapping.nil.slug());
    piece::Field::list("own-nil", "Nil, None or a dash means", options, move |chosen| {
        if let Some(nil) = Nil::ALL.into_iter().find(|nil| nil.slug() == chosen) {
            own.remap(|mapping| mapping.nil = nil);
        }
    })
}

/// While the table is read.
pub(super) fn reading(own: Own, opened: &Opened) -> Vec<Piece> {
    let words = format!("Reading {}", opened.name);
    let (part, rows) = own.progress.get();
    let progress = html! {
        p {
            progress #own-progress max="1000" value=(part) aria-label="How much has been read" {} " "
            span #own-rows { @if rows > 0 { (format::whole(rows)) " rows" } }
        }
    };
    let opened = opened.clone();
    let cancel = move || {
        own.next_turn();
        own.to_columns(Some(&opened));
        own.say("Reading was stopped. Nothing on the page has changed.");
    };
    let does = Piece::Actions(vec![Press::new("Cancel", cancel)]);
    vec![Piece::Heading(words), Piece::Read(progress), does]
}
