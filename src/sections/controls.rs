//! What is counted, the year, count or rate; and the plain list of forces.

use super::find::{is, value};
use crate::live::{answer, live, live_html, text};
use crate::markup;
use crate::store::Store;
use cyberflag_data::domain::{Area, FinancialYear, MeasureId, Unit};
use cyberflag_figures as figures;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use std::time::Duration;

/// Between two years while playing.
const STEP: Duration = Duration::from_millis(1_500);

/// The controls.
#[component]
pub fn Controls() -> impl IntoView {
    let store = Store::here();
    let measures = move || {
        let data = store.data.get();
        let choice = |id: MeasureId| {
            let measure = data.measure(id);
            let words = format!(
                "{}<small>{}</small>",
                text(&measure.name),
                text(measure.family.publisher())
            );
            let chosen = move || store.shown.read().view.measure == id;
            choice("measure", measure.key.to_string(), words, chosen, move || {
                store.choose_measure(id)
            })
        };
        // A reader's own figures may be of one kind only.
        let kinds = match data.own() {
            Some(_) => figures::published_measures(&data, Area::EnglandAndWales),
            None => data.measure_ids().collect(),
        };
        kinds.into_iter().map(choice).collect_view()
    };
    let unit = move |unit: Unit| {
        let chosen = move || store.shown.read().view.unit == unit;
        choice(
            "unit",
            unit.slug().to_owned(),
            markup::unit_name(unit).to_owned(),
            chosen,
            move || store.choose_unit(unit),
        )
    };
    view! {
        <section class="controls" id="controls" aria-label="Choose the figures" inert=store.inert()>
            <fieldset class="measures"><legend>"What is counted"</legend>{measures}</fieldset>
            <div class="row">
                <Years/>
                <fieldset class="units">
                    <legend>"Shown as"</legend>
                    {unit(Unit::Count)}
                    {unit(Unit::Rate)}
                </fieldset>
            </div>
        </section>
    }
}

/// A radio button.
fn choice(
    group: &'static str,
    value: String,
    words: String,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let first = untrack(&chosen);
    view! {
        <label class="choice">
            <input type="radio" name=group value=value checked=first prop:checked=live(chosen) on:change=answer(move |_: Event| choose())/>
            <span inner_html=words></span>
        </label>
    }
}

/// List, buttons, slider and player of the years.
#[component]
fn Years() -> impl IntoView {
    let store = Store::here();
    let year = Memo::new(move |_| store.shown.read().view.year);
    let measure = Memo::new(move |_| store.shown.read().view.measure);
    let ends = Memo::new(move |_| {
        let year = store.shown.read().view.year;
        store.data.read().years(measure.get()).unwrap_or((year, year))
    });
    let options = live_html(move || {
        markup::year_options(&store.data.read(), measure.get(), Some(year.get()))
    });
    let pick = move |event: Event| {
        FinancialYear::parse_slug(&value(&event)).into_iter().for_each(|y| store.choose_year(y));
    };
    let slide = move |event: Event| {
        let to = value(&event).parse().ok().and_then(FinancialYear::new);
        to.filter(|to| *to != year.get_untracked()).into_iter().for_each(|y| store.choose_year(y));
    };
    let step = move |back: bool, name: &'static str, words: &'static str| {
        let at_end = move || {
            let (first, last) = ends.get();
            is(year.get() == if back { first } else { last })
        };
        view! {
            <button type="button" aria-label=name aria-disabled=live(at_end) on:click=answer(move |_: MouseEvent| store.step_year(back))>{words}</button>
        }
    };
    view! {
        <div class="year">
            <label for="year">"Financial year"</label>
            <div class="stepper">
                <select id="year" on:change=answer(pick) inner_html=options></select>
                {step(true, "Previous year", "\u{2039}")}
                {step(false, "Next year", "\u{203a}")}
            </div>
            <div class="slider">
                <input
                    type="range" id="year-slider" aria-label="Financial year"
                    min=live(move || ends.get().0.start().to_string())
                    max=live(move || ends.get().1.start().to_string())
                    aria-valuetext=live(move || year.get().label())
                    prop:value=live(move || { ends.track(); year.get().start().to_string() })
                    on:input=answer(slide)
                />
                <Play/>
            </div>
        </div>
    }
}

/// Goes through the years. Another kind of figure or the end of the years stops it; so does the button.
#[component]
fn Play() -> impl IntoView {
    let store = Store::here();
    let (playing, play) = signal(None::<MeasureId>);
    let ends = move || store.data().years(store.view().measure);
    Effect::new(move || {
        let Some(measure) = playing.get() else { return };
        let view = store.shown.read().view;
        if view.measure != measure || ends().is_none_or(|(_, last)| view.year >= last) {
            play.set(None);
        } else if let Ok(next) = set_timeout_with_handle(move || store.step_year(false), STEP) {
            on_cleanup(move || next.clear());
        }
    });
    let press = move |_: MouseEvent| {
        if playing.get_untracked().is_some() {
            return play.set(None);
        }
        let Some((first, last)) = ends() else { return };
        if store.view().year >= last {
            store.choose_year(first);
        }
        play.set(Some(store.view().measure));
    };
    let words = move || if playing.get().is_some() { "Stop" } else { "Play the years" }.to_owned();
    view! { <button type="button" class="play" on:click=answer(press) inner_html=live(words)></button> }
}

/// The plain list of forces.
#[component]
pub fn Picker() -> impl IntoView {
    let store = Store::here();
    let options = live_html(move || {
        let data = store.data.get();
        markup::force_options(&data, &store.by_name(), store.force.get())
    });
    let pick = move |event: Event| {
        let force = store.data().force_by_code(&value(&event));
        store.choose_force(force);
    };
    view! {
        <div id="picker">
            <label class="picker" for="force">"Police force"</label>
            <select id="force" on:change=answer(pick) inner_html=options></select>
        </div>
    }
}
