//! What readers must know first: whose figures these are, and what of their address was left out.

use crate::live::live_html;
use crate::markup;
use crate::store::Store;
use cyberflag_figures::{View, caveats};
use leptos::prelude::*;

/// The notices.
#[component]
pub fn Notices() -> impl IntoView {
    let store = Store::here();
    let notices = live_html(move || {
        let data = store.data.get();
        let refused = store.refused.get().into_iter().map(|part| {
            format!("\u{201c}{part}\u{201d} in the address was not understood and is left out.")
        });
        let (_, given_way) = View::resolve(&data, &store.selection.read());
        let given_way = given_way.into_iter().map(|notice| notice.0);
        let texts: Vec<String> =
            caveats::own(&data).into_iter().chain(refused).chain(given_way).collect();
        markup::notices(&texts)
    });
    view! { <div class="notices" id="notices" role="status" inner_html=notices></div> }
}
