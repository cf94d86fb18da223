//! All forces side by side: bars in order of size, and the full table.

use super::display_value::{RANGE_NAME, RANGE_NOTE, of_reading};
use super::latest::{YEARS_DIFFER, shown_value};
use super::map::A_SINGLE_YEAR;
use super::{
    Bar, BarsFigure, DisplayValue, LeftOut, Table, TableCell, View, display_value, titles,
};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, Cell, FinancialYear, Unit, Why};

/// Forces with a number, the largest first. Forces without one are counted under the title and named.
pub fn ranking(data: &Dataset, view: &View) -> BarsFigure {
    let mut blank: Vec<&str> = Vec::new();
    let mut bars: Vec<Bar> = Vec::new();
    for id in data.force_ids() {
        let display = display_value(data, view, Area::Force(id));
        let name = data.area_name(Area::Force(id));
        if display.value.is_none() {
            blank.push(name);
            continue;
        }
        bars.push(Bar {
            label: name.to_owned(),
            value: display.value,
            text: display.text,
            force: Some(id),
            chosen: view.force == Some(id),
            range: display.range.as_ref().map(|r| r.ends),
            more: TableCell::text(display.range.map_or(String::new(), |r| r.text)),
            ..Bar::default()
        });
    }
    let figure = if view.unit == Unit::Rate { "rate" } else { "published figure" };
    let mut notes = vec![match view.unit {
        Unit::Count => "A longer bar does not mean a more dangerous place. It can mean more people, more reports or fuller recording.".to_owned(),
        Unit::Rate => "Rates allow for the number of children who live in each area, not for how each force records.".to_owned(),
    }];
    if view.range {
        notes.push(RANGE_NOTE.to_owned());
    }
    BarsFigure {
        title: format!("{}, {}", titles::what(data, view.measure, view.unit), view.year.label()),
        subtitle: shown(bars.len(), &blank, figure),
        unit: view.unit.label(),
        bars: super::bars::largest_first(bars),
        notes,
        left_out: without(&blank, figure),
        first_column: "Police force area",
        more: if view.range { RANGE_NAME } else { "" },
    }
}

/// `16 of 43 forces shown. The other 27 have no published figure for this year.`
fn shown(bars: usize, blank: &[&str], figure: &str) -> String {
    let all = bars + blank.len();
    match (bars, blank) {
        (_, []) => format!("All {all} forces shown."),
        (0, _) => format!("No force has a {figure} for this year."),
        (_, [one]) => format!("{bars} of {all} forces shown. {one} has no {figure} for this year."),
        (_, more) => format!(
            "{bars} of {all} forces shown. The other {} have no {figure} for this year.",
            more.len()
        ),
    }
}

/// The forces that are not shown, by name.
fn without(blank: &[&str], figure: &str) -> LeftOut {
    if blank.len() < 2 {
        return LeftOut::default();
    }
    let figure = figure.trim_start_matches("published ");
    LeftOut {
        summary: format!("Forces without a {figure} ({})", blank.len()),
        parts: vec![(String::new(), blank.join(", "))],
    }
}

