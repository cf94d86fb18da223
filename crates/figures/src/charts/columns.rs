//! Upright columns, one a year, on an axis from zero. Gaps and breaks are drawn, never bridged.

use super::events::{draw_events, events_row};
use super::scene::TextStyle;
use super::years_axis::{draw_break, year_names};
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::YearColumn;
use crate::YearsFigure;
use crate::geo::Rect;
use crate::scale::{Linear, format};
use cyberflag_data::domain::FinancialYear;

pub(super) const HEIGHT: f64 = 280.0;
pub(super) const BOTTOM: f64 = 28.0;
/// Above the highest column, and more of it for the words of a break.
const TOP: f64 = 24.0;
const BREAK: f64 = 26.0;
/// The box of a year without a number: never higher than a column.
const GAP: [f64; 2] = [3.0, 14.0];
/// A line of what a total covers, under its year.
const LINE: f64 = 14.0;
/// A plot that is lower needs the room for itself.
const LEAST: f64 = 90.0;

/// Draws the years of a series.
pub fn columns(figure: &YearsFigure, surface: &Surface<'_>) -> Scene {
    columns_of(figure, surface, HEIGHT + rows_under(figure, surface))
}

/// Height of what stands under the names of the years: days, and how many forces a total covers.
pub fn rows_under(figure: &YearsFigure, surface: &Surface<'_>) -> f64 {
    let lines = covers(figure, surface).iter().map(Vec::len).max().unwrap_or(0);
    events_row(&figure.events) + LINE * lines as f64
}

/// The same in a height of its own, at least that of the text above and below the columns.
pub fn columns_of(figure: &YearsFigure, surface: &Surface<'_>, height: f64) -> Scene {
    let (mut covers, top) = (covers(figure, surface), top(&figure.breaks));
    let mut bottom = BOTTOM + rows_under(figure, surface);
    if height - top - bottom < LEAST {
        covers.clear();
        bottom = BOTTOM + events_row(&figure.events);
    }
    let height = height.max(top + bottom + 2.0 * GAP[1]);
    let base = height - bottom;
    let mut scene = Scene { width: surface.width, height, ..Scene::default() };
    let most = figure.columns.iter().filter_map(|c| c.display.most()).fold(0.0, f64::max);
    let scale = Linear::new(most, base - top, steps(base - top));
    let left = axis(&mut scene, &scale, base, surface);
    let step = (surface.width - left) / figure.columns.len().max(1) as f64;
    for index in &figure.breaks {
        draw_break(&mut scene, (left + *index as f64 * step, base), &figure.break_label, surface);
    }
    let years: Vec<FinancialYear> = figure.columns.iter().map(|c| c.year).collect();
    let chosen = figure.columns.iter().position(|c| c.chosen);
    let names = year_names(&years, chosen, step, surface);
    let plot = Plot {
        columns: &figure.columns,
        left,
        step,
        base,
        gap: gap(figure, &scale),
        all: all_fit(figure, step, surface),
    };
    for (i, column) in figure.columns.iter().enumerate() {
        let x = left + i as f64 * step;
        draw_column(&mut scene, column, x, &plot, &scale, surface);
        let name = names.get(i).and_then(Option::as_deref);
        let lines = covers.get(i).into_iter().flatten().map(String::as_str);
        let under = base + events_row(&figure.events) + BOTTOM / 2.0;
        let tone = if column.chosen { Tone::Text } else { Tone::Muted };
        let mut style = TextStyle { size: Surface::SMALL, bold: column.chosen, tone };
        if let Some(name) = name {
            scene.middle((x + step / 2.0, under), style, name, surface);
        }
        (style.bold, style.tone) = (false, Tone::Muted);
        for (line, text) in lines.enumerate() {
            let y = under + LINE * (line + 1) as f64;
            scene.middle((x + step / 2.0, y), style, text, surface);
        }
        scene.hits.push(Hit {
            rect: Rect::new(x, 0.0, step, height),
            label: spoken(column),
            force: None,
            year: Some(column.year),
        });
    }
    draw_events(&mut scene, &figure.events, (left, step, base), surface);
    scene
}

/// Free above the plot.
pub(super) fn top(breaks: &[usize]) -> f64 {
    if breaks.is_empty() { TOP } else { TOP + BREAK }
}

/// Steps of an axis in a height: a grid line every 40 to 60 pixels.
pub(super) fn steps(height: f64) -> usize {
    (height / 44.0).clamp(2.0, 6.0) as usize
}

