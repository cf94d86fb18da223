//! One published NSPCC figure.

use super::SourceId;
use crate::domain::{Area, Cell, Count, MeasureId, Period, Tenths, Why};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which part of the offences a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Breakdown {
    Total,
    /// Victims of these ages in years, both ends counted, where age was recorded.
    Age {
        from: u8,
        to: u8,
    },
    /// One kind of offence, in the words of the source.
    Offence(String),
}

impl Breakdown {
    /// Reads `total`, `age:13`, `age:0-10` or `offence:…`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "total" {
            return Some(Self::Total);
        }
        if let Some(kind) = text.strip_prefix("offence:") {
            return (!kind.trim().is_empty()).then(|| Self::Offence(kind.trim().to_owned()));
        }
        let ages = text.strip_prefix("age:")?;
        let (from, to) = ages.split_once('-').unwrap_or((ages, ages));
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from <= to && to <= 17).then_some(Self::Age { from, to })
    }
}

/// The form that [`Breakdown::parse`] reads.
impl fmt::Display for Breakdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total => write!(f, "total"),
            Self::Age { from, to } if from == to => write!(f, "age:{from}"),
            Self::Age { from, to } => write!(f, "age:{from}-{to}"),
            Self::Offence(kind) => write!(f, "offence:{kind}"),
        }
    }
}

/// What the source printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Printed {
    Number(Count),
    /// The source hides it.
    Suppressed,
    /// The source says that there is none.
    NotGiven,
}

/// One published figure: one row of `figures.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// One of the published answers.
    pub measure: MeasureId,
    pub area: Area,
    pub period: Period,
    pub breakdown: Breakdown,
    pub printed: Printed,
    /// Forces that the total covers, where printed.
    pub forces_reporting: Option<u8>,
    /// Change on the year before, in per cent, where printed beside the number.
    pub printed_change: Option<Tenths>,
    /// Average a day, where printed beside the number.
    pub printed_per_day: Option<Tenths>,
    pub source: SourceId,
    /// What a reader must know about this row.
    pub note: String,
    /// Set where other rows refute it.
    pub doubt: Option<Doubt>,
}

/// Why a printed value is not believed. Such a row is shown as published, with this beside it, and is
/// never preferred over one without a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// In a sentence or two.
    pub reason: String,
    /// Sources whose rows of the same measure refute the value.
    pub refuted_by: Vec<SourceId>,
}

impl Figure {
    pub fn cell(&self) -> Cell<Count> {
        match self.printed {
            Printed::Number(count) => Cell::from_count(count),
            Printed::Suppressed => Cell::Suppressed(Why::SmallNumberHidden),
            Printed::NotGiven => Cell::NotPublished(Why::ForceGaveNone),
        }
    }

    /// The same row with each of its sources replaced; `None` if there is none for one of them.
    pub fn with_sources(
        &self,
        mut replace: impl FnMut(SourceId) -> Option<SourceId>,
    ) -> Option<Self> {
        let mut figure = Self { source: replace(self.source)?, ..self.clone() };
        for source in figure.doubt.iter_mut().flat_map(|doubt| &mut doubt.refuted_by) {
            *source = replace(*source)?;
        }
        Some(figure)
    }

    /// Its own source, then those that refute it.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> + '_ {
        let refuting = self.doubt.iter().flat_map(|doubt| &doubt.refuted_by);
        std::iter::once(self.source).chain(refuting.copied())
    }

    /// Whether two rows publish the same figure.
    pub fn same_figure(&self, other: &Self) -> bool {
        (self.measure, self.area, self.period, &self.breakdown)
            == (other.measure, other.area, other.period, &other.breakdown)
    }
}
