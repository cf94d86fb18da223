//! A funnel: one dot a force, the rate of England and Wales, and bands that narrow as forces grow.

use super::columns::{axis, steps};
use super::labels::Labels;
use super::scene::{TextStyle, tone_of};
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::FunnelFigure;
use crate::geo::Rect;
use crate::scale::{Linear, Log, format};

const HEIGHT: f64 = 380.0;
const BOTTOM: f64 = 46.0;
const TOP: f64 = 12.0;
const DOT: f64 = 4.0;
/// Width and height of the area that answers to a dot.
const REACH: f64 = 24.0;
/// A name outside the bands for as much of the width.
const NAME: f64 = 70.0;

/// Draws the funnel.
pub fn funnel(figure: &FunnelFigure, surface: &Surface<'_>) -> Scene {
    let mut scene = Scene { width: surface.width, height: HEIGHT, ..Scene::default() };
    let base = HEIGHT - BOTTOM;
    let dots = &figure.dots.bars;
    let children = |i: usize| dots.get(i).and_then(|d| d.other).unwrap_or(0.0);
    let (fewest, most) = (children(0), children(dots.len().saturating_sub(1)));
    let [.., widest] = figure.limits(fewest);
    let highest = dots.iter().filter_map(|d| d.value).fold(widest, f64::max);
    let up = Linear::new(highest, base - TOP, steps(base));
    let left = axis(&mut scene, &up, base, surface);
    let along = Log::new(fewest / 1.2, most * 1.2, surface.width - left);
    let height = |rate: f64| base - up.position(rate);
    let mut edges: [Vec<(f64, f64)>; 4] = Default::default();
    for (x, children) in along.points() {
        for (edge, limit) in edges.iter_mut().zip(figure.limits(children)) {
            edge.push((left + x, height(limit)));
        }
    }
    let [outer, inner, inner_top, outer_top] = edges;
    for (mut below, above, tone) in
        [(outer, outer_top, Tone::Outer), (inner, inner_top, Tone::Inner)]
    {
        below.extend(above.into_iter().rev());
        scene.add(Shape::Area(below), tone);
    }
    foot_axis(&mut scene, &along, left, base, surface);
    let level = height(figure.overall);
    let points = vec![(left, level), (surface.width, level)];
    scene.add(Shape::Line { points, width: 2.0, dashed: true }, Tone::Text);
    let places: Vec<(f64, f64)> = dots
        .iter()
        .map(|d| (left + along.position(d.other.unwrap_or(0.0)), height(d.value.unwrap_or(0.0))))
        .collect();
    let mut labels = Labels::new(Rect::new(left, 0.0, surface.width - left, base), &places, DOT);
    let whole = format!("England and Wales {}", format::decimal(figure.overall));
    let ends = [-10.0, 11.0, -25.0, 26.0].map(|off| (surface.width, level + off));
    labels.cover(Rect::new(left, level - 1.0, surface.width - left, 2.0));
    labels.line(&mut scene, &whole, (left, ends), surface);
    let chosen = dots.iter().position(|d| d.chosen);
    let outside = figure.outside().into_iter().filter(|i| Some(*i) != chosen);
    let named = chosen.into_iter().chain(outside).take((surface.width / NAME) as usize);
    for i in named {
        if let (Some(dot), Some(at)) = (dots.get(i), places.get(i)) {
            let tone = tone_of(dot, Tone::Muted);
            let style = TextStyle { size: Surface::SMALL, bold: dot.chosen, tone };
            labels.dot(&mut scene, &dot.label, *at, style, surface);
        }
    }
    for (dot, at) in dots.iter().zip(places) {
        scene.dot(at, if dot.chosen { DOT + 2.0 } else { DOT }, tone_of(dot, Tone::Mark));
        scene.hits.push(Hit {
            rect: Rect::centred(at, REACH, REACH),
            label: figure.dots.spoken(dot),
            force: dot.force,
            year: None,
        });
    }
    scene
}

/// Children along the foot, at as many round numbers as have room.
fn foot_axis(scene: &mut Scene, scale: &Log, left: f64, base: f64, surface: &Surface<'_>) {
    let style = TextStyle::muted(Surface::SMALL);
    let mut free = 0.0;
    for tick in scale.ticks() {
        let name = if tick < 1e6 {
            format::plain(tick)
        } else {
            format!("{} million", format::plain(tick / 1e6))
        };
        let x = left + scale.position(tick);
        let half = surface.measure.width(&name, style.size, false) / 2.0;
        scene.rect(Rect::new(x, base, 1.0, 5.0), Tone::Edge);
        let middle = x.min(surface.width - half);
        if middle - half >= free {
            scene.text((middle, base + 15.0), Anchor::Middle, style, &name);
            free = middle + half + 8.0;
        }
    }
    let names = ["children aged 0 to 17 who live in the area", "children in the area", "children"];
    let fits = |name: &&str| left + surface.measure.width(name, style.size, false) <= surface.width;
    if let Some(name) = names.into_iter().find(fits) {
        scene.text((left, base + 34.0), Anchor::Start, style, name);
    }
}
