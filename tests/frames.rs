//! The pages for frames of other sites, as they are written at build time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod site;

use cyberflag::embedded;
use cyberflag::page::embeds;
use cyberflag_export::EmbedFigure;
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{self as figures, View, caveats};
use site::{assets, site, values};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Made once for all tests.
fn pages() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(make)
}

fn make() -> BTreeMap<String, String> {
    let pages = embeds(&assets(), &site()).unwrap();
    pages.into_iter().map(|file| (file.path, file.text)).collect()
}

#[test]
fn there_is_a_page_for_every_figure_of_every_measure_and_for_every_force() {
    let pages = pages();
    let data = embedded::dataset().unwrap();
    for force in &data.forces {
        assert!(pages.contains_key(&format!("embed/force-{}.html", force.code)), "{}", force.name);
    }
    for figure in EmbedFigure::ALL.into_iter().filter(|f| *f != EmbedFigure::Force) {
        for measure in data.measure_ids() {
            let key = &data.measure(measure).key;
            let selection = Selection { measure: Some(key.clone()), ..Selection::default() };
            let view = View::resolve(&data, &selection).0;
            let wanted = figure != EmbedFigure::Ages || figures::ages(&data, &view).is_some();
            let name = figure.page(key, None);
            assert_eq!(pages.contains_key(&name), wanted, "{name}");
        }
    }
    assert_eq!(pages.len(), 43 + 4 * data.measures.len() + 1);
}

#[test]
fn the_addresses_of_the_release_of_29_november_2026_are_still_there() {
    // Written out: other sites hold them, whatever the names of figures and kinds become.
    let kinds = ["online", "sexual-communication", "grooming", "all-child", "obscene-publications"];
    let figures = ["map", "ranking", "years", "headline"];
    let of_kinds = figures.iter().flat_map(|figure| kinds.map(|kind| format!("{figure}-{kind}")));
    let mut names: Vec<String> = of_kinds.chain(["ages-online".to_owned()]).collect();
    names.extend((1..=39).map(|n| format!("force-E230000{n:02}")));
    names.extend((1..=4).map(|n| format!("force-W1500000{n}")));
    for name in names {
        assert!(pages().contains_key(&format!("embed/{name}.html")), "{name}");
    }
}

#[test]
fn each_keeps_title_period_source_warning_coverage_and_the_way_to_the_full_page() {
    for (name, html) in pages() {
        for part in [
            "<header class=\"sheet-head\"><h1>",
            " to March 20",
            " of 43 forces</strong>",
            " have a published figure for this year. Source: ",
            caveats::RECORDED,
            CREDIT,
            "Childline <a href=\"tel:08001111\">",
            "Release of 24 November 2026",
            "<meta name=\"robots\" content=\"noindex\">",
        ] {
            assert!(html.contains(part), "{name}: {part}");
        }
        let measure = values(html, "data-view")[0].split('&').next().unwrap();
        assert!(html.contains(&format!("href=\"../index.html#{measure}")), "{name}");
    }
}

#[test]
fn each_says_what_its_figures_say() {
    let pages = pages();
    let map = &pages["embed/map-online.html"];
    assert!(map.contains("aria-label=\"Kent: 361 offences\""));
    assert!(
        pages["embed/headline-online.html"]
            .contains("<strong>5,653</strong> online sexual offences")
    );
    assert!(pages["embed/years-grooming.html"].contains("7,140"));
    let kent = &pages["embed/force-E23000032.html"];
    assert!(kent.contains("<title>Online sexual offences against children: Kent Police</title>"));
    assert!(kent.contains("<span class=\"card-n\">361</span>"));
}

#[test]
fn ids_stand_once_and_references_find_them() {
    for (name, html) in pages() {
        let ids = values(html, "id");
        let set: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len(), "{name}");
        let links = values(html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        let labels = ["aria-labelledby", "aria-describedby", "for"];
        let ids = links.chain(
            labels.iter().flat_map(|label| values(html, label)).flat_map(str::split_whitespace),
        );
        // The address of a view is for the program.
        for id in ids.filter(|id| !id.contains('=')) {
            assert!(set.contains(id), "{name}: nothing has the id {id}");
        }
    }
}

#[test]
fn the_policy_lets_all_of_it_through_and_every_address_is_relative() {
    for (name, html) in pages() {
        assert!(values(html, "style").is_empty() && !html.contains("<style"), "{name}");
        assert_eq!(html.matches("<script").count(), html.matches("<script src=\"../").count());
        for address in values(html, "href").iter().chain(&values(html, "src")) {
            let plain = ["../", "#", "https://", "http://", "tel:", "data:"];
            assert!(plain.iter().any(|start| address.starts_with(start)), "{name}: {address}");
        }
        // A link that leaves the site must not open inside the frame.
        for link in html.split("<a ").skip(1).filter(|l| l.starts_with("href=\"http")) {
            assert!(
                link.split('>').next().unwrap().contains("target=\"_blank\""),
                "{name}: {link}"
            );
        }
    }
}

#[test]
fn the_program_finds_what_it_reads() {
    let data = embedded::dataset().unwrap();
    for (name, html) in pages() {
        let list = html.split("id=\"fold-sources\"").nth(1).unwrap();
        assert_eq!(
            list.split("</div>").next().unwrap().matches("<li>").count(),
            data.sources.len()
        );
        for id in ["answer", "live", "key-figures", "caveats", "controls", "picker"] {
            assert!(html.contains(&format!(" id=\"{id}\"")), "{name}: {id}");
        }
        let outlines = html.matches("id=\"area-").count();
        assert_eq!(outlines, if name.contains("/map-") { 43 } else { 0 }, "{name}");
    }
}
