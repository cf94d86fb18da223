//! All years of one measure as small maps with the same classes.

use super::{View, classes, display_value};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, FinancialYear};

/// One year's map.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallMap {
    pub year: FinancialYear,
    /// Codes of the forces in each class, the lowest first; the last list has no number.
    pub codes: Vec<Vec<AreaCode>>,
    /// Forces with a number.
    pub known: usize,
    /// The view's year.
    pub chosen: bool,
    /// The way of counting changes before this year.
    pub counting_changed: bool,
}

/// Every year of the view's measure, gaps included.
pub fn multiples(data: &Dataset, view: &View) -> Vec<SmallMap> {
    let classes = classes(data, view.measure, view.unit);
    let years = data.all_years(view.measure).into_iter();
    years
        .map(|year| {
            let mut codes: Vec<Vec<AreaCode>> = vec![Vec::new(); classes.len() + 1];
            let mut known = 0;
            for (id, force) in data.force_ids().zip(&data.forces) {
                let value = display_value(data, &view.at(year), Area::Force(id)).value;
                known += usize::from(value.is_some());
                let class = value.map_or(classes.len(), |v| classes.of(v));
                if let Some(list) = codes.get_mut(class) {
                    list.push(force.code);
                }
            }
            SmallMap {
                year,
                codes,
                known,
                chosen: year == view.year,
                counting_changed: data.measure(view.measure).break_before() == Some(year),
            }
        })
        .collect()
}

/// The years that the view's year can be compared with, the latest first.
pub fn earlier_years(data: &Dataset, view: &View) -> Vec<FinancialYear> {
    let mut years = data.all_years(view.measure);
    years.retain(|year| *year < view.year);
    years.reverse();
    years
}
