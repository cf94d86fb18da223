//! The measures of `data/measures.csv` by name, for tests. Programs look them up in the dataset.

use crate::domain::MeasureId;

pub const ONLINE: MeasureId = MeasureId(0);
pub const SEXUAL_COMMUNICATION: MeasureId = MeasureId(1);
pub const GROOMING: MeasureId = MeasureId(2);
pub const ALL_CHILD: MeasureId = MeasureId(3);
