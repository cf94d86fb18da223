//! The panel of all that leaves the page, in the full edition: files, words, a frame for another
//! page, paper, a presentation.

use super::helplines;
use cyberflag_figures::help::CHILDLINE;
use maud::{Markup, html};

/// Something to choose from: its word in the program, and its name.
pub type Choice<'a> = (&'a str, &'a str);

/// The options of a list, one of them chosen.
pub fn options(choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        @for (word, name) in choices {
            option value=(word) selected[*word == chosen] { (name) }
        }
    }
}

/// A list to choose from, behind its label.
pub fn select(id: &str, label: &str, choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        label for=(id) { (label) } " "
        select id=(id) { (options(choices, chosen)) }
    }
}

/// The panel. `open` where the reader came for it.
pub fn share_panel(open: bool) -> Markup {
    let shapes = [
        ("landscape", "Landscape, for articles"),
        ("square", "Square"),
        ("story", "Upright, for a phone"),
    ];
    let sizes = [("1", "1x"), ("2", "2x, sharper"), ("4", "4x, for print")];
    let forms = [("txt", "Plain words"), ("bib", "BibTeX"), ("ris", "RIS")];
    html! {
        details #share-panel open[open] {
            summary { h2 { "Save, share or embed this view" } }
            p.note { "Everything is made here, in your browser, from the view above. Nothing is sent." }
            .share-parts {
                .share-picture {
                    p.field { (select("share-picture", "Figure", &[], "")) }
                    img #share-preview alt="";
                    .actions {
                        span.field { (select("share-shape", "Shape", &shapes, "landscape")) }
                        span.field { (select("share-size", "Size", &sizes, "2")) }
                        (button("png", "Save as PNG"))
                        (button("svg", "Save as SVG"))
                        (button("copy-picture", "Copy the picture"))
                    }
                }
                div {
                    h3 { "The figures" }
                    .actions {
                        label { input #share-bom type="checkbox" checked; " Mark for Excel, so that it reads every letter right" }
                        label { input #share-notes type="checkbox"; " Source and warnings in the first lines, not in a second file" }
                        (button("csv", "Save as CSV"))
                        (button("zip", "Save everything as ZIP"))
                    }
                    p.note { "The ZIP holds the picture, the figures, a description of them for programs, and how to cite them." }
                    h3 { "The page" }
                    .actions {
                        (button("page", "Save this view as one file"))
                        (button("sheet", "Print a fact sheet"))
                        (button("present", "Present"))
                    }
                    p.note { "The file opens by double-click, without a network, at this view. On a web site it is fetched from there first." }
                    h3 { "In another page" }
                    .actions {
                        (button("embed", "Embed this figure"))
                        button type="button" data-share="send" hidden { "Share the link" }
                    }
                    h3 { "How to cite" }
                    .actions {
                        span.field { (select("share-form", "Form", &forms, "txt")) }
                        (button("cite", "Copy the citation"))
                        (button("save-cite", "Save the citation"))
                        span role="status" {}
                        textarea rows="6" readonly hidden aria-label="Text to copy" {}
                    }
                }
            }
            p #share-status role="status" {}
            #share-instead hidden {
                p #share-why {}
                img #share-image alt="The picture, to be saved from the menu of your browser" hidden;
                textarea #share-text rows="8" readonly hidden aria-label="The file as text" {}
            }
        }
        (embed_dialog())
        (present_dialog())
        #sheet hidden {}
    }
}

fn button(action: &str, words: &str) -> Markup {
    html! { button type="button" data-share=(action) { (words) } }
}

fn check(name: &str, value: &str, words: &str, checked: bool) -> Markup {
    html! { label { input type="checkbox" name=(name) value=(value) checked[checked]; " " (words) } }
}

