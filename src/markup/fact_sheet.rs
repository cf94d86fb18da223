//! A fact sheet: one area on one printed page. Its words and numbers are those of the page; its
//! style sheet (`public/sheet.css`) sees to it that A4 is enough.

use super::{Picture, escape, helplines, sheet_table, years_pictures};
use cyberflag_figures::help::{CHILDLINE, EMERGENCY, NSPCC, POLICE};
use cyberflag_figures::{FactSheet, SheetMeasure, SheetOther, SheetSource, capital};

/// Where a sheet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetPlace<'a> {
    /// The way to the interactive page, from where the sheet stands.
    pub app: &'a str,
    /// The address of that page in words, where it is known: paper has no links.
    pub address: Option<&'a str>,
    /// The stamp of the release in words.
    pub stamp: &'a str,
    /// The way to the folder where this release stays as it is; empty where there is none.
    pub frozen: &'a str,
}

/// Pictures of a sheet with several kinds of figures: on a screen, and four in a row on paper.
const SMALL: [Picture; 2] = [
    Picture { width: 328.0, height: 148.0, snug: true, class: "screen" },
    Picture { width: 168.0, height: 116.0, snug: true, class: "paper" },
];
/// Pictures of a sheet with one kind.
const LARGE: [Picture; 2] = [
    Picture { width: 328.0, height: 200.0, snug: true, class: "narrow" },
    Picture { width: 608.0, height: 200.0, snug: true, class: "wide" },
];

const LICENCE: &str = "Official tables: ONS and Home Office, Open Government Licence v3.0. Figures printed by newspapers and the NSPCC are cited as facts.";

/// The sheet.
pub fn fact_sheet(sheet: &FactSheet, place: &SheetPlace<'_>) -> String {
    let one = match sheet.measures.as_slice() {
        [one] => Some(one),
        _ => None,
    };
    let measures: String = sheet.measures.iter().map(|m| measure(m, one.is_some())).collect();
    let many = if sheet.sources.len() > MANY { " many" } else { "" };
    format!(
        "<article class=\"sheet{}{many}\"><header><h1>{}</h1><p class=\"lead\">{}</p></header>\
        <div class=\"measures\">{measures}</div>{}{}\
        <section aria-labelledby=\"h-caveats\"><h2 id=\"h-caveats\">What these figures do and do not say</h2><ul class=\"small-print\">{}</ul></section>\
        {}<footer><p class=\"help-now\"><strong>Need help now?</strong> {}.</p>{}</footer></article>",
        if one.is_some() { " one" } else { "" },
        escape(&title(sheet)),
        escape(&lead(sheet)),
        sheet_table(sheet),
        others(sheet, one.is_some()),
        sheet.caveats.iter().map(|c| format!("<li>{}</li>", escape(c))).collect::<String>(),
        sources(&sheet.sources),
        helplines(&[CHILDLINE, NSPCC, POLICE, EMERGENCY]).into_string(),
        stamp(place)
    )
}

/// With more sources than this their titles are left to the screen.
const MANY: usize = 8;

/// The name of the area, and of the kind of figure where there is one only.
pub fn title(sheet: &FactSheet) -> String {
    match sheet.measures.as_slice() {
        [one] => format!("{}: {}", sheet.name, lower(one.measure.name())),
        _ => sheet.name.clone(),
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or(String::new(), |c| [c.to_ascii_lowercase()].into_iter().chain(chars).collect())
}

fn lead(sheet: &FactSheet) -> String {
    let (first, last) = sheet.span;
    format!(
        "Sexual offences against children recorded by police, as published, {} to {}. Years from April to March. Columns: offences recorded; a dashed outline: no published figure.",
        first.label(),
        last.label()
    )
}

fn measure(measure: &SheetMeasure, alone: bool) -> String {
    let slug = measure.measure.slug();
    let head = if alone { "The latest number" } else { measure.measure.name() };
    let mut sentences = measure.sentences.iter();
    let first = sentences.next().map(|s| format!("<strong>{}</strong> ", escape(s)));
    let rest: Vec<String> = sentences.map(|s| escape(s)).collect();
    let pictures: &[Picture] = if alone { &LARGE } else { &SMALL };
    let figure = measure.figure.as_ref().map_or(String::new(), |figure| {
        let line = figure
            .break_note
            .map_or(String::new(), |note| format!("<p class=\"note\">{}</p>", escape(note)));
        format!(
            "<div class=\"picture\"><p class=\"unit\">{}</p>{}</div>{}",
            escape(&capital(figure.unit)),
            years_pictures(figure, pictures),
            if alone { line } else { String::new() }
        )
    });
    format!(
        "<section class=\"measure\" aria-labelledby=\"m-{slug}\"><h2 id=\"m-{slug}\">{}</h2><p>{}{}</p>{figure}</section>",
        escape(head),
        first.unwrap_or_default(),
        rest.join(" ")
    )
}

fn others(sheet: &FactSheet, alone: bool) -> String {
    let parts: String = sheet
        .measures
        .iter()
        .filter(|m| !m.others.is_empty())
        .map(|m| {
            if alone {
                let items = m.others.iter().map(|o| format!("<li>{}</li>", other(o)));
                return format!("<ul>{}</ul>", items.collect::<String>());
            }
            format!("<li>{}: {}.</li>", escape(m.measure.name()), in_short(&m.others))
        })
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    let list = match alone {
        true => parts,
        false => format!("<ul class=\"small-print\">{parts}</ul>{}", short(sheet)),
    };
    format!(
        "<section class=\"others\" aria-labelledby=\"h-others\"><h2 id=\"h-others\">Also published</h2>{list}</section>"
    )
}

/// Says what a sheet of several kinds of figures leaves to those of one kind.
fn short(sheet: &FactSheet) -> &'static str {
    match sheet.short {
        true => {
            "<p class=\"small-print\">Where more than two sources print a number, two are named here; the page of each kind of figure names all, and has ages and kinds of offence.</p>"
        }
        false => "",
    }
}

