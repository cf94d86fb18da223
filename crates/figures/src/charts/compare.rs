//! Forces through the years: each a thin line, the compared ones in colour with their names at the end,
//! England and Wales dashed. No line crosses a gap or a change of counting.

use super::columns::{BOTTOM, axis, steps, top};
use super::events::{apart, draw_events, events_row};
use super::scene::TextStyle;
use super::years_axis::{draw_break, year_names};
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::CompareFigure;
use crate::geo::Rect;
use crate::scale::Linear;

const HEIGHT: f64 = 320.0;
/// Height of a line of a name at the right.
const LINE: f64 = 15.0;
/// Between the last year and the names.
const GAP: f64 = 10.0;
/// The part of the width that names may take.
const NAMES: f64 = 0.36;
const POINT: f64 = 3.0;

/// A line, its numbers by year, and how it is drawn.
struct Drawn<'a> {
    /// Its name, with its last number; empty for a line that has none.
    name: String,
    values: Vec<Option<f64>>,
    breaks: &'a [usize],
    width: f64,
    tone: Tone,
}

/// Draws the comparison.
pub fn compare(figure: &CompareFigure, surface: &Surface<'_>) -> Scene {
    compare_of(figure, surface, HEIGHT + events_row(&figure.events))
}

/// The same in a height of its own, at least that of the text above and below the lines.
pub fn compare_of(figure: &CompareFigure, surface: &Surface<'_>, height: f64) -> Scene {
    let under = BOTTOM + events_row(&figure.events);
    let above = top(&figure.breaks);
    let height = height.max(above + 2.0 * under);
    let base = height - under;
    let mut scene = Scene { width: surface.width, height, ..Scene::default() };
    let lines = lines(figure);
    let values = lines.iter().flat_map(|l| l.values.iter().flatten());
    let most = values.copied().fold(0.0, f64::max);
    let scale = Linear::new(most, base - above, steps(base - above));
    let width = |l: &Drawn<'_>| surface.measure.width(&l.name, Surface::SMALL, true);
    let right = lines.iter().map(width).fold(0.0, f64::max).min(surface.width * NAMES) + GAP;
    let left = axis(&mut scene, &scale, base, surface);
    let step = ((surface.width - right - left) / figure.years.len().max(1) as f64).max(1.0);
    let at = |i: usize, value: f64| (left + (i as f64 + 0.5) * step, base - scale.position(value));
    for index in &figure.breaks {
        draw_break(&mut scene, (left + *index as f64 * step, base), &figure.break_label, surface);
    }
    for (i, name) in year_names(&figure.years, None, step, surface).into_iter().enumerate() {
        if let Some(name) = name {
            let foot = (at(i, 0.0).0, height - BOTTOM / 2.0);
            scene.middle(foot, TextStyle::muted(Surface::SMALL), &name, surface);
        }
    }
    draw_events(&mut scene, &figure.events, (left, step, base), surface);
    for line in &lines {
        draw_line(&mut scene, line, &at);
    }
    names(&mut scene, &lines, surface, (right - GAP, above, base - LINE / 2.0), &at);
    hits(&mut scene, figure, left, step);
    scene
}

/// What is drawn, back to front.
fn lines(figure: &CompareFigure) -> Vec<Drawn<'_>> {
    // The others step back where some stand in front of them.
    let (width, tone) =
        if figure.lines.is_empty() { (0.75, Tone::Edge) } else { (1.0, Tone::Grid) };
    let breaks = figure.breaks.as_slice();
    let plain = |values: &Vec<Option<f64>>| Drawn {
        name: String::new(),
        values: values.clone(),
        breaks,
        width,
        tone,
    };
    let named = |name: &str, points: &[crate::DisplayValue], tone| {
        let last = points.last().filter(|p| p.value.is_some());
        let name = last.map_or(name.to_owned(), |p| format!("{name} {}", p.text));
        let values = points.iter().map(|p| p.value).collect();
        Drawn { name, values, breaks, width: 2.0, tone }
    };
    let mut lines: Vec<Drawn<'_>> = figure.others.iter().map(plain).collect();
    let all = figure.whole.as_ref();
    lines.extend(all.map(|whole| named(&whole.name, &whole.points, Tone::Text)));
    lines.extend(figure.lines.iter().map(|l| named(&l.name, &l.points, Tone::Pin(l.colour))));
    lines
}

