//! A published number, or the reason why there is none: never a silent blank.

use serde::{Deserialize, Serialize};

/// How exactly a published number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// Printed as an exact number.
    Exact,
    /// Printed as "more than" or "at least".
    AtLeast,
    /// Printed as "nearly", "about" or "almost".
    About,
}

/// Offences recorded, with how exactly that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Count {
    pub n: u32,
    pub qualifier: Qualifier,
}

impl Count {
    pub fn exact(n: u32) -> Self {
        Self { n, qualifier: Qualifier::Exact }
    }
}

/// Why a cell holds no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Why {
    /// Nobody printed it, or we did not find it.
    NoFigureFound,
    /// A source says that the force gave none.
    ForceGaveNone,
    /// The source hides a small number.
    SmallNumberHidden,
    /// The offence did not exist yet.
    OffenceNotYetLaw,
    /// Before the first or after the last year of the series.
    OutsideSeries,
    /// No estimate of the number of children for that year here.
    NoPopulation,
    /// Too few children live there for a rate to mean anything.
    TooFewChildren,
    /// The way of counting changed between the two years.
    CountingChanged,
    /// The two totals cover different forces, or do not say how many.
    DifferentForces,
    /// One of the two numbers is rounded ("at least", "about").
    NotExact,
    /// The earlier number is under 20, so a percentage would mislead.
    SmallBase,
    /// There is no figure for one of the two years.
    OneSideMissing,
}

impl Why {
    /// One plain sentence for the reader.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NoFigureFound => "No published figure was found. That does not mean zero.",
            Self::ForceGaveNone => "The force gave no figure, as its source says.",
            Self::SmallNumberHidden => "The source hides small numbers to protect people.",
            Self::OffenceNotYetLaw => "The offence did not exist yet.",
            Self::OutsideSeries => "The series does not cover this year.",
            Self::NoPopulation => {
                "There is no rate, because the number of children in that year is not in the data."
            }
            Self::TooFewChildren => {
                "Too few children live in this area for a rate. The count is shown instead."
            }
            Self::CountingChanged => {
                "What is counted changed between the two years, so they cannot be compared."
            }
            Self::DifferentForces => {
                "The two totals do not cover the same number of forces, or do not say how many."
            }
            Self::NotExact => "One of the two published numbers is rounded.",
            Self::SmallBase => "The earlier number is under 20, so a percentage would mislead.",
            Self::OneSideMissing => "There is no figure for one of the two years.",
        }
    }
}

/// One cell of any table: a value, a true zero, or a named kind of blank with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell<T> {
    /// A published or derived value.
    Value(T),
    /// Published as zero.
    Zero,
    /// Held back by the source.
    Suppressed(Why),
    /// No published figure.
    NotPublished(Why),
    /// There are figures, but they cannot be compared.
    NotComparable(Why),
    /// The question makes no sense here.
    NotApplicable(Why),
}

impl<T> Cell<T> {
    /// The value, if there is one other than zero.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(v) => Some(v),
            _ => None,
        }
    }

    /// Whether the cell holds a number, zero included.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Value(_) | Self::Zero)
    }

    /// The reason for a blank.
    pub fn why(&self) -> Option<Why> {
        match self {
            Self::Value(_) | Self::Zero => None,
            Self::Suppressed(w)
            | Self::NotPublished(w)
            | Self::NotComparable(w)
            | Self::NotApplicable(w) => Some(*w),
        }
    }

    /// A short label for a table cell that holds no number.
    pub fn blank_label(&self) -> Option<&'static str> {
        Some(match self {
            Self::Value(_) | Self::Zero => return None,
            Self::Suppressed(_) => "hidden by the source",
            Self::NotPublished(_) => "no published figure",
            Self::NotComparable(_) => "not comparable",
            Self::NotApplicable(_) => "not applicable",
        })
    }

    /// Applies `f` to a value; a zero stays zero and a blank keeps its reason.
    pub fn and_then<U>(self, f: impl FnOnce(T) -> Cell<U>) -> Cell<U> {
        match self {
            Self::Value(v) => f(v),
            Self::Zero => Cell::Zero,
            Self::Suppressed(w) => Cell::Suppressed(w),
            Self::NotPublished(w) => Cell::NotPublished(w),
            Self::NotComparable(w) => Cell::NotComparable(w),
            Self::NotApplicable(w) => Cell::NotApplicable(w),
        }
    }
}

impl Cell<Count> {
    /// The cell of a published count: an exact 0 becomes [`Cell::Zero`].
    pub fn from_count(count: Count) -> Self {
        if count == Count::exact(0) { Self::Zero } else { Self::Value(count) }
    }

    /// The number, zero included, and how exact it is.
    pub fn count(self) -> Option<Count> {
        match self {
            Self::Value(c) => Some(c),
            Self::Zero => Some(Count::exact(0)),
            _ => None,
        }
    }
}
