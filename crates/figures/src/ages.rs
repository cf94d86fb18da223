//! Ages of victims, where the source recorded them.

use super::doubt::after_number;
use super::{Bar, BarsFigure, LeftOut, View, titles};
use crate::scale::format;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure};
use cyberflag_data::domain::Area;

/// The ages published for the view's area and year; `None` where none were.
///
/// Groups overlap and leave ages out, so their bars never add up to a total.
pub fn ages(data: &Dataset, view: &View) -> Option<BarsFigure> {
    let (area, rows) = published_ages(data, view)?;
    let bars: Vec<Bar> = rows.iter().map(|f| bar(&age_text(&f.breakdown), f)).collect();
    let name = &data.measure(view.measure).name;
    Some(BarsFigure {
        title: title(&rows, &view.year.label()),
        subtitle: format!(
            "{name}, {}, by age of the child where it was recorded",
            data.area_name(area)
        ),
        unit: "offences recorded",
        bars,
        notes: notes(
            "Only these ages were published. Many records have no age, so the bars do not add up to the total.",
            &rows,
        ),
        left_out: LeftOut::default(),
        first_column: "Age of the child",
        more: "",
    })
}

/// What is seen: one year of age with more offences than anything else that was published; or only what
/// is shown, where that is a group of ages, shared, or all there is.
fn title(rows: &[&Figure], year: &str) -> String {
    let count = |f: &&&Figure| f.cell().count().map_or(0, |c| c.n);
    let most = rows.iter().max_by_key(count);
    if let Some((top, Breakdown::Age { from, to })) = most.map(|f| (f, &f.breakdown))
        && from == to
        && rows.iter().filter(|f| count(f) >= count(&top)).count() == 1
        && rows.len() > 1
    {
        let [age] = titles::in_words([usize::from(*from)]);
        return format!("Of the ages published, {age} was recorded most often in {year}");
    }
    format!("Age of the child, {year}")
}

/// The published rows behind [`ages`], in the order of its bars, and the area they are about.
pub fn published_ages<'a>(data: &'a Dataset, view: &View) -> Option<(Area, Vec<&'a Figure>)> {
    published_parts(data, view, |b| matches!(b, Breakdown::Age { .. }))
}

/// The preferred rows of a part of the NSPCC figures: for the chosen force or, where none were
/// published for it, for England and Wales; `None` where there are none at all.
pub(super) fn published_parts<'a>(
    data: &'a Dataset,
    view: &View,
    wanted: fn(&Breakdown) -> bool,
) -> Option<(Area, Vec<&'a Figure>)> {
    if data.measure(view.measure).is_official() {
        return None;
    }
    [view.area(), Area::EnglandAndWales].into_iter().find_map(|area| {
        let mut rows: Vec<&Figure> = Vec::new();
        for f in &data.figures {
            let here = f.measure == view.measure
                && f.area == area
                && f.period.financial_year() == Some(view.year)
                && wanted(&f.breakdown);
            // Figures are sorted, the preferred publication first.
            if here && !rows.last().is_some_and(|last| last.same_figure(f)) {
                rows.push(f);
            }
        }
        (!rows.is_empty()).then_some((area, rows))
    })
}

/// A bar of one published row.
pub(super) fn bar(label: &str, row: &Figure) -> Bar {
    let cell = row.cell();
    Bar {
        label: label.to_owned(),
        value: cell.count().map(|c| f64::from(c.n)),
        text: format::count_cell(cell),
        why: cell.why(),
        ..Bar::default()
    }
}

/// A general note, then what the rows themselves say.
pub(super) fn notes(general: &str, rows: &[&Figure]) -> Vec<String> {
    let mut notes = vec![general.to_owned()];
    for row in rows {
        let said = &row.note;
        if !said.is_empty() && !notes.iter().any(|n| n.ends_with(&format!("{said}."))) {
            notes.push(format!("{}: {said}.", part_text(&row.breakdown)));
        }
        if row.doubt.is_some() {
            let doubt = after_number(row.doubt.as_ref());
            notes.push(format!("{}:{doubt}", part_text(&row.breakdown)));
        }
    }
    notes
}

fn part_text(part: &Breakdown) -> String {
    match part {
        Breakdown::Offence(offence) => super::bars::capital(offence),
        other => super::bars::capital(&age_text(other)),
    }
}

/// `13`, `10 or under`, `12 to 15`.
fn age_text(part: &Breakdown) -> String {
    match part {
        Breakdown::Age { from, to } if from == to => format!("{from} years old"),
        Breakdown::Age { from: 0, to } => format!("{to} or under"),
        Breakdown::Age { from, to } => format!("{from} to {to}"),
        Breakdown::Total => "all ages".to_owned(),
        Breakdown::Offence(offence) => offence.clone(),
    }
}
