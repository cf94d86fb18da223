//! The panel of the full page for everything that leaves it: files, citations, embeds, print, a
//! presentation.

use super::{PresentAction, ShareAction, helplines};
use cyberflag_figures::help::CHILDLINE;
use maud::{Markup, html};

/// Something to choose from: its value in the program, and its name.
pub type Choice<'a> = (&'a str, &'a str);

/// The options of a list, one of them chosen.
pub fn options(choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        @for (value, name) in choices {
            option value=(value) selected[*value == chosen] { (name) }
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

/// The panel, `open` from the start on the page that is about sharing.
pub fn share_panel(open: bool) -> Markup {
    let shapes =
        [("landscape", "Wide, for articles"), ("square", "Square"), ("story", "Tall, for phones")];
    let sizes = [("1", "1x"), ("2", "2x, sharper"), ("4", "4x, for print")];
    let forms = [("txt", "Plain words"), ("bib", "BibTeX"), ("ris", "RIS")];
    html! {
        details #share-panel open[open] {
            summary { h2 { "Share, embed or download" } }
            p.note { "Everything is made on your device, from what you see on the page. You may use it all if you name the source." }
            .share-parts {
                .share-picture {
                    p.field { (select("share-picture", "Figure", &[], "")) }
                    img #share-preview alt="";
                    .actions {
                        span.field { (select("share-shape", "Shape", &shapes, "landscape")) }
                        span.field { (select("share-size", "Size", &sizes, "2")) }
                        (button(ShareAction::Png, "Save as PNG"))
                        (button(ShareAction::Svg, "Save as SVG"))
                        (button(ShareAction::CopyPicture, "Copy the picture"))
                    }
                }
                div {
                    h3 { "The figures" }
                    .actions {
                        (button(ShareAction::Workbook, "Download as Excel"))
                    }
                    p.note { "A workbook with the figures, their sources and cautions, and what every column means." }
                    .actions {
                        label { input #share-bom type="checkbox" checked; " Make it open correctly in Excel" }
                        label { input #share-notes type="checkbox"; " Put source and cautions in the same file" }
                        (button(ShareAction::Csv, "Save as CSV"))
                        (button(ShareAction::Zip, "Save everything as ZIP"))
                    }
                    p.note { "The ZIP holds the picture, the figures, a description of them for programs, and how to cite them." }
                    h3 { "Offline copy, print, present" }
                    .actions {
                        (button(ShareAction::OneFile, "Save the file"))
                        (button(ShareAction::FactSheet, "Print a fact sheet"))
                        (button(ShareAction::Present, "Present"))
                    }
                    p.note { "The file holds the whole page. It opens by double-click at this view and works without the internet." }
                    h3 { "In another page" }
                    .actions {
                        (button(ShareAction::Embed, "Embed this figure"))
                        button type="button" data-share=(ShareAction::SendLink.slug()) hidden { "Share the link" }
                    }
                    h3 { "How to cite" }
                    .actions {
                        span.field { (select("share-form", "Form", &forms, "txt")) }
                        (button(ShareAction::CopyCitation, "Copy the citation"))
                        (button(ShareAction::SaveCitation, "Save the citation"))
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

fn button(action: ShareAction, label: &str) -> Markup {
    html! { button type="button" data-share=(action.slug()) { (label) } }
}

fn check(name: &str, value: &str, label: &str, checked: bool) -> Markup {
    html! { label { input type="checkbox" name=(name) value=(value) checked[checked]; " " (label) } }
}

/// The dialog that makes an embed of a figure.
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
        (
            "embed-element",
            "A tag that you can edit by hand, with a picture until it is loaded: needs the same script",
        ),
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
                        @for (value, label) in controls { (check("controls", value, label, value == "year")) }
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
            @for (id, heading) in snippets {
                .snippet {
                    h3 id={ "h-" (id) } { (heading) }
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
    let button = |action: PresentAction, label: &str| {
        html! { button type="button" data-present=(action.slug()) { (label) } }
    };
    html! {
        dialog #present-list aria-labelledby="h-present" {
            h2 #h-present { "Present" }
            p { "One view after another, large, without a network. Add the views that you need; \u{201c}Save the file\u{201d} keeps them." }
            ol #slides {}
            .actions {
                (button(PresentAction::Add, "Add the view of the page"))
                (button(PresentAction::Start, "Start"))
                button type="button" data-close { "Close" }
            }
            p.note { "Keys: arrow right or space for the next view, arrow left for the one before, Home and End, B for a blank screen, N for your notes, Escape to end." }
        }
        dialog #present aria-label="Presentation" {
            #slide { p #slide-words {} img #slide-picture alt=""; }
            p #slide-notes hidden {}
            .slide-foot {
                (button(PresentAction::Previous, "Previous"))
                span #slide-place role="status" {}
                (button(PresentAction::Next, "Next"))
                button type="button" data-present=(PresentAction::Notes.slug()) aria-pressed="false" { "Notes" }
                button type="button" data-present=(PresentAction::Blank.slug()) aria-pressed="false" { "Blank" }
                (button(PresentAction::End, "End"))
                small { "Need help now? " (helplines(&[CHILDLINE])) }
            }
        }
    }
}

/// One line of the list of views to present.
pub fn slide_line(index: usize, summary: &str, picture: &str, note: &str) -> Markup {
    let id = format!("note-{index}");
    html! {
        li {
            p { (picture) ": " (summary) }
            p.field {
                label for=(id) { "Your notes" } " "
                input id=(id) data-note=(index) data-key=(id) value=(note);
            }
            p.actions {
                button type="button" data-present=(PresentAction::MoveUp.slug()) data-at=(index) data-key={ "up-" (index) } { "Earlier" }
                button type="button" data-present=(PresentAction::Remove.slug()) data-at=(index) data-key={ "drop-" (index) } { "Take out" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_the_choice_is_marked() {
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
