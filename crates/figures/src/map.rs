//! The map: which class each force falls in, and what a screen reader says.

use super::{DisplayValue, View, display_value};
use crate::scale::{Classes, format};
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, ForceId, MeasureId, Unit, Why};

/// One force on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapArea {
    pub force: ForceId,
    pub code: AreaCode,
    /// Short name.
    pub name: String,
    /// Class, from 0; `None` for a blank.
    pub class: Option<usize>,
    pub display: DisplayValue,
    /// What a screen reader says.
    pub spoken: String,
}

/// One line of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// Class, from 0; `None` for "no number".
    pub class: Option<usize>,
    pub label: String,
    pub forces: usize,
}

/// The whole map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFigure {
    /// Heading.
    pub title: String,
    /// One sentence that says what it shows.
    pub description: String,
    /// Forces in the dataset's order.
    pub areas: Vec<MapArea>,
    /// Legend, lowest class first, blanks last.
    pub legend: Vec<LegendEntry>,
}

/// The classes of a measure and unit, the same in every year: fixed, or made from the figures.
pub fn classes(data: &Dataset, measure: MeasureId, unit: Unit) -> Classes {
    let fixed = match unit {
        Unit::Count => &data.measure(measure).count_breaks,
        Unit::Rate => &data.measure(measure).rate_breaks,
    };
    if !fixed.is_empty() {
        return Classes::new(&fixed.iter().map(|b| b.value()).collect::<Vec<_>>(), unit);
    }
    let years = data.all_years(measure);
    let values = years.iter().flat_map(|year| {
        let view = View::plain(measure, *year, unit);
        data.force_ids().filter_map(move |id| display_value(data, &view, Area::Force(id)).value)
    });
    Classes::new(&stats::class_breaks(&values.collect::<Vec<_>>()), unit)
}

/// The heading of a view's map.
pub fn map_title(data: &Dataset, view: &View) -> String {
    format!("{}, {}, by police force area", data.measure(view.measure).name, view.year_text(data))
}

/// The map of a view, with classes made by [`classes`].
pub fn map(data: &Dataset, view: &View, classes: &Classes) -> MapFigure {
    let areas: Vec<MapArea> = data
        .force_ids()
        .filter_map(|force| {
            let of = data.force(force)?;
            let display = display_value(data, view, Area::Force(force));
            let class = display.value.map(|v| classes.of(v));
            let unit = match (view.unit, class) {
                (Unit::Rate, Some(_)) => " per 10,000 children",
                _ => "",
            };
            let spoken = format!("{}: {}{unit}", of.name, display.text);
            Some(MapArea { force, code: of.code, name: of.name.clone(), class, display, spoken })
        })
        .collect();
    let in_class = |class| areas.iter().filter(|a| a.class == class).count();
    let mut legend: Vec<LegendEntry> = (0..classes.len())
        .map(|c| LegendEntry { class: Some(c), label: classes.label(c), forces: in_class(Some(c)) })
        .collect();
    let blank = in_class(None);
    if blank > 0 {
        let label = match view.unit {
            Unit::Count => "no published figure found (not zero)",
            Unit::Rate if areas.iter().any(|a| a.display.why == Some(Why::NoPopulation)) => {
                "no rate: the number of children is not known for this year"
            }
            Unit::Rate => "no rate: no figure, or too few children",
        };
        legend.push(LegendEntry { class: None, label: label.to_owned(), forces: blank });
    }
    let known = areas.len() - blank;
    MapFigure {
        title: map_title(data, view),
        description: format!(
            "Map of the 43 police force areas of England and Wales, {}. {} of 43 forces have a number here.",
            view.unit.label(),
            format::whole(known as u32)
        ),
        areas,
        legend,
    }
}
