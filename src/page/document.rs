//! A page that needs no program: help, ways to the other pages, text.

use super::policy::{Policy, Style};
use super::preview::{Preview, preview};
use super::shell::Shell;
use super::{PageError, Site, head};
use crate::markup;
use maud::{Markup, html};

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
    pub main: Markup,
    /// Name of the links under it, and those.
    pub more: (&'a str, &'a [Way]),
}

impl Document<'_> {
    /// The page, with the style sheet of that name in the folder of the site.
    pub(super) fn html(&self, site: &Site, style: &str) -> Result<String, PageError> {
        let mut policy = Policy::new("'self' data:");
        let assets = policy.style(Style::Linked(&[self.up, style].concat()));
        let about = html! {
            (preview(&self.preview, site.address.as_deref())?)
            (head::release(&site.release))
        };
        let (name, more) = self.more;
        let body = html! {
            a.skip href="#sheet" { "Skip to the figures" }
            (markup::help_now())
            nav.ways aria-label="Ways" { (list(self.ways)) }
            main #sheet tabindex="-1" { (self.main) }
            @if !more.is_empty() {
                nav.more aria-label=(name) { h2 { (name) } (list(more)) }
            }
        };
        let title = self.preview.title;
        Ok(Shell { policy, title, about, assets, frame: None, body }.html())
    }
}

fn list(ways: &[Way]) -> Markup {
    html! {
        ul { @for (href, words) in ways { li { a href=(href) { (words) } } } }
    }
}
