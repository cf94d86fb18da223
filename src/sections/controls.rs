//! What is counted, number or rate, the year; and the plain list of forces.

use super::find::{is, value};
use crate::calm::once_laid_out;
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_data::domain::{FinancialYear, MeasureId, Unit};
use cyberflag_figures::selection::YearChoice;
use cyberflag_figures::{View, latest_figures};
use leptos::ev::{self, Event, MouseEvent};
use leptos::html::Ul;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use maud::html;
use std::time::Duration;
use web_sys::HtmlElement;

/// Between two years while playing.
const STEP: Duration = Duration::from_millis(1_500);

/// From so many years on, a narrow screen has no room for all their names.
const MANY: usize = 8;

/// The controls. `latest`: where all that they change is of one year, the latest figures are not offered.
#[component]
pub fn Controls(#[prop(default = true)] latest: bool) -> impl IntoView {
    let store = Store::here();
    let kinds = live_html(move || {
        markup::kind_options(&store.data.read(), store.shown.read().view.measure)
    });
    let pick = move |event: Event| {
        let measure = store.data().measure_named(&value(&event));
        measure.into_iter().for_each(|id| store.choose_measure(id));
    };
    let years = Memo::new(move |_| {
        let measure = store.shown.read().view.measure;
        markup::covered_years(&store.data.read(), measure)
    });
    let class = live(move || if years.read().len() >= MANY { "ctl years-many" } else { "ctl" });
    let is_latest = move || store.shown.read().view.latest;
    let unit = move |unit: Unit, words: &'static str| {
        let chosen = move || store.shown.read().view.unit == unit;
        let refused = move || unit == Unit::Rate && is_latest();
        view! {
            <label class="seg-o">
                <input type="radio" name="unit" value=unit.slug() checked=untrack(chosen) prop:checked=live(chosen)
                    disabled=live(refused) aria-describedby=live(move || refused().then_some("no-rate"))
                    on:change=answer(move |_: Event| store.choose_unit(unit))/>
                <span inner_html=words></span>
            </label>
        }
    };
    view! {
        <div class=class id="controls" role="group" aria-label="What the map shows" inert=store.inert()>
            <p class="ctl-f ctl-m">
                <label class="ctl-l" for="kind">"What is counted"</label>
                <select class="sel" id="kind" on:change=answer(pick) inner_html=kinds></select>
            </p>
            <fieldset class="ctl-f ctl-u">
                <legend class="ctl-l">"Shown as"</legend>
                <span class="seg">
                    {unit(Unit::Count, "Number")}
                    {unit(Unit::Rate, "Rate<span class=\"seg-x\"> per 10,000 children</span>")}
                </span>
                <p class="note" id="no-rate" hidden=live(move || !is_latest())>"A rate is shown only for a single year"</p>
            </fieldset>
            <Years years latest/>
        </div>
    }
}

/// A year and how many forces have a figure for it.
#[component]
fn Years(years: Memo<Vec<(FinancialYear, usize)>>, latest: bool) -> impl IntoView {
    let store = Store::here();
    let measure = Memo::new(move |_| store.shown.read().view.measure);
    let year = Memo::new(move |_| {
        let view = store.shown.read().view;
        (!view.latest).then_some(view.year)
    });
    let latest = Memo::new(move |_| {
        let figures = latest_figures(&store.data.read(), measure.get()).filter(|_| latest);
        figures.map(|figures| figures.forces)
    });
    let beside = Memo::new(move |_| store.shown.read().view.beside);
    let choice = move |(of, known): (FinancialYear, usize)| {
        let chosen = move || year.get() == Some(of);
        let class = live(move || {
            if chosen() {
                "ys is-on"
            } else if beside.get() == Some(of) {
                "ys is-2nd"
            } else {
                "ys"
            }
        });
        view! {
            <li class=class>
                <label class="ys-l">
                    <input class="ys-r" type="radio" name="year" value=of.slug() checked=untrack(chosen) prop:checked=live(chosen)
                        on:change=answer(move |_: Event| store.choose_year(of))/>
                    {bar(known)}
                    <span class="ys-y">{of.label()}</span>
                    {count(known)}
                </label>
            </li>
        }
    };
    let last = move |known: usize| {
        let chosen = move || year.get().is_none();
        view! {
            <li class=live(move || if chosen() { "ys ys-wide is-on" } else { "ys ys-wide" })>
                <label class="ys-l">
                    <input class="ys-r" type="radio" name="year" value=YearChoice::LATEST checked=untrack(chosen) prop:checked=live(chosen)
                        on:change=answer(move |_: Event| store.choose_latest())/>
                    {bar(known)}
                    <span class="ys-y">"Latest"<span class="vh">" figure of each force"</span></span>
                    {count(known)}
                </label>
            </li>
        }
    };
    let list = NodeRef::<Ul>::new();
    keep_in_sight(list, move || years.read().iter().position(|(of, _)| year.get() == Some(*of)));
    view! {
        <fieldset class="years">
            <legend class="ctl-l">"Year " <span class="ctl-h">"bars: forces with a figure"</span></legend>
            <div class="years-row">
                <Play/>
                <ul class="ys-list" node_ref=list>
                    {move || years.get().into_iter().map(choice).collect_view()}
                    {move || latest.get().map(last)}
                </ul>
            </div>
            {(!store.is_framed()).then(|| view! { <Beside/> })}
        </fieldset>
    }
}

