//! Upright columns, one a year, on an axis from zero. Gaps and breaks are drawn, never bridged.

use super::events::{draw_events, events_row};
use super::scene::TextStyle;
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::YearColumn;
use crate::YearsFigure;
use crate::geo::Rect;
use crate::scale::{Linear, format};
use cyberflag_data::domain::FinancialYear;

pub(super) const HEIGHT: f64 = 280.0;
pub(super) const TOP: f64 = 40.0;
pub(super) const BOTTOM: f64 = 28.0;
const GAP_HEIGHT: f64 = 28.0;

/// Draws the years of a series.
pub fn columns(figure: &YearsFigure, surface: &Surface<'_>) -> Scene {
    columns_of(figure, surface, HEIGHT + events_row(&figure.events))
}

/// The same in a height of its own, at least that of the text above and below the columns.
pub fn columns_of(figure: &YearsFigure, surface: &Surface<'_>, height: f64) -> Scene {
    let bottom = BOTTOM + events_row(&figure.events);
    let height = height.max(TOP + bottom + GAP_HEIGHT);
    let base = height - bottom;
    let mut scene = Scene { width: surface.width, height, ..Scene::default() };
    let most = figure.columns.iter().filter_map(|c| c.display.most()).fold(0.0, f64::max);
    let scale = Linear::new(most, base - TOP, steps(base));
    let left = axis(&mut scene, &scale, base, surface);
    let step = (surface.width - left) / figure.columns.len().max(1) as f64;
    let years: Vec<FinancialYear> = figure.columns.iter().map(|c| c.year).collect();
    let names = year_names(&years, step, surface);
    for (i, column) in figure.columns.iter().enumerate() {
        let slot = (left + i as f64 * step, step);
        let beside = figure.columns.iter().skip(i.saturating_sub(1)).take(3);
        let crest = beside.filter_map(|c| c.display.most()).fold(0.0, f64::max);
        draw_column(&mut scene, column, (slot, base), &scale, surface, scale.position(crest));
        if let Some(Some(name)) = names.get(i) {
            let tone = if column.chosen { Tone::Text } else { Tone::Muted };
            let style = TextStyle { size: Surface::SMALL, bold: column.chosen, tone };
            let half = surface.measure.width(name, Surface::SMALL, true) / 2.0;
            let middle = (slot.0 + step / 2.0).min(surface.width - half).max(half);
            scene.text((middle, height - BOTTOM / 2.0), Anchor::Middle, style, name);
        }
        scene.hits.push(Hit {
            rect: Rect::new(slot.0, 0.0, step, height),
            label: spoken(column),
            force: None,
            year: Some(column.year),
        });
    }
    for index in &figure.breaks {
        draw_break(&mut scene, (left + *index as f64 * step, base), surface);
    }
    draw_events(&mut scene, &figure.events, (left, step, base), surface);
    scene
}

/// Steps of an axis at a height: a grid line every 40 to 45 pixels.
pub(super) fn steps(base: f64) -> usize {
    ((base - TOP) / 42.0).clamp(3.0, 8.0) as usize
}

fn spoken(column: &YearColumn) -> String {
    let why = column.display.why.map_or(String::new(), |w| format!(". {}", w.sentence()));
    format!("{}: {}{why}", column.year.label(), column.display.with_range())
}

/// Draws ticks and grid lines above an axis at the height `base`; returns the left end of the plot.
pub(super) fn axis(scene: &mut Scene, scale: &Linear, base: f64, surface: &Surface<'_>) -> f64 {
    let names: Vec<(f64, String)> =
        scale.ticks().iter().map(|t| (base - scale.position(*t), format::plain(*t))).collect();
    let width = |name: &str| surface.measure.width(name, Surface::SMALL, false);
    let left = names.iter().map(|(_, n)| width(n)).fold(0.0, f64::max).ceil() + 8.0;
    let style = TextStyle { size: Surface::SMALL, bold: false, tone: Tone::Muted };
    for (i, (y, name)) in names.iter().enumerate() {
        let tone = if i == 0 { Tone::Muted } else { Tone::Grid };
        scene.rect(Rect::new(left, *y, surface.width - left, 1.0), tone);
        scene.text((left - 8.0, *y), Anchor::End, style, name);
    }
    left
}

