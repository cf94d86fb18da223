//! What can be taken along from the page, each a link to the page that makes it.

use maud::{Markup, html};

/// The page with everything that leaves it, at its panel.
const SHARE: &str = "./share.html?share";
/// The same, at the reader's own figures.
const OWN: &str = "./share.html?own";

/// A way: its name, what comes of it, where it leads, and the words of its link.
type Way = (&'static str, &'static str, &'static str, &'static str);

const WAYS: [Way; 8] = [
    ("Picture", "PNG or SVG with title, key, source and caution.", SHARE, "Choose a picture"),
    ("Figures", "CSV for this view, or everything as a ZIP.", SHARE, "Download figures"),
    ("Embed", "One figure as a frame for your site or article.", SHARE, "Get the code"),
    (
        "Print",
        "A fact sheet of one A4 page, for a force or for England and Wales.",
        "./forces/index.html",
        "Print a fact sheet",
    ),
    ("Present", "One view after another, full screen, with notes.", SHARE, "Start presenting"),
    (
        "Offline copy",
        "The whole page in one file. Works without the internet.",
        SHARE,
        "Save the file",
    ),
    ("Citation", "Plain text, BibTeX or RIS.", SHARE, "Copy the citation"),
    (
        "Your own figures",
        "Open a workbook, a CSV or pasted rows and see them in these maps and charts. They stay on your device.",
        OWN,
        "Open your figures",
    ),
];

/// The list. Links with `data-view` take the view along: the start script adds it to their addresses.
pub fn shares() -> Markup {
    html! {
        ul.shares {
            @for (name, what, href, words) in WAYS {
                li.sh {
                    h3 { (name) }
                    p { (what) }
                    p { a.btn.btn-s href=(href) data-view[href == SHARE || href == OWN] { (words) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_words_of_its_own_and_takes_the_view_to_the_full_page() {
        let html = shares().into_string();
        for (_, _, href, words) in WAYS {
            assert_eq!(html.matches(&format!(">{words}</a>")).count(), 1, "{words}");
            let with_view = html.contains(&format!("href=\"{href}\" data-view>{words}"));
            assert_eq!(with_view, href == SHARE || href == OWN, "{words}");
        }
    }
}
