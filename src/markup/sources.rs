//! Sources as links.

use super::escape;
use crate::figures::Citation;

/// One source: publisher, title, date.
pub fn link(source: &Citation) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer external\">{}: {}</a>, {}",
        escape(&source.url),
        escape(&source.publisher),
        escape(&source.title),
        escape(&source.date)
    )
}

/// A short list, folded; nothing where there is none. `key` keeps it open through a redraw.
pub fn source_list(name: &str, key: &str, sources: &[Citation]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let items: Vec<String> = sources.iter().map(|s| format!("<li>{}</li>", link(s))).collect();
    format!(
        "<details class=\"sources\" data-key=\"{}\"><summary>{} ({})</summary><ul>{}</ul></details>",
        escape(key),
        escape(name),
        sources.len(),
        items.concat()
    )
}

/// Every source with its terms, the parts marked so that the program can read them back.
pub fn all_sources(sources: &[Citation]) -> String {
    let item = |s: &Citation| {
        format!(
            "<li><a href=\"{}\" rel=\"noopener noreferrer external\"><b>{}</b>: <i>{}</i></a>, {}. <span>{}</span>.</li>",
            escape(&s.url),
            escape(&s.publisher),
            escape(&s.title),
            escape(&s.date),
            escape(&s.licence)
        )
    };
    format!("<ul>{}</ul>", sources.iter().map(item).collect::<String>())
}
