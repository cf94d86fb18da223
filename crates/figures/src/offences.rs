//! The split by offence: complete for a measure of several Home Office codes, fragments for the NSPCC figures.

use super::ages::{bar, notes, published_parts};
use super::{Bar, BarsFigure, LeftOut, View, titles};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure};
use cyberflag_data::domain::{Area, Unit};

/// Offences by kind for the view's area and year; `None` where no split was published.
pub fn offences(data: &Dataset, view: &View) -> Option<BarsFigure> {
    if data.columns(view.measure).len() > 1 {
        return Some(official(data, view, view.area()));
    }
    let (area, rows) = published_offences(data, view)?;
    let label = |b: &Breakdown| match b {
        Breakdown::Offence(name) => super::bars::capital(name),
        _ => String::new(),
    };
    Some(BarsFigure {
        title: format!("Kinds of offence, {}, {}", data.area_name(area), view.year.label()),
        subtitle: titles::what(data, view.measure, Unit::Count),
        unit: "offences recorded",
        bars: rows.iter().map(|f| bar(&label(&f.breakdown), f)).collect(),
        notes: notes("Only these offences were published; they do not add up to the total.", &rows),
        left_out: LeftOut::default(),
        first_column: "Offence",
        more: "",
    })
}

/// The published rows behind [`offences`] of the NSPCC's measures, in the order of its bars, and the
/// area they are about. The split of the Home Office's is in `Dataset::offence_reading`.
pub fn published_offences<'a>(data: &'a Dataset, view: &View) -> Option<(Area, Vec<&'a Figure>)> {
    published_parts(data, view, |b| matches!(b, Breakdown::Offence(_)))
}

fn official(data: &Dataset, view: &View, area: Area) -> BarsFigure {
    let total = data.reading(view.measure, area, view.year).cell.count();
    let whole = total.map_or(0, |c| c.n);
    let columns = data.columns(view.measure).into_iter();
    let bars: Vec<Bar> = columns
        .filter_map(|i| Some((i, data.offences.get(i)?)))
        .map(|(i, offence)| {
            let cell = data.offence_reading(i, area, view.year).cell;
            let share = cell.count().and_then(|c| stats::share(c.n, whole));
            let share = share.map(|s| format!(" ({})", format::per_cent(s))).unwrap_or_default();
            Bar {
                label: format!("{} ({})", offence.title, offence.code),
                value: cell.count().map(|c| f64::from(c.n)),
                text: format!("{}{share}", format::count_cell(cell)),
                why: cell.why(),
                ..Bar::default()
            }
        })
        .collect();
    let [number] = titles::in_words([bars.len()]);
    BarsFigure {
        title: format!(
            "The {number} offence codes, {}, {}",
            data.area_name(area),
            view.year.label()
        ),
        subtitle: match total {
            Some(total) => format!("{} offences recorded, online or not", format::count(total)),
            None => "Offences recorded, online or not".to_owned(),
        },
        unit: "offences recorded",
        bars: super::bars::largest_first(bars),
        notes: vec![
            "These are all offences of each code, online or not: the table does not say which involved the internet.".to_owned(),
        ],
        left_out: LeftOut::default(),
        first_column: "Offence (Home Office code)",
        more: "",
    }
}
