//! Warnings and notices.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Unit;
use cyberflag_figures::{View, caveats};
use maud::{Markup, Render, html};

/// What the figures do not say, as list items under headings of the page.
pub fn not_said() -> Markup {
    html! { @for (lead, why) in caveats::NOT_SAID { li { h3 { (lead) } p { (why) } } } }
}

/// What to know about the kind of figure, the unit and the year of a view, as list items.
pub fn caution_list(data: &Dataset, view: &View) -> Markup {
    let measure = data.measure(view.measure);
    let mut texts = vec![measure.counts.as_str()];
    texts.extend(caveats::of_measure(measure));
    texts.extend(caveats::of_unit(view.unit));
    texts.extend(caveats::of_estimates(view.year).filter(|_| view.unit == Unit::Rate));
    items(&texts)
}

/// Both in one list, for a frame: it has no headings of its own.
pub fn caveat_list(data: &Dataset, view: &View) -> Markup {
    html! {
        @for (lead, why) in caveats::NOT_SAID { li { strong { (lead) } " " (why) } }
        (caution_list(data, view))
    }
}

/// Notices about an address that could not be followed in full.
pub fn notices(texts: &[String]) -> Markup {
    html! { @for text in texts { p.notice { (text) } } }
}

/// Texts as list items.
pub fn items<T: Render>(texts: &[T]) -> Markup {
    html! { @for text in texts { li { (text) } } }
}
