//! Charts as inline SVG, in several widths of which the style sheet shows the one that fits, and in its
//! colours.

use cyberflag_figures::charts::{self, PlainWidths, Scene, Surface, Tone};
use cyberflag_figures::{BarsFigure, YearsFigure};
use maud::{Markup, PreEscaped, html};

/// A picture, its size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Its width.
    pub width: f64,
    /// Its height without a row of events; that of bars follows from their number.
    pub height: f64,
    /// Whether the top is cut off if the chart has no label of a break there.
    pub snug: bool,
    /// The class that the style sheet knows.
    pub class: &'static str,
}

/// Those of the page: for a phone, and for all that is wider.
pub const OPENING: [Picture; 2] = [
    Picture { width: 328.0, height: 280.0, snug: false, class: "narrow" },
    Picture { width: 608.0, height: 280.0, snug: false, class: "wide" },
];

/// The height of the label of a break, at the top of a picture.
const BREAK: f64 = 20.0;

/// The years as pictures.
pub fn years_pictures(figure: &YearsFigure, pictures: &[Picture]) -> Markup {
    html! {
        @for Picture { width, height, snug, class } in pictures {
            @let top = if *snug && figure.breaks.is_empty() { BREAK } else { 0.0 };
            @let height = height + charts::events_row(&figure.events);
            (part(&charts::columns_of(figure, &surface(*width), height), &figure.title, class, top))
        }
    }
}

/// Bars, as high as they need to be.
pub fn bars_pictures(figure: &BarsFigure, pictures: &[Picture]) -> Markup {
    html! {
        @for Picture { width, class, .. } in pictures {
            (part(&charts::bars(figure, &surface(*width)), &figure.title, class, 0.0))
        }
    }
}

fn surface(width: f64) -> Surface<'static> {
    Surface { width, measure: &PlainWidths }
}

/// A scene as a part of the page, from `top` on.
fn part(scene: &Scene, title: &str, class: &str, top: f64) -> Markup {
    let (width, height) = (scene.width.ceil(), scene.height.ceil() - top);
    html! {
        svg class=(class) role="img" aria-label={ (title) ". The table has the same numbers." }
            width=(width) height=(height) viewBox={ "0 " (top) " " (width) " " (height) }
            xmlns="http://www.w3.org/2000/svg" {
            (PreEscaped(charts::svg(scene, 1.0, colour)))
        }
    }
}

/// The colour of a role, by the name that the style sheet has for it.
fn colour(tone: Tone) -> String {
    match tone {
        Tone::Text => "var(--ink)".to_owned(),
        Tone::Muted => "var(--ink-2)".to_owned(),
        Tone::Grid => "var(--rule)".to_owned(),
        Tone::Mark => "var(--data)".to_owned(),
        Tone::Chosen | Tone::Pin(0) => "var(--pick)".to_owned(),
        Tone::Pin(slot) => format!("var(--l{})", slot + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_is_cut_off() {
        let scene = Scene { width: 168.0, height: 116.0, ..Scene::default() };
        let svg = part(&scene, "A & B", "paper", BREAK).into_string();
        let size = "width=\"168\" height=\"96\" viewBox=\"0 20 168 96\"";
        assert!(svg.contains(size) && svg.contains("\"A &amp; B. "), "{svg}");
    }
}