/// Where the strip is wider than the screen it is moved so that the chosen place is seen.
fn keep_in_sight(list: NodeRef<Ul>, chosen: impl Fn() -> Option<usize> + 'static) {
    Effect::new(move || {
        let (Some(list), Some(chosen)) = (list.get(), chosen()) else { return };
        let place = list.children().item(chosen as u32);
        let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let follow = move || {
            let (left, room) = (place.offset_left() - list.offset_left(), list.client_width());
            list.set_scroll_left(left + place.client_width() / 2 - room / 2);
        };
        once_laid_out(follow);
    });
}

/// How many of the forces have a figure, as a bar.
fn bar(known: usize) -> impl IntoView {
    view! {
        <svg class="ys-b" viewBox="0 0 10 43" preserveAspectRatio="none" aria-hidden="true">
            <rect class="ys-all" width="10" height="43"></rect>
            <rect class="ys-in" y=43 - known.min(43) width="10" height=known></rect>
        </svg>
    }
}

/// The same as a number.
fn count(known: usize) -> impl IntoView {
    let words = format!("{known}<span class=\"vh\"> of 43 forces</span>");
    view! { <span class="ys-n" inner_html=words></span> }
}

/// The year of a second map.
#[component]
fn Beside() -> impl IntoView {
    let store = Store::here();
    let options = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let mut years = data.all_years(view.measure);
        years.retain(|year| *year != view.year);
        html! {
            option value="" selected[view.beside.is_none()] { "One map" }
            (markup::year_options(&years, view.beside))
        }
    });
    let pick = move |event: Event| {
        let year = FinancialYear::parse_slug(&value(&event));
        store.change(|s| s.beside = year);
    };
    view! {
        <p class="beside" hidden=live(move || store.shown.read().view.latest)>
            <label for="beside">"Second map, to compare "</label>
            <select class="sel sel-s" id="beside" on:change=answer(pick) inner_html=options></select>
        </p>
    }
}

/// Goes through the years. Another kind of figure, the end of the years and any key stop it; so does the
/// button.
#[component]
fn Play() -> impl IntoView {
    let store = Store::here();
    let (playing, play) = signal(None::<MeasureId>);
    let ends = move || store.data().years(store.view().measure);
    // The latest figures of the forces stand behind the last year.
    let is_last =
        move |view: &View| view.latest || ends().is_none_or(|(_, last)| view.year >= last);
    Effect::new(move || {
        let Some(measure) = playing.get() else { return };
        let view = store.shown.read().view;
        if view.measure != measure || is_last(&view) {
            play.set(None);
        } else if let Ok(next) = set_timeout_with_handle(move || store.step_year(false), STEP) {
            on_cleanup(move || next.clear());
        }
    });
    let press = move |_: MouseEvent| {
        if playing.get_untracked().is_some() {
            return play.set(None);
        }
        let Some((first, _)) = ends() else { return };
        if is_last(&store.view()) {
            store.choose_year(first);
        }
        play.set(Some(store.view().measure));
    };
    // Those of the button itself start and stop it by its click.
    Effect::new(move || {
        let stop = window_event_listener(ev::keydown, move |event| {
            if playing.get_untracked().is_some() && !matches!(event.key().as_str(), "Enter" | " ") {
                play.set(None);
            }
        });
        on_cleanup(move || stop.remove());
    });
    let is_playing = move || playing.read().is_some();
    let words = live(move || {
        let word = if is_playing() { "Pause" } else { "Play" };
        format!("{word}<span class=\"vh\"> the years</span>")
    });
    view! { <button type="button" class="btn-i btn-play" aria-pressed=live(move || is(is_playing())) on:click=answer(press) inner_html=words></button> }
}

/// The plain list of forces.
#[component]
pub fn Picker() -> impl IntoView {
    let store = Store::here();
    // Other figures bring other options; another force only chooses among them.
    let options = live_html(move || {
        let data = store.data.get();
        let chosen = store.force.get_untracked();
        markup::force_options(&data, &store.by_name(), chosen, "England and Wales")
    });
    let chosen = live(move || {
        let data = store.data.read();
        let force = store.force.get().and_then(|id| data.force(id));
        force.map_or(String::new(), |force| force.code.to_string())
    });
    let pick = move |event: Event| {
        let force = store.data().force_by_code(&value(&event));
        store.choose_force(force);
    };
    view! {
        <p id="picker" inert=store.inert()>
            <label class="ctl-l" for="force">"Police force"</label>
            <select class="sel" id="force" on:change=answer(pick) inner_html=options prop:value=chosen></select>
        </p>
    }
}
