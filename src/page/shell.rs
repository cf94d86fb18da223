//! The document round the content of every page.

use super::policy::Policy;
use maud::{DOCTYPE, Markup, html};

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%232b6991' d='M2 1h2v14H2zM5 2h9l-3 3.5L14 9H5z'/%3E%3C/svg%3E";

pub(super) struct Shell<'a> {
    pub policy: Policy,
    pub title: &'a str,
    /// Metadata for search engines, previews and the program.
    pub about: Markup,
    /// Styles, and scripts that run before the body is parsed.
    pub assets: Markup,
    /// For an embed: its figure and its opening view.
    pub embed: Option<(&'a str, &'a str)>,
    pub body: Markup,
}

impl Shell<'_> {
    pub(super) fn html(&self) -> String {
        let (figure, view) = self.embed.unzip();
        let page = html! {
            (DOCTYPE)
            // Without `content-visibility`, as an embed reports its height.
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
