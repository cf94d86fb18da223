//! Charts as SVG in the page: two widths, of which the style sheet shows the one
//! that fits, in the colours of the style sheet.

use crate::charts::{self, PlainWidths, Rgb, Scene, Surface, Theme, Tone};
use crate::figures::{BarsFigure, YearsFigure};
use crate::markup;

/// Widths in CSS pixels with the class that shows each: a phone of 360, and all that is wider.
const WIDTHS: [(f64, &str); 2] = [(328.0, "narrow"), (608.0, "wide")];

/// The roles of the theme and the names that the style sheet gives them.
const COLOURS: [(Tone, &str); 5] = [
    (Tone::Text, "text"),
    (Tone::Muted, "muted"),
    (Tone::Grid, "hair"),
    (Tone::Mark, "mark"),
    (Tone::Chosen, "chosen"),
];

/// The years as pictures.
pub(super) fn years(figure: &YearsFigure) -> String {
    both(&figure.title, |surface| charts::columns(figure, surface))
}

/// Bars as pictures.
pub(super) fn bars(figure: &BarsFigure) -> String {
    both(&figure.title, |surface| charts::bars(figure, surface))
}

fn both(title: &str, draw: impl Fn(&Surface<'_>) -> Scene) -> String {
    let name = markup::escape(&format!("{title}. The table has the same numbers."));
    WIDTHS
        .iter()
        .map(|(width, class)| {
            let scene = draw(&Surface { width: *width, measure: &PlainWidths });
            let svg = charts::svg(&scene, &Theme::LIGHT);
            let open = format!("<svg class=\"{class}\" role=\"img\" aria-label=\"{name}\"");
            plain(&svg).replacen("<svg", &open, 1)
        })
        .collect()
}

/// The document as a part of the page: no ground, no fonts, colours by name.
fn plain(svg: &str) -> String {
    let fonts = format!(" font-family=\"{}\"", charts::FONTS.replace('\'', "&apos;"));
    let mut text = svg
        .lines()
        .filter(|line| !line.contains(&format!("fill=\"{}\"", hex(Theme::LIGHT.page))))
        .collect::<String>()
        .replace(&fonts, "")
        .replace(" opacity=\"1\"", "")
        .replace(" stroke=\"none\"", "");
    for (tone, name) in COLOURS {
        text = text.replace(&hex(Theme::LIGHT.tone(tone)), &format!("var(--{name})"));
    }
    text
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

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
