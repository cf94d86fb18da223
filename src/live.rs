//! Values of elements that follow signals.
//!
//! Text and HTML are always those of a whole element: a browser's translator replaces the text nodes
//! inside, so that a node of ours among them would go on showing what was there before.
//!
//! The closures are boxed, so that Leptos's machinery is compiled once for each kind of value.

use maud::{Markup, html};

/// A value that is worked out again when a signal that it read has changed.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// A value of an attribute.
pub fn live<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(value)
}

/// The HTML inside an element.
pub fn live_html(content: impl Fn() -> Markup + Send + 'static) -> Live<String> {
    Box::new(move || content().into_string())
}

/// The text of an element.
pub fn live_text(content: impl Fn() -> String + Send + 'static) -> Live<String> {
    Box::new(move || text(&content()))
}

/// Text as HTML.
pub fn text(text: &str) -> String {
    html! { (text) }.into_string()
}

/// What answers an event.
pub type Answer<E> = Box<dyn FnMut(E)>;

/// What answers an event.
pub fn answer<E>(work: impl FnMut(E) + 'static) -> Answer<E> {
    Box::new(work)
}
