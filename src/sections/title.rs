//! The title of a figure: under that of its section, or alone in a frame.

use crate::live::Live;
use crate::store::Store;
use leptos::either::Either;
use leptos::prelude::*;

/// A heading of the level that the page asks for.
#[component]
pub fn Title(id: String, words: Live<String>) -> impl IntoView {
    if Store::here().is_framed() {
        Either::Left(view! { <h2 class="fig-t" id=id inner_html=words></h2> })
    } else {
        Either::Right(view! { <h3 class="fig-t" id=id inner_html=words></h3> })
    }
}
