//! Sources as links.

use super::{escape, unescape};
use cyberflag_figures::Citation;

/// Where a link to another site opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// In place of the page.
    Here,
    /// Beside the page that holds the frame, which has no room for another site.
    Beside,
}

impl Opens {
    fn target(self) -> &'static str {
        match self {
            Self::Here => "",
            Self::Beside => " target=\"_blank\"",
        }
    }
}

/// One source: publisher, title, date.
pub fn link(source: &Citation, opens: Opens) -> String {
    if source.url.is_empty() {
        // Only a reader's own figures may have none.
        let Citation { publisher, title, date, .. } = source;
        return format!("{}: {}, {}", escape(publisher), escape(title), escape(date));
    }
    format!(
        "<a href=\"{}\"{} rel=\"noopener noreferrer external\">{}: {}</a>, {}",
        escape(&source.url),
        opens.target(),
        escape(&source.publisher),
        escape(&source.title),
        escape(&source.date)
    )
}

/// A short list, folded; nothing where there is none. `key` keeps it open through a redraw.
pub fn source_list(name: &str, key: &str, sources: &[Citation], opens: Opens) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let items: Vec<String> =
        sources.iter().map(|s| format!("<li>{}</li>", link(s, opens))).collect();
    format!(
        "<details class=\"sources\" data-key=\"{}\"><summary>{} ({})</summary><ul>{}</ul></details>",
        escape(key),
        escape(name),
        sources.len(),
        items.concat()
    )
}

/// Every source with its terms (the page's `referrer` says for all its links that none is told), the parts marked so that [`read_sources`] can read them back.
pub fn all_sources(sources: &[Citation], opens: Opens) -> String {
    let item = |s: &Citation| {
        format!(
            "<li><a href=\"{}\"{}><b>{}</b>: <i>{}</i></a>, {}. <span>{}</span>.</li>",
            escape(&s.url),
            opens.target(),
            escape(&s.publisher),
            escape(&s.title),
            escape(&s.date),
            escape(&s.licence)
        )
    };
    format!("<ul>{}</ul>", sources.iter().map(item).collect::<String>())
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
        let read = [Opens::Here, Opens::Beside].map(|o| read_sources(&all_sources(&sources, o)));
        let parts = sources.map(|s| [s.publisher, s.title, s.url, s.licence]);
        assert_eq!(read, [parts.to_vec(), parts.to_vec()]);
        assert!(read_sources("").is_empty());
        assert_eq!(read_sources("<li>").len(), 1);
    }
}