/// Where a figure becomes a frame of another page.
fn embed_dialog() -> Markup {
    let controls = [
        ("year", "the year"),
        ("measure", "the kind of offence"),
        ("unit", "numbers or rates"),
        ("force", "the force"),
    ];
    let themes = [("", "As the reader\u{2019}s system"), ("light", "Light"), ("dark", "Dark")];
    let which = [
        ("live", "Live: shows new figures when they come"),
        ("frozen", "Frozen: this release, never changed"),
    ];
    let widths = [("320", "320, a phone"), ("480", "480"), ("700", "700, an article")];
    let snippets = [
        ("embed-frame", "A frame of fixed height: works almost everywhere"),
        ("embed-script", "A frame that grows with what it shows: needs a script in your page"),
        ("embed-image", "A picture with a link: for newsletters and systems that take no frame"),
        ("embed-link", "A plain link"),
    ];
    html! {
        dialog #embed-dialog aria-labelledby="h-embed" {
            h2 #h-embed { "Embed this figure" }
            p.note { "Period, source, warning, \u{201c}n of 43\u{201d} and the way to the full page always stay." }
            .embed-parts {
                div {
                    p.field { (select("embed-figure", "Figure", &[], "")) }
                    p.field { (select("embed-measure", "Kind of offence", &[], "")) }
                    p.field { (select("embed-year", "Period", &[], "")) }
                    p.field { (select("embed-area", "Police force", &[], "")) }
                    fieldset {
                        legend { "Readers may choose" }
                        @for (value, words) in controls { (check("controls", value, words, value == "year")) }
                    }
                    p.field { (select("embed-theme", "Colours", &themes, "")) }
                    fieldset {
                        legend { "Show" }
                        (check("title", "title", "the title", true))
                        (check("lock", "lock", "always this force (readers cannot choose another)", false))
                    }
                    p.field { (select("embed-which", "Figures", &which, "live")) }
                    p.field {
                        label for="embed-base" { "Address of the page" } " "
                        input #embed-base type="url" inputmode="url" autocomplete="off";
                    }
                    p #embed-note.note {}
                }
                div {
                    p.field { (select("embed-width", "Width of the preview", &widths, "480")) }
                    #embed-preview {}
                }
            }
            @for (id, words) in snippets {
                .snippet {
                    h3 id={ "h-" (id) } { (words) }
                    textarea id=(id) rows="4" readonly spellcheck="false" aria-labelledby={ "h-" (id) } {}
                    .actions { button type="button" data-copy=(id) { "Copy" } span role="status" {} }
                }
            }
            .actions { button type="button" data-close { "Close" } }
        }
    }
}

/// The presentation: one view after another, and the list of them.
fn present_dialog() -> Markup {
    let button = |action: &str, words: &str| html! { button type="button" data-present=(action) { (words) } };
    html! {
        dialog #present-list aria-labelledby="h-present" {
            h2 #h-present { "Present" }
            p { "One view after another, large, without a network. Add the views that you need; \u{201c}Save this view as one file\u{201d} keeps them." }
            ol #slides {}
            .actions {
                (button("add", "Add the view of the page"))
                (button("start", "Start"))
                button type="button" data-close { "Close" }
            }
            p.note { "Keys: arrow right or space for the next view, arrow left for the one before, Home and End, B for a blank screen, N for your notes, Escape to end." }
        }
        dialog #present aria-label="Presentation" {
            #slide { p #slide-words {} img #slide-picture alt=""; }
            p #slide-notes hidden {}
            .slide-foot {
                (button("back", "Previous"))
                span #slide-place role="status" {}
                (button("next", "Next"))
                button type="button" data-present="notes" aria-pressed="false" { "Notes" }
                button type="button" data-present="blank" aria-pressed="false" { "Blank" }
                (button("end", "End"))
                small { "Need help now? " (helplines(&[CHILDLINE])) }
            }
        }
    }
}

/// One line of the list of views to present.
pub fn slide_line(place: usize, words: &str, picture: &str, note: &str) -> Markup {
    let id = format!("note-{place}");
    html! {
        li {
            p { (picture) ": " (words) }
            p.field {
                label for=(id) { "Your notes" } " "
                input id=(id) data-note=(place) data-key=(id) value=(note);
            }
            p.actions {
                button type="button" data-present="up" data-at=(place) data-key={ "up-" (place) } { "Earlier" }
                button type="button" data-present="drop" data-at=(place) data-key={ "drop-" (place) } { "Take out" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_the_choice_is_marked() {
        assert_eq!(
            options(&[("a", "A & B"), ("b", "<i>")], "b").into_string(),
            "<option value=\"a\">A &amp; B</option><option value=\"b\" selected>&lt;i&gt;</option>"
        );
        let line = slide_line(0, "x", "y", "\"><script>").into_string();
        assert!(line.contains("value=\"&quot;&gt;&lt;script&gt;\""), "{line}");
    }

    #[test]
    fn every_label_finds_its_field() {
        let html = share_panel(true).into_string();
        for id in html.split(" for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(html.contains(&format!(" id=\"{id}\"")), "{id}");
        }
    }
}