fn draw_line(scene: &mut Scene, line: &Drawn<'_>, at: &dyn Fn(usize, f64) -> (f64, f64)) {
    let Drawn { values, tone, .. } = line;
    let mut run: Vec<(f64, f64)> = Vec::new();
    for (i, value) in values.iter().enumerate() {
        if value.is_none() || line.breaks.contains(&i) {
            end(scene, &mut run, line);
        }
        if let Some(value) = value {
            let point = at(i, *value);
            if matches!(tone, Tone::Pin(_)) {
                scene.dot(point, POINT, *tone);
            }
            run.push(point);
        }
    }
    end(scene, &mut run, line);
}

/// Draws a part of a line between two gaps; a single point as a dot.
fn end(scene: &mut Scene, run: &mut Vec<(f64, f64)>, line: &Drawn<'_>) {
    let points = std::mem::take(run);
    match points.as_slice() {
        [] => {}
        [one] => scene.dot(*one, POINT, line.tone),
        _ => {
            let dashed = line.tone == Tone::Text;
            scene.add(Shape::Line { points, width: line.width, dashed }, line.tone);
        }
    }
}

/// Names at the right, each near the end of its line, pushed apart where they would overlap.
fn names(
    scene: &mut Scene,
    lines: &[Drawn<'_>],
    surface: &Surface<'_>,
    (room, top, base): (f64, f64, f64),
    at: &dyn Fn(usize, f64) -> (f64, f64),
) {
    // From the top down.
    let mut placed: Vec<(f64, Vec<String>, Tone)> = Vec::new();
    for line in lines.iter().filter(|l| !l.name.is_empty()) {
        let last = line.values.iter().rev().find_map(|v| *v).unwrap_or(0.0);
        let (y, text) = (at(0, last).1, surface.wrap(&line.name, room, Surface::SMALL, true, 2));
        let place = placed.iter().take_while(|(other, ..)| *other <= y).count();
        placed.insert(place, (y, text, line.tone));
    }
    let deepest = placed.iter().map(|(_, text, _)| text.len()).max().unwrap_or(0);
    let wanted: Vec<f64> = placed.iter().map(|(y, ..)| *y).collect();
    let apart = apart(&wanted, LINE * deepest as f64 + 1.0, (top, base));
    for (y, (_, text, tone)) in apart.into_iter().zip(placed) {
        let style = TextStyle { size: Surface::SMALL, bold: true, tone };
        let first = y - LINE * (text.len().saturating_sub(1)) as f64 / 2.0;
        for (i, line) in text.iter().enumerate() {
            let at = (surface.width - room, first + LINE * i as f64);
            scene.text(at, Anchor::Start, style, line);
        }
    }
}

/// One area for each year, labelled with every number that has a name.
fn hits(scene: &mut Scene, figure: &CompareFigure, left: f64, step: f64) {
    for (i, year) in figure.years.iter().enumerate() {
        let whole = figure.whole.iter().map(|w| (&w.name, &w.points));
        let named = figure.lines.iter().map(|l| (&l.name, &l.points)).chain(whole);
        let numbers: Vec<String> =
            named.filter_map(|(n, points)| Some(format!("{n} {}", points.get(i)?.text))).collect();
        scene.hits.push(Hit {
            rect: Rect::new(left + i as f64 * step, 0.0, step, scene.height),
            label: format!("{}: {}", year.label(), numbers.join(", ")),
            force: None,
            year: Some(*year),
        });
    }
}
