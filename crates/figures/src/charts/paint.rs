//! Draws a scene on any plotters backend.

use super::{Anchor, Mark, Rgb, Scene, Shape, Theme, Tone};
use crate::geo::Rect;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::DrawingBackend;

/// Fonts of the reader's own system, so that none is loaded.
pub const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/// Draws a scene.
///
/// `scale` is device pixels for one CSS pixel.
///
/// # Errors
/// Whatever the backend refuses.
pub fn paint<DB: DrawingBackend>(
    scene: &Scene,
    area: &DrawingArea<DB, Shift>,
    theme: &Theme,
    scale: f64,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let px = |v: f64| (v * scale).round() as i32;
    let fill = |rect: Rect, tone: Tone| {
        let (left, top, width, height) = pixels(rect, scale);
        let corners = [(left, top), (left + width, top + height)];
        Rectangle::new(corners, color(theme.tone(tone)).filled())
    };
    for Mark { shape, tone } in &scene.marks {
        for rect in shape.rects() {
            area.draw(&fill(rect, *tone))?;
        }
        let ink = color(theme.tone(*tone));
        let pixel = |(x, y): &(f64, f64)| (px(*x), px(*y));
        let (width, strokes) = shape.strokes();
        let stroke = ink.stroke_width((width * scale).round().max(1.0) as u32);
        for points in strokes {
            area.draw(&PathElement::new(points.iter().map(pixel).collect::<Vec<_>>(), stroke))?;
        }
        match shape {
            Shape::Dot { at, radius } => {
                area.draw(&Circle::new(pixel(at), px(*radius), ink.filled()))?;
            }
            Shape::Area(points) => {
                let points: Vec<_> = points.iter().map(pixel).collect();
                area.draw(&Polygon::new(points, ink.filled()))?;
            }
            Shape::Text { at: (x, y), anchor, size, bold, text: label } => {
                let style = if *bold { FontStyle::Bold } else { FontStyle::Normal };
                let font = (FontFamily::Name(FONTS), size * scale, style);
                let horizontal = match anchor {
                    Anchor::Start => HPos::Left,
                    Anchor::Middle => HPos::Center,
                    Anchor::End => HPos::Right,
                };
                let style =
                    TextStyle::from(font).color(&ink).pos(Pos::new(horizontal, VPos::Center));
                area.draw(&Text::new(label.as_str(), (px(*x), px(*y)), style))?;
            }
            Shape::Rect(_)
            | Shape::Gap(_)
            | Shape::Dashes { .. }
            | Shape::Range { .. }
            | Shape::Line { .. } => {}
        }
    }
    Ok(())
}

/// A rectangle in whole device pixels: left, top, width and height. Never thinner than one, so that a
/// hairline does not vanish.
pub(super) fn pixels(rect: Rect, scale: f64) -> (i32, i32, i32, i32) {
    let px = |v: f64| (v * scale).round() as i32;
    let (left, top) = (px(rect.x), px(rect.y));
    let (right, bottom) = (px(rect.right()), px(rect.bottom()));
    (left, top, right.saturating_sub(left).max(1), bottom.saturating_sub(top).max(1))
}

fn color((r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}
