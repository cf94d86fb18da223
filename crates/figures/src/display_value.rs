//! One number as it is displayed: in the reader's unit, with its text and the reason for a blank.

use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Dataset, Reading};
use cyberflag_data::domain::{Area, Cell, Qualifier, Unit, Why};

use super::View;

/// A number ready to be drawn and read.
#[derive(Clone, Debug, PartialEq)]
pub struct DisplayValue {
    /// Its size in the reader's unit; `None` for a blank.
    pub value: Option<f64>,
    /// As text: `5,653`, `at least 100`, `no published figure`.
    pub text: String,
    /// The reason for a blank.
    pub why: Option<Why>,
    /// Sources disagree: other values were published, or this one is doubted.
    pub disputed: bool,
    /// The range of random variation, where the reader asked for it.
    pub range: Option<Range>,
}

impl DisplayValue {
    /// The number, or the upper end of its range.
    pub fn most(&self) -> Option<f64> {
        self.range.as_ref().map(|r| r.ends.1).or(self.value)
    }

    /// The text, with the range.
    pub fn with_range(&self) -> String {
        match &self.range {
            Some(range) => format!("{}. {RANGE_NAME}: {}", self.text, range.text),
            None => self.text.clone(),
        }
    }
}

/// What chance alone could bring instead of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Lower and upper end, in the reader's unit.
    pub ends: (f64, f64),
    /// Both as text: `325 to 400`.
    pub text: String,
}

/// What a range is called.
pub const RANGE_NAME: &str = "Range that chance alone could explain";

/// What a range is.
pub const RANGE_NOTE: &str = "The thin line is the range that chance alone could explain: 95%, if offences are recorded independently of each other (Poisson, Byar\u{2019}s approximation).";

/// The number of an area in the view's measure, year and unit.
pub fn display_value(data: &Dataset, view: &View, area: Area) -> DisplayValue {
    let reading = data.reading(view.measure, area, view.year);
    of_reading(data, view, area, &reading)
}

/// The same from a reading already made.
pub(super) fn of_reading(
    data: &Dataset,
    view: &View,
    area: Area,
    reading: &Reading<'_>,
) -> DisplayValue {
    let disputed = reading.other_values().next().is_some() || reading.doubt().is_some();
    let mut display = match view.unit {
        Unit::Count => DisplayValue {
            value: reading.cell.count().map(|c| f64::from(c.n)),
            text: format::count_cell(reading.cell),
            why: reading.cell.why(),
            disputed,
            range: None,
        },
        Unit::Rate => {
            let rate = rate(data, view, area, reading);
            let value = if rate == Cell::Zero { Some(0.0) } else { rate.value() };
            DisplayValue {
                value,
                text: format::rate_cell(rate),
                why: rate.why(),
                disputed,
                range: None,
            }
        }
    };
    if view.range && display.value.is_some() {
        display.range = range(data, view, area, reading);
    }
    display
}

/// The range of an exact count, in the reader's unit.
fn range(data: &Dataset, view: &View, area: Area, reading: &Reading<'_>) -> Option<Range> {
    let n = reading.cell.count().filter(|c| c.qualifier == Qualifier::Exact)?.n;
    let whole = |end: f64| format::whole(end.round() as u32);
    let (ends, low, high) = match view.unit {
        Unit::Count => {
            let ends = stats::poisson_range(n);
            (ends, whole(ends.0), whole(ends.1))
        }
        Unit::Rate => {
            let ends = stats::rate_range(n, data.children(area, view.year)?)?;
            (ends, format::decimal(ends.0), format::decimal(ends.1))
        }
    };
    Some(Range { ends, text: format!("{low} to {high}") })
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
