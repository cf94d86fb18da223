//! Events: what happened on a day, beside which the figures are read.

use super::SourceId;
use crate::domain::{Date, MeasureId};
use serde::{Deserialize, Serialize};

/// Something that was asked for or came into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub day: Date,
    /// A few words, for the list under a chart.
    pub short: String,
    /// One or two sentences.
    pub long: String,
    pub source: SourceId,
    /// The measures whose charts mark the day; none where no chart does.
    pub measures: Vec<MeasureId>,
}
