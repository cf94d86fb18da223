//! The legend: a dot for each force over the scale of the map, and what the fills mean. The table has
//! the same for those who do not see it.

use cyberflag_figures::{MapFigure, Strip, StripMark, Tick};
use maud::{Markup, html};

/// Free above the dots: a line for the name of the chosen force, and one for England and Wales.
const LINE: i32 = 16;
/// From a dot of a stack to the next, and the most that a stack is high: dots of a higher one overlap.
const STEP: i32 = 8;
const HIGHEST: i32 = 96;
/// Height of the band of classes.
const BAND: i32 = 12;

/// The legend of the map.
pub fn legend(figure: &MapFigure) -> Markup {
    html! {
        p.key-h { "Each dot is one force " span.key-x { (figure.strip.by) } }
        (strip(&figure.strip))
        ul.key-n {
            @if figure.strip.bands.is_empty() { li { span.sw.sw-has {} "has a figure" } }
            @if let Some(old) = &figure.old { li { span.sw.sw-old {} (old) } }
            @if let Some(blank) = &figure.blank { li { span.sw.sw-no {} (blank) } }
            // Always there, so that a choice moves nothing.
            li {
                span.sw.sw-sel {}
                @match figure.chosen_area() {
                    Some(chosen) => span translate="no" { (chosen.name) },
                    None => "the force you choose",
                }
            }
        }
    }
}

/// The dots, as wide as there is room: across all is in parts of the width.
pub fn strip(strip: &Strip) -> Markup {
    let lines = if strip.bands.is_empty() && strip.wider.is_none() { 1 } else { 2 };
    let levels = strip.levels.max(1);
    let step = STEP.min(HIGHEST / levels).max(1);
    let base = lines * LINE + (STEP * levels).min(HIGHEST) + 4;
    let band = if strip.bands.is_empty() { 0 } else { BAND };
    let starts = std::iter::once(0).chain(strip.bands.iter().copied());
    html! {
        svg.strip width="100%" height=(base + band + 20) aria-hidden="true" {
            @for (i, (start, end)) in starts.zip(&strip.bands).enumerate() {
                rect class={ "k k" (i + 1) } x=(part(start)) y=(base) width=(part(end - start)) height=(BAND) {}
            }
            @if strip.bands.is_empty() { rect.strip-base x="0" y=(base) width="100%" height="1" {} }
            @for dot in &strip.dots {
                circle.sd.sd-sel[dot.chosen].sd-old[dot.old] cx=(part(dot.x)) cy=(base - 6 - step * dot.level)
                    r=(if dot.chosen { "4.5" } else { "3.2" }) {}
            }
            @for tick in &strip.ticks { (label(tick, base + band, strip.bands.is_empty())) }
            @if let Some(mark) = &strip.wider { (named(mark, "ew", "hl", LINE + 2, base)) }
            @if let Some(mark) = &strip.chosen { (named(mark, "sel", "sel", 2, base)) }
        }
    }
}

fn label(tick: &Tick, y: i32, line: bool) -> Markup {
    let anchor = match tick.x {
        0 => "start",
        1000 => "end",
        _ => "middle",
    };
    html! {
        @if line { rect.strip-base x=(part(tick.x.min(997))) y=(y) width="1" height="4" {} }
        text.ct x=(part(tick.x)) y=(y + 15) text-anchor=(anchor) { (tick.label) }
    }
}

/// A line with a name, which stands on the side that has more room.
fn named(mark: &StripMark, line: &str, text: &str, top: i32, base: i32) -> Markup {
    let (anchor, aside) = if mark.x > 500 { ("end", -6) } else { ("start", 6) };
    html! {
        rect class={ "strip-" (line) } x=(part(mark.x)) y=(top) width="1.5" height=(base - top) {}
        text class={ "ct ct-" (text) } x=(part(mark.x)) dx=(aside) y=(top + 10) text-anchor=(anchor) {
            (mark.name) " " (mark.value)
        }
    }
}

/// Thousandths of the width as a percentage.
fn part(x: i32) -> String {
    format!("{}.{}%", x / 10, x % 10)
}
