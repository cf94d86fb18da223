//! The warnings of the current view.

use super::state::State;
use crate::figures::caveats;
use leptos::prelude::*;

/// What to know before using these figures.
pub(super) fn caveats(state: State) -> impl IntoView {
    let texts = move || {
        let view = state.view.get();
        let mut texts = vec![caveats::RECORDED];
        texts.extend(caveats::of_measure(view.measure));
        texts.extend(caveats::of_unit(view.unit));
        texts.extend([caveats::OVERLAP, caveats::DISPUTED]);
        texts
    };
    view! {
        <section class="caveats" aria-labelledby="h-caveats">
            <h2 id="h-caveats">"What these figures do and do not say"</h2>
            <ul>
                {move || texts().into_iter().map(|t| view! { <li>{t}</li> }).collect_view()}
            </ul>
        </section>
    }
}
