//! Citations as BibTeX: `@misc` throughout, which every style and program knows.

use super::{Picture, Stamp, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::View;
use cyberflag_figures::scale::format;

pub(super) fn bibtex(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let looked = format::iso(stamp.today);
    let note = format!(
        "{}. {}. Accessed {}",
        picture.title(data, view),
        stamp.release.text(),
        stamp.today_text()
    );
    let mut fields = vec![
        ("author", corporate(stamp.author())),
        ("title", corporate(stamp.title())),
        ("year", braced(&stamp.year())),
        ("version", braced(&stamp.version(&data.version))),
        ("note", braced(&note)),
    ];
    if let Some(link) = stamp.link() {
        fields.push(("url", format!("{{{}}}", address(link))));
        fields.push(("urldate", braced(&looked)));
    }
    let mut text = entry(&format!("cyberflag-{}", stamp.release.data), &fields);
    for (i, (id, source)) in sources::sources(data, view, picture).iter().enumerate() {
        let year = sources::published(data, *id).map_or(0, |p| p.year);
        let fields = [
            ("author", corporate(&source.publisher)),
            ("title", corporate(&source.title)),
            ("year", braced(&year.to_string())),
            ("note", braced(&format!("Published {}. {}", source.date, source.licence))),
            ("url", format!("{{{}}}", address(&source.url))),
            ("urldate", braced(&looked)),
        ];
        text.push('\n');
        text.push_str(&entry(&format!("cyberflag-source-{}", i + 1), &fields));
    }
    text
}

fn entry(key: &str, fields: &[(&str, String)]) -> String {
    let mut text = format!("@misc{{{key},\n");
    for (name, value) in fields {
        text.push_str(&format!("  {name} = {value},\n"));
    }
    text.push_str("}\n");
    text
}

/// A value as plain text.
fn braced(text: &str) -> String {
    format!("{{{}}}", escape(text))
}

/// A value that is left as it is: a body's name is not a person's, and a title has its own capitals.
fn corporate(text: &str) -> String {
    format!("{{{}}}", braced(text))
}

/// Text with the characters escaped that have a meaning in LaTeX; line ends become spaces.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => safe.push_str("\\textbackslash{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => safe.extend(['\\', c]),
            '"' => safe.push_str("{''}"),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

/// An address, which LaTeX takes as it is: only what would end the field is percent-encoded.
fn address(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => safe.push_str("%7B"),
            '}' => safe.push_str("%7D"),
            '\\' => safe.push_str("%5C"),
            '"' => safe.push_str("%22"),
            c if c.is_whitespace() || c.is_control() => safe.push_str("%20"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;
    use cyberflag_data::domain::Unit;
    use proptest::prelude::*;

    #[test]
    fn specials_are_written_out() {
        assert_eq!(
            escape("a_b & 50% {x} \\ ~^#$"),
            "a\\_b \\& 50\\% \\{x\\} \\textbackslash{} \\textasciitilde{}\\textasciicircum{}\\#\\$"
        );
        assert_eq!(escape("a \"b\"\nc"), "a {''}b{''} c");
        assert_eq!(address("https://x.org/a_b?c={d}#e"), "https://x.org/a_b?c=%7Bd%7D#e");
    }

    #[test]
    fn every_entry_is_whole() {
        let data = crate::stamp::figures();
        for measure in data.measure_ids() {
            let view = View::plain(measure, data.default_year(measure).unwrap(), Unit::Count);
            let text = bibtex(&data, &view, Picture::Map, &sample());
            let sources = sources::sources(&data, &view, Picture::Map).len();
            assert_eq!(text.matches("@misc{").count(), sources + 1);
            assert_eq!(text.matches("\n}\n").count(), sources + 1);
            assert!(text.starts_with("@misc{cyberflag-1a2b3c4d,\n  author = {{Cyberflag}},\n"));
        }
    }

    proptest! {
        #[test]
        fn braces_are_balanced_whatever_the_text(text in "\\PC*") {
            let safe = escape(&text).replace("\\{", "").replace("\\}", "");
            let mut depth = 0_i32;
            for c in safe.chars() {
                depth += match c { '{' => 1, '}' => -1, _ => 0 };
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            let safe = address(&text);
            prop_assert!(!safe.contains(['{', '}', '\\', '"']), "{}", safe);
        }
    }
}
