//! What became of an action, told beside the button that was pressed.

use crate::live::{Answer, answer, live, live_text};
use crate::sections::tools::{BY_HAND, begin_copy};
use leptos::ev::MouseEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// What could not be handed over, to be taken by hand.
#[derive(Clone)]
pub enum Instead {
    Text(String),
    /// The address of a picture.
    Picture(String),
}

/// What became of an action.
#[derive(Clone, Default)]
pub struct Outcome {
    pub words: String,
    pub instead: Option<Instead>,
}

impl Outcome {
    /// Words alone.
    pub fn said(words: impl Into<String>) -> Self {
        Self { words: words.into(), instead: None }
    }
}

/// Where it is told; copying it copies a handle.
#[derive(Clone, Copy)]
pub struct Told(RwSignal<Outcome>);

impl Told {
    /// Nothing was done yet.
    pub fn nothing() -> Self {
        Self(RwSignal::default())
    }

    /// Nothing is told any more: it was of another view.
    pub fn forget(self) {
        if !self.0.read_untracked().words.is_empty() {
            self.0.set(Outcome::default());
        }
    }

    /// An action that is done at once.
    pub fn now(self, act: impl Fn() -> Outcome + 'static) -> Answer<MouseEvent> {
        answer(move |_| self.0.set(act()))
    }

    /// An action that takes a while.
    pub fn later<F>(self, act: impl Fn() -> F + 'static) -> Answer<MouseEvent>
    where
        F: Future<Output = Outcome> + 'static,
    {
        answer(move |_| self.wait(Box::pin(act())))
    }

    /// Boxed, so that it is compiled once.
    fn wait(self, work: Pin<Box<dyn Future<Output = Outcome>>>) {
        spawn_local(async move { self.0.set(work.await) });
    }

    /// Copies text; where the browser forbids it, shows the text to be copied by hand.
    pub fn copies(self, text: impl Fn() -> String + 'static) -> Answer<MouseEvent> {
        self.later(move || {
            let text = text();
            // Begun while the browser still knows that the reader has asked for it.
            let begun = begin_copy(&text);
            async move {
                let copied = match begun {
                    Some(copy) => copy.await.is_ok(),
                    None => false,
                };
                if copied {
                    return Outcome::said("Copied.");
                }
                Outcome { words: BY_HAND.to_owned(), instead: Some(Instead::Text(text)) }
            }
        })
    }
}

/// Says what became of it.
#[component]
pub fn Telling(told: Told) -> impl IntoView {
    let outcome = told.0;
    let area = NodeRef::<Textarea>::new();
    let text = move || match &outcome.read().instead {
        Some(Instead::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let picture = move || match &outcome.read().instead {
        Some(Instead::Picture(address)) => Some(address.clone()),
        _ => None,
    };
    Effect::new(live(move || {
        if let (Some(text), Some(area)) = (text(), area.get()) {
            area.set_value(&text);
            let _ = area.focus();
            area.select();
        }
    }));
    view! {
        <p class="told" role="status" inner_html=live_text(move || outcome.read().words.clone())></p>
        <textarea rows="6" readonly aria-label="Text to copy" hidden=live(move || text().is_none()) node_ref=area></textarea>
        <img alt="The picture, to be saved from the menu of your browser" hidden=live(move || picture().is_none()) src=live(picture)/>
    }
}
