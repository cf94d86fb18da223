//! The columns of a table, and what each is: guessed, put right by the reader, with the first rows as
//! they will be read. And the table while it is read.

use super::{Heading, Opened, Own, another, button, open};
use crate::live::{Answer, Live, answer, live, live_html, live_text, text};
use crate::markup;
use crate::share::controls::controls;
use cyberflag_data::dataset::package::Problem;
use cyberflag_figures::scale::format;
use cyberflag_intake::{Field, Layout, Mapping, Nil, preview, value};
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use maud::html;
use web_sys::HtmlSelectElement;

/// So many of the first rows are shown.
const FIRST_ROWS: usize = 8;
/// What most tables have.
const MAIN: [Field; 5] = [Field::Force, Field::Period, Field::Number, Field::Code, Field::Quarter];

/// The columns while they are mapped; copying it copies handles.
#[derive(Clone, Copy)]
struct Mapped {
    own: Own,
    layout: StoredValue<Layout>,
    mapping: RwSignal<Mapping>,
}

#[component]
pub fn Columns(own: Own, opened: Opened) -> impl IntoView {
    let layout = StoredValue::new(opened.layout.clone());
    let mapping = RwSignal::new(opened.mapping.clone());
    let mapped = Mapped { own, layout, mapping };
    let words = html! {
        (opened.name) " has " (opened.layout.headings.len())
        " columns. This is a guess: change what is wrong, and look at the first rows below."
    };
    let cells = || opened.layout.samples.iter().flat_map(|(_, row)| row);
    let has_nil = cells().any(|text| matches!(value(text), Err(Problem::Nil(_))));
    let more = || Field::ALL.into_iter().filter(|field| !MAIN.contains(field));
    let has_more = more().any(|field| opened.mapping.column(field).is_some());
    let read = move |_: MouseEvent| {
        open::read(own, Opened { mapping: mapping.get_untracked(), ..opened.clone() });
    };
    let rows = live_html(move || {
        layout.with_value(|layout| {
            let base = own.store.published();
            let rows = preview(&base, layout, &mapping.read(), FIRST_ROWS);
            markup::own_preview(layout, &rows)
        })
    });
    view! {
        <Heading own words="2. Which column is what?"/>
        <p inner_html=words.into_string()></p>
        <ul class="note" inner_html=live_html(move || layout.with_value(|layout| markup::own_notes(layout, &mapping.read())))></ul>
        {wide(mapped, "period", |mapping| mapping.years.iter().map(|(at, _)| *at).collect())}
        {wide(mapped, "force", |mapping| mapping.forces.iter().map(|(at, _)| *at).collect())}
        <div class="own-fields">
            {MAIN.map(|field| column(mapped, field)).into_iter().collect_view()}
            {kinds(mapped)}
            {has_nil.then(|| nil(mapped))}
        </div>
        <details open=has_more>
            <summary>"More columns"</summary>
            <div class="own-fields">
                {more().map(|field| column(mapped, field)).collect_view()}
                {(!has_nil).then(|| nil(mapped))}
                {add_up(mapped)}
            </div>
        </details>
        <ul id="own-missing" inner_html=live_html(move || markup::own_missing(&mapping.read()))></ul>
        <div class="actions">
            <button type="button" disabled=live(move || !mapping.read().missing().is_empty()) on:click=answer(read)>"Read all rows"</button>
            {controls([another(own)])}
        </div>
        <div inner_html=rows></div>
    }
}

/// Columns that each hold the numbers of one period or one force.
fn wide(mapped: Mapped, of: &'static str, columns: fn(&Mapping) -> Vec<usize>) -> impl IntoView {
    let Mapped { own, layout, mapping } = mapped;
    let names = Memo::new(move |_| {
        let columns = columns(&mapping.read());
        let name = |layout: &Layout, at: usize| layout.headings.get(at).cloned();
        layout.with_value(|layout| {
            let names: Vec<String> = columns.iter().filter_map(|at| name(layout, *at)).collect();
            names.join(", ")
        })
    });
    let not = move |_: MouseEvent| {
        mapping.update(|mapping| {
            mapping.years.clear();
            mapping.forces.clear();
        });
        own.to_heading();
    };
    move || {
        let names = names.get();
        let words = format!("Each of these columns is read as the numbers of one {of}: {names}.");
        (!names.is_empty()).then(|| {
            view! { <p><span inner_html=text(&words)></span>" "{controls([button("They are not", not)])}</p> }
        })
    }
}

