//! The fact sheets as the build writes them, in memory: complete, consistent, with the numbers of the
//! figures.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod site;

use cyberflag::embedded;
use cyberflag::page::{PageError, Site, SiteFile, files};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Unit};
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::{self as figures, FactSheet, FactYear, View};
use site::values;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

const STYLE: &str = "sheet-0123456789abcdef.css";
const ADDRESS: &str = "https://example.org/figures/";

fn site(address: Option<&str>) -> Site {
    Site { address: address.map(str::to_owned), ..site::site() }
}

/// All files, written once: 190 pictures take a while.
fn all() -> &'static BTreeMap<String, String> {
    static FILES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let files = files(&site(Some(ADDRESS)), STYLE).unwrap();
        let count = files.len();
        let map: BTreeMap<String, String> =
            files.into_iter().map(|SiteFile { path, text }| (path, text)).collect();
        assert_eq!(map.len(), count, "two files have one path");
        map
    })
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    all().iter().filter(|(p, _)| p.ends_with(".html")).map(|(p, t)| (p.as_str(), t.as_str()))
}

/// The content of a `<meta>` by its name or property.
fn meta<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let tag = html.split("<meta ").find(|tag| tag.contains(&format!("=\"{name}\"")))?;
    tag.split("content=\"").nth(1)?.split('"').next()
}

fn data() -> Dataset {
    embedded::dataset().unwrap()
}

fn areas(data: &Dataset) -> Vec<Area> {
    data.force_ids().map(Area::Force).chain([Area::EnglandAndWales]).collect()
}

#[test]
fn every_force_and_every_kind_of_figure_that_it_has_is_there() {
    let data = data();
    let sheets: BTreeSet<&str> = pages()
        .map(|(path, _)| path)
        .filter(|p| p.matches('/').count() == 1 && *p != "forces/index.html")
        .collect();
    assert_eq!(sheets.len(), 44);
    assert!(sheets.contains("forces/dyfed-powys.html"), "{sheets:?}");
    assert!(sheets.contains("forces/england-and-wales.html"), "{sheets:?}");
    let known = |area, m| data.has_figures(m, area);
    let expected: usize =
        areas(&data).iter().map(|a| data.measure_ids().filter(|m| known(*a, *m)).count()).sum();
    let found = pages().filter(|(path, _)| path.matches('/').count() == 2).count();
    assert_eq!(found, expected);
    // The Home Office publishes every force; the others do not.
    let official = data.measures.iter().filter(|m| m.is_official()).count();
    assert!(found > 44 * official && found < 44 * data.measures.len(), "{found}");
}

#[test]
fn the_areas_are_credited_on_every_page_and_in_every_picture() {
    let shown = all().iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".svg"));
    for (path, text) in shown {
        // A picture breaks the line where it must.
        let text = text.replace("</text>", " ");
        let words = text.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words);
        let all: Vec<&str> = words.flat_map(str::split_whitespace).collect();
        assert!(all.join(" ").contains(CREDIT), "{path}");
    }
}

