//! README.txt of a bundle: what is in it and how to read it.

use super::csv::FIELDS;
use super::rows::STATUSES;
use super::stamp::licence;
use super::{Picture, Stamp, notes, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{View, caveats, spoken};

/// Longest line of the text, in characters; an address may be longer.
const LINE: usize = 90;

/// The text.
pub fn readme(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let mut text = String::new();
    paragraph(&mut text, "", stamp.title());
    paragraph(
        &mut text,
        "",
        &format!("This bundle: {}. {}", picture.title(data, view), spoken(data, view)),
    );
    heading(&mut text, "Before you use a number");
    if let Some(warning) = caveats::own(data) {
        paragraph(&mut text, "- ", &warning);
    }
    paragraph(&mut text, "- ", caveats::RECORDED);
    for warning in notes::warnings(data, view) {
        paragraph(&mut text, "- ", warning);
    }
    paragraph(&mut text, "- ", caveats::OVERLAP);
    heading(&mut text, "The files");
    for (file, about) in [
        (".csv", "the numbers: UTF-8, commas, one row for each number or blank"),
        ("-notes.txt", "the warnings and sources that go with the table"),
        (".svg and .png", "the picture, with its source and warning in it"),
        ("datapackage.json", "the same table described for programs (Frictionless Data Package)"),
        ("-metadata.json", "the same as CSV on the Web"),
        ("citation .txt, .bib, .ris", "how to cite it: plain text, BibTeX, RIS"),
    ] {
        paragraph(&mut text, "- ", &format!("{file}: {about}"));
    }
    heading(&mut text, "The column \"status\"");
    for (word, meaning) in STATUSES {
        paragraph(&mut text, "- ", &format!("{word}: {meaning}"));
    }
    heading(&mut text, "All columns");
    for field in FIELDS {
        paragraph(&mut text, "- ", &format!("{} ({}): {}", field.name, field.kind, field.about));
    }
    heading(&mut text, "Sources");
    for (_, citation) in sources::sources(data, view, picture) {
        paragraph(&mut text, "- ", &sources::line(&citation));
    }
    heading(&mut text, "Licence and release");
    paragraph(&mut text, "", &licence());
    paragraph(
        &mut text,
        "",
        &format!("{}. Downloaded on {}.", stamp.release.text(), stamp.today_text()),
    );
    if let Some(link) = stamp.link() {
        paragraph(&mut text, "", &format!("This view: {link}"));
    }
    text
}

fn heading(text: &mut String, content: &str) {
    text.push('\n');
    paragraph(text, "", content);
    text.extend(content.chars().map(|_| '-'));
    text.push('\n');
}

/// Appends text in lines of [`LINE`] characters, the lines after the first indented like it.
fn paragraph(text: &mut String, mark: &str, content: &str) {
    text.push_str(mark);
    let mut used = mark.len();
    for (i, word) in content.split_whitespace().enumerate() {
        let length = word.chars().count();
        if i > 0 && used + 1 + length > LINE {
            text.push('\n');
            text.extend(mark.chars().map(|_| ' '));
            used = mark.len();
        } else if i > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += length;
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    #[test]
    fn it_explains_every_status_column_and_source_in_short_lines() {
        let data = crate::stamp::figures();
        let view =
            View::plain(testing::ONLINE, data.default_year(testing::ONLINE).unwrap(), Unit::Count);
        let text = readme(&data, &view, Picture::Map, &sample());
        for (word, _) in STATUSES {
            assert!(text.contains(&format!("\n- {word}: ")), "{word}");
        }
        for field in FIELDS {
            assert!(text.contains(&format!("\n- {} (", field.name)), "{}", field.name);
        }
        for line in text.lines() {
            assert!(line.chars().count() <= LINE || line.contains("http"), "{line}");
        }
        assert!(text.contains("Release of 24 November 2026"));
    }
}
