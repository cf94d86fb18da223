//! Pinned forces through the years: a line each, its name at its end. No line crosses a gap or a
//! change of counting.

use super::columns::{BOTTOM, HEIGHT, TOP, axis, draw_break, steps, year_names};
use super::events::{draw_events, events_row};
use super::scene::TextStyle;
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::CompareFigure;
use crate::Line;
use crate::geo::Rect;
use crate::scale::Linear;

/// Least distance between two names at the right.
const NAME: f64 = 16.0;

/// Draws the comparison.
pub fn compare(figure: &CompareFigure, surface: &Surface<'_>) -> Scene {
    compare_of(figure, surface, HEIGHT + events_row(&figure.events))
}

/// The same in a height of its own, at least that of the text above and below the lines.
pub fn compare_of(figure: &CompareFigure, surface: &Surface<'_>, height: f64) -> Scene {
    let under = BOTTOM + events_row(&figure.events);
    let bottom = height.max(2.0 * (TOP + under));
    let base = bottom - under;
    let mut scene = Scene { width: surface.width, height: bottom, ..Scene::default() };
    let values = figure.lines.iter().flat_map(|l| &l.points).filter_map(|p| p.value);
    let scale = Linear::new(values.fold(0.0, f64::max), base - TOP, steps(base));
    let widths = figure.lines.iter().map(|l| surface.measure.width(&l.name, Surface::SMALL, true));
    let right = (widths.fold(0.0, f64::max) + 8.0).min(surface.width * 0.35);
    let left = axis(&mut scene, &scale, base, surface);
    let step = ((surface.width - right - left) / figure.years.len().max(1) as f64).max(1.0);
    let middle = |i: usize| left + (i as f64 + 0.5) * step;
    let height = |value: f64| base - scale.position(value);
    for (i, name) in year_names(&figure.years, step, surface).into_iter().enumerate() {
        let style = TextStyle { size: Surface::SMALL, bold: false, tone: Tone::Muted };
        if let Some(name) = name {
            scene.text((middle(i), bottom - BOTTOM / 2.0), Anchor::Middle, style, &name);
        }
    }
    for index in &figure.breaks {
        draw_break(&mut scene, (left + *index as f64 * step, base), surface);
    }
    draw_events(&mut scene, &figure.events, (left, step, base), surface);
    for line in &figure.lines {
        draw_line(&mut scene, line, &figure.breaks, &|i, v| (middle(i), height(v)));
    }
    names(&mut scene, figure, surface, (right, base), &height);
    hits(&mut scene, figure, left, step);
    scene
}

fn draw_line(
    scene: &mut Scene,
    line: &Line,
    breaks: &[usize],
    position: &dyn Fn(usize, f64) -> (f64, f64),
) {
    let tone = Tone::Pin(line.slot);
    let mut run: Vec<(f64, f64)> = Vec::new();
    for (i, point) in line.points.iter().enumerate() {
        if !run.is_empty() && (point.value.is_none() || breaks.contains(&i)) {
            scene.add(Shape::Line(std::mem::take(&mut run)), tone);
        }
        run.extend(point.value.map(|value| position(i, value)));
    }
    if !run.is_empty() {
        scene.add(Shape::Line(run), tone);
    }
}

/// Names at the right, pushed apart where they would overlap.
fn names(
    scene: &mut Scene,
    figure: &CompareFigure,
    surface: &Surface<'_>,
    (right, base): (f64, f64),
    height: &dyn Fn(f64) -> f64,
) {
    let mut taken: Vec<f64> = Vec::new();
    for line in &figure.lines {
        let last = line.points.iter().rev().find_map(|p| p.value).unwrap_or(0.0);
        // Not `clamp`, which panics where the scene is lower than a name.
        let mut y = height(last).min(base).max(NAME);
        while taken.iter().any(|t| (t - y).abs() < NAME) && y > NAME {
            y -= 2.0;
        }
        taken.push(y);
        let style = TextStyle { size: Surface::SMALL, bold: true, tone: Tone::Pin(line.slot) };
        let name = surface.fit(&line.name, right - 8.0, Surface::SMALL, true);
        scene.text((surface.width - right + 8.0, y), Anchor::Start, style, &name);
    }
}

/// One area for each year, labelled with every pinned force's number.
fn hits(scene: &mut Scene, figure: &CompareFigure, left: f64, step: f64) {
    for (i, year) in figure.years.iter().enumerate() {
        let numbers: Vec<String> = figure
            .lines
            .iter()
            .filter_map(|l| Some(format!("{} {}", l.name, l.points.get(i)?.text)))
            .collect();
        scene.hits.push(Hit {
            rect: Rect::new(left + i as f64 * step, 0.0, step, scene.height),
            label: format!("{}: {}", year.label(), numbers.join(", ")),
            force: None,
            year: Some(*year),
        });
    }
}
