//! What is counted: the kinds of figure, as `measures.csv` and `cautions.csv` describe them.

use super::{Date, FinancialYear, Tenths};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A kind of figure, as an index into the dataset's list of measures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct MeasureId(pub u8);

impl MeasureId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The one with this key in a list of measures.
    pub fn named(measures: &[Measure], key: &str) -> Option<Self> {
        let at = measures.iter().position(|m| m.key.as_str() == key)?;
        Some(Self(at as u8))
    }
}

/// The identifier of a measure in addresses, file names and tables: small letters, digits and single
/// hyphens, at most [`MeasureKey::LONGEST`] characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MeasureKey(String);

impl MeasureKey {
    /// The most characters of a key.
    pub const LONGEST: usize = 32;

    pub fn parse(text: &str) -> Option<Self> {
        let word = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        let valid = text.len() <= Self::LONGEST && text.split('-').all(word);
        valid.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MeasureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Where the figures of a measure come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Family {
    /// Answers to the NSPCC's requests, as far as anybody printed them.
    PublishedAnswers,
    /// The Home Office's recorded crime, complete over the 43 forces.
    RecordedCrime,
}

impl Family {
    pub const ALL: [Self; 2] = [Self::PublishedAnswers, Self::RecordedCrime];

    /// The word of `measures.csv`.
    pub fn word(self) -> &'static str {
        match self {
            Self::PublishedAnswers => "published-answers",
            Self::RecordedCrime => "recorded-crime",
        }
    }

    pub fn publisher(self) -> &'static str {
        match self {
            Self::PublishedAnswers => "NSPCC",
            Self::RecordedCrime => "Home Office",
        }
    }
}

/// What a reader must know before reading figures of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    pub text: String,
    /// Said too where several measures share one page of paper.
    pub in_short: bool,
}

/// A change of the way of counting: nothing is compared across its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountingBreak {
    /// The first year of the new way, from its first day on.
    pub first_year: FinancialYear,
    /// What changed, in one sentence.
    pub note: String,
}

/// A kind of figure. Measures overlap: never add one to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub key: MeasureKey,
    /// A word or two, where the subject is clear.
    pub short_name: String,
    /// For controls and headings.
    pub name: String,
    /// What is counted, inside a sentence: one of them.
    pub one: String,
    /// Several of them.
    pub many: String,
    /// What it counts, in one sentence.
    pub counts: String,
    pub family: Family,
    /// The codes of recorded crime that it adds up, as indices into the dataset's offences.
    pub offences: Vec<u8>,
    /// The first day on which the offence existed, where it is newer than the figures.
    pub exists_from: Option<Date>,
    /// Where the way of counting changed.
    pub counting_break: Option<CountingBreak>,
    /// Fixed breaks between the classes of rates, rising; none where they are made from the figures.
    pub rate_breaks: Vec<Tenths>,
    /// Words that stand for it in other people's tables, in small letters.
    pub also_called: Vec<String>,
    /// In the order in which they are said.
    pub cautions: Vec<Caution>,
}

impl Measure {
    /// Stands where an id belongs to no measure of a dataset, which no part of the page makes.
    pub(crate) const NONE: Self = Self {
        key: MeasureKey(String::new()),
        short_name: String::new(),
        name: String::new(),
        one: String::new(),
        many: String::new(),
        counts: String::new(),
        family: Family::PublishedAnswers,
        offences: Vec::new(),
        exists_from: None,
        counting_break: None,
        rate_breaks: Vec::new(),
        also_called: Vec::new(),
        cautions: Vec::new(),
    };

    /// Whether it is Home Office recorded crime, complete over the 43 forces.
    pub fn is_official(&self) -> bool {
        self.family == Family::RecordedCrime
    }

    /// `one` or `many`.
    pub fn noun(&self, one: bool) -> &str {
        if one { &self.one } else { &self.many }
    }

    /// The first year of a new way of counting.
    pub fn break_before(&self) -> Option<FinancialYear> {
        self.counting_break.as_ref().map(|b| b.first_year)
    }

    /// Whether the way of counting changed after `earlier` and by `later`.
    pub fn breaks_between(&self, earlier: FinancialYear, later: FinancialYear) -> bool {
        self.break_before().is_some_and(|first| earlier < first && first <= later)
    }

    /// Whether the offence did not exist on any day of a year.
    pub fn is_before_law(&self, year: FinancialYear) -> bool {
        let last = year.period().map(|p| p.end());
        self.exists_from.zip(last).is_some_and(|(from, last)| last < from)
    }

    /// Whether a number of it can be read from a table: sums of several codes are made here.
    pub fn is_single(&self) -> bool {
        self.family == Family::PublishedAnswers || self.offences.len() == 1
    }
}

/// Count of offences, or rate for the number of children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Unit {
    /// Offences recorded.
    #[default]
    Count,
    /// Offences recorded per 10,000 children aged 0 to 17.
    Rate,
}

impl Unit {
    /// The identifier used in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Rate => "rate",
        }
    }

    pub fn parse_slug(text: &str) -> Option<Self> {
        [Self::Count, Self::Rate].into_iter().find(|u| u.slug() == text)
    }

    /// The label under a scale.
    pub fn label(self) -> &'static str {
        match self {
            Self::Count => "offences recorded",
            Self::Rate => "offences recorded per 10,000 children aged 0 to 17",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_small_words_and_hyphens() {
        for text in ["online", "all-child", "code-86", "88a"] {
            assert_eq!(MeasureKey::parse(text).map(|key| key.to_string()), Some(text.to_owned()));
        }
        let long = "a".repeat(33);
        for text in ["", "-", "a--b", "a-", "Online", "on line", "é", long.as_str(), "a/b", "<b>"]
        {
            assert_eq!(MeasureKey::parse(text), None, "{text}");
        }
    }
}
