//! Warnings and notices.

use cyberflag_data::domain::{Measure, Unit};
use cyberflag_figures::caveats;
use maud::{Markup, Render, html};

/// What to know before using the figures of a measure and unit, as list items.
pub fn caveat_list(measure: &Measure, unit: Unit) -> Markup {
    let mut texts = vec![caveats::RECORDED];
    texts.extend(caveats::of_measure(measure));
    texts.extend(caveats::of_unit(unit));
    texts.extend([caveats::OVERLAP, caveats::DISPUTED]);
    items(&texts)
}

/// Notices about an address that could not be followed in full.
pub fn notices(texts: &[String]) -> Markup {
    html! { @for text in texts { p.notice { (text) } } }
}

/// Texts as list items.
pub fn items<T: Render>(texts: &[T]) -> Markup {
    html! { @for text in texts { li { (text) } } }
}
