//! The key figures as a picture: what each is, its number large, what stands behind it.

use super::page::{Block, Page};
use super::sizes::Sizes;
use cyberflag_figures::KeyFigure;
use cyberflag_figures::charts::{TextStyle, TextWidth, Tone};
use cyberflag_figures::geo::Rect;

/// Between two key figures, in pixels.
const GAP: f64 = 40.0;

/// One key figure, set: label, number, note.
type Set = [Block; 3];

/// Draws the key figures in as many columns as their numbers have room for.
pub(super) fn figures(
    page: &mut Page,
    figures: &[KeyFigure],
    room: Rect,
    sizes: &Sizes,
    measure: &dyn TextWidth,
) {
    let columns = if sizes.wide { figures.len() } else { 2 }.max(1);
    let width = (room.width - GAP * (columns - 1) as f64) / columns as f64;
    let set = |large: f64| -> Vec<Set> {
        figures.iter().map(|f| blocks(f, large, width, sizes, measure)).collect()
    };
    // The largest numbers that fit, each in one line.
    let mut large = sizes.title * 1.2;
    let mut sets = set(large);
    let broken = |sets: &[Set]| sets.iter().any(|[_, number, _]| number.lines() > 1);
    while (broken(&sets) || total(&sets, columns, sizes) > room.height) && large > sizes.foot * 1.1
    {
        large -= 1.0;
        sets = set(large);
    }
    let free = (room.height - total(&sets, columns, sizes)).max(0.0);
    let mut y = room.y + free / 2.0;
    for row in sets.chunks(columns) {
        let label = highest(row, 0);
        for (i, [name, number, note]) in row.iter().enumerate() {
            let x = room.x + i as f64 * (width + GAP);
            page.rect(Rect::new(x, y, width, 2.0), Tone::Grid);
            let top = y + sizes.foot * 0.5;
            page.blocks((x, top), std::slice::from_ref(name));
            page.blocks((x, top + label), std::slice::from_ref(number));
            page.blocks((x, top + label + highest(row, 1)), std::slice::from_ref(note));
        }
        y += deepest(row) + between(sizes);
    }
}

fn blocks(
    figure: &KeyFigure,
    large: f64,
    width: f64,
    sizes: &Sizes,
    measure: &dyn TextWidth,
) -> Set {
    let block = |text: &str, style: TextStyle| Block::new(text, style, width, 3.0, measure);
    [
        block(&figure.label, TextStyle::muted(sizes.foot)),
        block(&figure.value, TextStyle::bold(large)),
        block(&figure.note, TextStyle::plain(sizes.foot)),
    ]
}

/// Height of the highest block of a row of key figures: of the labels, the numbers or the notes.
fn highest(row: &[Set], part: usize) -> f64 {
    row.iter().filter_map(|set| set.get(part)).map(Block::height).fold(0.0, f64::max)
}

fn deepest(row: &[Set]) -> f64 {
    (0..3).map(|part| highest(row, part)).sum::<f64>()
}

/// Free between two rows of key figures.
fn between(sizes: &Sizes) -> f64 {
    sizes.body * 1.6
}

fn total(sets: &[Set], columns: usize, sizes: &Sizes) -> f64 {
    let rows = sets.chunks(columns);
    let apart = between(sizes) * rows.len().saturating_sub(1) as f64;
    rows.map(deepest).sum::<f64>() + apart + sizes.foot * 0.5
}