/// A printed number, and the numbers of the sources that print it.
type Value<'a> = (&'a str, Vec<usize>);

/// Values without their notes; where several sources print the same, once with all of them.
fn in_short(others: &[SheetOther]) -> String {
    let mut groups: Vec<(&str, Vec<Value<'_>>)> = Vec::new();
    for o in others {
        if groups.iter().all(|(what, _)| *what != o.what) {
            groups.push((&o.what, Vec::new()));
        }
        let Some((_, values)) = groups.iter_mut().find(|(what, _)| *what == o.what) else {
            continue;
        };
        match values.iter_mut().find(|(count, _)| *count == o.count) {
            Some((_, numbers)) if numbers.contains(&o.source) => {}
            Some((_, numbers)) => numbers.push(o.source),
            None => values.push((&o.count, vec![o.source])),
        }
    }
    let words = |(what, values): &(&str, Vec<Value<'_>>)| {
        let values: Vec<String> = values
            .iter()
            .map(|(count, numbers)| format!("{}{}", escape(count), references(numbers)))
            .collect();
        format!("{}: {}", escape(what), values.join(", "))
    };
    groups.iter().map(words).collect::<Vec<_>>().join("; ")
}

fn other(other: &SheetOther) -> String {
    let note = match other.note.is_empty() {
        true => String::new(),
        false => format!(", {}", escape(&other.note)),
    };
    let (what, count) = (escape(&other.what), escape(&other.count));
    format!("{what}: {count}{}{note}", references(&[other.source]))
}

/// Links to sources by their numbers.
fn references(numbers: &[usize]) -> String {
    let link = |n: &usize| format!("<a href=\"#source-{n}\">{n}</a>");
    format!(" [{}]", numbers.iter().map(link).collect::<Vec<_>>().join(", "))
}

fn sources(sources: &[SheetSource]) -> String {
    let items: String = sources
        .iter()
        .enumerate()
        .map(|(i, source)| {
            let c = &source.citation;
            let used = match source.used_for.is_empty() {
                true => String::new(),
                false => format!(" <span class=\"used\">({})</span>", escape(&source.used_for)),
            };
            format!(
                "<li id=\"source-{}\"><a href=\"{}\" rel=\"noopener noreferrer external\">{}<span class=\"title\">: {}</span></a>, {}{used}</li>",
                i + 1,
                escape(&c.url),
                escape(&c.publisher),
                escape(&c.title),
                escape(&c.date)
            )
        })
        .collect();
    format!(
        "<section class=\"sources\" aria-labelledby=\"h-sources\"><h2 id=\"h-sources\">Sources</h2><ol class=\"small-print\">{items}</ol></section>"
    )
}

fn stamp(place: &SheetPlace<'_>) -> String {
    let address = place.address.map_or(String::new(), |address| {
        format!(" <span class=\"on-paper\">{}</span>", escape(address))
    });
    let frozen = match place.frozen.is_empty() {
        true => String::new(),
        false => format!(
            " <a class=\"on-screen\" href=\"{}\">This release, kept as it is</a>",
            escape(place.frozen)
        ),
    };
    format!(
        "<p>{LICENCE}</p><p class=\"on-screen\"><a href=\"{}\">Open in the interactive map</a></p><p>{}.{address}{frozen}</p>",
        escape(place.app),
        escape(place.stamp)
    )
}
