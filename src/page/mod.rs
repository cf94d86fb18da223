//! The pages before the program runs: the opening view written into `index.html` at build time,
//! and one page for every figure that other sites can hold in a frame.
//!
//! Written natively by the build, and in the full edition into a page that is saved. Made of the same figures and the same markup as the running page, so the two
//! cannot say different things. It is complete without a script: a reader, a search engine or a
//! printer needs nothing else. The program, once it runs, puts the live page in its place.

#[cfg(not(target_arch = "wasm32"))]
mod document;
#[cfg(not(target_arch = "wasm32"))]
mod forces;
mod frames;
mod head;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod sitemap;
#[cfg(not(target_arch = "wasm32"))]
mod studio;

use crate::embedded;
use crate::markup;
use crate::markup::text::cut;
use cyberflag_data::dataset::{CompactError, Dataset};
use cyberflag_figures as figures;
use cyberflag_figures::geo::{MapShapes, TopologyError};
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{Release, View};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{SiteFile, files, write};

/// Why the figures could not be written into a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The built-in figures are broken.
    #[error(transparent)]
    Figures(#[from] CompactError),
    /// The built-in outlines are broken.
    #[error(transparent)]
    Outlines(#[from] TopologyError),
    /// The page lacks a place that is to be filled.
    #[error("the page has no place for {0}")]
    NoPlace(&'static str),
    /// A page cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        why: String,
    },
    /// The build has left no style sheet for the fact sheets.
    #[error("{0} holds no sheet-HASH.css")]
    NoStyle(String),
    /// Two areas would be written to the same page.
    #[error("two areas have the page {0}")]
    Twice(String),
    /// The address is not one that can stand in the page.
    #[error(
        "the address must start with https://, end with a slash and hold no blank or quotation mark"
    )]
    Address,
}

/// Where and when the pages are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The address of the folder, with its slash at the end, where it is known: it becomes the
    /// canonical address.
    pub address: Option<String>,
    /// The stamp.
    pub release: Release,
    /// Whether pictures are written: for previews of links, which only a release needs.
    pub pictures: bool,
}

/// Which module a page starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The page that everybody reads first.
    Reading,
    /// The same, with all that leaves the site: `share.html`.
    Full,
}

/// The pages for frames of other sites, each with its place in the site, from their template.
///
/// # Errors
/// [`PageError`] if the template lacks a place, the address is none, or the build is broken.
pub fn frames(template: &str, site: &Site) -> Result<Vec<(String, String)>, PageError> {
    let data = embedded::dataset()?;
    let shapes = MapShapes::new(&embedded::topology()?);
    let page = |frame: &frames::Frame| {
        Ok((frame.path(&data), frame.fill(template, &data, &shapes, site)?))
    };
    frames::all(&data).iter().map(page).collect()
}

/// The page with the opening view in `<main id="app">` and its description in the head.
///
/// # Errors
/// [`PageError`] if the page lacks a place, the address is none, or the build is broken.
pub fn fill(html: &str, edition: Edition, site: &Site) -> Result<String, PageError> {
    let data = embedded::dataset()?;
    let shapes = MapShapes::new(&embedded::topology()?);
    let (view, _) = View::resolve(&data, &Selection::default());
    let (first, rest) = parts::still(&data, &shapes, &view)?;
    let mut head = head::release(&site.release);
    let mut html = html.to_owned();
    match edition {
        Edition::Reading => {
            let answer = figures::headline(&data, &view).answer;
            head.push_str(&head::tags(&data, &answer, site.address.as_deref())?);
            html = html.replacen("</head>", &[&head, "</head>"].concat(), 1);
        }
        Edition::Full => {
            head.push_str(&head::aside(site.address.as_deref())?);
            html = html.replacen("</head>", &[&head, "</head>"].concat(), 1);
            // It shows frames as they will stand in other pages.
            html = html.replacen("form-action 'none'", "form-action 'none'; frame-src 'self'", 1);
        }
    }
    let html = into(&html, "release", &markup::escape(&site.release.text()))?;
    let html = into(&html, "app", &["<div class=\"still\">", &first, "</div>"].concat())?;
    let rest = ["<div class=\"still\">", &rest, "</div></main>"].concat();
    let html = html.replacen("</main>", &rest, 1);
    into(&html, "ways", if edition == Edition::Full { "" } else { markup::SHARE_LINK })
}

/// A view as it is read before a program runs: what stands in one `.still`.
///
/// # Errors
/// [`PageError`] if the skeleton lacks a place.
pub fn still_of(data: &Dataset, shapes: &MapShapes, view: &View) -> Result<String, PageError> {
    parts::still(data, shapes, view).map(|(first, rest)| first + &rest)
}

/// Puts text at the start of the element with an id.
fn into(html: &str, id: &'static str, text: &str) -> Result<String, PageError> {
    let place = || {
        let (before, rest) = cut(html, &format!(" id=\"{id}\""))?;
        let (tag, after) = rest.split_once('>')?;
        Some(format!("{before} id=\"{id}\"{tag}>{text}{after}"))
    };
    place().ok_or(PageError::NoPlace(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_to_the_start_of_its_element() {
        let html = "<p id=\"a\" class=\"x\">old</p>";
        assert_eq!(into(html, "a", "new ").unwrap(), "<p id=\"a\" class=\"x\">new old</p>");
        assert_eq!(into(html, "b", "").unwrap_err(), PageError::NoPlace("b"));
    }

    #[test]
    fn a_page_without_the_place_and_an_address_that_is_none_are_refused() {
        let release = Release::parse("0 0 0").unwrap();
        let site = |address: Option<&str>| Site {
            address: address.map(str::to_owned),
            release: release.clone(),
            pictures: true,
        };
        let filled = |page: &str, address| fill(page, Edition::Reading, &site(address));
        let empty = filled("<head></head><p id=\"release\"></p>", None);
        assert_eq!(empty.unwrap_err(), PageError::NoPlace("app"));
        let page = "<head></head><main id=\"app\"></main><p id=\"release\"></p>";
        for address in ["ftp://x", "https://x/\">", "", "https://a b", "https://a/b"] {
            assert_eq!(filled(page, Some(address)).unwrap_err(), PageError::Address, "{address}");
        }
        let filled = filled(page, Some("https://x.example/a/")).unwrap();
        assert!(filled.contains("<link rel=\"canonical\" href=\"https://x.example/a/\">"));
    }
}
