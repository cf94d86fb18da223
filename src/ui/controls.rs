//! What the reader chooses: measure, year, unit.

use super::state::State;
use crate::domain::{FinancialYear, Measure, Unit};
use leptos::prelude::*;

/// Notices about an address that could not be followed in full.
pub(super) fn notices(state: State) -> impl IntoView {
    let texts = move || {
        let mut texts: Vec<String> = state
            .refused
            .get()
            .into_iter()
            .map(|part| {
                format!("\u{201c}{part}\u{201d} in the address was not understood and is left out.")
            })
            .collect();
        texts.extend(state.resolved.get().1.into_iter().map(|n| n.0));
        texts
    };
    view! {
        <div class="notices" role="status">
            {move || texts().into_iter().map(|t| view! { <p class="notice">{t}</p> }).collect_view()}
        </div>
    }
}

/// The form.
pub(super) fn controls(state: State) -> impl IntoView {
    view! {
        <section class="controls" aria-label="Choose the figures">
            <fieldset class="measures">
                <legend>"What is counted"</legend>
                {Measure::ALL.map(|m| measure(state, m))}
            </fieldset>
            <div class="row">
                {year(state)}
                <fieldset class="units">
                    <legend>"Shown as"</legend>
                    {unit(state, Unit::Count, "Offences")}
                    {unit(state, Unit::Rate, "Rate per 10,000 children")}
                </fieldset>
            </div>
        </section>
    }
}

fn measure(state: State, measure: Measure) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name="measure"
                value=measure.slug()
                prop:checked=move || state.view.get().measure == measure
                on:change=move |_| state.choose_measure(measure)
            />
            <span>{measure.name()}<small>{measure.publisher()}</small></span>
        </label>
    }
}

fn unit(state: State, unit: Unit, name: &'static str) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name="unit"
                value=unit.slug()
                prop:checked=move || state.view.get().unit == unit
                on:change=move |_| state.choose_unit(unit)
            />
            <span>{name}</span>
        </label>
    }
}

fn year(state: State) -> impl IntoView {
    let bounds = Memo::new(move |_| state.data.years(state.view.get().measure));
    let current = move || state.view.get().year;
    let choose = move |event| {
        if let Some(year) = FinancialYear::parse_slug(&event_target_value(&event)) {
            state.choose_year(year);
        }
    };
    let options = move || {
        let (first, last) = bounds.get();
        let years = (first.start()..=last.start()).rev().filter_map(FinancialYear::new);
        years
            .map(|y| {
                let name = format!("{} ({})", y.label(), y.ending());
                view! { <option value=y.slug() selected=move || current() == y>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="year">
            <label for="year">"Financial year"</label>
            <div class="stepper">
                <button
                    type="button"
                    aria-label="Previous year"
                    aria-disabled=move || (current() <= bounds.get().0).to_string()
                    on:click=move |_| {
                        if current() > bounds.get().0 {
                            state.choose_year(current().previous());
                        }
                    }
                >
                    "\u{2039}"
                </button>
                <select id="year" prop:value=move || current().slug() on:change=choose>
                    {options}
                </select>
                <button
                    type="button"
                    aria-label="Next year"
                    aria-disabled=move || (current() >= bounds.get().1).to_string()
                    on:click=move |_| {
                        if current() < bounds.get().1 {
                            state.choose_year(current().next());
                        }
                    }
                >
                    "\u{203a}"
                </button>
            </div>
        </div>
    }
}
