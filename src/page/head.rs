//! What the head says to search engines and to sites that show a preview of a link.

use super::PageError;
use crate::markup::escape;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{FinancialYear, Measure};
use cyberflag_figures::Release;
use serde_json::json;

const TITLE: &str = "Online sexual offences against children recorded by police";
const ABOUT: &str = "Published figures of online sexual offences against children recorded by the 43 police forces of England and Wales, by financial year, each with its source: figures that the NSPCC gathered by Freedom of Information requests, and Home Office police recorded crime.";

/// Open Graph, JSON-LD and, where the address is known, the canonical address.
pub(super) fn tags(
    data: &Dataset,
    answer: &str,
    address: Option<&str>,
) -> Result<String, PageError> {
    let mut html = String::new();
    let mut property = |name: &str, content: &str| {
        html.push_str(&format!("<meta property=\"og:{name}\" content=\"{}\">", escape(content)));
    };
    property("type", "website");
    property("locale", "en_GB");
    property("site_name", "Cyberflag");
    property("title", TITLE);
    property("description", answer);
    if let Some(address) = address {
        property("url", address);
    }
    html.push_str(&canonical(address)?);
    html.push_str("<script type=\"application/ld+json\">");
    // In a script element only `<` could end it early.
    html.push_str(&about(data, address).to_string().replace('<', "\\u003c"));
    html.push_str("</script>");
    Ok(html)
}

/// The stamp, where the program reads it.
pub(super) fn release(release: &Release) -> String {
    format!("<meta name=\"release\" content=\"{}\">", release.words())
}

/// For a page beside the one that search engines should know.
pub(super) fn aside(address: Option<&str>) -> Result<String, PageError> {
    Ok(["<meta name=\"robots\" content=\"noindex\">", &canonical(address)?].concat())
}

pub(super) fn canonical(address: Option<&str>) -> Result<String, PageError> {
    let Some(address) = address else { return Ok(String::new()) };
    if !is_address(address) {
        return Err(PageError::Address);
    }
    Ok(format!("<link rel=\"canonical\" href=\"{}\">", escape(address)))
}

/// Whether a text is the address of a folder.
fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"\"'<>`".contains(c);
    let rest = text.strip_prefix("https://").and_then(|rest| rest.strip_suffix('/'));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain))
}

/// The dataset in the words of schema.org.
fn about(data: &Dataset, address: Option<&str>) -> serde_json::Value {
    let years = || Measure::ALL.into_iter().flat_map(|m| data.all_years(m));
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
        "variableMeasured": Measure::ALL.map(Measure::name),
        "creditText": "Office for National Statistics and Home Office; figures printed by the NSPCC and newspapers, cited as facts",
    });
    if let (Some(address), Some(about)) = (address, about.as_object_mut()) {
        about.insert("url".to_owned(), address.into());
    }
    about
}
