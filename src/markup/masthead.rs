//! The name of the site, and the ways from here.

use maud::{Markup, html};

/// The masthead: the name leads `home`; the links, each an address and a text, are named as a list.
pub fn masthead<T: AsRef<str>>(home: &str, name: &str, links: &[(T, T)]) -> Markup {
    html! {
        header.mast {
            .wrap.mast-in {
                p.brand { a href=(home) translate="no" { "Cyberflag" } }
                nav.nav aria-label=(name) {
                    ul {
                        @for (href, text) in links { li { a href=(href.as_ref()) { (text.as_ref()) } } }
                    }
                }
            }
        }
    }
}
