//! Metadata in the head, for search engines and previews of links.

use super::PageError;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::FinancialYear;
use cyberflag_figures::Release;
use maud::{Markup, PreEscaped, html};
use serde_json::json;

const TITLE: &str = "Online sexual offences against children recorded by police";
const ABOUT: &str = "Published figures of online sexual offences against children recorded by the 43 police forces of England and Wales, by financial year, each with its source: figures that the NSPCC gathered by Freedom of Information requests, and Home Office police recorded crime.";

/// Open Graph, JSON-LD and, where the address is known, the canonical address.
pub(super) fn tags(
    data: &Dataset,
    answer: &str,
    address: Option<&str>,
) -> Result<Markup, PageError> {
    // In a script element only `<` could end it early.
    let json_ld = json_ld(data, address).to_string().replace('<', "\\u003c");
    Ok(html! {
        (open_graph("type", Some("website")))
        (open_graph("locale", Some("en_GB")))
        (open_graph("site_name", Some("Cyberflag")))
        (open_graph("title", Some(TITLE)))
        (open_graph("description", Some(answer)))
        (open_graph("url", address))
        (canonical(address, "")?)
        script type="application/ld+json" { (PreEscaped(json_ld)) }
    })
}

/// An Open Graph property, if it is known.
pub(super) fn open_graph(name: &str, content: Option<&str>) -> Markup {
    html! {
        @if let Some(content) = content { meta property={ "og:" (name) } content=(content); }
    }
}

/// The stamp of the release, which the program reads.
pub(super) fn release(release: &Release) -> Markup {
    html! { meta name="release" content=(release.encode()); }
}

pub(super) fn noindex() -> Markup {
    html! { meta name="robots" content="noindex"; }
}

/// The canonical address of a page in the folder of the site.
pub(super) fn canonical(folder: Option<&str>, path: &str) -> Result<Markup, PageError> {
    if folder.is_some_and(|folder| !is_address(folder)) {
        return Err(PageError::Address);
    }
    Ok(html! {
        @if let Some(folder) = folder { link rel="canonical" href={ (folder) (path) }; }
    })
}

/// Whether a text can be the address of the site: https, with a slash at the end.
fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"\"'<>`".contains(c);
    let rest = text.strip_prefix("https://").and_then(|rest| rest.strip_suffix('/'));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
}

/// The dataset as schema.org describes one.
fn json_ld(data: &Dataset, address: Option<&str>) -> serde_json::Value {
    let years = || data.measure_ids().flat_map(|m| data.all_years(m));
    let first = years().min().map_or(0, FinancialYear::start);
    let last = years().max().map_or(0, |year| year.start() + 1);
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": TITLE,
        "description": ABOUT,
        "version": data.version,
        "inLanguage": "en-GB",
        "license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "temporalCoverage": format!("{first}-04-01/{last}-03-31"),
        "spatialCoverage": "England and Wales, 43 police force areas",
        "variableMeasured": data.measures.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(),
        "creditText": "Office for National Statistics and Home Office; figures printed by the NSPCC and newspapers, cited as facts",
    });
    if let (Some(address), Some(about)) = (address, about.as_object_mut()) {
        about.insert("url".to_owned(), address.into());
    }
    about
}
