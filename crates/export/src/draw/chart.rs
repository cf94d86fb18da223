//! Charts fitted to the room that a picture has for them.

use super::page::{Page, attributes, view_box};
use super::sizes::Sizes;
use cyberflag_figures::charts::{
    Rows, Scene, Surface, TextWidth, bars_in, bars_room, columns_of, compare_of, svg,
};
use cyberflag_figures::geo::Rect;
use cyberflag_figures::{BarsFigure, CompareFigure, YearsFigure};

/// The part of a stack that names at the left of bars may take: more than on the page, for the
/// picture has no table beside it.
const NAMES: f64 = 0.66;
/// Lowest and highest row of bars, in CSS pixels of the scene.
const ROWS: (f64, f64) = (14.6, 34.0);
/// A longest bar that shows differences well, and the shortest that shows any, in CSS pixels of the
/// scene.
const LONGEST: [f64; 2] = [120.0, 32.0];
/// Most stacks of bars side by side.
const STACKS: usize = 4;
/// The highest chart of years, in widths of it.
const TALLEST: f64 = 1.0;

/// Puts a scene on the page, `scale` pixels for one of the scene, in the middle of the room's height.
fn put(page: &mut Page, scene: &Scene, scale: f64, room: Rect) {
    let free = (room.height - scene.height * scale).max(0.0);
    let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
    page.push(&format!(
        "<svg {} viewBox=\"{}\" overflow=\"visible\">{}</svg>",
        attributes(Rect::new(room.x, room.y + free / 2.0, width, height)),
        view_box(Rect::new(0.0, 0.0, width, height)),
        svg(scene, scale, |tone| page.ink(tone))
    ));
}

/// Columns of years.
pub(super) fn years(
    page: &mut Page,
    figure: &YearsFigure,
    room: Rect,
    sizes: &Sizes,
    measure: &dyn TextWidth,
) {
    through_years(page, room, sizes, measure, &|surface, height| {
        columns_of(figure, surface, height)
    });
}

/// Lines of pinned forces.
pub(super) fn compared(
    page: &mut Page,
    figure: &CompareFigure,
    room: Rect,
    sizes: &Sizes,
    measure: &dyn TextWidth,
) {
    through_years(page, room, sizes, measure, &|surface, height| {
        compare_of(figure, surface, height)
    });
}

/// A chart with an axis of years, in the whole room but no higher than reads well.
fn through_years(
    page: &mut Page,
    room: Rect,
    sizes: &Sizes,
    measure: &dyn TextWidth,
    chart: &dyn Fn(&Surface<'_>, f64) -> Scene,
) {
    let scale = sizes.foot / Surface::SMALL;
    let surface = Surface { width: room.width / scale, measure };
    let height = room.height.min(room.width * TALLEST) / scale;
    put(page, &chart(&surface, height), scale, room);
}

/// Bars: the largest text that leaves room for every bar, in as few stacks as that allows.
pub(super) fn bars(
    page: &mut Page,
    figure: &BarsFigure,
    room: Rect,
    sizes: &Sizes,
    measure: &dyn TextWidth,
) {
    let (scale, rows) = fit(figure, room, sizes, measure);
    let surface = Surface { width: room.width / scale, measure };
    put(page, &bars_in(figure, &surface, rows), scale, room);
}

/// Scale and rows for bars in a room. Text shrinks from the size of sentences to that of notes, first
/// with names beside long bars, then above them, then with shorter bars; only where even that leaves
/// no room it shrinks on, rather than leave a bar out.
fn fit(figure: &BarsFigure, room: Rect, sizes: &Sizes, measure: &dyn TextWidth) -> (f64, Rows) {
    let (largest, least) = (sizes.body * 1.15, sizes.foot);
    let readable = |i: u8| largest + (least - largest) * f64::from(i) / 8.0;
    let tries = LONGEST.into_iter().flat_map(|longest| {
        let name_positions = [false, true].into_iter();
        name_positions.flat_map(move |above| (0..=8).map(move |i| (readable(i), above, longest)))
    });
    let smaller = (1..=38).map(|i| (least - 0.5 * f64::from(i), true, LONGEST[1]));
    for (text, above, shortest) in tries.chain(smaller) {
        for stacks in 1..=STACKS {
            let (scale, rows) = (text / Surface::TEXT, rows(stacks, ROWS.0));
            let surface = Surface { width: room.width / scale, measure };
            let (longest, names) = bars_room(figure, &surface, rows);
            let deep = figure.bars.len().div_ceil(stacks).max(1);
            let height = room.height / scale / deep as f64 - names;
            if height >= ROWS.0 && longest >= shortest && (above || names == 0.0) {
                return (scale, Rows { height: height.min(ROWS.1), ..rows });
            }
        }
    }
    (1.0 / Surface::TEXT, rows(STACKS, ROWS.0))
}

fn rows(stacks: usize, height: f64) -> Rows {
    Rows { stacks, height, names: NAMES, longest: 0.0, steady: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Preset;
    use cyberflag_data::domain::{FinancialYear, Unit};
    use cyberflag_data::testing;
    use cyberflag_figures::charts::PlainWidths;
    use cyberflag_figures::{Bar, View};

    #[test]
    fn forty_three_forces_are_readable_in_every_size() {
        let data = crate::stamp::figures();
        let year = FinancialYear::new(2024).unwrap();
        let view = View::plain(testing::ALL_CHILD, year, Unit::Count);
        let figure = cyberflag_figures::ranking(&data, &view);
        assert_eq!(figure.bars.len(), 43);
        for preset in Preset::ALL {
            let sizes = Sizes::of(preset);
            let room = Rect::new(0.0, 0.0, sizes.room(), sizes.height * 0.56);
            let (scale, rows) = fit(&figure, room, &sizes, &PlainWidths);
            assert!(scale * Surface::TEXT >= sizes.foot - 0.01, "{preset:?} {scale} {rows:?}");
            let surface = Surface { width: room.width / scale, measure: &PlainWidths };
            let scene = bars_in(&figure, &surface, rows);
            assert!(scene.height * scale <= room.height + 0.01, "{preset:?}");
        }
    }

    #[test]
    fn no_room_and_no_bars_end_all_the_same() {
        let sizes = Sizes::of(Preset::Square);
        let room = Rect::new(0.0, 0.0, 10.0, 1.0);
        let bars = vec![Bar { label: "Kent".to_owned(), value: Some(1.0), ..Bar::default() }; 99];
        for bars in [Vec::new(), bars] {
            let figure = BarsFigure { bars, ..BarsFigure::default() };
            assert!(fit(&figure, room, &sizes, &PlainWidths).0 > 0.0);
        }
    }
}
