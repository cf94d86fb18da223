//! Sources: who published a figure, where and when.

use serde::{Deserialize, Serialize};

/// An index into [`crate::dataset::Dataset::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId(pub u16);

/// A date of publication, known to the day, the month or only the year.
///
/// Ordered so that a later publication is greater; a missing month or day counts as the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Published {
    /// Calendar year.
    pub year: u16,
    /// Month 1 to 12, or 0 where unknown.
    pub month: u8,
    /// Day 1 to 31, or 0 where unknown.
    pub day: u8,
}

impl Published {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, real dates only.
    pub fn parse(text: &str) -> Option<Self> {
        let padded = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            10 => text.to_owned(),
            _ => return None,
        };
        let date = crate::domain::Date::parse(&padded)?;
        Some(Self {
            year: date.year(),
            month: if text.len() >= 7 { date.month() } else { 0 },
            day: if text.len() == 10 { date.day() } else { 0 },
        })
    }

    /// The form that [`Published::parse`] reads.
    pub fn iso(self) -> String {
        match (self.year, self.month, self.day) {
            (year, 0, _) => format!("{year:04}"),
            (year, month, 0) => format!("{year:04}-{month:02}"),
            (year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Key used by the tables; empty in the reading edition.
    pub id: String,
    pub publisher: String,
    pub title: String,
    pub published: Published,
    /// `http` or `https`.
    pub url: String,
    pub licence: String,
}

impl Source {
    /// Whether this is the NSPCC's own release.
    pub fn is_nspcc(&self) -> bool {
        self.publisher == "NSPCC"
    }
}
