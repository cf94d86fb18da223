//! What became of the rows, before anything is shown.

use super::source::SourceFields;
use super::{Heading, Own, Taken, another, button};
use crate::live::answer;
use crate::markup;
use crate::share::controls::controls;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;
use std::rc::Rc;

#[component]
pub fn ReportStep(own: Own, taken: Rc<Taken>) -> impl IntoView {
    let together = RwSignal::new(false);
    let is_used = taken.report().used > 0;
    let rows = markup::own_report(taken.report()).into_string();
    let asks = is_used && taken.opened().is_some();
    let tick = move |event: Event| together.set(event_target_checked(&event));
    let (show, save, back) = (taken.clone(), taken.clone(), taken);
    let show = move |_: MouseEvent| own.show(&show, together.get_untracked());
    let save = move |_: MouseEvent| own.save_report(&save.report().file, &save.report().text());
    let back = move |_: MouseEvent| own.to_columns(back.opened());
    let mut does = Vec::from([
        button("Save the report", save),
        button("Change the columns", back),
        another(own),
    ]);
    if is_used {
        does.insert(0, button("Show these figures", show));
    }
    view! {
        <Heading own words="3. What was read"/>
        <div inner_html=rows></div>
        {asks.then(|| view! { <SourceFields own/> })}
        {match is_used {
            true => view! {
                <p><label>
                    <input id="own-together" type="checkbox" on:change=answer(tick)/>
                    " Together with the published figures. Where both have a number, both are shown; no total is added up from both, and a year of recorded crime is yours alone."
                </label></p>
            }.into_any(),
            false => view! { <p class="notice">"No number could be used, so there is nothing to show."</p> }.into_any(),
        }}
        <div class="actions">{controls(does)}</div>
    }
}
