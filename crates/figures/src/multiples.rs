//! The years of one measure as small maps with the same scale.

use super::map_scale::{MapMarks, map_scale};
use super::{View, display_value};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, FinancialYear, Unit};

/// A force's number on a small map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallCircle {
    pub code: AreaCode,
    /// In drawing units.
    pub radius: i32,
    /// The number zero: an open ring.
    pub zero: bool,
}

/// One year's map.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMap {
    pub year: FinancialYear,
    /// Codes of the forces in each class, the lowest first; of numbers one list of all that have one.
    /// The last list has no number.
    pub codes: Vec<Vec<AreaCode>>,
    /// Of numbers: the circles, the largest first.
    pub circles: Vec<SmallCircle>,
    /// Forces with a number.
    pub known: usize,
    /// The view's year.
    pub chosen: bool,
}

/// The small maps of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    pub unit: Unit,
    pub maps: Vec<SmallMap>,
    /// Says which years are left out; empty where none are.
    pub note: String,
}

/// Every year of the view's measure that was counted in the same way as the view's, gaps included.
pub fn multiples(data: &Dataset, view: &View) -> Multiples {
    let marks = map_scale(data, view.measure, view.unit).marks;
    let measure = data.measure(view.measure);
    let mut years = data.all_years(view.measure);
    let alike = |a, b| !measure.breaks_between(a, b) && !measure.breaks_between(b, a);
    years.retain(|year| alike(*year, view.year));
    let left_out =
        measure.break_before().filter(|_| years.len() < data.all_years(view.measure).len());
    let note = left_out.map_or(String::new(), |first| {
        let side = if view.year < first { "from" } else { "before" };
        format!("Years {side} April {} were counted differently and are left out.", first.start())
    });
    let chosen = (!view.latest).then_some(view.year);
    let maps = years.into_iter().map(|year| small_map(data, &view.at(year), &marks, chosen));
    Multiples { unit: view.unit, maps: maps.collect(), note }
}

fn small_map(
    data: &Dataset,
    view: &View,
    marks: &MapMarks,
    chosen: Option<FinancialYear>,
) -> SmallMap {
    let blank = match marks {
        MapMarks::Circles(_) => 1,
        MapMarks::Classes(classes) => classes.len(),
    };
    let mut codes: Vec<Vec<AreaCode>> = vec![Vec::new(); blank + 1];
    let mut circles: Vec<SmallCircle> = Vec::new();
    let mut known = 0;
    for (id, force) in data.force_ids().zip(&data.forces) {
        let value = display_value(data, view, Area::Force(id)).value;
        known += usize::from(value.is_some());
        let class = value.map_or(blank, |v| match marks {
            MapMarks::Classes(classes) => classes.of(v),
            MapMarks::Circles(scale) => {
                let (radius, zero) = (scale.radius(v), v <= 0.0);
                let at = circles.iter().take_while(|c| c.radius >= radius).count();
                circles.insert(at, SmallCircle { code: force.code, radius, zero });
                0
            }
        });
        if let Some(list) = codes.get_mut(class) {
            list.push(force.code);
        }
    }
    SmallMap { year: view.year, codes, circles, known, chosen: chosen == Some(view.year) }
}

/// The years that the view's year can be compared with, the latest first.
pub fn earlier_years(data: &Dataset, view: &View) -> Vec<FinancialYear> {
    let mut years = data.all_years(view.measure);
    years.retain(|year| *year < view.year);
    years.reverse();
    years
}
