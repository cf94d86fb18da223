//! Horizontal bars, one row each: names at the left, numbers at the end of the bar.

use super::dumbbell::{dumbbell, whisker};
use super::scene::{Style, tone_of};
use super::{Anchor, Hit, Scene, Surface, Tone};
use crate::figures::{Bar, BarsFigure};
use crate::scale::Linear;

const ROW: f64 = 26.0;
const BAR: f64 = 16.0;
const LABEL_LINE: f64 = 20.0;
const GAP: f64 = 8.0;

/// Where the parts of every row stand.
struct Layout {
    /// Height of a row.
    row: f64,
    /// Left end of the bars.
    left: f64,
    /// Longest bar.
    length: f64,
    /// Lines that a name above its bar may take; 0 where names stand at the left.
    lines: usize,
}

/// Draws a chart of bars, or of dumbbells where a bar has an earlier number; its height follows from
/// the number of bars.
pub fn bars(figure: &BarsFigure, surface: &Surface<'_>) -> Scene {
    let layout = layout(figure, surface);
    let mut scene = Scene {
        width: surface.width,
        height: (figure.bars.len() as f64 * layout.row).max(ROW),
        ..Scene::default()
    };
    let most = figure.bars.iter().map(furthest).fold(0.0, f64::max);
    let scale = Linear::new(most, layout.length, 1);
    // The longest bar fills the room: no axis is drawn, every bar carries its number.
    let stretch = if most > 0.0 { layout.length / scale.place(most).max(1.0) } else { 1.0 };
    for (i, bar) in figure.bars.iter().enumerate() {
        let top = i as f64 * layout.row;
        draw_row(&mut scene, bar, top, &layout, surface, &|v| scale.place(v) * stretch);
        scene.hits.push(Hit {
            frame: (0.0, top, surface.width, layout.row),
            label: figure.spoken(bar),
            force: bar.force,
            year: None,
        });
    }
    scene
}

/// The largest number that a row must have room for.
fn furthest(bar: &Bar) -> f64 {
    let all = [bar.value, bar.other, bar.range.map(|(_, high)| high)];
    all.into_iter().flatten().fold(0.0, f64::max)
}

fn layout(figure: &BarsFigure, surface: &Surface<'_>) -> Layout {
    let widest = |words: fn(&Bar) -> &str| {
        let widths =
            figure.bars.iter().map(|b| surface.measure.width(words(b), Surface::TEXT, true));
        widths.fold(0.0, f64::max).ceil()
    };
    let (names, numbers) = (widest(|b| &b.label), widest(|b| &b.text));
    let stacked = names > surface.width * 0.45;
    // The mark of an earlier number near nought reaches to the left of its place.
    let inset = if figure.bars.iter().any(|b| b.other.is_some()) { GAP } else { 0.0 };
    let left = if stacked { inset } else { names + GAP };
    let length = (surface.width - left - numbers - GAP).max(20.0);
    let lines = match stacked {
        false => 0,
        true if names > surface.width => 2,
        true => 1,
    };
    Layout { row: ROW + LABEL_LINE * lines as f64, left, length, lines }
}

fn draw_row(
    scene: &mut Scene,
    bar: &Bar,
    top: f64,
    layout: &Layout,
    surface: &Surface<'_>,
    place: &dyn Fn(f64) -> f64,
) {
    let tone = tone_of(bar, Tone::Text);
    let style = Style { size: Surface::TEXT, bold: tone != Tone::Text, tone };
    let bar_middle = top + layout.row - ROW / 2.0;
    if layout.lines == 0 {
        let name = surface.fit(&bar.label, layout.left - GAP, Surface::TEXT, true);
        scene.words((layout.left - GAP, bar_middle), Anchor::End, style, &name);
    } else {
        let lines =
            surface.wrap(&bar.label, surface.width, Surface::TEXT, style.bold, layout.lines);
        // Names sit on their bar: a short one leaves its free line above it.
        let first = bar_middle - BAR / 2.0 - LABEL_LINE * lines.len() as f64 + LABEL_LINE / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let y = first + LABEL_LINE * i as f64 - 1.0;
            scene.words((0.0, y), Anchor::Start, style, line);
        }
    }
    let left = layout.left;
    if let Some(value) = bar.value {
        let mark = tone_of(bar, Tone::Mark);
        let to = place(value);
        match bar.other {
            Some(from) => dumbbell(scene, left + place(from), left + to, bar_middle, mark),
            None => scene.rect(left, bar_middle - BAR / 2.0, to.max(1.0), BAR, mark),
        }
    }
    if let Some((low, high)) = bar.range {
        whisker(scene, left + place(low), left + place(high), bar_middle);
    }
    let words = (left + place(furthest(bar)) + GAP, bar_middle);
    scene.words(words, Anchor::Start, style, &bar.text);
}
