//! The page before its program runs, as it is written at build time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod site;

use cyberflag::page::{Edition, PageError, Site, app};
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::selection::Selection;
use site::{assets, site, values};
use std::collections::BTreeMap;

fn of(edition: Edition) -> String {
    app(edition, &assets(), &site()).unwrap()
}

fn page() -> String {
    of(Edition::Reading)
}

const EDITIONS: [Edition; 4] = [Edition::Reading, Edition::Frozen, Edition::Full, Edition::OneFile];

#[test]
fn the_box_asks_for_an_area_and_postcodes_are_credited() {
    for edition in EDITIONS {
        let html = of(edition);
        assert!(html.contains("Find your area"));
        assert!(html.contains("A postcode shows where you live, not which force records"));
        assert!(html.contains(cyberflag::markup::POSTCODE_CREDIT));
    }
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
    let named = labels.iter().flat_map(|name| values(&html, name)).flat_map(str::split_whitespace);
    // A section that comes with the program has no heading before it.
    let later =
        |id: &str| html.contains(&format!("id=\"s-{}\" hidden", id.trim_start_matches("h-")));
    for id in links.chain(named).filter(|id| !later(id)) {
        if id.contains('=') {
            let (_, refused) = Selection::parse(&id.replace("&amp;", "&"));
            assert_eq!(refused, Vec::<String>::new(), "{id}");
            continue;
        }
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
fn the_outlines_are_credited_at_the_sources_and_at_the_foot() {
    for html in EDITIONS.map(of) {
        let (page, footer) = html.split_once("<footer").unwrap();
        assert!(footer.contains(CREDIT) && page.contains(CREDIT));
        assert!(!html.contains("Natural Earth"));
    }
}

#[test]
fn what_was_asked_for_and_what_followed_stands_before_the_sources_with_a_link_for_each_day() {
    use cyberflag::markup::{Opens, events_list};
    use cyberflag_data::dataset::{Dataset, OwnData, SourceId};
    let data = cyberflag::embedded::dataset().unwrap();
    for html in EDITIONS.map(of) {
        let (before, after) = html.split_once("<div id=\"events\"").unwrap();
        let section = after.split("id=\"sources\"").next().unwrap();
        assert!(before.contains("id=\"h-caveats\"") && after.len() > section.len());
        assert!(before.ends_with("What was asked for, and what followed</h2></div>"), "{before}");
        let days: Vec<&str> = section.split("<strong>").skip(1).collect();
        assert_eq!(days.len(), data.events.len());
        for (item, event) in days.iter().zip(&data.events) {
            let source = data.source(event.source).unwrap();
            let day = cyberflag_figures::scale::format::date(event.day);
            assert!(item.starts_with(&format!("{day}</strong>. ")), "{item}");
            assert!(item.contains(&format!("<a href=\"{}\"", source.url)), "{item}");
        }
    }
    // A reader's own figures: their events, or no section.
    let own = |with_published| {
        let first_source = SourceId(data.sources.len() as u16);
        Some(OwnData { file: "own.csv".to_owned(), first_source, with_published })
    };
    let section = |data: &Dataset| events_list(data, Opens::Here).into_string();
    let together = Dataset { own: own(true), ..data.clone() };
    assert_eq!(section(&together), section(&data));
    let mut alone = Dataset { own: own(false), ..data.clone() };
    assert!(section(&alone).contains("<li>") && !section(&alone).contains("In June 2017"));
    alone.events.clear();
    assert_eq!(section(&alone), "");
    // Frames have no room for it.
    let frames = cyberflag::page::embeds(&assets(), &site()).unwrap();
    assert!(frames.iter().all(|file| !file.text.contains("h-events")) && !frames.is_empty());
}

#[test]
fn no_page_has_a_style_or_a_script_in_an_attribute() {
    for html in EDITIONS.map(of) {
        let old = ["style", "onclick", "align", "face", "marginwidth"];
        assert!(old.iter().all(|name| values(&html, name).is_empty()));
        assert!(!html.contains("<font"));
    }
}

/// The values of a rule of a policy.
fn rule<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let rule = policy.split("; ").find_map(|rule| rule.strip_prefix(&format!("{name} ")));
    rule.map(|rule| rule.split(' ').collect()).unwrap_or_default()
}

/// The hash of each text of an element, as a policy names it.
fn hashes(html: &str, element: &str) -> Vec<String> {
    use base64::Engine as _;
    use sha2::Digest as _;
    let open = format!("<{element}");
    let texts = html.split(open.as_str()).skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let data = tag.contains("type=\"text/plain\"") || tag.contains("type=\"application/");
        let text = rest.split("</").next()?;
        (!data && !text.is_empty()).then_some(text)
    });
    let engine = base64::engine::general_purpose::STANDARD;
    texts.map(|text| format!("'sha256-{}'", engine.encode(sha2::Sha256::digest(text)))).collect()
}

