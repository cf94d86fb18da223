//! Before and after: two years of the same forces, and which forces cannot be compared.

use super::display_value::of_reading;
use super::ranking::change_text;
use super::titles::{self, Moves};
use super::{Bar, BarsFigure, LeftOut, TableCell, View};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{
    Area, Cell, Count, FinancialYear, ForceId, Qualifier, TOTAL_FORCES, Unit, Why,
};

/// One force's number in one year.
struct Number {
    count: u32,
    children: u32,
    value: f64,
    text: String,
}

/// The same forces in the view's earlier and later year; `None` where there is no earlier one.
pub fn change_view(data: &Dataset, view: &View) -> Option<BarsFigure> {
    let (since, year) = (view.since, view.year);
    if since >= year {
        return None;
    }
    let mut bars = Vec::new();
    let mut moves = Moves::default();
    let mut left_out: Vec<(Why, Vec<&str>)> = Vec::new();
    let mut sums = [(0, 0); 2];
    for id in data.force_ids() {
        let name = data.area_name(Area::Force(id));
        let numbers = number(data, view, id, since)
            .and_then(|from| number(data, view, id, year).map(|to| [from, to]));
        match numbers {
            Ok([from, to]) => {
                for (sum, number) in sums.iter_mut().zip([&from, &to]) {
                    *sum = (sum.0 + number.count, sum.1 + number.children);
                }
                let counted = if to.value > from.value {
                    &mut moves.more
                } else if to.value < from.value {
                    &mut moves.fewer
                } else {
                    &mut moves.same
                };
                *counted += 1;
                name.clone_into(&mut moves.name);
                bars.push(bar(view, id, name, &from, &to));
            }
            Err(why) => match left_out.iter_mut().find(|(w, _)| *w == why) {
                Some((_, names)) => names.push(name),
                None => left_out.push((why, vec![name])),
            },
        }
    }
    let mut notes = Vec::new();
    if !bars.is_empty() {
        notes.push(together(view, sums));
        if !data.measure(view.measure).is_official() {
            notes.push(NOT_TYPICAL.to_owned());
        }
        notes.push(
            "Recording changes too: a rise in offences recorded need not be a rise in offences."
                .to_owned(),
        );
    }
    let left_out = not_compared(data, view, left_out);
    Some(BarsFigure {
        title: titles::moves(data, view, &moves),
        subtitle: subtitle(bars.len(), since, year, &left_out),
        unit: view.unit.label(),
        bars: super::bars::largest_first(bars),
        notes,
        left_out,
        first_column: "Police force area",
        more: "Change in offences recorded",
    })
}

const NOT_TYPICAL: &str =
    "The forces whose figures were published for both years are not a fair sample of all forces.";

/// Which forces, and what the marks are.
fn subtitle(forces: usize, since: FinancialYear, year: FinancialYear, left: &LeftOut) -> String {
    let (since, year) = (since.label(), year.label());
    let who = match forces {
        0 => {
            // One reason for all of them is said in the open.
            let reason = match left.parts.as_slice() {
                [(reason, _)] => reason.as_str(),
                _ => "No force has an exact figure for both years.",
            };
            return reason.to_owned();
        }
        1 => "The one force".to_owned(),
        TOTAL_FORCES => format!("All {TOTAL_FORCES} forces"),
        n => format!("The {n} forces"),
    };
    format!("{who} with an exact figure for both years. Ring: {since}, dot: {year}.")
}

/// The forces without two numbers that can be compared, by reason.
fn not_compared(data: &Dataset, view: &View, left_out: Vec<(Why, Vec<&str>)>) -> LeftOut {
    let forces: usize = left_out.iter().map(|(_, names)| names.len()).sum();
    if forces == 0 {
        return LeftOut::default();
    }
    let counting_break = data.measure(view.measure).counting_break.as_ref();
    let part = |(why, names): (Why, Vec<&str>)| {
        let reason = match (why, counting_break) {
            (Why::CountingChanged, Some(changed)) => &changed.note,
            _ => why.sentence(),
        };
        let all = names.len() == TOTAL_FORCES;
        (reason.to_owned(), if all { "All 43 forces".to_owned() } else { names.join(", ") })
    };
    LeftOut {
        summary: format!("Forces not compared ({forces})"),
        parts: left_out.into_iter().map(part).collect(),
    }
}

/// A force's number in a year, or why it cannot be compared.
fn number(data: &Dataset, view: &View, id: ForceId, year: FinancialYear) -> Result<Number, Why> {
    if data.measure(view.measure).breaks_between(view.since, view.year) {
        return Err(Why::CountingChanged);
    }
    let area = Area::Force(id);
    let reading = data.reading(view.measure, area, year);
    let at = View { range: false, ..view.at(year) };
    let display = of_reading(data, &at, area, &reading);
    match (reading.cell.count(), display.value) {
        (Some(count), Some(_)) if count.qualifier != Qualifier::Exact => Err(Why::NotExact),
        (Some(count), Some(value)) => Ok(Number {
            count: count.n,
            children: data.children(area, year).unwrap_or(0),
            value,
            text: display.text,
        }),
        _ => Err(display.why.unwrap_or(Why::OneSideMissing)),
    }
}

fn change(from: u32, to: u32) -> Cell<stats::Change> {
    let cell = |n| Cell::from_count(Count::exact(n));
    stats::change(cell(from), cell(to))
}

fn bar(view: &View, id: ForceId, name: &str, from: &Number, to: &Number) -> Bar {
    let change = change(from.count, to.count);
    Bar {
        label: name.to_owned(),
        value: Some(to.value),
        text: format!("{} to {}", from.text, to.text),
        force: Some(id),
        chosen: view.force == Some(id),
        other: Some(from.value),
        more: TableCell {
            text: if change.is_known() { change_text(change) } else { "no percentage".to_owned() },
            sort: change.value().map(|c| c.percent),
            note: change.why().map(Why::sentence),
        },
        ..Bar::default()
    }
}

/// The sum over the forces compared, in both years.
fn together(view: &View, [(from, of), (to, among)]: [(u32, u32); 2]) -> String {
    let change = change(from, to);
    let way = match change.why() {
        Some(why) => format!(". {}", why.sentence()),
        None => format!(": {}.", change_text(change)),
    };
    let mut sentence = format!(
        "Together they recorded {} in {} and {} in {}{way}",
        format::whole(from),
        view.since.label(),
        format::whole(to),
        view.year.label()
    );
    if view.unit == Unit::Rate {
        let rate = |n, children| {
            format::rate_cell(stats::rate(Cell::from_count(Count::exact(n)), Some(children)))
        };
        sentence.push_str(&format!(
            " That is {} and {} for every 10,000 children.",
            rate(from, of),
            rate(to, among)
        ));
    }
    sentence
}
