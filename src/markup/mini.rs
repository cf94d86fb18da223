//! The small columns of a tile as SVG. Their numbers stand in the charts and tables of the page.
//!
//! # Units
//! A drawing of 260 by 72, as wide as 13 slots of 20; lengths are whole tenths of a unit.

use cyberflag_figures::{Mini, Slot};
use maud::{Markup, html};

/// Width of the drawing, in tenths.
const WIDE: usize = 2600;
/// Height of the tallest column, in tenths.
const HIGH: f64 = 460.0;
/// Where columns stand, in tenths.
const FOOT: usize = 540;

/// The columns of a tile.
pub(super) fn mini(mini: &Mini) -> Markup {
    let count = mini.slots.len().max(1);
    let slot = WIDE / count;
    let left = |i: usize| i * slot;
    let inside = |s: &&Slot| **s != Slot::Outside;
    let before = mini.slots.iter().take_while(|s| !inside(s)).count();
    let after = mini.slots.iter().rev().take_while(|s| !inside(s)).count();
    html! {
        svg.mini viewBox="0 0 260 72" aria-hidden="true" {
            @for (i, one) in mini.slots.iter().enumerate() {
                @match *one {
                    Slot::Outside => {}
                    Slot::Gap => {
                        path.mini-gap d={ "M" (tenths(left(i) + slot / 5)) " 51h" (tenths(slot * 3 / 5)) } {}
                    }
                    Slot::Number { part, stated } => {
                        @let high = ((part * HIGH) as usize).max(10);
                        rect.mini-col.mini-hl[mini.shown == Some(i)].mini-open[!stated]
                            x=(tenths(left(i) + slot * 3 / 20)) y=(tenths(FOOT - high))
                            width=(tenths(slot * 7 / 10)) height=(tenths(high)) {}
                    }
                }
            }
            path.mini-base d={ "M" (tenths(left(before))) " 54.5H" (tenths(left(count - after.min(count)))) } {}
            @if let Some(i) = mini.breaks {
                path.mini-break d={ "M" (tenths(left(i))) " 4V58" } {}
            }
            (labels(mini, count, slot))
        }
    }
}

/// The first and the last year of the axis and the tile's own, which goes before one it would touch.
fn labels(mini: &Mini, count: usize, slot: usize) -> Markup {
    /// The width of a label, in slots.
    const LABEL: usize = 4;
    let [first, own, last] = &mini.labels;
    let at = mini.shown.unwrap_or(0);
    let is_last = at + 1 == count;
    let (x, anchor) = match at {
        0 => (0, "start"),
        _ if is_last => (WIDE, "end"),
        at => (at * slot + slot / 2, "middle"),
    };
    html! {
        @if at >= LABEL { text.mini-t x="0" y="69" { (first) } }
        @if at + LABEL < count { text.mini-t x="260" y="69" text-anchor="end" { (last) } }
        @if mini.shown.is_some() {
            text.mini-t.mini-th x=(tenths(x)) y="69" text-anchor=(anchor) { (own) }
        }
    }
}

/// Tenths as a number: `15` or `15.5`.
fn tenths(n: usize) -> String {
    match n % 10 {
        0 => (n / 10).to_string(),
        rest => format!("{}.{rest}", n / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(slots: Vec<Slot>, shown: Option<usize>, breaks: Option<usize>) -> String {
        let labels = ["2012/13", "2016/17", "2024/25"].map(str::to_owned);
        mini(&Mini { slots, shown, breaks, labels }).into_string()
    }

    #[test]
    fn columns_gaps_and_what_is_outside_differ() {
        let number = |part, stated| Slot::Number { part, stated };
        let mut slots = vec![Slot::Outside; 13];
        (slots[3], slots[4], slots[5], slots[6]) =
            (number(0.0, true), number(0.5, true), Slot::Gap, number(1.0, false));
        let svg = drawn(slots, Some(4), Some(5));
        assert_eq!(svg.matches("<rect").count(), 3);
        assert_eq!(svg.matches("mini-gap").count(), 1);
        assert!(
            svg.contains(
                "<rect class=\"mini-col mini-hl\" x=\"83\" y=\"31\" width=\"14\" height=\"23\">"
            ),
            "{svg}"
        );
        assert!(svg.contains("mini-open") && svg.contains("d=\"M60 54.5H140\""), "{svg}");
        // A zero stands on the line; it is no gap.
        assert!(svg.contains("y=\"53\" width=\"14\" height=\"1\""), "{svg}");
        assert!(svg.contains("d=\"M100 4V58\""), "{svg}");
    }

    #[test]
    fn labels_do_not_touch() {
        let slots = || vec![Slot::Gap; 13];
        let count = |shown| drawn(slots(), shown, None).matches("<text").count();
        let shown = [None, Some(0), Some(3), Some(4), Some(8), Some(9), Some(12)];
        assert_eq!(shown.map(count), [1, 2, 2, 3, 3, 2, 2]);
        assert!(!drawn(Vec::new(), None, None).contains("rect"));
    }
}
