//! Which two years are compared, and the range of chance.

use super::find::value;
use crate::live::{answer, live, live_html};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures as figures;
use cyberflag_figures::selection::YearChoice;
use leptos::ev::Event;
use leptos::prelude::*;

/// The two years.
#[component]
pub fn TwoYears() -> impl IntoView {
    let store = Store::here();
    let earlier = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        markup::year_options(&figures::earlier_years(data, view), Some(view.since))
    });
    let later = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let mut years = data.all_years(view.measure);
        years.retain(|year| *year > view.since || *year == view.year);
        markup::year_options(&years, Some(view.year))
    });
    let none = move || {
        let Shown { data, view } = &*store.shown.read();
        figures::earlier_years(data, view).is_empty()
    };
    let year = |event: &Event| FinancialYear::parse_slug(&value(event));
    let since = move |event: Event| store.change(|s| s.since = year(&event));
    let until = move |event: Event| {
        let from = store.view().since;
        let to = year(&event).map(YearChoice::Of);
        store.change(|s| (s.year, s.since) = (to, Some(from)));
    };
    view! {
        <div class="ctl ctl-side" id="two-years" inert=store.inert() hidden=live(none)>
            <p class="ctl-f">
                <label class="ctl-l" for="since">"From"</label>
                <select class="sel" id="since" on:change=answer(since) inner_html=earlier></select>
            </p>
            <p class="ctl-f">
                <label class="ctl-l" for="until">"To"</label>
                <select class="sel" id="until" on:change=answer(until) inner_html=later></select>
            </p>
        </div>
    }
}

/// Whether charts show what chance alone could bring.
#[component]
pub fn ChanceRanges() -> impl IntoView {
    let store = Store::here();
    let range = move || store.shown.read().view.range;
    view! {
        <label class="chk" inert=store.inert()>
            <input id="range" type="checkbox" checked=untrack(range) prop:checked=live(range) on:change=answer(move |_: Event| store.change(|s| s.range = !s.range))/>
            <span>"Show chance ranges on all charts"</span>
        </label>
    }
}
