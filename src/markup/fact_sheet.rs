//! A fact sheet: one area on one printed page. Its style sheet (`public/sheet.css`) makes it fit A4.

use super::card::similar_names;
use super::notes::items;
use super::{Picture, helplines, sheet_table, strip, years_pictures};
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::help::{CHILDLINE, EMERGENCY, NSPCC, POLICE};
use cyberflag_figures::{
    FactCompared, FactDoubt, FactMeasure, FactOther, FactSheet, FactSource, ListedEvent, capital,
    marks_in_words,
};
use maud::{Markup, html};

/// Where a fact sheet leads, and what it is stamped with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactSheetLinks<'a> {
    /// The interactive page, relative to the sheet.
    pub app: &'a str,
    /// The address of that page as text, if it is known, for paper.
    pub address: Option<&'a str>,
    /// The stamp of the release.
    pub stamp: &'a str,
    /// The frozen copy of the release, relative to the sheet; empty if there is none.
    pub frozen: &'a str,
}

/// Pictures of a sheet with several kinds of figures: on a screen, and all in a row on paper.
fn small(kinds: usize) -> [Picture; 2] {
    // A page of A4 is 718 pixels wide between its margins, 16 are free between two columns.
    let width = ((718.0 + 16.0) / kinds.max(4) as f64 - 16.0).floor();
    [
        Picture { width: 328.0, height: 148.0, snug: true, class: "screen" },
        Picture { width, height: 116.0, snug: true, class: "paper" },
    ]
}

/// Pictures of a sheet with one kind.
const LARGE: [Picture; 2] = [
    Picture { width: 328.0, height: 200.0, snug: true, class: "narrow" },
    Picture { width: 608.0, height: 200.0, snug: true, class: "wide" },
];

const LICENCE: &str = "Official tables: ONS and Home Office, Open Government Licence v3.0 (mid-2013: v1.0). Figures printed by newspapers and the NSPCC are cited as facts.";

/// The sheet.
pub fn fact_sheet(sheet: &FactSheet, links: &FactSheetLinks<'_>) -> Markup {
    let alone = sheet.measures.len() == 1;
    html! {
        article.sheet.one[alone].many[sheet.sources.len() > MANY] {
            header {
                h1 { (title(sheet)) }
                p.lead { (lead(sheet)) }
            }
            .measures { @for m in &sheet.measures { (measure(m, sheet.measures.len())) } }
            .table-and-more {
                (sheet_table(sheet))
                @if let Some(compared) = &sheet.compared { (how_it_compares(compared)) }
            }
            (others(sheet, alone))
            // Beside many sources there is no room for it.
            @if !sheet.events.is_empty() && sheet.sources.len() <= MANY { (events(&sheet.events)) }
            section aria-labelledby="h-caveats" {
                h2 #h-caveats { "What the figures do not say" }
                ul.small-print { (items(&sheet.caveats)) }
            }
            (sources(&sheet.sources))
            footer {
                p.help-now {
                    strong { "Need help now?" }
                    " " (helplines(&[CHILDLINE, NSPCC, POLICE, EMERGENCY])) "."
                }
                (stamp(links))
            }
        }
    }
}

/// With more sources than this, their titles are not printed, nor what was asked for.
const MANY: usize = 8;

/// The name of the area, and of the kind of figure where there is one only.
pub fn title(sheet: &FactSheet) -> String {
    match sheet.measures.as_slice() {
        [one] => format!("{}: {}", sheet.name, lower(&one.name)),
        _ => sheet.name.clone(),
    }
}

