//! What an axis of years has besides its ticks: the names of the years and the line of a break.

use super::scene::TextStyle;
use super::{Anchor, Scene, Shape, Surface, Tone};
use cyberflag_data::domain::FinancialYear;

/// Between the line of a break and its words.
const GAP: f64 = 6.0;
/// Height of a line of its words.
const LINE: f64 = 16.0;

/// Draws the line of a break, and its words at the right of its top, or at the left where they have no
/// room there: `From April 2017: counts more offences` in two lines, or the day alone.
pub(super) fn draw_break(
    scene: &mut Scene,
    (x, base): (f64, f64),
    label: &str,
    surface: &Surface<'_>,
) {
    scene.add(Shape::Dashes { from: (x, 2.0), to: (x, base) }, Tone::Text);
    let style = TextStyle::muted(Surface::SMALL);
    let width = |line: &str| surface.measure.width(line, style.size, false);
    let (from, how) = label.split_once(": ").unwrap_or((label, ""));
    let mut lines = vec![from.to_owned()];
    if !how.is_empty() && width(how) <= surface.width {
        lines = vec![format!("{from}:"), how.to_owned()];
    }
    let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
    let (anchor, at) = if x + GAP + widest <= surface.width {
        (Anchor::Start, x + GAP)
    } else {
        (Anchor::End, (x - GAP).max(widest))
    };
    for (i, line) in lines.iter().enumerate() {
        scene.text((at, 9.0 + LINE * i as f64), anchor, style, line);
    }
}

/// The names of the years that fit: all, or every second, third and so on, among them the chosen one
/// or else the last.
pub(super) fn year_names(
    years: &[FinancialYear],
    chosen: Option<usize>,
    step: f64,
    surface: &Surface<'_>,
) -> Vec<Option<String>> {
    let names: Vec<String> = years.iter().map(|year| year.label()).collect();
    let widest = |bold| {
        let width = |name: &String| surface.measure.width(name, Surface::SMALL, bold);
        names.iter().map(width).fold(0.0, f64::max)
    };
    // Only the chosen one is bold.
    let (plain, bold) = (widest(false), widest(true));
    // The first and the last name are moved inwards where they would stand out over the edge.
    let over = (bold - step).max(0.0) / 2.0;
    let fits = |every: &usize| (plain + bold) / 2.0 + 1.0 + over <= step * *every as f64;
    let every = (1..=names.len()).find(fits).unwrap_or(names.len()).max(1);
    let kept = chosen.unwrap_or(names.len().saturating_sub(1));
    let named = |i: usize| i.abs_diff(kept).is_multiple_of(every);
    names.into_iter().enumerate().map(|(i, name)| named(i).then_some(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::PlainWidths;
    use super::*;

    fn named(chosen: Option<usize>, step: f64) -> Vec<usize> {
        let years: Vec<_> = (2012..2025).filter_map(FinancialYear::new).collect();
        let surface = Surface { width: step * 13.0, measure: &PlainWidths };
        let names = year_names(&years, chosen, step, &surface);
        names.iter().enumerate().filter_map(|(i, name)| name.as_ref().map(|_| i)).collect()
    }

    #[test]
    fn the_chosen_year_is_named_however_narrow_the_chart() {
        assert_eq!(named(Some(4), 70.0).len(), 13);
        assert_eq!(named(Some(4), 24.0), [1, 4, 7, 10]);
        assert_eq!(named(None, 24.0), [0, 3, 6, 9, 12]);
        assert_eq!(named(Some(4), 0.0), [4]);
        let surface = Surface { width: 10.0, measure: &PlainWidths };
        assert!(year_names(&[], None, 1.0, &surface).is_empty());
    }

    #[test]
    fn the_words_of_a_break_stay_in_the_chart() {
        let surface = Surface { width: 300.0, measure: &PlainWidths };
        for x in [40.0, 150.0, 290.0] {
            let mut scene = Scene { width: 300.0, ..Scene::default() };
            draw_break(&mut scene, (x, 200.0), "From April 2017: counts more offences", &surface);
            let texts: Vec<_> = scene.marks.iter().filter_map(|m| m.text_span(&surface)).collect();
            assert_eq!(texts.len(), 2);
            assert!(texts.iter().all(|(from, to)| *from >= 0.0 && *to <= 300.0), "{texts:?}");
        }
        let narrow = Surface { width: 120.0, measure: &PlainWidths };
        let mut scene = Scene { width: 120.0, ..Scene::default() };
        draw_break(&mut scene, (60.0, 99.0), "From April 2017: counts more offences", &narrow);
        let Shape::Text { text, .. } = &scene.marks[1].shape else { panic!("{scene}") };
        assert_eq!((text.as_str(), scene.marks.len()), ("From April 2017", 2));
    }
}
