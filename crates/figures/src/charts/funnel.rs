//! A funnel: one dot a force, the overall rate, and the limits that narrow as forces grow.

use super::scene::{TextStyle, tone_of};
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::FunnelFigure;
use crate::geo::Rect;
use crate::scale::{Linear, format};

const HEIGHT: f64 = 360.0;
const BOTTOM: f64 = 46.0;
const TOP: f64 = 12.0;
/// Width of one step of a limit.
const STEP: f64 = 3.0;
const DOT: f64 = 8.0;
/// Width and height of the area that answers to a dot.
const REACH: f64 = 24.0;

/// Draws the funnel.
pub fn funnel(figure: &FunnelFigure, surface: &Surface<'_>) -> Scene {
    let mut scene = Scene { width: surface.width, height: HEIGHT, ..Scene::default() };
    let base = HEIGHT - BOTTOM;
    let dots = &figure.dots.bars;
    let children = |i: usize| dots.get(i).and_then(|d| d.other).unwrap_or(0.0);
    let last = dots.len().saturating_sub(1);
    let [.., widest] = figure.limits(children(0));
    let most = dots.iter().filter_map(|d| d.value).fold(widest, f64::max);
    let up = Linear::new(most, base - TOP, 5);
    let left = level_axis(&mut scene, &up, base, surface);
    let along = Linear::new(
        children(last),
        surface.width - left - DOT,
        (surface.width / 200.0).max(2.0) as usize,
    );
    foot_axis(&mut scene, &along, left, base, surface);
    let position =
        |children: f64, rate: f64| (left + along.position(children), base - up.position(rate));
    // From the smallest force to the largest; where fewer children live the lines would run away.
    let (from, to) = (along.position(children(0)), along.position(children(last)));
    let share = |x: f64| children(last) * (x / to.max(1.0));
    let steps = ((to - from) / STEP).max(0.0) as usize;
    let mut limits: [Vec<(f64, f64)>; 4] = Default::default();
    for i in 0..=steps {
        let x = from + i as f64 * STEP;
        for (points, limit) in limits.iter_mut().zip(figure.limits(share(x))) {
            points.push((left + x, base - up.position(limit)));
        }
    }
    // The inner limits are dashed.
    for (points, dashed) in limits.into_iter().zip([false, true, true, false]) {
        scene.add(Shape::Curve { points, dashed }, Tone::Muted);
    }
    let level = base - up.position(figure.overall);
    scene.rect(Rect::new(left, level, surface.width - left, 1.0), Tone::Text);
    for dot in dots {
        let (x, y) = position(dot.other.unwrap_or(0.0), dot.value.unwrap_or(0.0));
        let tone = tone_of(dot, Tone::Mark);
        let marked = tone != Tone::Mark;
        let side = if marked { DOT * 1.5 } else { DOT };
        scene.rect(Rect::centred((x, y), side, side), tone);
        if marked {
            let half = surface.measure.width(&dot.label, Surface::SMALL, true) / 2.0;
            let middle = x.min(surface.width - half).max(left + half);
            let style = TextStyle { size: Surface::SMALL, bold: true, tone };
            scene.text((middle, (y - 14.0).max(8.0)), Anchor::Middle, style, &dot.label);
        }
        scene.hits.push(Hit {
            rect: Rect::centred((x, y), REACH, REACH),
            label: figure.dots.spoken(dot),
            force: dot.force,
            year: None,
        });
    }
    scene
}

const TICK: TextStyle = TextStyle { size: Surface::SMALL, bold: false, tone: Tone::Muted };

/// Rates at the left; returns the left end of the plot.
fn level_axis(scene: &mut Scene, scale: &Linear, base: f64, surface: &Surface<'_>) -> f64 {
    let ticks = scale.ticks();
    let names = ticks.iter().map(|t| surface.measure.width(&format::plain(*t), TICK.size, false));
    let left = names.fold(0.0, f64::max).ceil() + 8.0;
    for tick in ticks {
        let y = base - scale.position(tick);
        scene.rect(Rect::new(left, y, surface.width - left, 1.0), Tone::Grid);
        scene.text((left - 8.0, y), Anchor::End, TICK, &format::plain(tick));
    }
    left
}

/// Children along the foot.
fn foot_axis(scene: &mut Scene, scale: &Linear, left: f64, base: f64, surface: &Surface<'_>) {
    for tick in scale.ticks() {
        let x = left + scale.position(tick);
        let name = format::plain(tick);
        let half = surface.measure.width(&name, TICK.size, false) / 2.0;
        scene.rect(Rect::new(x, base, 1.0, 5.0), Tone::Muted);
        let middle = x.min(surface.width - half);
        scene.text((middle, base + 14.0), Anchor::Middle, TICK, &name);
    }
    let middle = (left + surface.width) / 2.0;
    scene.text((middle, base + 34.0), Anchor::Middle, TICK, "children aged 0 to 17");
}
