//! What every file says about itself: the release, its address, the day of the download.

use cyberflag_data::domain::Date;
use cyberflag_figures::Release;
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::scale::format;

/// What the figures are called where they are cited.
const TITLE: &str = "Online sexual offences against children recorded by police in England and Wales: published figures";
/// The same for figures that a reader has opened.
const OWN_TITLE: &str = "Figures of a reader, not checked, shown with the program of Cyberflag";
/// Who publishes them in this form.
const AUTHOR: &str = "Cyberflag";
/// Not us.
const OWN_AUTHOR: &str = "Unknown reader";
/// Terms of the official tables and of everybody else's figures.
const LICENCE: &str = "Official tables: Open Government Licence v3.0 (population of mid-2013: v1.0). Figures printed by newspapers and by the NSPCC are facts, cited with their source.";

/// Terms of the official tables and of everybody else's figures, and the credit of the areas.
pub(super) fn licence() -> String {
    format!("{LICENCE} {}", areas())
}

/// The credit of the areas and their outlines, as a sentence that cannot be taken for the source of a
/// number.
pub(super) fn areas() -> String {
    format!("Force areas. {CREDIT}.")
}

/// The stamp of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which figures, which program.
    pub release: Release,
    /// Address of the view, if the page knows where it lives.
    pub address: Option<String>,
    /// The reader's day: when the page was looked at.
    pub today: Date,
}

impl Stamp {
    /// The day of the release; `None` where the build could not tell.
    pub(super) fn released(&self) -> Option<Date> {
        Date::parse(&self.release.date)
    }

    /// What the figures are called where they are cited.
    pub(super) fn title(&self) -> &'static str {
        if self.release.own { OWN_TITLE } else { TITLE }
    }

    /// Who publishes them in this form.
    pub(super) fn author(&self) -> &'static str {
        if self.release.own { OWN_AUTHOR } else { AUTHOR }
    }

    /// The year of the release, or that there is none: `2026`, `n.d.`.
    pub(super) fn year(&self) -> String {
        self.released().map_or("n.d.".to_owned(), |day| day.year().to_string())
    }

    /// The address, if it is one that can be followed from elsewhere: http or https, one line.
    pub(super) fn link(&self) -> Option<&str> {
        let address = self.address.as_deref()?.trim();
        let web = address.starts_with("https://") || address.starts_with("http://");
        (web && !address.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(address)
    }

    /// The reader's day as text: `24 November 2026`.
    pub fn today_text(&self) -> String {
        format::date(self.today)
    }

    /// The version of the figures: the package's, with the digest of its tables.
    pub(super) fn version(&self, package: &str) -> String {
        format!("{package}+{}", self.release.data)
    }
}

#[cfg(test)]
pub(super) fn sample() -> Stamp {
    Stamp {
        release: Release::parse("1a2b3c4d 5e6f7a8b 2026-11-24").unwrap(),
        address: Some("https://example.org/figures/#measure=online&year=2016-17".to_owned()),
        today: Date::new(2026, 12, 1).unwrap(),
    }
}

/// The figures of the package, for the tests of this layer.
#[cfg(test)]
pub(super) fn figures() -> cyberflag_data::dataset::Dataset {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    use cyberflag_data::dataset::package::{Files, load};
    load(&Files::from_dir(&folder).unwrap()).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_on_the_web_is_printed() {
        for (address, link) in [
            ("https://example.org/#a=b", true),
            ("file:///home/somebody/share.html", false),
            ("javascript:alert(1)", false),
            ("https://example.org/\r\nTY  - X", false),
        ] {
            let stamp = Stamp { address: Some(address.to_owned()), ..sample() };
            assert_eq!(stamp.link().is_some(), link, "{address}");
        }
        assert_eq!(Stamp { address: None, ..sample() }.link(), None);
    }

    #[test]
    fn a_release_without_a_day_has_no_year() {
        assert_eq!(sample().year(), "2026");
        let release = Release { date: "undated".to_owned(), ..sample().release };
        assert_eq!(Stamp { release, ..sample() }.year(), "n.d.");
    }
}