#[test]
fn the_policy_of_a_page_names_what_stands_in_it_and_nothing_else() {
    for edition in EDITIONS {
        let html = of(edition);
        let (mut scripts, mut styles) = (hashes(&html, "script"), hashes(&html, "style"));
        let one_file = edition == Edition::OneFile;
        assert_eq!((scripts.len(), styles.len()), if one_file { (2, 3) } else { (0, 1) });
        if !one_file {
            scripts.push("'self'".to_owned());
        }
        if edition == Edition::Full {
            styles.push("'self'".to_owned());
        }
        scripts.push("'wasm-unsafe-eval'".to_owned());
        assert_eq!(rule(&html, "script-src"), scripts, "{edition:?}");
        assert_eq!(rule(&html, "style-src"), styles, "{edition:?}");
        let frames: &[&str] = if edition == Edition::Full { &["'self'"] } else { &[] };
        assert_eq!(rule(&html, "frame-src"), frames, "{edition:?}");
    }
}

#[test]
fn the_one_file_names_no_other() {
    let html = of(Edition::OneFile);
    assert!(rule(&html, "connect-src").is_empty(), "it asks nobody");
    assert_eq!(rule(&html, "img-src"), ["data:", "blob:"]);
    assert!(values(&html, "src").is_empty());
    for href in values(&html, "href") {
        let known = ["#", "tel:", "data:", "https://", "http://"];
        assert!(known.iter().any(|start| href.starts_with(start)), "{href}");
    }
    assert!(html.contains("<script type=\"text/plain\" id=\"module\">H4sI</script>"));
    // The lists stand in it, for readers without a script.
    assert_eq!(html.matches("<tr id=\"row-").count(), 43);
}

#[test]
fn only_the_living_page_is_for_search_engines() {
    let indexed = EDITIONS.map(|edition| !of(edition).contains("content=\"noindex\""));
    assert_eq!(indexed, [true, false, false, false]);
}

#[test]
fn an_address_that_is_none_is_refused() {
    let at = |address: &str| {
        let site = Site { address: Some(address.to_owned()), ..site() };
        app(Edition::Reading, &assets(), &site)
    };
    for address in ["ftp://x", "https://x/\">", "", "https://a b", "https://a/b"] {
        assert_eq!(at(address).unwrap_err(), PageError::Address, "{address}");
    }
    let page = at("https://x.example/a/").unwrap();
    assert!(page.contains("<link rel=\"canonical\" href=\"https://x.example/a/\">"));
}

#[test]
fn the_description_for_search_engines_is_json() {
    let html = page();
    let json = html.split("application/ld+json\">").nth(1).unwrap().split("</script>").next();
    let about: serde_json::Value = serde_json::from_str(json.unwrap()).unwrap();
    assert_eq!(about["@type"], "Dataset");
    assert_eq!(about["variableMeasured"].as_array().unwrap().len(), 5);
}

#[test]
fn a_content_system_finds_each_frame_by_its_head() {
    let address = "https://x.example/a/";
    let site = Site { address: Some(address.to_owned()), ..site() };
    let files = cyberflag::page::embeds(&assets(), &site).unwrap();
    let (pages, answers): (Vec<_>, Vec<_>) =
        files.iter().partition(|file| file.path.ends_with(".html"));
    assert_eq!(pages.len(), answers.len());
    for (page, answer) in pages.iter().zip(answers) {
        let link = format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{}\" href=\"{address}{}\">",
            page.text.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0,
            answer.path
        );
        assert!(page.text.contains(&link), "{link}");
        let told: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!((&told["version"], &told["type"]), (&"1.0".into(), &"rich".into()));
        let frame = format!("<iframe src=\"{address}{}#measure=", page.path);
        assert!(told["html"].as_str().unwrap().starts_with(&frame), "{told}");
        assert!(told["height"].as_u64() > Some(300) && told["width"] == 700);
    }
    let alone = cyberflag::page::embeds(&assets(), &self::site()).unwrap();
    assert!(alone.iter().all(|file| file.path.ends_with(".html") && !file.text.contains("oembed")));
}
