//! Warnings and notices.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::{View, caveats};
use maud::{Markup, Render, html};

/// What to know before using the figures of a view, as list items.
pub fn caveat_list(data: &Dataset, view: &View) -> Markup {
    let mut texts = vec![caveats::RECORDED, &data.measure(view.measure).counts];
    texts.extend(caveats::of_measure(data.measure(view.measure)));
    texts.extend(caveats::of_unit(view.unit));
    texts.extend(caveats::of_estimates(view.year).filter(|_| view.unit == Unit::Rate));
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