/// Every force with its count, rate and change on the year before; with `latest`, its latest count and
/// the year of that.
pub fn force_table(data: &Dataset, view: &View) -> Table {
    if view.latest {
        return latest_table(data, view);
    }
    let rows = data.force_ids().filter_map(|id| {
        let area = Area::Force(id);
        let reading = data.reading(view.measure, area, view.year);
        let count = of_reading(data, &View { unit: Unit::Count, ..*view }, area, &reading);
        let rate = of_reading(data, &View { unit: Unit::Rate, ..*view }, area, &reading);
        let change = change_on_year_before(data, view, area);
        let mut cells = vec![
            TableCell::text(data.force(id)?.name.clone()),
            count_cell(count),
            TableCell { text: rate.text, sort: rate.value, note: rate.why.map(Why::sentence) },
            TableCell {
                text: change_text(change),
                sort: change.value().map(|c| c.percent),
                note: change.why().map(Why::sentence),
            },
        ];
        cells.extend(view.beside.map(|year| {
            let DisplayValue { text, value, why, .. } = display_value(data, &view.at(year), area);
            TableCell { text, sort: value, note: why.map(Why::sentence) }
        }));
        Some((Some(id), cells))
    });
    let mut columns = vec![
        "Police force area".to_owned(),
        "Offences recorded".to_owned(),
        "Per 10,000 children aged 0 to 17".to_owned(),
        format!("Change since {}", view.year.previous().label()),
    ];
    columns.extend(view.beside.map(|year| match view.unit {
        Unit::Count => format!("Offences recorded, {}", year.label()),
        Unit::Rate => format!("Per 10,000 children, {}", year.label()),
    }));
    Table {
        caption: format!(
            "{}, {}, all 43 forces",
            data.measure(view.measure).name,
            view.year.label()
        ),
        columns,
        rows: rows.collect(),
    }
}

/// Change of one area since the year before, refused across a break in the series.
pub(super) fn change_on_year_before(
    data: &Dataset,
    view: &View,
    area: Area,
) -> Cell<stats::Change> {
    change_since(data, view, area, view.year.previous())
}

/// The same since any earlier year.
pub(super) fn change_since(
    data: &Dataset,
    view: &View,
    area: Area,
    since: FinancialYear,
) -> Cell<stats::Change> {
    if data.measure(view.measure).breaks_between(since, view.year) {
        return Cell::NotComparable(Why::CountingChanged);
    }
    let before = data.reading(view.measure, area, since);
    let now = data.reading(view.measure, area, view.year);
    let same_forces =
        before.forces == now.forces && (matches!(area, Area::Force(_)) || now.forces.is_some());
    if before.cell.is_known() && now.cell.is_known() && !same_forces {
        return Cell::NotComparable(Why::DifferentForces);
    }
    stats::change(before.cell, now.cell)
}

/// A count, with a star where sources disagree.
fn count_cell(count: DisplayValue) -> TableCell {
    TableCell {
        text: if count.disputed { format!("{}*", count.text) } else { count.text },
        sort: count.value,
        note: count.why.map(Why::sentence),
    }
}

/// The latest count of every force. Nothing is compared: the years differ.
fn latest_table(data: &Dataset, view: &View) -> Table {
    let rows = data.force_ids().filter_map(|id| {
        let (year, count) = shown_value(data, view, id);
        let when = TableCell {
            text: year.map_or(format!("no figure for {A_SINGLE_YEAR}"), |year| year.label()),
            sort: year.map(|year| f64::from(year.start())),
            note: None,
        };
        let name = TableCell::text(data.force(id)?.name.clone());
        Some((Some(id), vec![name, count_cell(count), when]))
    });
    Table {
        caption: format!(
            "{}, the latest published figure for each force, all 43 forces. {YEARS_DIFFER}",
            data.measure(view.measure).name
        ),
        columns: ["Police force area", "Offences recorded", "Year of the figure"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subtitle_says_how_many_forces_are_shown() {
        let figure = "published figure";
        assert_eq!(shown(43, &[], figure), "All 43 forces shown.");
        assert_eq!(
            shown(42, &["Kent"], "rate"),
            "42 of 43 forces shown. Kent has no rate for this year."
        );
        assert_eq!(
            shown(1, &["Essex", "Kent"], figure),
            "1 of 3 forces shown. The other 2 have no published figure for this year."
        );
        let none = "No force has a published figure for this year.";
        assert_eq!(shown(0, &["Essex", "Kent"], figure), none);
        assert_eq!(without(&["Kent"], figure), LeftOut::default());
        assert_eq!(without(&["Essex", "Kent"], figure).summary, "Forces without a figure (2)");
    }
}
