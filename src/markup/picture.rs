//! Charts as inline SVG, in several widths of which the style sheet shows the one that fits, and in its
//! colours.

use cyberflag_figures::charts::{self, PlainWidths, Scene, Surface, Tone};
use cyberflag_figures::{BarsFigure, CompareFigure, FunnelFigure, YearsFigure};
use maud::{Markup, PreEscaped, html};

/// A picture, its size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Its width.
    pub width: f64,
    /// Its height without rows under the years; that of bars follows from their number.
    pub height: f64,
    /// Whether it is lower where it needs no words of a break at its top.
    pub snug: bool,
    /// The class that the style sheet knows.
    pub class: &'static str,
}

const NARROW: Picture = Picture { width: 328.0, height: 280.0, snug: false, class: "narrow" };

/// Those of the page: for a phone, and for half of a wide screen.
pub const OPENING: [Picture; 2] = [NARROW, Picture { width: 560.0, class: "wide", ..NARROW }];

/// For a phone, and for two thirds of a wide screen.
pub const LARGE: [Picture; 2] = [NARROW, Picture { width: 760.0, class: "wide", ..NARROW }];

/// The height of the words of a break, at the top of a picture.
const BREAK: f64 = 20.0;

/// What a picture shows and what was counted: its name for those who do not see it.
fn named(title: &str, subtitle: &str) -> String {
    if subtitle.is_empty() {
        return title.to_owned();
    }
    format!("{title}. {}", subtitle.trim_end_matches('.'))
}

/// The years as pictures.
pub fn years_pictures(figure: &YearsFigure, sizes: &[Picture]) -> Markup {
    pictures(&named(&figure.title, &figure.subtitle), sizes, &|surface, size| {
        let cut = if size.snug && figure.breaks.is_empty() { BREAK } else { 0.0 };
        let height = size.height - cut + charts::rows_under(figure, surface);
        charts::columns_of(figure, surface, height)
    })
}

/// Bars, as high as they need to be.
pub fn bars_pictures(figure: &BarsFigure, sizes: &[Picture]) -> Markup {
    pictures(&named(&figure.title, &figure.subtitle), sizes, &|surface, _| {
        charts::bars(figure, surface)
    })
}

/// Forces through the years.
pub fn compare_pictures(figure: &CompareFigure, sizes: &[Picture]) -> Markup {
    pictures(&named(&figure.title, &figure.subtitle), sizes, &|surface, _| {
        charts::compare(figure, surface)
    })
}

/// Rates against the number of children.
pub fn funnel_pictures(figure: &FunnelFigure, sizes: &[Picture]) -> Markup {
    pictures(&named(&figure.dots.title, &figure.dots.subtitle), sizes, &|surface, _| {
        charts::funnel(figure, surface)
    })
}

/// A chart in every size.
fn pictures(
    title: &str,
    sizes: &[Picture],
    chart: &dyn Fn(&Surface<'_>, &Picture) -> Scene,
) -> Markup {
    html! {
        @for size in sizes {
            (part(&chart(&Surface { width: size.width, measure: &PlainWidths }, size), title, size.class))
        }
    }
}

/// A scene as a part of the page.
fn part(scene: &Scene, title: &str, class: &str) -> Markup {
    let (width, height) = (scene.width.ceil(), scene.height.ceil());
    html! {
        svg class=(class) role="img" aria-label={ (title) ". The table has the same numbers." }
            width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) }
            xmlns="http://www.w3.org/2000/svg" {
            (PreEscaped(charts::svg(scene, 1.0, colour)))
        }
    }
}

/// The colour of a role, by the name that the style sheet has for it.
fn colour(tone: Tone) -> String {
    format!("var(--{})", token(tone))
}

/// What the style sheet calls the colour of a role.
pub fn token(tone: Tone) -> &'static str {
    match tone {
        Tone::Paper => "paper",
        Tone::Text => "ink",
        Tone::Muted => "ink-2",
        Tone::Grid => "rule",
        Tone::Edge => "edge",
        Tone::Mark => "data",
        Tone::Back => "data-2",
        Tone::Chosen | Tone::Pin(0) => "pick",
        Tone::Pin(1) => "l2",
        Tone::Pin(2) => "l3",
        Tone::Pin(_) => "l4",
        Tone::Outer => "wash",
        Tone::Inner => "land",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_figures::Bar;

    #[test]
    fn a_picture_says_its_title_and_has_the_colours_of_the_page() {
        let figure = BarsFigure {
            title: "A & B".to_owned(),
            bars: vec![Bar { label: "Kent".to_owned(), value: Some(1.0), ..Bar::default() }],
            ..BarsFigure::default()
        };
        let svg = bars_pictures(&figure, &OPENING).into_string();
        assert!(svg.contains("\"A &amp; B. The table"), "{svg}");
        assert!(svg.contains("fill=\"var(--data)\"") && svg.contains("viewBox=\"0 0 560 24\""));
        assert_eq!(svg.matches("<svg").count(), 2);
    }
}
