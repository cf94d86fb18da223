//! Draws a scene on any plotters backend.

use super::{Anchor, Mark, Rgb, Scene, Shape, Theme, Tone};
use crate::geo::Rect;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::DrawingBackend;

/// Fonts of the reader's own system, so that none is loaded.
pub const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/// Draws a scene.
///
/// `scale` is device pixels for one CSS pixel; `text` corrects the backend's idea of a font size
/// (1.24 for plotters' SVG, which divides by it; 1 for a canvas).
///
/// # Errors
/// Whatever the backend refuses.
pub fn paint<DB: DrawingBackend>(
    scene: &Scene,
    area: &DrawingArea<DB, Shift>,
    theme: &Theme,
    scale: f64,
    text: f64,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let px = |v: f64| (v * scale).round() as i32;
    let fill = |rect: Rect, tone: Tone| {
        let (left, top) = (px(rect.x), px(rect.y));
        // Never thinner than one device pixel, so that a hairline stays a line.
        let right = px(rect.right()).max(left + 1);
        let bottom = px(rect.bottom()).max(top + 1);
        Rectangle::new([(left, top), (right, bottom)], color(theme.tone(tone)).filled())
    };
    for Mark { shape, tone } in &scene.marks {
        for rect in shape.rects() {
            area.draw(&fill(rect, *tone))?;
        }
        match shape {
            Shape::Line(points) if points.len() > 1 => {
                let points: Vec<(i32, i32)> =
                    points.iter().map(|(x, y)| (px(*x), px(*y))).collect();
                let style = color(theme.tone(*tone)).stroke_width((2.0 * scale).round() as u32);
                area.draw(&PathElement::new(points, style))?;
            }
            Shape::Text { at: (x, y), anchor, size, bold, text: label } => {
                let style = if *bold { FontStyle::Bold } else { FontStyle::Normal };
                let font = (FontFamily::Name(FONTS), size * scale * text, style);
                let horizontal = match anchor {
                    Anchor::Start => HPos::Left,
                    Anchor::Middle => HPos::Center,
                    Anchor::End => HPos::Right,
                };
                let ink = color(theme.tone(*tone));
                let style =
                    TextStyle::from(font).color(&ink).pos(Pos::new(horizontal, VPos::Center));
                area.draw(&Text::new(label.as_str(), (px(*x), px(*y)), style))?;
            }
            Shape::Rect(_)
            | Shape::Gap(_)
            | Shape::Dashes { .. }
            | Shape::Range { .. }
            | Shape::Line(_)
            | Shape::Curve { .. } => {}
        }
    }
    Ok(())
}

fn color((r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}
