//! The page before the program runs: the opening view written into `index.html` at build time.
//!
//! Native only, and made of the same figures and the same markup as the running page, so the two
//! cannot say different things. It is complete without a script: a reader, a search engine or a
//! printer needs nothing else. The program, once it runs, puts the live page in its place.

mod head;
mod parts;
mod picture;

use crate::dataset::CompactError;
use crate::figures::View;
use crate::geo::{MapShapes, TopologyError};
use crate::selection::Selection;
use crate::{embedded, figures};

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
    /// The address is not one that can stand in the page.
    #[error("the address must start with https:// and hold no blank or quotation mark")]
    Address,
}

/// The page with the opening view in `<main id="app">` and its description in the head.
///
/// `address` is where the page will be found, if that is known: it becomes the canonical address.
///
/// # Errors
/// [`PageError`] if the page lacks a place, the address is none, or the build is broken.
pub fn fill(html: &str, address: Option<&str>) -> Result<String, PageError> {
    let data = embedded::dataset()?;
    let shapes = MapShapes::new(&embedded::topology()?);
    let (view, _) = View::resolve(&data, &Selection::default());
    let still = parts::still(&data, &shapes, &view)?;
    let head = head::tags(&data, &figures::headline(&data, &view).answer, address)?;
    let html = html.replacen("</head>", &[&head, "</head>"].concat(), 1);
    into(&html, "app", &["<div id=\"still\">", &still, "</div>"].concat())
}

/// Puts text at the start of the element with an id.
fn into(html: &str, id: &'static str, text: &str) -> Result<String, PageError> {
    let place = || {
        let (before, rest) = html.split_once(&format!(" id=\"{id}\""))?;
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
        assert_eq!(fill("<head></head>", None).unwrap_err(), PageError::NoPlace("app"));
        let page = "<head></head><main id=\"app\"></main>";
        for address in ["ftp://x", "https://x/\">", "", "https://a b"] {
            assert_eq!(fill(page, Some(address)).unwrap_err(), PageError::Address, "{address}");
        }
        let filled = fill(page, Some("https://x.example/a/")).unwrap();
        assert!(filled.contains("<link rel=\"canonical\" href=\"https://x.example/a/\">"));
    }
}
