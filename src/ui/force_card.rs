//! The chosen force's card, and the plain list to choose from.

use super::sources;
use super::state::State;
use crate::figures::{self, ForcePanel, MeasureHistory, OtherFigure, YearRow};
use leptos::prelude::*;

/// The card beside the map.
pub(super) fn force_card(state: State) -> impl IntoView {
    let State { data, view, .. } = state;
    let panel = Memo::new(move |_| {
        let view = view.get();
        view.force.and_then(|id| figures::panel(data, &view, id))
    });
    view! {
        <section class="force-card" aria-labelledby="h-card">
            <h2 id="h-card">
                {move || panel.get().map_or("One police force".to_owned(), |p| p.name)}
            </h2>
            {picker(state)}
            <div role="status" class="sentence">
                {move || match panel.get() {
                    Some(p) => view! { <p>{p.sentence}</p> <p>{p.comparison}</p> }.into_any(),
                    None => view! {
                        <p>"Choose a force on the map, in the list above, in a chart or in a table to see every figure published for it."</p>
                    }
                    .into_any(),
                }}
            </div>
            {move || panel.get().map(|p| details(p).into_any())}
        </section>
    }
}

fn picker(state: State) -> impl IntoView {
    let mut forces: Vec<(String, String)> =
        state.data.forces.iter().map(|f| (f.name.clone(), f.code.clone())).collect();
    forces.sort();
    let chosen = move || {
        let force = state.view.get().force.and_then(|id| state.data.force(id));
        force.map(|f| f.code.clone()).unwrap_or_default()
    };
    let options = forces
        .into_iter()
        .map(|(name, code)| {
            let value = code.clone();
            view! { <option value=value selected=move || chosen() == code>{name}</option> }
        })
        .collect_view();
    view! {
        <label class="picker" for="force">"Police force"</label>
        <select
            id="force"
            prop:value=chosen
            on:change=move |event| {
                state.choose_force(state.data.force_by_code(&event_target_value(&event)));
            }
        >
            <option value="" selected=move || chosen().is_empty()>"England and Wales (no force chosen)"</option>
            {options}
        </select>
    }
}

fn details(panel: ForcePanel) -> impl IntoView {
    view! {
        <details>
            <summary>"Which places it covers"</summary>
            <p>{panel.districts.join(", ")}</p>
        </details>
        {panel
            .measures
            .into_iter()
            .enumerate()
            .map(|(i, m)| history(m, i == 0))
            .collect_view()}
    }
}

fn history(history: MeasureHistory, open: bool) -> impl IntoView {
    let caption = format!("{}, by financial year", history.measure.name());
    let label = caption.clone();
    view! {
        <details open=open>
            <summary>{history.measure.name()}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table>
                    <caption class="hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Year"</th>
                            <th scope="col">"Offences recorded"</th>
                            <th scope="col">"Per 10,000 children"</th>
                        </tr>
                    </thead>
                    <tbody>{history.years.into_iter().map(year).collect_view()}</tbody>
                </table>
            </div>
            {others("Also published", history.others)}
        </details>
    }
}

fn year(row: YearRow) -> impl IntoView {
    let blank = row.why.is_some();
    view! {
        <tr>
            <th scope="row">{row.year}</th>
            <td class:blank=blank>
                {row.count} {row.why.map(|w| view! { <small>{w}</small> })}
                {row.note.map(|n| view! { <small>{n}"."</small> })}
                {sources::list("Sources", row.sources)}
                {others("Other published values", row.others)}
            </td>
            <td class:blank=row.why_no_rate.is_some() || blank>
                {row.rate} {row.why_no_rate.map(|w| view! { <small>{w}</small> })}
            </td>
        </tr>
    }
}

fn others(name: &'static str, figures: Vec<OtherFigure>) -> impl IntoView {
    (!figures.is_empty()).then(|| {
        let lines = figures.into_iter().map(|f| {
            let what = if f.what.is_empty() { String::new() } else { format!("{}: ", f.what) };
            let note = if f.note.is_empty() { String::new() } else { format!(" ({})", f.note) };
            view! { <li>{what}<strong>{f.count}</strong>{note}" "{f.source.map(sources::link)}</li> }
        });
        view! {
            <details class="others">
                <summary>{name}</summary>
                <ul>{lines.collect_view()}</ul>
            </details>
        }
    })
}
