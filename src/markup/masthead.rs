//! The name of the site and the ways through the page.

use maud::{Markup, html};

/// The parts of the page that the masthead names, in their order.
const PARTS: [(&str, &str); 5] = [
    ("#where", "Map"),
    ("#trend", "Over time"),
    ("#compare", "Compare"),
    ("#notsay", "About the figures"),
    ("#share", "Share"),
];

/// The masthead of the page itself, with the ways through it.
pub fn masthead() -> Markup {
    head(
        "./index.html",
        &html! {
            nav.nav aria-label="On this page" {
                ul { @for (href, name) in PARTS { li { a href=(href) { (name) } } } }
            }
        },
    )
}

/// The masthead of a page without a script, with its links.
pub fn plain_masthead(home: &str, links: &[(String, String)]) -> Markup {
    head(
        home,
        &html! {
            nav.nav aria-label="Ways" {
                ul { @for (href, name) in links { li { a href=(href) { (name) } } } }
            }
        },
    )
}

fn head(home: &str, nav: &Markup) -> Markup {
    html! {
        header.mast {
            .wrap.mast-in {
                p.brand { a href=(home) translate="no" { "Cyberflag" } }
                (nav)
            }
        }
    }
}