/// Where columns stand.
struct Plot<'a> {
    columns: &'a [YearColumn],
    /// Where the axis ends.
    left: f64,
    /// From one to the next.
    step: f64,
    /// Their foot.
    base: f64,
    /// Height of the box of a gap.
    gap: f64,
    /// Every number fits over its column; else only that of the chosen year is written.
    all: bool,
}

impl Plot<'_> {
    /// The largest number of the columns between two places.
    fn most(&self, from: f64, to: f64) -> f64 {
        let index = |x: f64| ((x - self.left) / self.step).max(0.0) as usize;
        let (first, last) = (index(from), index(to));
        let within = self.columns.iter().take(last + 1).skip(first);
        within.filter_map(|c| c.display.most()).fold(0.0, f64::max)
    }
}

fn gap(figure: &YearsFigure, scale: &Linear) -> f64 {
    let values = figure.columns.iter().filter_map(|c| c.display.value);
    let least = values.map(|value| scale.position(value)).fold(f64::INFINITY, f64::min);
    least.clamp(GAP[0], GAP[1])
}

fn all_fit(figure: &YearsFigure, step: f64, surface: &Surface<'_>) -> bool {
    let known = figure.columns.iter().filter(|c| c.display.value.is_some());
    let mut texts = known.map(|c| surface.measure.width(&c.display.text, Surface::SMALL, true));
    texts.all(|width| width <= step - 2.0)
}

/// The lines of what each total covers; none where one of them does not fit.
fn covers(figure: &YearsFigure, surface: &Surface<'_>) -> Vec<Vec<String>> {
    // The axis takes about as much.
    let step = (surface.width - 46.0) / figure.columns.len().max(1) as f64;
    let lines = |text: &str| surface.wrap(text, step - 2.0, Surface::SMALL, false, 2);
    let all: Vec<Vec<String>> = figure.columns.iter().map(|c| lines(&c.covers)).collect();
    let cut = |line: &String| line.is_empty() || line.ends_with('\u{2026}');
    if all.iter().flatten().any(cut) { Vec::new() } else { all }
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
    let style = TextStyle::muted(Surface::SMALL);
    for (i, (y, name)) in names.iter().enumerate() {
        let tone = if i == 0 { Tone::Edge } else { Tone::Grid };
        scene.rect(Rect::new(left, *y, surface.width - left, 1.0), tone);
        scene.text((left - 8.0, *y), Anchor::End, style, name);
    }
    left
}

fn draw_column(
    scene: &mut Scene,
    column: &YearColumn,
    x: f64,
    plot: &Plot<'_>,
    scale: &Linear,
    surface: &Surface<'_>,
) {
    let (step, base) = (plot.step, plot.base);
    let width = (step * 0.7).clamp(2.0, 56.0);
    let (left, middle) = (x + (step - width) / 2.0, x + step / 2.0);
    let Some(value) = column.display.value else {
        if !column.blank.is_empty() {
            let top = base - plot.gap;
            scene.add(Shape::Gap(Rect::new(left, top, width, plot.gap)), Tone::Edge);
            let style = TextStyle::muted(Surface::SMALL);
            let fits = |t: &&str| surface.measure.width(t, style.size, false) <= step - 2.0;
            if let Some(text) = [column.blank, "none"].into_iter().find(fits) {
                scene.text((middle, top - 9.0), Anchor::Middle, style, text);
            }
        }
        return;
    };
    let tone = if column.chosen { Tone::Mark } else { Tone::Back };
    let height = scale.position(value).max(1.0);
    scene.rect(Rect::new(left, base - height, width, height), tone);
    if column.open && height > 4.0 && width > 5.0 {
        let inside = Rect::new(left + 2.0, base - height + 2.0, width - 4.0, height - 2.0);
        scene.rect(inside, Tone::Paper);
    }
    let mut top = base - height;
    if let Some(range) = &column.display.range {
        let (low, high) = range.ends;
        let at = |number| (middle, base - scale.position(number));
        top = at(high).1;
        scene.add(Shape::Range { from: at(high), to: at(low) }, Tone::Text);
    }
    if plot.all || column.chosen {
        let style = TextStyle { size: Surface::SMALL, bold: column.chosen, tone: Tone::Text };
        // A number wider than its column is written above its neighbours, never across them.
        let text = &column.display.text;
        let half = surface.measure.width(text, style.size, true) / 2.0;
        let at = middle.min(surface.width - half).max(plot.left + half);
        let crest = base - scale.position(plot.most(at - half, at + half));
        let y = if plot.all { top } else { top.min(crest) } - 9.0;
        scene.text((at, y), Anchor::Middle, style, text);
    }
}