/// A list behind its label, among others.
fn list(
    id: String,
    label: &'static str,
    options: Live<String>,
    mut pick: Answer<Event>,
) -> impl IntoView + use<> {
    // The list keeps the focus, also where a browser has given it none.
    let pick = answer(move |event: Event| {
        let list: HtmlSelectElement = event_target(&event);
        pick(event);
        let _ = list.focus();
    });
    view! {
        <span class="field">
            <label for=id.clone()>{label}</label>" "
            <select id=id on:change=pick inner_html=options></select>
        </span>
    }
}

/// The column of a field; not asked for where headings say it.
fn column(mapped: Mapped, field: Field) -> impl IntoView {
    let Mapped { layout, mapping, .. } = mapped;
    let is_asked = Memo::new(move |_| !mapping.read().is_in_headings(field));
    let options = move || {
        let chosen = mapping.read().column(field);
        layout.with_value(|layout| markup::own_columns(layout, chosen))
    };
    let pick = move |event: Event| {
        let column = event_target_value(&event).parse().ok();
        mapping.update(|mapping| mapping.set(field, column));
    };
    let id = format!("own-field-{}", field.index());
    move || is_asked.get().then(|| list(id.clone(), field.name(), live_html(options), answer(pick)))
}

/// What is counted, where no column says it.
fn kinds(mapped: Mapped) -> impl IntoView {
    let Mapped { own, mapping, .. } = mapped;
    let is_asked = Memo::new(move |_| {
        let mapping = mapping.read();
        mapping.column(Field::Code).is_none() && mapping.column(Field::Measure).is_none()
    });
    let options = move || {
        let base = own.store.published();
        let single = base.measures.iter().filter(|measure| measure.is_single());
        let choices: Vec<_> = single.map(|m| (m.key.as_str(), m.name.as_str())).collect();
        markup::options(&choices, base.measure(mapping.read().measure).key.as_str())
    };
    let pick = move |event: Event| {
        if let Some(measure) = own.store.published().measure_named(&event_target_value(&event)) {
            mapping.update(|mapping| mapping.measure = measure);
        }
    };
    move || {
        let label = "The numbers count";
        is_asked.get().then(|| list("own-kind".to_owned(), label, live_html(options), answer(pick)))
    }
}

/// What `Nil` means, which only the reader knows.
fn nil(mapped: Mapped) -> impl IntoView {
    let mapping = mapped.mapping;
    let options = move || {
        let choices = Nil::ALL.map(|nil| (nil.slug(), nil.name()));
        markup::options(&choices, mapping.read().nil.slug())
    };
    let pick = move |event: Event| {
        let chosen = event_target_value(&event);
        let found = Nil::ALL.into_iter().find(|nil| nil.slug() == chosen);
        found.into_iter().for_each(|nil| mapping.update(|mapping| mapping.nil = nil));
    };
    list("own-nil".to_owned(), "Nil, None or a dash means", live_html(options), answer(pick))
}

fn add_up(mapped: Mapped) -> impl IntoView {
    let mapping = mapped.mapping;
    let change = move |event: Event| {
        let add_up = event_target_checked(&event);
        mapping.update(|mapping| mapping.add_up = add_up);
    };
    view! {
        <label>
            <input type="checkbox" prop:checked=live(move || mapping.read().add_up) on:change=answer(change)/>
            " Add up rows of the same force, period and kind"
        </label>
    }
}

/// While the table is read.
#[component]
pub fn Reading(own: Own, opened: Opened) -> impl IntoView {
    let words = format!("Reading {}", opened.name);
    let cancel = move |_: MouseEvent| {
        own.next_turn();
        own.to_columns(Some(&opened));
        own.say("Reading was stopped. Nothing on the page has changed.");
    };
    let part = live(move || own.progress.read().0.to_string());
    let rows = live_text(move || match own.progress.read().1 {
        0 => String::new(),
        rows => format!("{} rows", format::whole(rows)),
    });
    view! {
        <Heading own words/>
        <p>
            <progress id="own-progress" max="1000" value=part aria-label="How much has been read"></progress>" "
            <span id="own-rows" inner_html=rows></span>
        </p>
        <div class="actions">{controls([button("Cancel", cancel)])}</div>
    }
}
