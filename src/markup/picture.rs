//! Charts as SVG in the page: as many widths as a page has use for, of which its
//! style sheet shows the one that fits, in the colours of the style sheet.

use super::escape;
use super::text::{has, swap_all, swap_first};
use cyberflag_figures::charts::{self, PlainWidths, Scene, Surface, Theme, Tone};
use cyberflag_figures::{BarsFigure, YearsFigure};

/// A picture: its size in CSS pixels, and the class that a style sheet knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Lower where no words of a break need their room.
    pub snug: bool,
    /// Class.
    pub class: &'static str,
}

/// The two of the first page: a phone of 360, and all that is wider.
pub const OPENING: [Picture; 2] = [
    Picture { width: 328.0, height: 280.0, snug: false, class: "narrow" },
    Picture { width: 608.0, height: 280.0, snug: false, class: "wide" },
];

/// What the words of a break take at the top of a picture.
const BREAK: f64 = 20.0;

/// The roles of the theme and the names that the style sheet gives them.
const COLOURS: [(Tone, &str); 5] = [
    (Tone::Text, "text"),
    (Tone::Muted, "muted"),
    (Tone::Grid, "hair"),
    (Tone::Mark, "mark"),
    (Tone::Chosen, "chosen"),
];

/// The years as pictures.
pub fn years_pictures(figure: &YearsFigure, pictures: &[Picture]) -> String {
    let one = |picture: &Picture| {
        let Picture { width, height, snug, class } = *picture;
        let scene = charts::columns_of(figure, &surface(width), height);
        let svg = part(&scene, &figure.title, class);
        match snug && figure.breaks.is_empty() {
            true => without_top(&svg, (width, height)),
            false => svg,
        }
    };
    pictures.iter().map(one).collect()
}

/// Bars as pictures, as high as they need.
pub fn bars_pictures(figure: &BarsFigure, pictures: &[Picture]) -> String {
    let one = |picture: &Picture| {
        part(&charts::bars(figure, &surface(picture.width)), &figure.title, picture.class)
    };
    pictures.iter().map(one).collect()
}

fn surface(width: f64) -> Surface<'static> {
    Surface { width, measure: &PlainWidths }
}

/// A scene as a part of the page.
fn part(scene: &Scene, title: &str, class: &str) -> String {
    let name = escape(&format!("{title}. The table has the same numbers."));
    let open = format!("<svg class=\"{class}\" role=\"img\" aria-label=\"{name}\"");
    swap_first(&plain(&charts::svg(scene, &Theme::LIGHT)), "<svg", &open)
}

/// The picture from below the words of a break on.
fn without_top(svg: &str, (width, height): (f64, f64)) -> String {
    let size = |top: f64| {
        let high = height - top;
        format!("width=\"{width}\" height=\"{high}\" viewBox=\"0 {top} {width} {high}\"")
    };
    swap_first(svg, &size(0.0), &size(BREAK))
}

/// The document as a part of the page: no ground, no fonts, colours by name.
fn plain(svg: &str) -> String {
    let fonts = format!(" font-family=\"{}\"", charts::FONTS.replace('\'', "&apos;"));
    let ground = format!("fill=\"{}\"", hex(Theme::LIGHT.page));
    let mut text: String = svg.lines().filter(|line| !has(line, &ground)).collect();
    for mark in [&fonts, " opacity=\"1\"", " stroke=\"none\""] {
        text = swap_all(&text, mark, "");
    }
    for (tone, name) in COLOURS {
        text = swap_all(&text, &hex(Theme::LIGHT.tone(tone)), &format!("var(--{name})"));
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
        let svg = "<svg width=\"168\" height=\"116\" viewBox=\"0 0 168 116\">";
        let cut = without_top(svg, (168.0, 116.0));
        assert_eq!(cut, "<svg width=\"168\" height=\"96\" viewBox=\"0 20 168 96\">");
    }

    #[test]
    fn only_named_colours_and_no_fonts_are_left() {
        let svg = format!(
            "<svg>\n<rect fill=\"#FFFFFF\"/>\n<rect opacity=\"1\" fill=\"#357AB6\" stroke=\"none\"/>\n<text font-family=\"{}\" fill=\"#141A20\">\n0\n</text>\n</svg>",
            charts::FONTS.replace('\'', "&apos;")
        );
        assert_eq!(
            plain(&svg),
            "<svg><rect fill=\"var(--mark)\"/><text fill=\"var(--text)\">0</text></svg>"
        );
    }
}
