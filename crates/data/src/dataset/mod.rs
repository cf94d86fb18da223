//! The checked figures and the questions that can be asked of them.
//!
//! `package` reads the CSV tables of `data/` and refuses anything doubtful; `compact` is the form
//! that travels inside the page. [`Dataset`] answers questions about one number.

mod compact;
pub mod package;

mod event;
mod figure;
mod official;
mod own;
mod query;
mod source;

pub use compact::CompactError;
pub use event::Event;
pub use figure::{Breakdown, Doubt, Figure, Printed};
pub use official::{Population, RecordedCrime, Series, fill_missing_years};
pub use own::{OWN_NOTICE, OwnData};
pub use package::sort_by_preference;
pub use query::Reading;
pub use source::{Published, Source, SourceId};

use crate::domain::{Force, Measure, MeasureId};
use serde::{Deserialize, Serialize};

/// A local authority district.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// Name, as the ONS lookup spells it.
    pub name: String,
    /// The force area it lies in.
    pub force: crate::domain::ForceId,
}

/// A Home Office offence code and its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offence {
    /// Such as `88A`.
    pub code: String,
    pub title: String,
}

/// Everything the page knows, checked. Made by `package` or decoded from the compact form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// Version of the data package, as its `datapackage.json` says.
    pub version: String,
    /// The force areas, in the order of `areas.csv`.
    pub forces: Vec<Force>,
    /// Districts, by name.
    pub districts: Vec<District>,
    /// The Home Office codes that recorded crime is counted by.
    pub offences: Vec<Offence>,
    /// The kinds of figure, in the order they are offered; at least one.
    pub measures: Vec<Measure>,
    /// The one that the page opens with.
    pub opening: MeasureId,
    pub sources: Vec<Source>,
    /// NSPCC figures; where one figure was published several times, the preferred one comes first.
    pub figures: Vec<Figure>,
    pub crime: RecordedCrime,
    pub population: Population,
    /// What happened when, by day.
    pub events: Vec<Event>,
    /// Set where a reader has opened figures of their own; never in the built-in figures.
    #[serde(skip)]
    pub own: Option<OwnData>,
}
