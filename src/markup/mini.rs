//! The small columns of a tile as SVG. Their numbers stand in the charts and tables of the page.
//!
//! # Units
//! Across: ten-thousandths of the width, so that the labels keep their size. Down: pixels.

use cyberflag_figures::{Mini, Slot};
use maud::{Markup, html};

/// The whole width.
const WIDE: usize = 10_000;
/// Height of the tallest column.
const HIGH: f64 = 46.0;
/// Where columns stand.
const FOOT: usize = 54;

/// The columns of a tile.
pub(super) fn mini(mini: &Mini) -> Markup {
    let count = mini.slots.len().max(1);
    let left = |i: usize| part(WIDE * i / count);
    // Where a part of a slot lies, in twentieths of it.
    let within = |i: usize, part_of: usize| part(WIDE * (20 * i + part_of) / (20 * count));
    let outside = |s: &&Slot| **s == Slot::Outside;
    let before = mini.slots.iter().take_while(outside).count();
    let after = mini.slots.iter().rev().take_while(outside).count();
    html! {
        svg.mini width="100%" height="72" aria-hidden="true" {
            @for (i, one) in mini.slots.iter().enumerate() {
                @match *one {
                    Slot::Outside => {}
                    Slot::Gap => {
                        line.mini-gap x1=(within(i, 4)) x2=(within(i, 16)) y1="51" y2="51" {}
                    }
                    Slot::Number { part: of, stated } => {
                        // A zero stands on the line.
                        @let high = ((of * HIGH).round() as usize).max(1);
                        rect.mini-col.mini-hl[mini.shown == Some(i)].mini-open[!stated]
                            x=(within(i, 3)) y=(FOOT - high) width=(part(WIDE * 7 / (10 * count))) height=(high) {}
                    }
                }
            }
            line.mini-base x1=(left(before)) x2=(left(count - after.min(count))) y1="54.5" y2="54.5" {}
            @if let Some(i) = mini.breaks {
                line.mini-break x1=(left(i)) x2=(left(i)) y1="4" y2="58" {}
            }
            (labels(mini, count))
        }
    }
}

/// The first and the last year of the axis and the tile's own, which goes before one it would touch.
fn labels(mini: &Mini, count: usize) -> Markup {
    /// The width of a label, in slots.
    const LABEL: usize = 4;
    let [first, own, last] = &mini.labels;
    let at = mini.shown.unwrap_or(0);
    // Towards the middle, where there is room.
    let (x, anchor) = match 2 * at < count {
        true => (WIDE * at / count, "start"),
        false => (WIDE * (at + 1) / count, "end"),
    };
    html! {
        @if at >= LABEL { text.mini-t x="0" y="69" { (first) } }
        @if at + LABEL < count { text.mini-t x="100%" y="69" text-anchor="end" { (last) } }
        @if mini.shown.is_some() {
            text.mini-t.mini-th x=(part(x)) y="69" text-anchor=(anchor) { (own) }
        }
    }
}

/// Ten-thousandths of the width as a percentage.
fn part(n: usize) -> String {
    format!("{}.{:02}%", n / 100, n % 100)
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
        let half =
            "<rect class=\"mini-col mini-hl\" x=\"31.92%\" y=\"31\" width=\"5.38%\" height=\"23\">";
        assert!(svg.contains(half), "{svg}");
        assert!(svg.contains("mini-open"), "{svg}");
        assert!(svg.contains("class=\"mini-base\" x1=\"23.07%\" x2=\"53.84%\""), "{svg}");
        // A zero stands on the line; it is no gap.
        assert!(svg.contains("y=\"53\" width=\"5.38%\" height=\"1\""), "{svg}");
        assert!(svg.contains("class=\"mini-break\" x1=\"38.46%\""), "{svg}");
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
