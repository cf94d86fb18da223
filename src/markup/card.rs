//! The chosen force's card.

use super::table::{column_heads, scrolling};
use super::{Opens, link, source_list};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::scale::format;
use cyberflag_figures::selection::MOST_PINS;
use cyberflag_figures::{
    self as figures, ForcePanel, MeasureHistory, OtherFigure, ShownDoubt, View, YearRow,
};
use maud::{Markup, html};

/// The heading while no force is chosen.
pub const ONE_FORCE: &str = "One police force";

/// The sentence and the comparison; an invitation if no force is chosen.
pub fn card_sentence(panel: Option<&ForcePanel>) -> Markup {
    html! {
        @if let Some(panel) = panel {
            p { (panel.sentence) }
            p { (panel.comparison) }
        } @else {
            p { "Choose a force on the map, in the list above, in a chart or in a table to see every figure published for it." }
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
    let names: Vec<String> = others
        .iter()
        .map(|other| format!("{} ({})", other.name, format::whole(other.children)))
        .collect();
    html! {
        p.similar {
            "About as many children live in: " (names.join(", ")) ". "
            a href={ "#" (compared.selection(data).to_hash()) } data-key="similar" { "Compare with them" }
        }
    }
}

/// A kind of figure through the years.
pub fn history(data: &Dataset, history: &MeasureHistory, opens: Opens) -> Markup {
    let measure = data.measure(history.measure);
    let slug = measure.key.as_str();
    let caption = format!("{}, by financial year", measure.name);
    let table = html! {
        caption.hidden { (caption) }
        (column_heads(["Year", "Offences recorded", "Per 10,000 children"]))
        tbody { @for row in &history.years { (year(row, slug, opens)) } }
    };
    html! {
        (scrolling(&caption, &table))
        (source_list("Sources of every year", &format!("s-{slug}"), &history.sources, opens))
        (others("Also published", &format!("also-{slug}"), &history.others, opens))
    }
}

fn year(row: &YearRow, slug: &str, opens: Opens) -> Markup {
    let small = |text: Option<&str>| html! { @if let Some(text) = text { small { (text) } } };
    let blank = |blank: bool| blank.then_some("blank");
    let key = format!("{slug}-{}", row.year);
    html! {
        tr {
            th scope="row" { (row.year) }
            td class=[blank(row.why.is_some())] {
                (row.count) " " (small(row.why)) (small(row.note.as_deref())) (doubted(row.doubt.as_ref(), opens))
                (source_list("Sources", &format!("s-{key}"), &row.sources, opens))
                (others("Other published values", &format!("o-{key}"), &row.others, opens))
            }
            td class=[blank(row.why.is_some() || row.why_no_rate.is_some())] {
                (row.rate) " " (small(row.why_no_rate.or(row.rate_note)))
            }
        }
    }
}

/// Why a number is not believed, with the sources that refute it.
fn doubted(doubt: Option<&ShownDoubt>, opens: Opens) -> Markup {
    html! {
        @if let Some(doubt) = doubt {
            small {
                " Doubted: " (doubt.reason) " Refuted by: "
                @for (i, source) in doubt.refuted_by.iter().enumerate() {
                    @if i > 0 { "; " }
                    (link(source, opens))
                }
                "."
            }
        }
    }
}

fn others(name: &str, key: &str, figures: &[OtherFigure], opens: Opens) -> Markup {
    if figures.is_empty() {
        return Markup::default();
    }
    html! {
        details.others data-key=(key) {
            summary { (name) }
            ul {
                @for f in figures {
                    li {
                        @if !f.what.is_empty() { (f.what) ": " }
                        strong { (f.count) }
                        @if !f.note.is_empty() { " (" (f.note) ")" }
                        " "
                        @if let Some(source) = &f.source { (link(source, opens)) }
                        (doubted(f.doubt.as_ref(), opens))
                    }
                }
            }
        }
    }
}
