//! The card beside the map: how to read it, or the chosen force.

use super::{Opens, source_list, strip};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Area;
use cyberflag_figures::geo::{self, MapShapes};
use cyberflag_figures::scale::format;
use cyberflag_figures::selection::MOST_PINS;
use cyberflag_figures::{self as figures, ForcePanel, SimilarForce, View};
use maud::{Markup, html};

/// The heading of the card.
pub fn card_title(data: &Dataset, view: &View) -> Markup {
    html! {
        @match view.force.and_then(|id| data.force(id)) {
            Some(force) => span translate="no" { (force.full_name) },
            None => "Reading this map",
        }
    }
}

/// The number of the chosen force and how it compares, or how to read the map. In a prerendered page the
/// ways to other views wait for the program.
pub fn card_main(data: &Dataset, view: &View, inert: bool, opens: Opens) -> Markup {
    match view.force.and_then(|id| figures::panel(data, view, id)) {
        Some(panel) => of_force(data, view, &panel, inert, opens),
        None => guide(data, view, inert, opens),
    }
}

/// A heading of the card: under the frame's own title it is a level higher.
pub(super) fn subhead(opens: Opens, text: &str) -> Markup {
    html! {
        @match opens {
            Opens::Here => h4 { (text) },
            Opens::NewTab => h2 { (text) },
        }
    }
}

fn of_force(data: &Dataset, view: &View, panel: &ForcePanel, inert: bool, opens: Opens) -> Markup {
    let rates = figures::rate_strip(data, view, panel).filter(|_| opens == Opens::Here);
    html! {
        p.card-big {
            @if panel.number.is_empty() {
                span.card-none { (panel.label) }
            } @else {
                span.card-n { (panel.number) } " " span { (panel.label) }
            }
        }
        @for note in &panel.notes { p { (note) } }
        @if let Some(other) = panel.latest.as_ref().filter(|_| opens == Opens::Here) {
            p inert[inert] {
                a.btn href={ "#" (other.hash) } {
                    "Show " (other.year) " on the map: " (other.number)
                }
            }
        }
        @if let Some(comparison) = &panel.comparison {
            (subhead(opens, &format!("How it compares, {}", comparison.year.label())))
            @for text in &comparison.texts { p.card-p { (text) } }
            @if let Some(rates) = &rates {
                p.card-p { (rates.by) }
                (strip(rates))
            }
        }
    }
}

fn guide(data: &Dataset, view: &View, inert: bool, opens: Opens) -> Markup {
    let guide = figures::map_guide(data, view);
    html! {
        p { (guide.what) }
        p { (guide.how) }
        @if !guide.question.is_empty() {
            (subhead(opens, &guide.question))
            p { (guide.reasons.join(" ")) }
        }
        @if !guide.ways.is_empty() {
            div inert[inert] {
                (subhead(opens, "To see more forces"))
                ul.opts {
                    @for way in &guide.ways {
                        li {
                            a href={ "#" (way.hash) } { (way.name) }
                            " " span { (way.forces) }
                        }
                    }
                }
            }
        }
        (subhead(opens, "Your area"))
        p { "Choose a force on the map, or search by postcode or place at the top of the page." }
        (source_list("Sources of this map", &guide.sources, opens))
    }
}

/// The forces that share a border with the chosen one, each a way to it.
pub fn neighbours(data: &Dataset, view: &View, shapes: &MapShapes) -> Markup {
    let Some(force) = view.force.and_then(|id| data.force(id)) else { return Markup::default() };
    let ids = geo::neighbours(shapes, force.code.as_str()).into_iter();
    let others: Vec<_> = ids.filter_map(|code| data.force_by_code(code)).collect();
    if others.is_empty() {
        return Markup::default();
    }
    html! {
        p.next-to {
            "Next to it: "
            @for (i, id) in others.iter().enumerate() {
                @if i > 0 { ", " }
                a href={ "#" (View { force: Some(*id), ..*view }.selection(data).to_hash()) }
                    translate="no" { (data.area_name(Area::Force(*id))) }
            }
            "."
        }
    }
}

/// The forces with about as many children, and a way to compare them with the chosen one; nothing where
/// none is chosen or it has none like it.
pub fn similar(data: &Dataset, view: &View) -> Markup {
    let Some(id) = view.force else { return Markup::default() };
    let others = figures::similar_forces(data, id, view.year);
    if others.is_empty() {
        return Markup::default();
    }
    let mut pins = [None; MOST_PINS];
    let forces = std::iter::once(id).chain(others.iter().map(|other| other.force));
    for (pin, force) in pins.iter_mut().zip(forces) {
        *pin = Some(force);
    }
    let compared = View { pins, ..*view };
    html! {
        p.similar {
            (similar_names(&others)) " "
            a href={ "#" (compared.selection(data).to_hash()) } { "Compare with them" }
        }
    }
}

/// Forces with about as many children, in a sentence.
pub(super) fn similar_names(others: &[SimilarForce]) -> Markup {
    html! {
        "About as many children live in: "
        @for (i, other) in others.iter().enumerate() {
            @if i > 0 { ", " }
            span translate="no" { (other.name) } " (" (format::whole(other.children)) ")"
        }
        "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_figures::selection::Selection;

    #[test]
    fn ways_to_other_views_wait_for_the_program() {
        let data = crate::embedded::dataset().unwrap();
        let (view, _) = View::resolve(&data, &Selection::default());
        let of = |inert| card_main(&data, &view, inert, Opens::Here).into_string();
        assert!(of(true).contains("<div inert>"));
        assert!(!of(false).contains("inert"));
        assert!(of(false).contains("Why are 21 forces blank?"));
    }
}
