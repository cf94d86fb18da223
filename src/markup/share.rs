//! The panel of all that leaves the page, in the full edition: files, words, a frame for another
//! page, paper, a presentation.

use super::{escape, helplines};
use cyberflag_figures::help::CHILDLINE;

/// Something to choose from: its word in the program, and its name.
pub type Choice<'a> = (&'a str, &'a str);

/// The options of a list, one of them chosen.
pub fn options(choices: &[Choice<'_>], chosen: &str) -> String {
    choices
        .iter()
        .map(|(word, name)| {
            let selected = if *word == chosen { " selected" } else { "" };
            format!("<option value=\"{}\"{selected}>{}</option>", escape(word), escape(name))
        })
        .collect()
}

/// The panel. `open` where the reader came for it.
pub fn share_panel(open: bool) -> String {
    let open = if open { " open" } else { "" };
    let shapes = [
        ("landscape", "Landscape, for articles"),
        ("square", "Square"),
        ("story", "Upright, for a phone"),
    ];
    let sizes = [("1", "1x"), ("2", "2x, sharper"), ("4", "4x, for print")];
    let forms = [("txt", "Plain words"), ("bib", "BibTeX"), ("ris", "RIS")];
    format!(
        "<details id=\"share-panel\"{open}><summary><h2>Save, share or embed this view</h2></summary>\
        <p class=\"note\">Everything is made here, in your browser, from the view above. Nothing is sent.</p>\
        <div class=\"share-parts\"><div class=\"share-picture\">\
        <p class=\"field\"><label for=\"share-picture\">Figure</label> <select id=\"share-picture\"></select></p>\
        <img id=\"share-preview\" alt=\"\">\
        <div class=\"actions\">{}{}\
        <button type=\"button\" data-share=\"png\">Save as PNG</button>\
        <button type=\"button\" data-share=\"svg\">Save as SVG</button>\
        <button type=\"button\" data-share=\"copy-picture\">Copy the picture</button></div></div>\
        <div><h3>The figures</h3>\
        <div class=\"actions\"><label><input type=\"checkbox\" id=\"share-bom\" checked> Mark for Excel, so that it reads every letter right</label>\
        <label><input type=\"checkbox\" id=\"share-notes\"> Source and warnings in the first lines, not in a second file</label>\
        <button type=\"button\" data-share=\"csv\">Save as CSV</button>\
        <button type=\"button\" data-share=\"zip\">Save everything as ZIP</button></div>\
        <p class=\"note\">The ZIP holds the picture, the figures, a description of them for programs, and how to cite them.</p>\
        <h3>The page</h3>\
        <div class=\"actions\"><button type=\"button\" data-share=\"page\">Save this view as one file</button>\
        <button type=\"button\" data-share=\"sheet\">Print a fact sheet</button>\
        <button type=\"button\" data-share=\"present\">Present</button></div>\
        <p class=\"note\">The file opens by double-click, without a network, at this view. On a web site it is fetched from there first.</p>\
        <h3>In another page</h3>\
        <div class=\"actions\"><button type=\"button\" data-share=\"embed\">Embed this figure</button>\
        <button type=\"button\" data-share=\"send\" hidden>Share the link</button></div>\
        <h3>How to cite</h3>\
        <div class=\"actions\">{}<button type=\"button\" data-share=\"cite\">Copy the citation</button>\
        <button type=\"button\" data-share=\"save-cite\">Save the citation</button>\
        <span role=\"status\"></span><textarea rows=\"6\" readonly hidden aria-label=\"Text to copy\"></textarea></div></div></div>\
        <p id=\"share-status\" role=\"status\"></p>\
        <div id=\"share-instead\" hidden><p id=\"share-why\"></p><img id=\"share-image\" alt=\"The picture, to be saved from the menu of your browser\" hidden>\
        <textarea id=\"share-text\" rows=\"8\" readonly hidden aria-label=\"The file as text\"></textarea></div>\
        </details>{}{}<div id=\"sheet\" hidden></div>",
        field("share-shape", "Shape", &options(&shapes, "landscape")),
        field("share-size", "Size", &options(&sizes, "2")),
        field("share-form", "Form", &options(&forms, "txt")),
        embed_dialog(),
        present_dialog(),
    )
}

fn field(id: &str, name: &str, options: &str) -> String {
    format!(
        "<span class=\"field\"><label for=\"{id}\">{name}</label> <select id=\"{id}\">{options}</select></span>"
    )
}

fn check(name: &str, value: &str, words: &str, checked: bool) -> String {
    let checked = if checked { " checked" } else { "" };
    format!(
        "<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"{checked}> {words}</label>"
    )
}

/// Where a figure becomes a frame of another page.
fn embed_dialog() -> String {
    let controls = [
        ("year", "the year"),
        ("measure", "the kind of offence"),
        ("unit", "numbers or rates"),
        ("force", "the force"),
    ];
    let controls: String = controls
        .iter()
        .map(|(value, words)| check("controls", value, words, *value == "year"))
        .collect();
    let themes = [("", "As the reader\u{2019}s system"), ("light", "Light"), ("dark", "Dark")];
    let which = [
        ("live", "Live: shows new figures when they come"),
        ("frozen", "Frozen: this release, never changed"),
    ];
    let snippets: String = [
        ("frame", "A frame of fixed height: works almost everywhere"),
        ("script", "A frame that grows with what it shows: needs a script in your page"),
        ("image", "A picture with a link: for newsletters and systems that take no frame"),
        ("link", "A plain link"),
    ]
    .iter()
    .map(|(id, words)| {
        format!(
            "<div class=\"snippet\"><h3 id=\"h-embed-{id}\">{words}</h3><textarea id=\"embed-{id}\" rows=\"4\" readonly spellcheck=\"false\" aria-labelledby=\"h-embed-{id}\"></textarea>\
            <div class=\"actions\"><button type=\"button\" data-copy=\"embed-{id}\">Copy</button><span role=\"status\"></span></div></div>"
        )
    })
    .collect();
    format!(
        "<dialog id=\"embed-dialog\" aria-labelledby=\"h-embed\"><h2 id=\"h-embed\">Embed this figure</h2>\
        <p class=\"note\">Period, source, warning, \u{201c}n of 43\u{201d} and the way to the full page always stay.</p>\
        <div class=\"embed-parts\"><div><p class=\"field\"><label for=\"embed-figure\">Figure</label> <select id=\"embed-figure\"></select></p>\
        <p class=\"field\"><label for=\"embed-measure\">Kind of offence</label> <select id=\"embed-measure\"></select></p>\
        <p class=\"field\"><label for=\"embed-year\">Period</label> <select id=\"embed-year\"></select></p>\
        <p class=\"field\"><label for=\"embed-area\">Police force</label> <select id=\"embed-area\"></select></p>\
        <fieldset><legend>Readers may choose</legend>{controls}</fieldset>\
        <p class=\"field\"><label for=\"embed-theme\">Colours</label> <select id=\"embed-theme\">{}</select></p>\
        <fieldset><legend>Show</legend>{}{}</fieldset>\
        <p class=\"field\"><label for=\"embed-which\">Figures</label> <select id=\"embed-which\">{}</select></p>\
        <p class=\"field\"><label for=\"embed-base\">Address of the page</label> <input type=\"url\" id=\"embed-base\" inputmode=\"url\" autocomplete=\"off\"></p>\
        <p class=\"note\" id=\"embed-note\"></p></div>\
        <div><p class=\"field\"><label for=\"embed-width\">Width of the preview</label> <select id=\"embed-width\">{}</select></p>\
        <div id=\"embed-preview\"></div></div></div>{snippets}\
        <div class=\"actions\"><button type=\"button\" data-close>Close</button></div></dialog>",
        options(&themes, ""),
        check("title", "title", "the title", true),
        check("lock", "lock", "always this force (readers cannot choose another)", false),
        options(&which, "live"),
        options(&[("320", "320, a phone"), ("480", "480"), ("700", "700, an article")], "480"),
    )
}

/// The presentation: one view after another, and the list of them.
fn present_dialog() -> String {
    format!(
        "<dialog id=\"present-list\" aria-labelledby=\"h-present\"><h2 id=\"h-present\">Present</h2>\
    <p>One view after another, large, without a network. Add the views that you need; \u{201c}Save this view as one file\u{201d} keeps them.</p>\
    <ol id=\"slides\"></ol>\
    <div class=\"actions\"><button type=\"button\" data-present=\"add\">Add the view of the page</button>\
    <button type=\"button\" data-present=\"start\">Start</button><button type=\"button\" data-close>Close</button></div>\
    <p class=\"note\">Keys: arrow right or space for the next view, arrow left for the one before, Home and End, B for a blank screen, N for your notes, Escape to end.</p></dialog>\
    <dialog id=\"present\" aria-label=\"Presentation\"><div id=\"slide\"><p id=\"slide-words\"></p><img id=\"slide-picture\" alt=\"\"></div>\
    <p id=\"slide-notes\" hidden></p><div class=\"slide-foot\"><button type=\"button\" data-present=\"back\">Previous</button>\
    <span id=\"slide-place\" role=\"status\"></span><button type=\"button\" data-present=\"next\">Next</button>\
    <button type=\"button\" data-present=\"notes\" aria-pressed=\"false\">Notes</button><button type=\"button\" data-present=\"blank\" aria-pressed=\"false\">Blank</button>\
    <button type=\"button\" data-present=\"end\">End</button>\
    <small>Need help now? {}</small></div></dialog>",
        helplines(&[CHILDLINE]).into_string()
    )
}

/// One line of the list of views to present.
pub fn slide_line(place: usize, words: &str, picture: &str, note: &str) -> String {
    format!(
        "<li><p>{}: {}</p><p class=\"field\"><label for=\"note-{place}\">Your notes</label> <input id=\"note-{place}\" data-note=\"{place}\" data-key=\"note-{place}\" value=\"{}\"></p>\
        <p class=\"actions\"><button type=\"button\" data-present=\"up\" data-at=\"{place}\" data-key=\"up-{place}\">Earlier</button>\
        <button type=\"button\" data-present=\"drop\" data-at=\"{place}\" data-key=\"drop-{place}\">Take out</button></p></li>",
        escape(picture),
        escape(words),
        escape(note)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_the_choice_is_marked() {
        assert_eq!(
            options(&[("a", "A & B"), ("b", "<i>")], "b"),
            "<option value=\"a\">A &amp; B</option><option value=\"b\" selected>&lt;i&gt;</option>"
        );
        assert!(
            slide_line(0, "x", "y", "\"><script>").contains("value=\"&quot;&gt;&lt;script&gt;\"")
        );
    }

    #[test]
    fn every_label_finds_its_field() {
        let html = share_panel(true);
        for id in html.split(" for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(html.contains(&format!(" id=\"{id}\"")), "{id}");
        }
    }
}