#[test]
fn ids_stand_once_and_references_find_them() {
    for (path, html) in pages() {
        let mut ids = BTreeSet::new();
        for id in values(html, "id") {
            assert!(ids.insert(id), "{path}: the id {id} stands twice");
        }
        let links = values(html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        for id in links.chain(values(html, "aria-labelledby")) {
            assert!(ids.contains(id), "{path}: nothing has the id {id}");
        }
    }
}

/// A relative address seen from a page, from the folder of the site.
fn resolved(page: &str, href: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('#').next()?.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn every_link_is_relative_and_finds_a_page_or_leads_to_a_source() {
    // What the build has left in the folder, and what it lays out last.
    let beside = ["index.html", STYLE];
    for (path, html) in pages() {
        for href in values(html, "href") {
            let out = ["https://", "http://", "tel:", "data:", "#"];
            if out.iter().any(|start| href.starts_with(start)) {
                continue;
            }
            let to = resolved(path, href).unwrap();
            let frozen = "frozen/2026-11-24-1a2b3c4d-5e6f7a8b/index.html";
            let known = all().contains_key(&to) || beside.contains(&to.as_str()) || to == frozen;
            assert!(known, "{path}: {href} leads to {to}");
        }
        let outside = html.matches("href=\"http").count();
        let canonical = 1;
        assert_eq!(
            html.matches("rel=\"noopener noreferrer external\"").count() + canonical,
            outside
        );
    }
}

#[test]
fn the_policy_of_the_page_lets_all_of_it_through() {
    for (path, html) in pages() {
        assert!(!html.contains("<script") && !html.contains("<style"), "{path}");
        assert!(values(html, "style").is_empty() && values(html, "onclick").is_empty(), "{path}");
        assert!(html.contains("default-src 'none'; style-src 'self'"), "{path}");
        assert_eq!(html.matches("rel=\"stylesheet\"").count(), 1, "{path}");
        assert!(html.contains(&format!("/{STYLE}\"")), "{path}");
    }
}

#[test]
fn previews_are_complete_and_of_a_length_that_is_shown() {
    let mut titles = BTreeSet::new();
    for (path, html) in pages() {
        let description = meta(html, "description").unwrap();
        let length = description.chars().count();
        assert!((60..=220).contains(&length), "{path}: {length} {description}");
        assert_eq!(meta(html, "og:description"), Some(description), "{path}");
        let title = html.split("<title>").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(meta(html, "og:title"), Some(title), "{path}");
        assert!(titles.insert(title) && title.chars().count() <= 120, "{path}: {title}");
        assert_eq!(meta(html, "og:url").unwrap(), format!("{ADDRESS}{path}"));
        assert!(html.contains(&format!("rel=\"canonical\" href=\"{ADDRESS}{path}\"")), "{path}");
        let image = meta(html, "og:image").unwrap().strip_prefix(ADDRESS).unwrap();
        let drawn = image.replace(".png", ".svg");
        assert!(all()[&drawn].contains("width=\"1200\" height=\"630\""), "{path}: {image}");
        assert_eq!(
            (meta(html, "og:image:width"), meta(html, "og:image:height")),
            (Some("1200"), Some("630"))
        );
        assert!(meta(html, "og:image:alt").unwrap().len() > 20, "{path}");
        assert_eq!(meta(html, "twitter:card"), Some("summary_large_image"));
        assert_eq!(meta(html, "release"), Some("1a2b3c4d 5e6f7a8b 2026-11-24"));
    }
}

#[test]
fn the_numbers_are_those_of_the_figures() {
    let data = data();
    for area in areas(&data) {
        let sheet = figures::fact_sheet(&data, area, &data.measure_ids().collect::<Vec<_>>());
        for measure in &sheet.measures {
            for (year, cell) in sheet.years.iter().zip(&measure.cells) {
                let reading = data.reading(measure.measure, area, *year);
                let view = View::plain(measure.measure, *year, Unit::Rate);
                match cell {
                    FactYear::Number { count, rate, forces, .. } => {
                        assert_eq!(
                            *count,
                            cyberflag_figures::scale::format::count_cell(reading.cell)
                        );
                        assert_eq!(rate.text, figures::display_value(&data, &view, area).text);
                        let of_all = reading.forces.map(|n| format!("{n} of 43"));
                        assert!(of_all.is_none_or(|text| text == *forces));
                    }
                    FactYear::Blank(cell) => {
                        assert!(!reading.cell.is_known());
                        assert!(cell.why.and_then(|why| sheet.letter(why)).is_some());
                    }
                }
            }
        }
    }
    let west_midlands = &all()["forces/west-midlands.html"];
    for text in ["West Midlands Police recorded 427 online", "<td class=\"first\">3,185</td>"] {
        assert!(west_midlands.contains(text), "{text}");
    }
    let all_forces = &all()["forces/england-and-wales/online.html"];
    assert!(
        all_forces
            .contains("England and Wales. In 2016/17, 39 of the 43 police forces recorded 5,653")
    );
}

/// Each number of a source in the text has that source in the list, and each source is used.
#[test]
fn sources_are_numbered_as_they_are_named() {
    let data = data();
    let check = |sheet: &FactSheet| {
        let others = || sheet.measures.iter().flat_map(|m| &m.others);
        let refuting = others().filter_map(|o| o.doubt.as_ref()).flat_map(|d| &d.refuted_by);
        let named: BTreeSet<usize> = others().map(|o| o.source).chain(refuting.copied()).collect();
        assert!(named.iter().all(|n| (1..=sheet.sources.len()).contains(n)), "{}", sheet.name);
        for (i, source) in sheet.sources.iter().enumerate() {
            let used = !source.used_for.is_empty() || named.contains(&(i + 1));
            assert!(used, "{}: {}", sheet.name, source.citation.title);
        }
    };
    for area in areas(&data) {
        check(&figures::fact_sheet(&data, area, &data.measure_ids().collect::<Vec<_>>()));
        for measure in data.measure_ids() {
            let sheet = figures::fact_sheet(&data, area, &[measure]);
            assert!(!sheet.short, "one kind of figure leaves nothing out");
            check(&sheet);
        }
    }
}

#[test]
fn every_sheet_says_what_recorded_crime_is_and_who_helps() {
    for (path, html) in pages().filter(|(path, _)| *path != "forces/index.html") {
        for text in [
            "Many offences are never reported to the police",
            "0800\u{a0}1111",
            "Open Government Licence",
            "Release of 24 November 2026",
            "href=\"https://",
        ] {
            assert!(html.contains(text), "{path}: {text}");
        }
        let several = path.matches('/').count() == 1;
        assert_eq!(html.contains("Never add them together"), several, "{path}");
    }
}

#[test]
fn the_sitemap_holds_every_page_and_needs_an_address() {
    let sitemap = &all()["sitemap.xml"];
    assert_eq!(sitemap.matches("<loc>").count(), pages().count() + 1);
    for (path, _) in pages() {
        assert!(sitemap.contains(&format!("<loc>{ADDRESS}{path}</loc>")), "{path}");
    }
    let nowhere = files(&site(None), STYLE).unwrap();
    assert!(nowhere.iter().all(|file| file.path != "sitemap.xml"));
    let kent = nowhere.iter().find(|file| file.path == "forces/kent/online.html").unwrap();
    assert_eq!(meta(&kent.text, "og:image"), Some("../../forces/kent/online.png"));
    assert!(!kent.text.contains("canonical") && meta(&kent.text, "og:url").is_none());
    assert_eq!(files(&site(Some("http://x/")), STYLE).unwrap_err(), PageError::Address);
}

#[test]
fn pictures_for_embeds_are_there_by_name() {
    for figure in ["map", "years", "ranking", "headline"] {
        for measure in data().measure_ids() {
            let svg = &all()[&format!("images/{figure}-{}.svg", data().measure(measure).key)];
            assert!(svg.contains("width=\"1200\" height=\"675\""), "{figure} {measure:?}");
        }
    }
}

#[test]
fn without_pictures_there_is_no_svg_and_every_page() {
    let plain = files(&Site { pictures: false, ..site(Some(ADDRESS)) }, STYLE).unwrap();
    let paths: BTreeSet<&str> = plain.iter().map(|file| file.path.as_str()).collect();
    let expected = all().keys().map(String::as_str).filter(|path| !path.ends_with(".svg"));
    assert!(paths.into_iter().eq(expected));
}