fn draw_column(
    scene: &mut Scene,
    column: &YearColumn,
    ((x, step), base): ((f64, f64), f64),
    scale: &Linear,
    surface: &Surface<'_>,
    crest: f64,
) {
    let width = (step * 0.7).clamp(2.0, 64.0);
    let left = x + (step - width) / 2.0;
    let tone = if column.chosen { Tone::Chosen } else { Tone::Mark };
    let Some(value) = column.display.value else {
        let tone = if column.chosen { Tone::Chosen } else { Tone::Muted };
        scene.add(Shape::Gap(Rect::new(left, base - GAP_HEIGHT, width, GAP_HEIGHT)), tone);
        return;
    };
    let height = scale.position(value);
    scene.rect(Rect::new(left, base - height, width, height.max(1.0)), tone);
    let mut top = base - height;
    if let Some(range) = &column.display.range {
        let (low, high) = range.ends;
        let at = |number| (x + step / 2.0, base - scale.position(number));
        top = at(high).1;
        scene.add(Shape::Range { from: at(high), to: at(low) }, Tone::Text);
    }
    let text = &column.display.text;
    if column.chosen || surface.measure.width(text, Surface::SMALL, true) <= step - 2.0 {
        let tone = if column.chosen { Tone::Chosen } else { Tone::Text };
        let style = TextStyle { size: Surface::SMALL, bold: column.chosen, tone };
        let half = surface.measure.width(text, Surface::SMALL, true) / 2.0;
        let middle = (x + step / 2.0).min(surface.width - half).max(half);
        // A number wider than its column is written above its neighbours, never across them.
        let clear = if half * 2.0 > step { base - crest } else { top };
        scene.text((middle, top.min(clear) - 9.0), Anchor::Middle, style, text);
    }
}

pub(super) fn draw_break(scene: &mut Scene, (x, base): (f64, f64), surface: &Surface<'_>) {
    let (from, to) = ((x, 18.0), (x, base));
    scene.add(Shape::Dashes { from, to }, Tone::Text);
    let style = TextStyle { size: Surface::SMALL, bold: false, tone: Tone::Text };
    let text = "counting changed";
    let half = surface.measure.width(text, Surface::SMALL, false) / 2.0;
    let middle = x.min(surface.width - half).max(half);
    scene.text((middle, 9.0), Anchor::Middle, style, text);
}

/// The longest form of the years' names that fits, or every second one.
pub(super) fn year_names(
    years: &[FinancialYear],
    step: f64,
    surface: &Surface<'_>,
) -> Vec<Option<String>> {
    let short = |y: FinancialYear| format!("{:02}/{:02}", y.start() % 100, (y.start() + 1) % 100);
    let fits =
        |text: &str, room: f64| surface.measure.width(text, Surface::SMALL, true) + 4.0 <= room;
    if years.iter().all(|y| fits(&y.label(), step)) {
        return years.iter().map(|y| Some(y.label())).collect();
    }
    // The last name is moved to the left where it would stand out over the edge.
    let over =
        |name: &str| (surface.measure.width(name, Surface::SMALL, true) - step).max(0.0) / 2.0;
    let room = |name: &str, n: usize| step * n as f64 - over(name);
    let fit = |n: &usize| years.iter().map(|y| short(*y)).all(|name| fits(&name, room(&name, *n)));
    let every = (1..=8).find(fit).unwrap_or(8);
    let last = years.len().saturating_sub(1);
    let named = |i: usize| (last - i).is_multiple_of(every);
    years.iter().enumerate().map(|(i, y)| named(i).then(|| short(*y))).collect()
}
