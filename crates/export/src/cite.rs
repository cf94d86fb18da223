//! The view as something to cite, with the sources behind it.

use super::{Picture, Stamp, bibtex, ris, sources};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::View;

/// A form of citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    Plain,
    /// BibTeX, for LaTeX.
    Bibtex,
    /// RIS, for Zotero, EndNote and Mendeley.
    Ris,
}

impl Style {
    /// All three, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Bibtex, Self::Ris];

    /// What it is called in a control.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "Plain text",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
        }
    }

    /// Media type of a file of it.
    pub fn media(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
        }
    }

    /// Ending of a file of it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
        }
    }
}

/// The citation of a view: first the figures in this form, then every source of its numbers.
pub fn cite(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp, style: Style) -> String {
    match style {
        Style::Plain => plain(data, view, picture, stamp),
        Style::Bibtex => bibtex::bibtex(data, view, picture, stamp),
        Style::Ris => ris::ris(data, view, picture, stamp),
    }
}

fn plain(data: &Dataset, view: &View, picture: Picture, stamp: &Stamp) -> String {
    let mut text = format!(
        "{} ({}). {}. {}. Version {}. {}.",
        stamp.author(),
        stamp.year(),
        stamp.title(),
        picture.title(data, view),
        stamp.version(&data.version),
        stamp.release.text()
    );
    if let Some(link) = stamp.link() {
        text.push_str(&format!(" {link}"));
    }
    text.push_str(&format!(" (accessed {}).\n\nSources of the numbers:\n", stamp.today_text()));
    for (_, citation) in sources::sources(data, view, picture) {
        text.push_str(&format!("- {}\n", sources::line(&citation)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::sample;
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    #[test]
    fn plain_text_names_the_view_the_release_and_the_sources() {
        let data = crate::stamp::figures();
        let view = View::plain(
            testing::GROOMING,
            data.default_year(testing::GROOMING).unwrap(),
            Unit::Rate,
        );
        let text = cite(&data, &view, Picture::Map, &sample(), Style::Plain);
        for words in
            ["Cyberflag (2026). ", "+1a2b3c4d. ", "accessed 1 December 2026", "- Home Office: "]
        {
            assert!(text.contains(words), "{words}\n{text}");
        }
        let nowhere = Stamp { address: None, ..sample() };
        assert!(!cite(&data, &view, Picture::Map, &nowhere, Style::Plain).contains("example.org"));
    }
}
