//! The key figures.

use super::{Opens, source_list};
use cyberflag_figures::{Headline, caveats};
use maud::{Markup, html};

/// The key figures, the warning that belongs to every number, and the sources of the total.
pub fn key_figures(headline: &Headline, opens: Opens) -> Markup {
    html! {
        dl.key-figures {
            @for figure in &headline.figures {
                .key-figure {
                    dt { (figure.label) }
                    dd.value { (figure.value) }
                    dd.note { (figure.note) }
                }
            }
        }
        p.caveat { (caveats::RECORDED) }
        (source_list("Sources of the total", "total", &headline.sources, opens))
    }
}
