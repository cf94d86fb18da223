//! The page before its program runs, as it is written at build time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use cyberflag::page::{Edition, Site, fill};
use cyberflag_figures::Release;
use std::collections::BTreeMap;

fn page() -> String {
    let html = std::fs::read_to_string("index.html").unwrap();
    let release = Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap();
    fill(&html, Edition::Reading, &Site { address: None, release, pictures: true }).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    html.split(open.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_id_stands_once_and_every_reference_finds_one() {
    let html = page();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for id in values(&html, "id") {
        *ids.entry(id).or_default() += 1;
    }
    let twice: Vec<_> = ids.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let links = values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
    let labels = ["aria-labelledby", "aria-describedby", "for"];
    let named = labels.iter().flat_map(|name| values(&html, name));
    // A section that comes with the program has no heading before it.
    let later =
        |id: &str| html.contains(&format!("id=\"s-{}\" hidden", id.trim_start_matches("h-")));
    for id in links.chain(named).filter(|id| !later(id)) {
        assert!(ids.contains_key(id), "nothing has the id {id}");
    }
}

#[test]
fn each_force_has_its_outline_and_its_row() {
    let html = page();
    let forces = cyberflag::embedded::dataset().unwrap().forces;
    assert_eq!(forces.len(), 43);
    for force in forces {
        assert!(html.contains(&format!("<a id=\"area-{}\"", force.code)), "{}", force.name);
        assert!(html.contains(&format!("<tr id=\"row-{}\">", force.code)), "{}", force.name);
    }
}

#[test]
fn the_policy_of_the_page_lets_all_of_it_through() {
    let html = page();
    assert!(values(&html, "style").is_empty() && !html.contains("<style"));
    assert!(values(&html, "onclick").is_empty());
    let inline: Vec<&str> = html.split("<script").skip(1).collect();
    assert!(inline.iter().all(|s| s.starts_with(" type=\"application/ld+json\"")), "{inline:?}");
}

#[test]
fn the_description_for_search_engines_is_json() {
    let html = page();
    let json = html.split("application/ld+json\">").nth(1).unwrap().split("</script>").next();
    let about: serde_json::Value = serde_json::from_str(json.unwrap()).unwrap();
    assert_eq!(about["@type"], "Dataset");
    assert_eq!(about["variableMeasured"].as_array().unwrap().len(), 4);
}
