//! The answer and the key figures.

use super::sources;
use super::state::State;
use crate::figures::{self, KeyFigure, caveats};
use leptos::prelude::*;

/// The answer in one sentence.
pub(super) fn answer(state: State) -> impl IntoView {
    let answer = Memo::new(move |_| figures::headline(state.data, &state.view.get()).answer);
    view! { <p class="answer" id="answer" role="status">{answer}</p> }
}

/// The key figures and their sources.
pub(super) fn key_figures(state: State) -> impl IntoView {
    let shown = Memo::new(move |_| figures::headline(state.data, &state.view.get()));
    view! {
        <section class="headline" aria-label="Key figures for England and Wales">
            <dl class="key-figures">
                {move || shown.get().figures.into_iter().map(key_figure).collect_view()}
            </dl>
            <p class="caveat">{caveats::RECORDED}</p>
            {move || sources::list("Sources of the total", shown.get().sources)}
        </section>
    }
}

fn key_figure(figure: KeyFigure) -> impl IntoView {
    view! {
        <div class="key-figure">
            <dt>{figure.label}</dt>
            <dd class="value">{figure.value}</dd>
            <dd class="note">{figure.note}</dd>
        </div>
    }
}
