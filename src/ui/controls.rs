//! What the reader chooses: measure, year, unit, force. Leptos components.

use super::dom::find;
use super::state::State;
use crate::domain::{FinancialYear, Measure, Unit};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Puts the controls and the list of forces in their places.
pub(super) fn mount(root: &web_sys::HtmlElement, state: State) {
    let place = |id| find(root, id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = place("controls") {
        leptos::mount::mount_to(element, move || controls(state).into_any()).forget();
    }
    if let Some(element) = place("picker") {
        leptos::mount::mount_to(element, move || picker(state).into_any()).forget();
    }
}

fn controls(state: State) -> impl IntoView {
    let measures = Measure::ALL
        .map(|m| {
            choice(
                "measure",
                m.slug(),
                m.name(),
                m.publisher(),
                Box::new(move || state.view.get().measure == m),
                Box::new(move || state.choose_measure(m)),
            )
        })
        .into_iter()
        .collect_view();
    let units = [(Unit::Count, "Offences"), (Unit::Rate, "Rate per 10,000 children")]
        .map(|(u, name)| {
            choice(
                "unit",
                u.slug(),
                name,
                "",
                Box::new(move || state.view.get().unit == u),
                Box::new(move || state.choose_unit(u)),
            )
        })
        .into_iter()
        .collect_view();
    view! {
        <fieldset class="measures"><legend>"What is counted"</legend>{measures}</fieldset>
        <div class="row">
            {year(state).into_any()}
            <fieldset class="units"><legend>"Shown as"</legend>{units}</fieldset>
        </div>
    }
}

fn choice(
    group: &'static str,
    value: &'static str,
    name: &'static str,
    small: &'static str,
    checked: Box<dyn Fn() -> bool + Send>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" name=group value=value prop:checked=checked on:change=move |_| choose() />
            <span>{name}<small>{small}</small></span>
        </label>
    }
    .into_any()
}

fn year(state: State) -> impl IntoView {
    let years = move || state.data.years(state.view.get().measure);
    let current = move || state.view.get().year;
    let step = move |back: bool| {
        let ((first, last), year) = (years(), current());
        match back {
            true if year > first => state.choose_year(year.previous()),
            false if year < last => state.choose_year(year.next()),
            _ => {}
        }
    };
    let choose = move |event| {
        if let Some(year) = FinancialYear::parse_slug(&event_target_value(&event)) {
            state.choose_year(year);
        }
    };
    let slide = move |event| {
        let year = event_target_value(&event).parse().ok().and_then(FinancialYear::new);
        if let Some(year) = year.filter(|y| *y != current()) {
            state.choose_year(year);
        }
    };
    let options = move || {
        let (first, last) = years();
        let now = current();
        let all = (first.start()..=last.start()).rev().filter_map(FinancialYear::new);
        let options: Vec<String> = all
            .map(|y| {
                let selected = if y == now { " selected" } else { "" };
                let (slug, label, ending) = (y.slug(), y.label(), y.ending());
                format!("<option value=\"{slug}\"{selected}>{label} ({ending})</option>")
            })
            .collect();
        options.concat()
    };
    view! {
        <div class="year">
            <label for="year">"Financial year"</label>
            <div class="stepper">
                {stepper("Previous year", "\u{2039}", Box::new(move || current() <= years().0), Box::new(move || step(true)))}
                <select id="year" inner_html=options on:change=choose></select>
                {stepper("Next year", "\u{203a}", Box::new(move || current() >= years().1), Box::new(move || step(false)))}
            </div>
            <div class="slider">
                <input
                    type="range"
                    aria-label="Financial year"
                    min=move || years().0.start().to_string()
                    max=move || years().1.start().to_string()
                    prop:value=move || current().start().to_string()
                    aria-valuetext=move || current().label()
                    on:input=slide
                />
                <button type="button" class="play" data-do="play">"Play the years"</button>
            </div>
        </div>
    }
}

fn stepper(
    name: &'static str,
    sign: &'static str,
    at_end: Box<dyn Fn() -> bool + Send>,
    step: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button
            type="button"
            aria-label=name
            aria-disabled=move || if at_end() { "true" } else { "false" }
            on:click=move |_| step()
        >
            {sign}
        </button>
    }
    .into_any()
}

fn picker(state: State) -> impl IntoView {
    let order = state.by_name();
    let options = move || {
        let chosen = state.view.get().force;
        let mut html = "<option value=\"\">England and Wales (no force chosen)</option>".to_owned();
        for force in order.iter().copied() {
            if let Some(of) = state.data.force(force) {
                let selected = if chosen == Some(force) { " selected" } else { "" };
                let name = crate::markup::escape(&of.name);
                html.push_str(&format!("<option value=\"{}\"{selected}>{name}</option>", of.code));
            }
        }
        html
    };
    let choose = move |event| {
        state.choose_force(state.data.force_by_code(&event_target_value(&event)));
    };
    view! {
        <label class="picker" for="force">"Police force"</label>
        <select id="force" inner_html=options on:change=choose></select>
    }
}