fn lower(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

fn lead(sheet: &FactSheet) -> String {
    let span = sheet.years.last().zip(sheet.years.first());
    let span = span
        .map_or(String::new(), |(first, last)| format!(", {} to {}", first.label(), last.label()));
    format!(
        "Sexual offences against children recorded by police, as published{span}. Years from April to March. Columns: offences recorded; a dashed outline: no published figure."
    )
}

fn measure(measure: &FactMeasure, kinds: usize) -> Markup {
    let alone = kinds == 1;
    let small = small(kinds);
    let id = format!("m-{}", measure.key);
    let pictures = if alone { &LARGE } else { &small };
    html! {
        section.measure aria-labelledby=(id) {
            h2 id=(id) { (if alone { "The latest figure" } else { &measure.name }) }
            p {
                @if let Some((first, rest)) = measure.sentences.split_first() {
                    strong { (first) } " " (rest.join(" "))
                }
            }
            @if let Some(figure) = &measure.figure {
                .picture { p.unit { (capital(figure.unit)) } (years_pictures(figure, pictures)) }
                @if let (Some(note), true) = (&figure.break_note, alone) { p.note { (note) } }
                @if !figure.events.is_empty() { p.note { (marks_in_words(&figure.events)) } }
            }
        }
    }
}

/// The latest rate beside those of England and Wales, of every force, and of whom it is like.
fn how_it_compares(compared: &FactCompared) -> Markup {
    let FactCompared { with_all, rates, similar } = compared;
    html! {
        section.compared aria-labelledby="h-compared" {
            h2 #h-compared { "How it compares, " (with_all.year.label()) }
            @for text in &with_all.texts { p { (text) } }
            @if let Some(rates) = rates { p { (rates.by) } (strip(rates)) }
            @if !similar.is_empty() { p { (similar_names(similar)) } }
        }
    }
}

/// What was asked for, and what followed; the numbers are those on the axis.
fn events(events: &[ListedEvent]) -> Markup {
    html! {
        section.events aria-labelledby="h-events" {
            h2 #h-events { "What was asked for, and what followed" }
            ul.small-print {
                @for event in events {
                    li { (event.day) ": " (event.text) " (" a href=(event.source.url) rel="noopener noreferrer external" { (event.source.publisher) } ")" }
                }
            }
        }
    }
}

fn others(sheet: &FactSheet, alone: bool) -> Markup {
    let published = || sheet.measures.iter().filter(|m| !m.others.is_empty());
    if published().next().is_none() {
        return Markup::default();
    }
    html! {
        section.others aria-labelledby="h-others" {
            h2 #h-others { "Other published figures" }
            @if alone {
                @for m in published() {
                    ul { @for o in &m.others { li { (other(o)) } } }
                }
            } @else {
                ul.small-print {
                    @for m in published() { li { (m.name) ": " (in_short(&m.others)) "." } }
                }
                // What a sheet of several kinds of figures leaves to those of one kind.
                @if sheet.short {
                    p.small-print { "Where more than two sources print a number, two are named here; the page of each kind of figure names all, and has ages and kinds of offence." }
                }
            }
        }
    }
}

/// A printed number, the numbers of the sources that print it, and why it is not believed.
type Value<'a> = (&'a str, Vec<usize>, Option<&'a FactDoubt>);

/// Values without their notes; where several sources print the same, once with all of them.
fn in_short(others: &[FactOther]) -> Markup {
    let mut groups: Vec<(&str, Vec<Value<'_>>)> = Vec::new();
    for o in others {
        if groups.iter().all(|(what, _)| *what != o.what) {
            groups.push((&o.what, Vec::new()));
        }
        let Some((_, values)) = groups.iter_mut().find(|(what, _)| *what == o.what) else {
            continue;
        };
        let doubt = o.doubt.as_ref();
        match values.iter_mut().find(|(count, _, other)| *count == o.count && *other == doubt) {
            Some((_, numbers, _)) if numbers.contains(&o.source) => {}
            Some((_, numbers, _)) => numbers.push(o.source),
            None => values.push((&o.count, vec![o.source], doubt)),
        }
    }
    html! {
        @for (i, (what, values)) in groups.iter().enumerate() {
            @if i > 0 { "; " }
            (what) ": "
            @for (i, (count, numbers, doubt)) in values.iter().enumerate() {
                @if i > 0 { ", " }
                (count) (references(numbers)) (doubted(*doubt))
            }
        }
    }
}

fn other(other: &FactOther) -> Markup {
    html! {
        (other.what) ": " (other.count) (references(&[other.source]))
        @if !other.note.is_empty() { ", " (other.note) }
        (doubted(other.doubt.as_ref()))
    }
}

/// Why a number is not believed, and by which sources.
fn doubted(doubt: Option<&FactDoubt>) -> Markup {
    html! {
        @if let Some(doubt) = doubt {
            " (doubted: " (doubt.reason.trim_end_matches('.')) (references(&doubt.refuted_by)) ")"
        }
    }
}

/// Links to sources by their numbers.
fn references(numbers: &[usize]) -> Markup {
    html! {
        " ["
        @for (i, n) in numbers.iter().enumerate() {
            @if i > 0 { ", " }
            a href={ "#source-" (n) } { (n) }
        }
        "]"
    }
}

fn sources(sources: &[FactSource]) -> Markup {
    html! {
        section.sources aria-labelledby="h-sources" {
            h2 #h-sources { "Sources" }
            ol.small-print {
                @for (i, FactSource { citation: c, used_for }) in sources.iter().enumerate() {
                    li id={ "source-" (i + 1) } {
                        a href=(c.url) rel="noopener noreferrer external" {
                            (c.publisher) span.title { ": " (c.title) }
                        }
                        ", " (c.date)
                        @if !used_for.is_empty() { " " span.used { "(" (used_for) ")" } }
                    }
                }
            }
        }
    }
}

fn stamp(links: &FactSheetLinks<'_>) -> Markup {
    html! {
        p { (LICENCE) " Police force areas. " (CREDIT) "." }
        p.on-screen { a href=(links.app) { "Open in the interactive map" } }
        p {
            (links.stamp) "."
            @if let Some(address) = links.address { " " span.on-paper { (address) } }
            @if !links.frozen.is_empty() {
                " " a.on-screen href=(links.frozen) { "This release, kept as it is" }
            }
        }
    }
}
