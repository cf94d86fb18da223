//! Every year of a kind of figure for the chosen force, with its sources.

use super::card::subhead;
use super::table::{column_heads, scrolling_table};
use super::{Opens, link};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{
    self as figures, Citation, MeasureHistory, OtherFigure, ShownDoubt, View, YearRow,
};
use maud::{Markup, html};

/// Every year published of the kind on the map, and other published figures; nothing where no force is
/// chosen.
pub fn history_table(data: &Dataset, view: &View, opens: Opens) -> Markup {
    let Some((id, force)) = view.force.and_then(|id| Some((id, data.force(id)?))) else {
        return Markup::default();
    };
    let history = figures::history(data, view.measure, id);
    html! {
        (subhead(opens, "Every year published"))
        (table(data, view, &force.full_name, &history, opens))
        (others("Other published figures", &history.others, opens))
    }
}

/// How many sources that table has, and each as a list item.
pub fn history_sources(data: &Dataset, view: &View, opens: Opens) -> (usize, Markup) {
    let history = view.force.map(|id| figures::history(data, view.measure, id));
    let all = history.as_ref().map_or(Vec::new(), sources);
    (all.len(), html! { @for source in &all { li { (link(source, opens)) } } })
}

fn table(
    data: &Dataset,
    view: &View,
    name: &str,
    history: &MeasureHistory,
    opens: Opens,
) -> Markup {
    let caption = format!("{}, {name}", data.measure(history.measure).name);
    let shown = view.force.and_then(|id| view.year_of(data, id));
    // Where all years have the same sources, the list below names them.
    let named = history.sources.is_empty();
    let heads = ["Year", "Offences", "Per 10,000 children", "Source"];
    let parts = html! {
        caption.vh { (caption) }
        (column_heads(heads.into_iter().take(if named { 4 } else { 3 })))
        tbody {
            @for row in &history.years { (year(row, Some(row.year) == shown, named, opens)) }
        }
    };
    scrolling_table(&caption, Some("tbl tbl-s"), &parts)
}

fn year(row: &YearRow, chosen: bool, named: bool, opens: Opens) -> Markup {
    let class = chosen.then_some("is-sel");
    let columns = if named { 4 } else { 3 };
    let blank = match row.in_sum {
        true => "no figure for this year alone",
        false => "no figure",
    };
    let label = row.year.label();
    html! {
        tr class=[class] {
            th scope="row" { (label) }
            @if row.known {
                td.num { (row.count) }
                td.num { (row.rate) }
                @if named { td.src { (publishers(&row.sources, opens)) } }
            } @else {
                td.none colspan=(columns - 1) { (blank) }
            }
        }
        @if has_more(row) {
            tr.tbl-n {
                td colspan=(columns) {
                    @for text in [row.why, row.why_no_rate, row.rate_note].into_iter().flatten() {
                        p { (text) }
                    }
                    @if let Some(note) = &row.note { p { (note) } }
                    (doubted(row.doubt.as_ref(), opens))
                    (others("Other published values", &row.others, opens))
                }
            }
        }
    }
}

fn has_more(row: &YearRow) -> bool {
    row.why.is_some()
        || row.why_no_rate.is_some()
        || row.rate_note.is_some()
        || row.note.is_some()
        || row.doubt.is_some()
        || !row.others.is_empty()
}

/// The publishers of a number, each a link to what it published; the second of one publisher is `(2)`.
fn publishers(sources: &[Citation], opens: Opens) -> Markup {
    html! {
        @for (i, source) in sources.iter().enumerate() {
            @let again = sources.iter().take(i).filter(|s| s.publisher == source.publisher).count();
            @let again = if again > 0 { format!(" ({})", again + 1) } else { String::new() };
            @if i > 0 { ", " }
            @if source.url.is_empty() {
                (source.publisher) (again)
            } @else {
                a href=(source.url) target=[opens.target()] rel="noopener noreferrer external" title=(source.title) {
                    (source.publisher) (again)
                }
            }
        }
    }
}

/// Every source of the years, once.
fn sources(history: &MeasureHistory) -> Vec<Citation> {
    let mut all = history.sources.clone();
    for source in history.years.iter().flat_map(|row| &row.sources) {
        if !all.contains(source) {
            all.push(source.clone());
        }
    }
    all
}

/// Why a number is not believed, with the sources that refute it.
fn doubted(doubt: Option<&ShownDoubt>, opens: Opens) -> Markup {
    html! {
        @if let Some(doubt) = doubt {
            p {
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

fn others(name: &str, figures: &[OtherFigure], opens: Opens) -> Markup {
    if figures.is_empty() {
        return Markup::default();
    }
    html! {
        details.fold {
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
