//! Sources as links.

use super::unescape;
use cyberflag_figures::Citation;
use maud::{Markup, html};

/// Where a link to another site opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// In place of the page.
    Here,
    /// Beside the page that holds the frame, which has no room for another site.
    Beside,
}

impl Opens {
    fn target(self) -> Option<&'static str> {
        (self == Self::Beside).then_some("_blank")
    }
}

/// One source: publisher, title, date.
pub fn link(source: &Citation, opens: Opens) -> Markup {
    let Citation { publisher, title, date, url, .. } = source;
    html! {
        // Only a reader's own figures may have no address.
        @if url.is_empty() {
            (publisher) ": " (title)
        } @else {
            a href=(url) target=[opens.target()] rel="noopener noreferrer external" { (publisher) ": " (title) }
        }
        ", " (date)
    }
}

/// A short list, folded; nothing where there is none. `key` keeps it open through a redraw.
pub fn source_list(name: &str, key: &str, sources: &[Citation], opens: Opens) -> Markup {
    if sources.is_empty() {
        return Markup::default();
    }
    html! {
        details.sources data-key=(key) {
            summary { (name) " (" (sources.len()) ")" }
            ul { @for source in sources { li { (link(source, opens)) } } }
        }
    }
}

/// Every source with its terms (the page's `referrer` says for all its links that none is told), the parts marked so that [`read_sources`] can read them back.
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

/// Publisher, title, address and terms of each source, from [`all_sources`] as a browser gives it
/// back.
pub fn read_sources(html: &str) -> Vec<[String; 4]> {
    let mut sources: Vec<[String; 4]> = Vec::new();
    // By single characters only: searching for longer text would weigh as much as the rest.
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
        let read = [Opens::Here, Opens::Beside]
            .map(|opens| read_sources(&all_sources(&sources, opens).into_string()));
        let parts = sources.map(|s| [s.publisher, s.title, s.url, s.licence]);
        assert_eq!(read, [parts.to_vec(), parts.to_vec()]);
        assert!(read_sources("").is_empty());
        assert_eq!(read_sources("<li>").len(), 1);
    }
}
