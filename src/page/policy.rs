//! The Content Security Policy of a page: it allows the scripts and styles of the page and nothing
//! else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

/// A script of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Script<'a> {
    /// A module file, loaded at once and run when it has arrived.
    Module(&'a str),
    /// A classic script file, which blocks the parser.
    Classic(&'a str),
    /// A classic script inside the page.
    Inline(&'a str),
}

/// A style sheet of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style<'a> {
    /// A file.
    Linked(&'a str),
    /// Inside the page.
    Inline(&'a str),
}

/// The policy of a page. It also makes the tags of scripts and styles, so that it cannot miss one.
#[derive(Clone, Debug, Default)]
pub(super) struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
    images: &'static str,
    /// Whether the page may fetch files of its own site.
    pub fetches: bool,
    /// Whether the page may show its own site in an iframe.
    pub frames: bool,
}

impl Policy {
    /// Allows nothing but images, from these origins.
    pub(super) fn new(images: &'static str) -> Self {
        Self { images, ..Self::default() }
    }

    /// Allows a script and makes its tag.
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

    /// Allows WebAssembly to be compiled.
    pub(super) fn wasm(&mut self) {
        push(&mut self.scripts, "'wasm-unsafe-eval'".to_owned());
    }

    /// Allows a style sheet and makes its tag.
    pub(super) fn style(&mut self, style: Style<'_>) -> Markup {
        self.add_style(style, None, None)
    }

    /// The same for a style sheet of some media, with an id.
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

const SELF: &str = "'self'";

fn push(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// The source expression of an inline text.
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
    fn nothing_is_allowed_by_default() {
        let none = "default-src 'none'; base-uri 'none'; form-action 'none'";
        assert_eq!(Policy::default().text(), none);
    }
}
