//! The answer in one sentence.

use cyberflag_figures::Answer;
use maud::{Markup, html};

/// The sentence, its number in bold. The name of a force is not to be translated.
pub fn answer(answer: &Answer) -> Markup {
    html! {
        @match answer.before.split_once(&answer.area) {
            Some((before, after)) => { (before) span translate="no" { (answer.area) } (after) }
            None => (answer.before),
        }
        @if !answer.number.is_empty() { strong { (answer.number) } }
        (answer.after)
    }
}
