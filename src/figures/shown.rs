//! One number as it is shown: in the reader's unit, with its words and the reason for a blank.

use crate::dataset::{Dataset, Reading};
use crate::domain::{Area, Cell, Unit, Why};
use crate::scale::format;
use crate::stats;

use super::View;

/// A number ready to be drawn and read.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its size in the reader's unit; `None` for a blank.
    pub value: Option<f64>,
    /// Its words: `5,653`, `at least 100`, `no published figure`.
    pub text: String,
    /// The reason for a blank.
    pub why: Option<Why>,
    /// Other published values exist.
    pub disputed: bool,
}

/// The number of an area in the view's measure, year and unit.
pub fn shown(data: &Dataset, view: &View, area: Area) -> Shown {
    let reading = data.reading(view.measure, area, view.year);
    of_reading(data, view, area, &reading)
}

/// The same from a reading already made.
pub(super) fn of_reading(data: &Dataset, view: &View, area: Area, reading: &Reading<'_>) -> Shown {
    let disputed = reading.other_values().next().is_some();
    match view.unit {
        Unit::Count => Shown {
            value: reading.cell.count().map(|c| f64::from(c.n)),
            text: format::count_cell(reading.cell),
            why: reading.cell.why(),
            disputed,
        },
        Unit::Rate => {
            let rate = rate(data, view, area, reading);
            let value = if rate == Cell::Zero { Some(0.0) } else { rate.value() };
            Shown { value, text: format::rate_cell(rate), why: rate.why(), disputed }
        }
    }
}

/// The rate behind a reading. A wider area needs all its forces in the count.
pub(super) fn rate(data: &Dataset, view: &View, area: Area, reading: &Reading<'_>) -> Cell<f64> {
    let complete = match area {
        Area::Force(_) => true,
        _ => {
            let forces = data.force_ids().filter(|id| data.within(*id, area)).count();
            reading.forces.is_some_and(|n| usize::from(n) == forces)
        }
    };
    if reading.cell.is_known() && !complete {
        return Cell::NotComparable(Why::DifferentForces);
    }
    stats::rate(reading.cell, data.children(area, view.year))
}
