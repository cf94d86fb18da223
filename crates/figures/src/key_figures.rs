//! The key figures of a view, for pictures.

use super::View;
use super::display_value::rate;
use super::doubt::after_number;
use super::ranking::{change_on_year_before, change_text};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Dataset, Figure, Reading};
use cyberflag_data::domain::{Area, Cell, Tenths, Unit, Why};

#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The number as text.
    pub value: String,
    /// What stands behind it.
    pub note: String,
}

/// Total, change, a day (or rate) and coverage of a view: always about England and Wales.
pub fn key_figures(data: &Dataset, view: &View) -> Vec<KeyFigure> {
    let total = data.reading(view.measure, Area::EnglandAndWales, view.year);
    vec![
        total_figure(view, &total),
        change_figure(data, view, &total),
        pace_figure(data, view, &total),
        coverage_figure(data, view, &total),
    ]
}

fn total_figure(view: &View, total: &Reading<'_>) -> KeyFigure {
    let note = match (total.cell.why(), total.forces) {
        (Some(why), _) => why.sentence().to_owned(),
        (None, Some(43)) => "All 43 forces.".to_owned(),
        (None, Some(n)) => format!("From {n} of 43 forces. The others are not in it."),
        (None, None) => "The source does not say how many forces it covers.".to_owned(),
    };
    let text = |f: &Figure| {
        let mark = if f.doubt.is_some() { " (doubted)" } else { "" };
        format!("{}{mark}", format::count_cell(f.cell()))
    };
    let others: Vec<String> = total.other_values().map(text).fold(Vec::new(), |mut seen, text| {
        if !seen.contains(&text) {
            seen.push(text);
        }
        seen
    });
    let also = if others.is_empty() {
        String::new()
    } else {
        format!(" Also published: {}.", others.join(", "))
    };
    KeyFigure {
        label: format!("Recorded in England and Wales, {}", view.year.label()),
        value: format::count_cell(total.cell),
        note: format!("{note}{}{also}", after_number(total.doubt())),
    }
}

fn change_figure(data: &Dataset, view: &View, total: &Reading<'_>) -> KeyFigure {
    let change = change_on_year_before(data, view, Area::EnglandAndWales);
    let note = match (change, total.forces) {
        (Cell::Value(c), Some(forces)) => {
            let printed = total.rows.first().and_then(|f| f.printed_change);
            format!(
                "From {} to {}, {forces} forces in each year.{}",
                format::whole(c.from),
                format::whole(c.to),
                printed.map_or(String::new(), |p| as_published(&printed_change_text(p)))
            )
        }
        (blank, _) => blank.why().map_or("", Why::sentence).to_owned(),
    };
    KeyFigure {
        label: format!("Change since {}", view.year.previous().label()),
        value: change_text(change),
        note,
    }
}

/// How the source itself prints a number that is computed here.
fn as_published(text: &str) -> String {
    format!(" As published: {text}.")
}

/// `up 44%`, as the source prints it, without further rounding.
fn printed_change_text(change: Tenths) -> String {
    let percent = change.value();
    if percent == 0.0 {
        return "no change".to_owned();
    }
    let way = if percent > 0.0 { "up" } else { "down" };
    format!("{way} {}%", format::plain(percent.abs()))
}

fn pace_figure(data: &Dataset, view: &View, total: &Reading<'_>) -> KeyFigure {
    if view.unit == Unit::Rate {
        let rate = rate(data, view, Area::EnglandAndWales, total);
        return KeyFigure {
            label: "For every 10,000 children aged 0 to 17".to_owned(),
            value: format::rate_cell(rate),
            note: match data.children(Area::EnglandAndWales, view.year) {
                Some(n) if rate.is_known() => format!(
                    "{} children lived in England and Wales in mid-{} (ONS).",
                    format::whole(n),
                    view.year.start()
                ),
                _ => rate.why().map_or("", Why::sentence).to_owned(),
            },
        };
    }
    let pace = total.cell.count().and_then(|c| stats::per_day(c.n, view.year.days()));
    KeyFigure {
        label: "A day, on average".to_owned(),
        value: pace.map_or("no published figure".to_owned(), format::decimal),
        note: match pace {
            Some(_) => {
                let printed = total.rows.first().and_then(|f| f.printed_per_day);
                let printed = printed.map_or(String::new(), |n| {
                    as_published(&format!("{} a day", format::plain(n.value())))
                });
                format!("Offences recorded, over {} days.{printed}", view.year.days())
            }
            None => total.cell.why().map_or("", Why::sentence).to_owned(),
        },
    }
}

fn coverage_figure(data: &Dataset, view: &View, total: &Reading<'_>) -> KeyFigure {
    let known = data.known_forces(view.measure, view.year);
    let reached = match total.forces {
        Some(n) if !data.measure(view.measure).is_official() => {
            format!(
                "The total covers {n} of 43, but not every force\u{2019}s figure was published."
            )
        }
        _ if data.measure(view.measure).is_official() => {
            "The Home Office publishes a figure for every force.".to_owned()
        }
        _ => "A blank means that no published figure was found.".to_owned(),
    };
    KeyFigure {
        label: "Forces with a published figure".to_owned(),
        value: format!("{known} of 43"),
        note: reached,
    }
}
