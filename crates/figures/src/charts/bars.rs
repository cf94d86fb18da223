//! Horizontal bars, one row each: the name at the left or above, the number at the right.

use super::dumbbell::{MARK, dumbbell};
use super::scene::{TextStyle, tone_of};
use super::{Anchor, Hit, Scene, Shape, Surface, Tone};
use crate::Bar;
use crate::BarsFigure;
use crate::geo::Rect;
use crate::scale::Linear;

const ROW: f64 = 24.0;
const BAR: f64 = 12.0;
const LABEL_LINE: f64 = 19.0;
const GAP: f64 = 10.0;
/// Between two stacks of rows.
const BETWEEN: f64 = 24.0;

/// How rows are stacked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    /// Stacks side by side, at least one, all on one scale.
    pub stacks: usize,
    /// Height of a row with its bar, in CSS pixels; a name above a bar comes on top of it.
    pub height: f64,
    /// The part of a stack that names at its left may take, 0 to 1; longer ones stand above the bars.
    pub names: f64,
    /// The longest bar beside names at its left is at least as long; else they stand above the bars.
    pub longest: f64,
    /// Room for any name and number in bold, so that a choice moves nothing.
    pub steady: bool,
}

impl Default for Rows {
    fn default() -> Self {
        Self { stacks: 1, height: ROW, names: 0.56, longest: 72.0, steady: true }
    }
}

/// Where the parts of every row are.
struct Layout {
    /// Width of a stack.
    width: f64,
    /// Height of a row.
    row: f64,
    /// Height of the part of a row that has the bar.
    bar: f64,
    /// Left end of the bars, from the left of the stack.
    left: f64,
    /// Longest bar.
    length: f64,
    /// Lines that a name above its bar may take; 0 where names stand at the left.
    lines: usize,
}

/// Draws a chart of bars, or of dumbbells where a bar has an earlier number; its height follows from
/// the number of bars.
pub fn bars(figure: &BarsFigure, surface: &Surface<'_>) -> Scene {
    bars_in(figure, surface, Rows::default())
}

/// The same in stacks side by side, filled one after the other.
pub fn bars_in(figure: &BarsFigure, surface: &Surface<'_>, rows: Rows) -> Scene {
    let stacks = rows.stacks.max(1);
    let layout = layout(figure, surface, rows);
    let deep = figure.bars.len().div_ceil(stacks).max(1);
    let mut scene = Scene {
        width: surface.width,
        height: (deep.min(figure.bars.len()) as f64 * layout.row).max(rows.height),
        ..Scene::default()
    };
    let most = figure.bars.iter().map(furthest).fold(0.0, f64::max);
    let scale = Linear::new(most, layout.length, 1);
    // The longest bar fills the room: no axis is drawn, every bar carries its number.
    let stretch = if most > 0.0 { layout.length / scale.position(most).max(1.0) } else { 1.0 };
    for (i, bar) in figure.bars.iter().enumerate() {
        let at = ((i / deep) as f64 * (layout.width + BETWEEN), (i % deep) as f64 * layout.row);
        draw_row(&mut scene, bar, at, &layout, surface, &|v| scale.position(v) * stretch);
        scene.hits.push(Hit {
            rect: Rect::new(at.0, at.1, layout.width, layout.row),
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

/// What rows come to on a surface: the longest bar and the height of names above a bar, in CSS
/// pixels. A picture of fixed size chooses its rows by it.
pub fn bars_room(figure: &BarsFigure, surface: &Surface<'_>, rows: Rows) -> (f64, f64) {
    let layout = layout(figure, surface, rows);
    (layout.length, layout.row - layout.bar)
}

fn layout(figure: &BarsFigure, surface: &Surface<'_>, rows: Rows) -> Layout {
    let (stacks, bar) = (rows.stacks.max(1), rows.height);
    let width = (surface.width - BETWEEN * (stacks - 1) as f64) / stacks as f64;
    let widest = |text: fn(&Bar) -> &str| {
        let widths = figure.bars.iter().map(|bar| {
            let bold = rows.steady || tone_of(bar, Tone::Text) != Tone::Text;
            surface.measure.width(text(bar), Surface::TEXT, bold)
        });
        widths.fold(0.0, f64::max).ceil()
    };
    let (names, numbers) = (widest(|b| &b.label), widest(|b| &b.text));
    // Marks reach to both sides of their numbers.
    let marks = figure.bars.iter().any(|b| b.other.is_some());
    let beyond = if marks { MARK } else { 0.0 };
    let length = |left: f64| width - left - numbers - GAP - beyond;
    let beside = names + GAP + beyond;
    let stacked = names > width * rows.names || length(beside) < rows.longest;
    let left = if stacked { beyond } else { beside };
    let length = length(left).max(20.0);
    let lines = match stacked {
        false => 0,
        true if names > width => 2,
        true => 1,
    };
    Layout { width, row: bar + LABEL_LINE * lines as f64, bar, left, length, lines }
}

fn draw_row(
    scene: &mut Scene,
    bar: &Bar,
    (x, top): (f64, f64),
    layout: &Layout,
    surface: &Surface<'_>,
    position: &dyn Fn(f64) -> f64,
) {
    let tone = tone_of(bar, Tone::Text);
    let style = TextStyle { size: Surface::TEXT, bold: tone != Tone::Text, tone };
    let bar_middle = top + layout.row - layout.bar / 2.0;
    let thick = BAR * layout.bar / ROW;
    if layout.lines == 0 {
        let name = surface.fit(&bar.label, layout.left - GAP, Surface::TEXT, style.bold);
        scene.text((x, bar_middle), Anchor::Start, style, &name);
    } else {
        let lines = surface.wrap(&bar.label, layout.width, Surface::TEXT, style.bold, layout.lines);
        // Names sit on their bar: a short one leaves its free line above it.
        let first = bar_middle - thick / 2.0 - LABEL_LINE * lines.len() as f64 + LABEL_LINE / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let y = first + LABEL_LINE * i as f64 - 1.0;
            scene.text((x, y), Anchor::Start, style, line);
        }
    }
    let left = x + layout.left;
    if let Some(value) = bar.value {
        let mark = tone_of(bar, Tone::Mark);
        let to = position(value);
        match bar.other {
            Some(from) => dumbbell(scene, left + position(from), left + to, bar_middle, mark),
            None => {
                let top = bar_middle - thick / 2.0;
                scene.rect(Rect::new(left, top, to.max(1.0), thick), mark);
            }
        }
    }
    if let Some((low, high)) = bar.range {
        let at = |number| (left + position(number), bar_middle);
        scene.add(Shape::Range { from: at(low), to: at(high) }, Tone::Text);
    }
    scene.text((x + layout.width, bar_middle), Anchor::End, style, &bar.text);
}
