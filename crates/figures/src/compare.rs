//! Forces through the years: the compared ones in front of all others, with England and Wales.

use super::bars::capital;
use super::complete::{in_full, instead, is_complete};
use super::{DisplayValue, Table, TableCell, View, YearEvent, display_value, titles};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, ForceId, Unit, Why};

/// One compared force through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub force: ForceId,
    /// Its short name, written at the end of its line.
    pub name: String,
    /// Its colour, 0 to 3: the first is that of the chosen force.
    pub colour: usize,
    /// The reader added it to the comparison; else it is here because it is chosen.
    pub pinned: bool,
    /// Its number in each year; a gap is a gap.
    pub points: Vec<DisplayValue>,
}

/// England and Wales through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub name: String,
    pub points: Vec<DisplayValue>,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareFigure {
    /// What is shown, and when.
    pub title: String,
    /// What the lines are, and why not more.
    pub subtitle: String,
    /// What one unit of height is.
    pub unit: &'static str,
    /// The years, gaps included.
    pub years: Vec<FinancialYear>,
    /// Indices of the years before which the way of counting changes: no line crosses them.
    pub breaks: Vec<usize>,
    /// What is written there.
    pub break_label: String,
    /// What happened in these years.
    pub events: Vec<YearEvent>,
    /// The compared forces.
    pub lines: Vec<Line>,
    /// The numbers of the other forces, where every force has one.
    pub others: Vec<Vec<Option<f64>>>,
    /// England and Wales, in rates.
    pub whole: Option<Whole>,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// The view whose figures are compared. With pinned forces it is the reader's own; with none it is one
/// in rates of a kind of figure that is complete, as lines of a few years show nothing.
fn shown(data: &Dataset, view: &View) -> Option<View> {
    let pinned = view.pinned().next().is_some();
    if pinned { Some(*view) } else { in_full(data, view) }
}

/// The pinned forces and the chosen one, as far as there are four; with `colour` as [`Line`] says. A
/// pinned force has the colour of its slot, which does not change while it is pinned; only the chosen
/// force takes the first from whichever has it.
fn compared(view: &View) -> Vec<(ForceId, usize)> {
    let slots = view.pins.iter().enumerate();
    let mut forces: Vec<_> = slots.filter_map(|(slot, pin)| Some(((*pin)?, slot))).collect();
    let Some(chosen) = view.force else { return forces };
    let pinned = view.pin_of(chosen);
    let Some(slot) = pinned.or(view.pins.iter().position(Option::is_none)) else { return forces };
    if pinned.is_none() {
        forces.insert(0, (chosen, 0));
    }
    for (force, colour) in &mut forces {
        if *force == chosen {
            *colour = 0;
        } else if *colour == 0 {
            *colour = slot;
        }
    }
    forces
}

/// The comparison of a view; `None` where no force is pinned and no kind of figure is complete.
pub fn compare(data: &Dataset, view: &View) -> Option<CompareFigure> {
    let by = shown(data, view)?;
    let all = data.all_years(by.measure);
    let through = |area| all.iter().map(|y| display_value(data, &by.at(*y), area)).collect();
    let compared = compared(&by);
    let complete = is_complete(data, by.measure);
    let mut lines: Vec<Line> = compared
        .iter()
        .map(|(force, colour)| Line {
            force: *force,
            name: data.area_name(Area::Force(*force)).to_owned(),
            colour: *colour,
            pinned: view.pin_of(*force).is_some(),
            points: through(Area::Force(*force)),
        })
        .collect();
    let mut others: Vec<Vec<DisplayValue>> = Vec::new();
    if complete {
        let behind = data.force_ids().filter(|id| compared.iter().all(|(force, _)| force != id));
        others.extend(behind.map(|id| through(Area::Force(id))));
    }
    let mut whole = (by.unit == Unit::Rate).then(|| Whole {
        name: data.area_name(Area::EnglandAndWales).to_owned(),
        points: through(Area::EnglandAndWales),
    });
    // Years before the first number and after the last have nothing to show.
    let known = |i: &usize| {
        let series = lines.iter().map(|l| &l.points).chain(&others);
        let mut points = series.chain(whole.iter().map(|w| &w.points));
        points.any(|points| points.get(*i).is_some_and(|p| p.value.is_some()))
    };
    let first = (0..all.len()).find(known)?;
    let last = (0..all.len()).rev().find(known)?;
    let cut = |points: &mut Vec<DisplayValue>| {
        points.truncate(last + 1);
        points.drain(..first);
    };
    lines.iter_mut().map(|l| &mut l.points).for_each(cut);
    whole.iter_mut().map(|w| &mut w.points).for_each(cut);
    others.iter_mut().for_each(cut);
    let years = all.get(first..=last)?.to_vec();
    others.retain(|points| points.iter().any(|p| p.value.is_some()));
    let values = |points: Vec<DisplayValue>| points.into_iter().map(|p| p.value).collect();
    let notes = notes(&by, &lines);
    let measure = data.measure(by.measure);
    Some(CompareFigure {
        title: titles::span(&titles::what(data, by.measure, by.unit), &years),
        subtitle: subtitle(others.len(), instead(view, &by)),
        unit: by.unit.label(),
        breaks: super::years::breaks(measure, &years),
        break_label: super::years::break_label(measure),
        events: super::events::on_axis(data, by.measure, &years),
        years,
        lines,
        others: others.into_iter().map(values).collect(),
        whole,
        notes,
    })
}

fn subtitle(others: usize, instead: &str) -> String {
    match others {
        0 => "Not every force has a figure for every year, so only the forces compared are drawn."
            .to_owned(),
        n => format!("Each thin line is one of {n} forces.{instead}"),
    }
}

fn notes(view: &View, lines: &[Line]) -> Vec<String> {
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
    notes
}

/// The same as a table: years down, compared forces across, then the references.
pub fn compare_table(data: &Dataset, view: &View) -> Table {
    let view = &shown(data, view).unwrap_or(*view);
    let mut areas: Vec<Area> = compared(view).into_iter().map(|(f, _)| Area::Force(f)).collect();
    areas.extend([Area::EnglandAndWales, Area::England, Area::Wales]);
    let mut columns = vec!["Year".to_owned()];
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

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::domain::MeasureId;

    fn colours(pins: [u8; 4], force: Option<u8>) -> Vec<(u8, usize)> {
        let pin = |n| (n > 0).then_some(ForceId(n));
        let year = FinancialYear::FIRST;
        let plain = View::plain(MeasureId(0), year, Unit::Rate);
        let view = View { pins: pins.map(pin), force: force.map(ForceId), ..plain };
        compared(&view).into_iter().map(|(force, colour)| (force.0, colour)).collect()
    }

    #[test]
    fn the_chosen_force_has_the_colour_of_a_choice() {
        assert_eq!(colours([0; 4], None), []);
        assert_eq!(colours([0; 4], Some(7)), [(7, 0)]);
        assert_eq!(colours([1, 2, 0, 3], None), [(1, 0), (2, 1), (3, 3)]);
        assert_eq!(colours([0, 2, 0, 3], None), [(2, 1), (3, 3)]);
        assert_eq!(colours([1, 2, 0, 3], Some(2)), [(1, 1), (2, 0), (3, 3)]);
        assert_eq!(colours([1, 2, 0, 3], Some(7)), [(7, 0), (1, 2), (2, 1), (3, 3)]);
        assert_eq!(colours([0, 2, 0, 3], Some(7)), [(7, 0), (2, 1), (3, 3)]);
        // Four are compared already: the fifth stays among the others.
        assert_eq!(colours([1, 2, 3, 4], Some(7)), [(1, 0), (2, 1), (3, 2), (4, 3)]);
    }
}
