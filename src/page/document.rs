//! The shell of a page that needs no program: head, help, ways to the other pages.

use super::head;
use super::preview::{Preview, preview};
use super::{PageError, Site};
use crate::markup::escape;

/// The strictest policy that shows a page of text and SVG: nothing but the site's own style sheet.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// The flag of the site.
const ICON: &str = "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23357ab6' d='M2 1h2v14H2zM5 2h9l-3 3.5L14 9H5z'/%3E%3C/svg%3E\">";

const HELP: &str = "<aside class=\"help\" aria-label=\"Help now\"><p><strong>Need help now?</strong> Under 19: Childline <a href=\"tel:08001111\">0800 1111</a>. Worried about a child: NSPCC <a href=\"tel:08088005000\">0808 800 5000</a>. In danger: <a href=\"tel:999\">999</a>.</p></aside>";

/// A link with its words.
pub(super) type Way = (String, String);

/// What a page holds.
pub(super) struct Document<'a> {
    /// What a shared link shows.
    pub preview: Preview<'a>,
    /// The way up to the folder of the site: `../` once or twice.
    pub up: &'a str,
    /// Links above the content.
    pub ways: &'a [Way],
    /// The content.
    pub main: &'a str,
    /// Name of the links under it, and those.
    pub more: (&'a str, &'a [Way]),
}

impl Document<'_> {
    /// The page.
    pub(super) fn html(&self, site: &Site, style: &str) -> Result<String, PageError> {
        let (name, more) = self.more;
        let more = match more.is_empty() {
            true => String::new(),
            false => format!(
                "<nav class=\"more\" aria-label=\"{0}\"><h2>{0}</h2>{1}</nav>",
                escape(name),
                list(more)
            ),
        };
        Ok(format!(
            "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\
            <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
            <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
            <meta name=\"color-scheme\" content=\"light dark\">{}{}\
            <link rel=\"stylesheet\" href=\"{}{style}\">{ICON}</head>\
            <body><a class=\"skip\" href=\"#sheet\">Skip to the figures</a>{HELP}\
            <nav class=\"ways\" aria-label=\"Ways\">{}</nav><main id=\"sheet\" tabindex=\"-1\">{}</main>{more}</body></html>\n",
            preview(&self.preview, site.address.as_deref())?,
            head::release(&site.release),
            self.up,
            list(self.ways),
            self.main
        ))
    }
}

fn list(ways: &[Way]) -> String {
    let items = ways.iter().map(|(href, words)| {
        format!("<li><a href=\"{}\">{}</a></li>", escape(href), escape(words))
    });
    format!("<ul>{}</ul>", items.collect::<String>())
}
