//! All forces side by side: bars in order of size, and the full table.

use super::display_value::{RANGE_NAME, RANGE_NOTE, of_reading};
use super::{Bar, BarsFigure, Table, TableCell, View, display_value};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Cell, Unit, Why};

/// Forces with a number, the largest first. Forces without one are counted in the notes and listed
/// in the table.
pub fn ranking(data: &Dataset, view: &View) -> BarsFigure {
    let bars: Vec<Bar> = data
        .force_ids()
        .filter_map(|id| {
            let display = display_value(data, view, Area::Force(id));
            Some(Bar {
                label: data.force(id)?.name.clone(),
                value: Some(display.value?),
                text: display.text,
                why: None,
                force: Some(id),
                chosen: view.force == Some(id),
                pin: view.pin_of(id),
                range: display.range.as_ref().map(|r| r.ends),
                more: TableCell::text(display.range.map_or(String::new(), |r| r.text)),
                ..Bar::default()
            })
        })
        .collect();
    let bars = super::bars::largest_first(bars);
    let missing = data.forces.len() - bars.len();
    let mut notes = Vec::new();
    if missing > 0 {
        notes.push(format!(
            "{} of 43 forces shown. {} no {} here: that is not zero.",
            bars.len(),
            if missing == 1 { "1 force has".to_owned() } else { format!("{missing} forces have") },
            if view.unit == Unit::Rate { "rate" } else { "published figure" },
        ));
    }
    notes.push(match view.unit {
        Unit::Count => "Forces differ in size, in how they record and in how they answered. A longer bar does not mean a worse place.".to_owned(),
        Unit::Rate => "Rates allow for the number of children who live in each area, not for how each force records.".to_owned(),
    });
    if view.range {
        notes.push(RANGE_NOTE.to_owned());
    }
    BarsFigure {
        title: format!("Forces side by side, {}", view.year_text(data)),
        unit: view.unit.label(),
        bars,
        notes,
        first_column: "Police force area",
        more: if view.range { RANGE_NAME } else { "" },
    }
}

/// Every force with its count, rate and change on the year before.
pub fn force_table(data: &Dataset, view: &View) -> Table {
    let rows = data.force_ids().filter_map(|id| {
        let area = Area::Force(id);
        let reading = data.reading(view.measure, area, view.year);
        let count = of_reading(data, &View { unit: Unit::Count, ..*view }, area, &reading);
        let rate = of_reading(data, &View { unit: Unit::Rate, ..*view }, area, &reading);
        let change = change_on_year_before(data, view, area);
        let cells = vec![
            TableCell::text(data.force(id)?.name.clone()),
            TableCell {
                text: if count.disputed { format!("{}*", count.text) } else { count.text },
                sort: count.value,
                note: count.why.map(Why::sentence),
            },
            TableCell { text: rate.text, sort: rate.value, note: rate.why.map(Why::sentence) },
            TableCell {
                text: change_text(change),
                sort: change.value().map(|c| c.percent),
                note: change.why().map(Why::sentence),
            },
        ];
        Some((Some(id), cells))
    });
    Table {
        caption: format!(
            "{}, {}, all 43 forces",
            data.measure(view.measure).name,
            view.year_text(data)
        ),
        columns: vec![
            "Police force area".to_owned(),
            "Offences recorded".to_owned(),
            "Per 10,000 children aged 0 to 17".to_owned(),
            format!("Change since {}", view.year.previous().label()),
        ],
        rows: rows.collect(),
    }
}

/// Change of one area since the year before, refused across a break in the series.
pub(super) fn change_on_year_before(
    data: &Dataset,
    view: &View,
    area: Area,
) -> Cell<stats::Change> {
    if data.measure(view.measure).break_before() == Some(view.year) {
        return Cell::NotComparable(Why::CountingChanged);
    }
    let before = data.reading(view.measure, area, view.year.previous());
    let now = data.reading(view.measure, area, view.year);
    let same_forces =
        before.forces == now.forces && (matches!(area, Area::Force(_)) || now.forces.is_some());
    if before.cell.is_known() && now.cell.is_known() && !same_forces {
        return Cell::NotComparable(Why::DifferentForces);
    }
    stats::change(before.cell, now.cell)
}

/// `up 44.8 per cent`, `no change`, or the short text for its absence.
pub(super) fn change_text(change: Cell<stats::Change>) -> String {
    match change {
        Cell::Value(c) if c.from == c.to => "no change".to_owned(),
        Cell::Value(c) => {
            let way = if c.to > c.from { "up" } else { "down" };
            format!("{way} {}", format::per_cent(c.percent))
        }
        blank => blank.blank_label().unwrap_or("no change").to_owned(),
    }
}
