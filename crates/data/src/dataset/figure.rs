//! One published NSPCC figure.

use super::SourceId;
use crate::domain::{Area, Cell, Count, Measure, Period, Tenths, Why};
use serde::{Deserialize, Serialize};

/// Which part of the offences a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Breakdown {
    /// All of them.
    Total,
    /// Victims of these ages, both ends counted, where age was recorded.
    Age {
        /// Youngest, in years.
        from: u8,
        /// Oldest, in years.
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
        if let Some(words) = text.strip_prefix("offence:") {
            return (!words.trim().is_empty()).then(|| Self::Offence(words.trim().to_owned()));
        }
        let ages = text.strip_prefix("age:")?;
        let (from, to) = ages.split_once('-').unwrap_or((ages, ages));
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from <= to && to <= 17).then_some(Self::Age { from, to })
    }

    /// The form that [`Breakdown::parse`] reads.
    pub fn word(&self) -> String {
        match self {
            Self::Total => "total".to_owned(),
            Self::Age { from, to } if from == to => format!("age:{from}"),
            Self::Age { from, to } => format!("age:{from}-{to}"),
            Self::Offence(words) => format!("offence:{words}"),
        }
    }
}

/// What the source printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Printed {
    /// A number.
    Number(Count),
    /// The source hides it.
    Suppressed,
    /// The source says that there is none.
    NotGiven,
}

/// One published figure: one row of `figures.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Online or sexual communication.
    pub measure: Measure,
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Which part.
    pub breakdown: Breakdown,
    /// What was printed.
    pub printed: Printed,
    /// Forces that the total covers, where printed.
    pub forces_reporting: Option<u8>,
    /// Change on the year before, in per cent, where printed beside the number.
    pub printed_change: Option<Tenths>,
    /// Average a day, where printed beside the number.
    pub printed_per_day: Option<Tenths>,
    /// Who printed it.
    pub source: SourceId,
    /// What a reader must know about this row.
    pub note: String,
}

impl Figure {
    /// The figure as a cell.
    pub fn cell(&self) -> Cell<Count> {
        match self.printed {
            Printed::Number(count) => Cell::from_count(count),
            Printed::Suppressed => Cell::Suppressed(Why::SmallNumberHidden),
            Printed::NotGiven => Cell::NotPublished(Why::ForceGaveNone),
        }
    }

    /// Whether two rows publish the same figure.
    pub fn same_figure(&self, other: &Self) -> bool {
        (self.measure, self.area, self.period, &self.breakdown)
            == (other.measure, other.area, other.period, &other.breakdown)
    }
}
