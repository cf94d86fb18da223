//! What every page has round its content: the document and its head.

use super::policy::Policy;
use maud::{DOCTYPE, Markup, html};

/// The flag of the site.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23357ab6' d='M2 1h2v14H2zM5 2h9l-3 3.5L14 9H5z'/%3E%3C/svg%3E";

/// A page.
pub(super) struct Shell<'a> {
    /// What may run.
    pub policy: Policy,
    /// Its name.
    pub title: &'a str,
    /// What the head says of the page to others.
    pub about: Markup,
    /// Styles, and scripts that run before the page is there.
    pub assets: Markup,
    /// A frame: its figure and the view that it shows first.
    pub frame: Option<(&'a str, &'a str)>,
    /// Everything in the body.
    pub body: Markup,
}

impl Shell<'_> {
    /// The whole document.
    pub(super) fn html(&self) -> String {
        let (figure, view) = self.frame.unzip();
        let page = html! {
            (DOCTYPE)
            // A frame is laid out as a whole, because it tells its height.
            html lang="en-GB" data-whole[figure.is_some()] data-figure=[figure] data-view=[view] {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy.text());
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    (self.about)
                    (self.assets)
                    link rel="icon" href=(ICON);
                }
                body.frame[figure.is_some()] { (self.body) }
            }
        };
        page.into_string() + "\n"
    }
}
