//! The view as text and as a link to copy; what the keys do.

use crate::address;
use crate::live::{answer, live, live_text};
use crate::store::Store;
use cyberflag_figures as figures;
use leptos::ev::MouseEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// The buttons.
#[component]
pub fn Tools() -> impl IntoView {
    let store = Store::here();
    let copied = Copied::nothing();
    let as_text = move |_: MouseEvent| copied.copy(figures::as_text(&store.data(), &store.view()));
    let link = move |_: MouseEvent| {
        address::write(store);
        let link = web_sys::window().and_then(|w| w.location().href().ok());
        copied.copy(link.unwrap_or_default());
    };
    view! {
        <div class="actions" inert=store.inert()>
            <button type="button" on:click=answer(as_text)>"Copy text"</button>
            // A link would show the published figures.
            <button type="button" hidden=live(move || store.data.read().own().is_some()) on:click=answer(link)>"Copy link"</button>
            <Copying copied/>
        </div>
    }
}

/// What became of a text that was to be copied.
#[derive(Clone, Copy)]
pub struct Copied {
    status: RwSignal<&'static str>,
    /// The text, where the browser forbids copying it.
    by_hand: RwSignal<Option<String>>,
}

impl Copied {
    /// Nothing was copied yet.
    pub fn nothing() -> Self {
        Self { status: RwSignal::new(""), by_hand: RwSignal::new(None) }
    }

    /// Copies text; where the browser forbids it, shows the text to be copied by hand.
    pub fn copy(self, text: String) {
        let Some(written) = begin_copy(&text) else { return self.show(text) };
        spawn_local(async move {
            match written.await {
                Ok(_) => self.status.set("Copied."),
                Err(_) => self.show(text),
            }
        });
    }

    fn show(self, text: String) {
        self.by_hand.set(Some(text));
        self.status.set(BY_HAND);
    }
}

/// Begins to copy text; `None` where the page has no clipboard.
pub fn begin_copy(text: &str) -> Option<JsFuture> {
    let clipboard = web_sys::window().map(|w| w.navigator().clipboard());
    // Missing on insecure pages, whatever the type says.
    let clipboard = clipboard.filter(|c| c.is_object())?;
    Some(clipboard.write_text(text).into())
}

/// What is said where copying is forbidden.
pub const BY_HAND: &str =
    "Your browser does not let this page copy. The text is below: copy it by hand.";

/// Says what became of it.
#[component]
fn Copying(copied: Copied) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let (Some(text), Some(area)) = (copied.by_hand.get(), area.get()) {
            area.set_value(&text);
            area.select();
        }
    });
    view! {
        <span role="status" inner_html=live_text(move || copied.status.get().to_owned())></span>
        <textarea rows="6" readonly aria-label="Text to copy" hidden=live(move || copied.by_hand.read().is_none()) node_ref=area></textarea>
    }
}

/// The keys of the map and the charts.
#[component]
pub fn Keys() -> impl IntoView {
    const KEYS: &str = "<summary>Help with the map and the charts</summary><ul><li>Tab comes to the map, and to each chart, once.</li><li>Arrow keys go to the next force in that direction, or to the next bar; Home and End to the first and the last.</li><li>On the map a letter goes to the next force whose name starts with it.</li><li>On the map + and - zoom, 0 shows the whole map.</li><li>Enter or Space chooses, Escape lets go.</li></ul>";
    view! { <details class="fold" inert=Store::here().inert() inner_html=KEYS></details> }
}
