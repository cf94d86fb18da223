//! Sources as links.

use super::state::State;
use crate::figures::{self, Citation};
use leptos::prelude::*;

/// One source.
pub(super) fn link(source: Citation) -> impl IntoView {
    let Citation { publisher, title, date, url, .. } = source;
    view! {
        <a href=url rel="noopener noreferrer external">{publisher}": "{title}</a>
        {format!(", {date}")}
    }
}

/// A short list, folded; nothing where there is none.
pub(super) fn list(name: &'static str, sources: Vec<Citation>) -> impl IntoView {
    (!sources.is_empty()).then(|| {
        view! {
            <details class="sources">
                <summary>{format!("{name} ({})", sources.len())}</summary>
                <ul>{sources.into_iter().map(|s| view! { <li>{link(s)}</li> }).collect_view()}</ul>
            </details>
        }
    })
}

/// Every source of the dataset, folded.
pub(super) fn all(state: State) -> impl IntoView {
    let open = RwSignal::new(false);
    let every = move || {
        state
            .data
            .sources
            .iter()
            .enumerate()
            .filter_map(|(i, _)| {
                let source = figures::citation(state.data, figures::source_id(i))?;
                let licence = format!(". {}.", source.licence);
                Some(view! { <li>{link(source)}{licence}</li> })
            })
            .collect_view()
    };
    view! {
        <section class="all-sources" aria-labelledby="h-sources">
            <h2 id="h-sources">"Sources and licences"</h2>
            <p>
                "Every number on this page comes from one of these. Figures printed by newspapers are cited as facts. \
                Outlines: made with Natural Earth (public domain); they are approximate."
            </p>
            <details on:toggle=move |_| open.set(true)>
                <summary>{format!("All {} sources", state.data.sources.len())}</summary>
                <ul>{move || open.get().then(every)}</ul>
            </details>
        </section>
    }
}
