//! The stamp of a release: which figures, which program, of which day.

use crate::scale::format::month;
use cyberflag_data::dataset::OWN_NOTICE;

/// A release, as the footer, every exported file and every embedded figure name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Digest of the data package, 8 hexadecimal digits.
    pub data: String,
    /// Digest of the program, 8 hexadecimal digits.
    pub build: String,
    /// Its day, `2026-11-24`; `undated` where the build could not tell.
    pub date: String,
    /// The figures are a reader's own: the digest is theirs.
    pub own: bool,
}

impl Release {
    /// Reads what the build writes: figures, program and date, with spaces between them.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace().map(str::to_owned);
        let release =
            Self { data: parts.next()?, build: parts.next()?, date: parts.next()?, own: false };
        let plain = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let all = [&release.data, &release.build, &release.date];
        (parts.next().is_none() && all.into_iter().all(|word| plain(word))).then_some(release)
    }

    /// What [`Release::parse`] reads.
    pub fn encode(&self) -> String {
        format!("{} {} {}", self.data, self.build, self.date)
    }

    /// For people: `Release of 24 November 2026, figures 1a2b3c4d, program 5e6f7a8b`.
    pub fn text(&self) -> String {
        let Self { data, build, .. } = self;
        if self.own {
            return format!("{OWN_NOTICE}. Figures {data}, program {build} of {}", self.day());
        }
        format!("Release of {}, figures {data}, program {build}", self.day())
    }

    /// The day as text: `24 November 2026`.
    pub fn day(&self) -> String {
        self.day_text().unwrap_or_else(|| self.date.clone())
    }

    fn day_text(&self) -> Option<String> {
        let mut parts = self.date.splitn(3, '-');
        let (year, m, day) = (parts.next()?, parts.next()?, parts.next()?);
        let (m, day) = (m.parse().ok()?, day.parse::<u8>().ok()?);
        (1..=12).contains(&m).then(|| format!("{day} {} {year}", month(m)))
    }

    /// The name of a folder that holds exactly this release: `2026-11-24-1a2b3c4d-5e6f7a8b`.
    pub fn folder(&self) -> String {
        format!("{}-{}-{}", self.date, self.data, self.build)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_plain_parts_are_a_release() {
        let release = Release::parse("1a2b3c4d 5e6f7a8b 2026-11-04").unwrap();
        assert_eq!(
            release.text(),
            "Release of 4 November 2026, figures 1a2b3c4d, program 5e6f7a8b"
        );
        assert_eq!(Release::parse(&release.encode()), Some(release.clone()));
        let own = Release { own: true, ..release };
        assert!(own.text().starts_with("A reader\u{2019}s own figures, not checked"));
        assert_eq!(Release::parse("a b undated").unwrap().day(), "undated");
        assert_eq!(Release::parse("a b 2026-13-01").unwrap().day(), "2026-13-01");
        for wrong in ["", "a b", "a b c d", "a b ../x", "a b \"x"] {
            assert_eq!(Release::parse(wrong), None, "{wrong}");
        }
    }
}
