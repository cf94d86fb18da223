//! A scene as SVG markup, for static pages, prints and pictures.

use super::paint::pixels;
use super::{Anchor, Mark, Scene, Shape, Tone};
use crate::escape;
use crate::scale::format::machine;
use std::fmt::Write as _;

/// The marks of a scene as SVG elements, `scale` pixels for one CSS pixel of the scene.
///
/// `colour` writes the colour of a role: `#2b6991`, `var(--data)`. The elements have no font, so that
/// text is in that of the document they are put in.
pub fn svg(scene: &Scene, scale: f64, colour: impl Fn(Tone) -> String) -> String {
    let mut svg = String::new();
    // Writing to memory does not fail.
    for Mark { shape, tone } in &scene.marks {
        let colour = colour(*tone);
        for rect in shape.rects() {
            let (left, top, width, height) = pixels(rect, scale);
            let _ = write!(
                svg,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
            );
        }
        let px = |length: f64| (length * scale).round();
        let path = |points: &[(f64, f64)]| {
            let points = points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y)));
            points.collect::<Vec<_>>().join(" ")
        };
        let (width, strokes) = shape.strokes();
        for points in strokes {
            let (points, width) = (path(&points), px(width).max(1.0));
            let _ = write!(
                svg,
                "<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" points=\"{points}\"/>"
            );
        }
        match shape {
            Shape::Dot { at: (x, y), radius } => {
                let (x, y, radius) = (px(*x), px(*y), px(*radius));
                let _ =
                    write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{colour}\"/>");
            }
            Shape::Area(points) => {
                let points = path(points);
                let _ = write!(svg, "<polygon fill=\"{colour}\" points=\"{points}\"/>");
            }
            Shape::Text { at: (x, y), anchor, size, bold, text } => {
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                let weight = if *bold { " font-weight=\"bold\"" } else { "" };
                // Half the height of small letters below the middle of the line.
                let _ = write!(
                    svg,
                    "<text x=\"{}\" y=\"{}\" dy=\"0.5ex\" text-anchor=\"{anchor}\" font-size=\"{}\"{weight} fill=\"{colour}\">{}</text>",
                    px(*x),
                    px(*y),
                    machine(size * scale),
                    escape(text)
                );
            }
            Shape::Rect(_)
            | Shape::Gap(_)
            | Shape::Dashes { .. }
            | Shape::Range { .. }
            | Shape::Line { .. } => {}
        }
    }
    svg
}
