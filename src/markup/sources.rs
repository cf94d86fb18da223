//! Sources as links.

use super::{POSTCODE_CREDIT, unescape};
use cyberflag_figures::Citation;
use cyberflag_figures::geo::CREDIT;
use maud::{Markup, html};

/// Where a link to another site opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// In this tab.
    Here,
    /// In a new tab: an embed has no room for another site.
    NewTab,
}

impl Opens {
    pub(super) fn target(self) -> Option<&'static str> {
        (self == Self::NewTab).then_some("_blank")
    }
}

/// One source: publisher, title, date.
pub fn link(source: &Citation, opens: Opens) -> Markup {
    let Citation { publisher, title, date, url, .. } = source;
    html! {
        // Only the reader's own figures may have no address.
        @if url.is_empty() {
            (publisher) ": " (title)
        } @else {
            a href=(url) target=[opens.target()] rel="noopener noreferrer external" { (publisher) ": " (title) }
        }
        ", " (date)
    }
}

/// A folded list; empty without sources.
pub fn source_list(name: &str, sources: &[Citation], opens: Opens) -> Markup {
    if sources.is_empty() {
        return Markup::default();
    }
    html! {
        details.fold.sources {
            summary { (name) " (" (sources.len()) ")" }
            ul { @for source in sources { li { (link(source, opens)) } } }
        }
    }
}

/// Every source with its licence, the parts marked so that [`read_sources`] can read them back. The
/// page's referrer policy covers these links.
pub fn all_sources(sources: &[Citation], opens: Opens) -> Markup {
    html! {
        ul {
            @for s in sources {
                li {
                    a href=(s.url) target=[opens.target()] { b { (s.publisher) } ": " i { (s.title) } }
                    ", " (s.date) ". " span { (s.licence) } "."
                }
            }
        }
    }
}

/// What is to be known of all sources.
pub fn about_sources() -> Markup {
    html! {
        p {
            "Every number on this page comes from one of these. Figures printed by newspapers are cited as facts. Outlines of the forces, simplified: too coarse to say on which side of a border a place lies. "
            (CREDIT) "."
        }
        p { "Postcodes: " (POSTCODE_CREDIT) }
    }
}

/// Publisher, title, address and licence of each source, parsed from the HTML of [`all_sources`] as a
/// browser serializes it.
pub fn read_sources(html: &str) -> Vec<[String; 4]> {
    let mut sources: Vec<[String; 4]> = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        if tag == "li" {
            sources.push(Default::default());
        }
        let Some([publisher, title, url, licence]) = sources.last_mut() else { continue };
        match tag.split_once(' ').unwrap_or((tag, "")) {
            ("b", _) => *publisher = unescape(text),
            ("i", _) => *title = unescape(text),
            ("span", _) => *licence = unescape(text),
            ("a", href) => *url = unescape(href.split('"').nth(1).unwrap_or("")),
            _ => {}
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_back_as_they_were_written() {
        let source = |title: &str| Citation {
            publisher: "A & B".to_owned(),
            title: title.to_owned(),
            date: "2016".to_owned(),
            url: "https://x.example/?a=1&b=\"2\"".to_owned(),
            licence: "\u{a9} C".to_owned(),
        };
        let sources = [source("1 < 2: \"yes\" & 'no' &amp;"), source("")];
        let read = [Opens::Here, Opens::NewTab]
            .map(|opens| read_sources(&all_sources(&sources, opens).into_string()));
        let parts = sources.map(|s| [s.publisher, s.title, s.url, s.licence]);
        assert_eq!(read, [parts.to_vec(), parts.to_vec()]);
        assert!(read_sources("").is_empty());
        assert_eq!(read_sources("<li>").len(), 1);
    }
}
