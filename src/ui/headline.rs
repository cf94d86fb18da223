//! The answer and the key figures.

use super::sources;
use super::state::State;
use crate::figures::{self, KeyFigure, caveats};
use leptos::prelude::*;

/// The top of the page.
pub(super) fn headline(state: State) -> impl IntoView {
    let State { data, view, .. } = state;
    let shown = Memo::new(move |_| figures::headline(data, &view.get()));
    view! {
        <section class="headline" aria-label="England and Wales">
            <p class="answer" id="answer" role="status">{move || shown.get().answer}</p>
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
