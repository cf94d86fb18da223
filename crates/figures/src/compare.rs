//! Pinned forces side by side through the years, with England and Wales as references.

use super::bars::capital;
use super::{DisplayValue, Table, TableCell, View, YearEvent, display_value};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, ForceId, Unit, Why};

/// One pinned force through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub force: ForceId,
    /// Its short name, written at the end of its line.
    pub name: String,
    /// Its slot among the pins, 0 to 3: its colour does not change while it is pinned.
    pub slot: usize,
    /// Its number in each year; a gap is a gap.
    pub points: Vec<DisplayValue>,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareFigure {
    /// Heading.
    pub title: String,
    /// What one unit of height is.
    pub unit: &'static str,
    /// The years, gaps included.
    pub years: Vec<FinancialYear>,
    /// Indices of the years before which the way of counting changes: no line crosses them.
    pub breaks: Vec<usize>,
    /// What happened in these years.
    pub events: Vec<YearEvent>,
    /// The pinned forces.
    pub lines: Vec<Line>,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// The pinned forces; `None` where none is pinned.
pub fn compare(data: &Dataset, view: &View) -> Option<CompareFigure> {
    let years = data.all_years(view.measure);
    let lines: Vec<Line> = view
        .pins
        .into_iter()
        .enumerate()
        .filter_map(|(slot, pin)| {
            let force = pin?;
            let name = data.force(force)?.name.clone();
            let points =
                years.iter().map(|y| display_value(data, &view.at(*y), Area::Force(force)));
            Some(Line { force, name, slot, points: points.collect() })
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let mut notes = vec![match view.unit {
        Unit::Count => {
            "Counts of forces of different size: a rate compares them more fairly.".to_owned()
        }
        Unit::Rate => {
            "Rates allow for the number of children, not for how each force records.".to_owned()
        }
    }];
    if lines.iter().flat_map(|l| &l.points).any(|p| p.value.is_none()) {
        notes.push(
            "A line is broken where a year has no number; a single dot stands alone.".to_owned(),
        );
    }
    Some(CompareFigure {
        title: format!("Pinned forces: {}", super::bars::small(&data.measure(view.measure).name)),
        unit: view.unit.label(),
        breaks: super::years::breaks(data.measure(view.measure), &years),
        events: super::events::on_axis(data, view.measure, &years),
        years,
        lines,
        notes,
    })
}

/// The same as a table: years down, pinned forces across, then the references.
pub fn compare_table(data: &Dataset, view: &View) -> Table {
    let mut areas: Vec<Area> = view.pinned().map(Area::Force).collect();
    areas.extend([Area::EnglandAndWales, Area::England, Area::Wales]);
    let mut columns = vec!["Financial year".to_owned()];
    columns.extend(areas.iter().map(|a| data.area_name(*a).to_owned()));
    let rows = data.all_years(view.measure).into_iter().map(|year| {
        let mut cells = vec![TableCell {
            sort: Some(f64::from(year.start())),
            ..TableCell::text(year.label())
        }];
        cells.extend(areas.iter().map(|area| {
            let number = display_value(data, &view.at(year), *area);
            let forces = data.reading(view.measure, *area, year).forces;
            let text = match (area, forces) {
                (Area::EnglandAndWales, Some(n)) if n < 43 && number.value.is_some() => {
                    format!("{} ({n} forces)", number.text)
                }
                _ => number.text,
            };
            TableCell { text, sort: number.value, note: number.why.map(Why::sentence) }
        }));
        (None, cells)
    });
    Table {
        caption: format!("{}, {}", data.measure(view.measure).name, capital(view.unit.label())),
        columns,
        rows: rows.collect(),
    }
}
