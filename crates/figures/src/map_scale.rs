//! What the map of a measure is drawn by, the same in every year, so that years can be compared.

use super::{View, display_value};
use crate::scale::{Circles, Classes};
use crate::stats;
use crate::strip::Axis;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, MeasureId, Unit};

/// Numbers are circles, rates are colours.
#[derive(Clone, Debug, PartialEq)]
pub enum MapMarks {
    Circles(Circles),
    Classes(Classes),
}

/// The scale of a measure's map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapScale {
    pub marks: MapMarks,
    /// Of the dots in the legend.
    pub(crate) axis: Axis,
}

/// The scale for a measure and unit: the largest circle stands for the largest number of any year, and
/// the classes of rates are fixed, or made from the years since the way of counting changed.
pub fn map_scale(data: &Dataset, measure: MeasureId, unit: Unit) -> MapScale {
    let fixed = &data.measure(measure).rate_breaks;
    let first = data.measure(measure).break_before();
    let mut most = 0.0_f64;
    let mut recent: Vec<Vec<f64>> = Vec::new();
    for year in data.all_years(measure) {
        let view = View::plain(measure, year, unit);
        let value = |id| display_value(data, &view, Area::Force(id)).value;
        let values: Vec<f64> = data.force_ids().filter_map(value).collect();
        most = values.iter().copied().fold(most, f64::max);
        if first.is_none_or(|first| year >= first) {
            recent.push(values);
        }
    }
    let (marks, mut axis) = match unit {
        Unit::Count => (MapMarks::Circles(Circles::new(most)), Axis::round(most)),
        Unit::Rate => {
            let breaks = if fixed.is_empty() {
                stats::class_breaks(&recent.concat())
            } else {
                fixed.iter().map(|b| b.value()).collect()
            };
            let axis = Axis::between(&breaks, most);
            (MapMarks::Classes(Classes::new(breaks)), axis)
        }
    };
    axis.make_room(&recent);
    MapScale { marks, axis }
}
