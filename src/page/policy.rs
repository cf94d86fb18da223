//! The content policy of a page: what it links and holds may run, and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

/// A script of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Script<'a> {
    /// A module beside the page, asked for at once and run when it is there.
    Module(&'a str),
    /// A classic script beside the page, run where it stands.
    Classic(&'a str),
    /// A classic script in the page.
    Inline(&'a str),
}

/// A style sheet of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style<'a> {
    /// Beside the page.
    Linked(&'a str),
    /// In the page.
    Inline(&'a str),
}

/// The policy of a page. Scripts and styles get their tags from it, so it knows them all.
#[derive(Clone, Debug, Default)]
pub(super) struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
    images: &'static str,
    /// It may ask its own site for files.
    pub fetches: bool,
    /// It shows frames of its own site.
    pub frames: bool,
}

impl Policy {
    /// Nothing but pictures from there.
    pub(super) fn new(images: &'static str) -> Self {
        Self { images, ..Self::default() }
    }

    /// A script that may run.
    pub(super) fn script(&mut self, script: Script<'_>) -> Markup {
        let (source, tag) = match script {
            Script::Module(href) => {
                (SELF.to_owned(), html! { script type="module" async src=(href) {} })
            }
            Script::Classic(href) => (SELF.to_owned(), html! { script src=(href) {} }),
            Script::Inline(text) => (hash(text), html! { script { (PreEscaped(text)) } }),
        };
        push(&mut self.scripts, source);
        tag
    }

    /// Lets a program of WebAssembly run.
    pub(super) fn program(&mut self) {
        push(&mut self.scripts, "'wasm-unsafe-eval'".to_owned());
    }

    /// A style sheet that counts.
    pub(super) fn style(&mut self, style: Style<'_>) -> Markup {
        self.add_style(style, None, None)
    }

    /// A style sheet that counts for a kind of medium, under an id.
    pub(super) fn style_for(&mut self, style: Style<'_>, media: &str, id: &str) -> Markup {
        self.add_style(style, Some(media), Some(id))
    }

    fn add_style(&mut self, style: Style<'_>, media: Option<&str>, id: Option<&str>) -> Markup {
        let (source, tag) = match style {
            Style::Linked(href) => (
                SELF.to_owned(),
                html! { link rel="stylesheet" href=(href) media=[media] id=[id]; },
            ),
            Style::Inline(text) => {
                (hash(text), html! { style media=[media] id=[id] { (PreEscaped(text)) } })
            }
        };
        push(&mut self.styles, source);
        tag
    }

    /// As it stands in the page.
    pub(super) fn text(&self) -> String {
        let mut text = "default-src 'none'".to_owned();
        let mut rule = |name: &str, values: &str| {
            if !values.is_empty() {
                text.push_str(&format!("; {name} {values}"));
            }
        };
        rule("script-src", &self.scripts.join(" "));
        rule("style-src", &self.styles.join(" "));
        rule("img-src", self.images);
        rule("connect-src", if self.fetches { "'self'" } else { "" });
        rule("base-uri", "'none'");
        rule("form-action", "'none'");
        rule("frame-src", if self.frames { "'self'" } else { "" });
        text
    }
}

/// The page's own site.
const SELF: &str = "'self'";

fn push(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// As a policy names a text that stands in the page.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_by_its_hash() {
        // As `printf 'go()' | openssl dgst -sha256 -binary | base64` says.
        assert_eq!(hash("go()"), "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='");
    }

    #[test]
    fn nothing_is_allowed_that_was_not_asked_for() {
        let none = "default-src 'none'; base-uri 'none'; form-action 'none'";
        assert_eq!(Policy::default().text(), none);
    }
}
