//! Charts as inline SVG, in several widths of which the style sheet shows the one that fits, and in its
//! colours.

use cyberflag_figures::charts::{self, PlainWidths, Scene, Surface, Theme, Tone};
use cyberflag_figures::{BarsFigure, YearsFigure};
use maud::{Markup, PreEscaped, html};

/// A picture, its size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Its width.
    pub width: f64,
    /// Its height; that of bars follows from their number.
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

/// The tones of the theme and their custom properties in the style sheet.
const COLOURS: [(Tone, &str); 5] = [
    (Tone::Text, "text"),
    (Tone::Muted, "muted"),
    (Tone::Grid, "hair"),
    (Tone::Mark, "mark"),
    (Tone::Chosen, "chosen"),
];

/// The columns of the years.
pub fn years_pictures(figure: &YearsFigure, pictures: &[Picture]) -> Markup {
    html! {
        @for Picture { width, height, snug, class } in pictures {
            @let top = if *snug && figure.breaks.is_empty() { BREAK } else { 0.0 };
            (inline(&charts::columns_of(figure, &surface(*width), *height), &figure.title, class, top))
        }
    }
}

/// Bars, as high as they need to be.
pub fn bars_pictures(figure: &BarsFigure, pictures: &[Picture]) -> Markup {
    html! {
        @for Picture { width, class, .. } in pictures {
            (inline(&charts::bars(figure, &surface(*width)), &figure.title, class, 0.0))
        }
    }
}

fn surface(width: f64) -> Surface<'static> {
    Surface { width, measure: &PlainWidths }
}

/// A scene as inline SVG, cut off above `top`.
fn inline(scene: &Scene, title: &str, class: &str, top: f64) -> Markup {
    let document = charts::svg(scene, &Theme::LIGHT);
    let marks = document.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>"));
    let (width, height) = (scene.width.ceil(), scene.height.ceil() - top);
    html! {
        svg class=(class) role="img" aria-label={ (title) ". The table has the same numbers." }
            width=(width) height=(height) viewBox={ "0 " (top) " " (width) " " (height) }
            xmlns="http://www.w3.org/2000/svg" {
            // Plotters has escaped the text.
            (PreEscaped(plain(marks.map_or("", |(marks, _)| marks))))
        }
    }
}

/// Marks without a background and fonts, with the colours of the style sheet.
fn plain(marks: &str) -> String {
    let fonts = format!(" font-family=\"{}\"", charts::FONTS.replace('\'', "&apos;"));
    let ground = format!("fill=\"{}\"", hex(Theme::LIGHT.page));
    let mut text: String = marks.lines().filter(|line| !line.contains(&ground)).collect();
    for mark in [&fonts, " opacity=\"1\"", " stroke=\"none\""] {
        text = text.replace(mark, "");
    }
    for (tone, name) in COLOURS {
        text = text.replace(&hex(Theme::LIGHT.tone(tone)), &format!("var(--{name})"));
    }
    text
}

/// A colour as plotters writes it.
fn hex(colour: charts::Rgb) -> String {
    charts::hex(colour).to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_is_cut_off() {
        let scene = Scene { width: 168.0, height: 116.0, ..Scene::default() };
        let svg = inline(&scene, "A & B", "paper", BREAK).into_string();
        let size = "width=\"168\" height=\"96\" viewBox=\"0 20 168 96\"";
        assert!(svg.contains(size) && svg.contains("\"A &amp; B. "), "{svg}");
    }

    #[test]
    fn only_named_colours_and_no_fonts_are_left() {
        let svg = format!(
            "<rect fill=\"#FFFFFF\"/>\n<rect opacity=\"1\" fill=\"#357AB6\" stroke=\"none\"/>\n<text font-family=\"{}\" fill=\"#141A20\">\n0\n</text>\n",
            charts::FONTS.replace('\'', "&apos;")
        );
        assert_eq!(plain(&svg), "<rect fill=\"var(--mark)\"/><text fill=\"var(--text)\">0</text>");
    }
}
