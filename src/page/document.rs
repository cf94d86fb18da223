//! A page without any script: helplines, links to the other pages, content.

use super::policy::{Policy, Style};
use super::preview::{Preview, preview};
use super::shell::Shell;
use super::{PageError, Site, head};
use crate::markup;
use maud::{Markup, html};

/// The address and the text of a link.
pub(super) type Link = (String, String);

pub(super) struct Document<'a> {
    pub preview: Preview<'a>,
    /// The relative path to the site's folder: `../` once or twice.
    pub up: &'a str,
    /// Links above the content.
    pub nav: &'a [Link],
    pub main: Markup,
    /// Links under the content, with the name of that list.
    pub related: (&'a str, &'a [Link]),
}

impl Document<'_> {
    /// The HTML. `style` is the name of the style sheet in the folder of the site.
    pub(super) fn html(&self, site: &Site, style: &str) -> Result<String, PageError> {
        let mut policy = Policy::new("'self' data:");
        let assets = policy.style(Style::Linked(&[self.up, style].concat()));
        let about = html! {
            (preview(&self.preview, site.address.as_deref())?)
            (head::release(&site.release))
        };
        let (name, related) = self.related;
        let body = html! {
            a.skip href="#sheet" { "Skip to the figures" }
            (markup::help_now(&[self.up, "index.html#support"].concat()))
            (markup::masthead(&[self.up, "index.html"].concat(), "Other pages", self.nav))
            main #sheet tabindex="-1" { (self.main) }
            @if !related.is_empty() {
                nav.more aria-label=(name) { h2 { (name) } (list(related)) }
            }
        };
        let title = self.preview.title;
        Ok(Shell { policy, title, about, assets, embed: None, body }.html())
    }
}

fn list(links: &[Link]) -> Markup {
    html! {
        ul { @for (href, text) in links { li { a href=(href) { (text) } } } }
    }
}
