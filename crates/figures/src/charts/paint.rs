//! Inks a scene on any plotters backend. The only generic part, and a thin one.

use super::{Anchor, Ink, Rgb, Scene, Theme, Tone};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::DrawingBackend;

/// Fonts of the reader's own system: nothing to load, nothing to wait for.
pub const FONTS: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
/// Length of a dash and of the gap after it, in CSS pixels.
const DASH: f64 = 4.0;

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
    let fill = |x: f64, y: f64, w: f64, h: f64, tone: Tone| {
        let (left, top) = (px(x), px(y));
        // Never thinner than one device pixel, so that a hairline stays a line.
        let right = px(x + w).max(left + 1);
        let bottom = px(y + h).max(top + 1);
        Rectangle::new([(left, top), (right, bottom)], color(theme.tone(tone)).filled())
    };
    for ink in &scene.inks {
        match ink {
            Ink::Rect { x, y, w, h, tone } => area.draw(&fill(*x, *y, *w, *h, *tone))?,
            Ink::Dashes { from, to, tone } => {
                for (x, y, w, h) in dashes(*from, *to) {
                    area.draw(&fill(x, y, w, h, *tone))?;
                }
            }
            Ink::Line { points, tone } => {
                let points: Vec<(i32, i32)> =
                    points.iter().map(|(x, y)| (px(*x), px(*y))).collect();
                let style = color(theme.tone(*tone)).stroke_width((2.0 * scale).round() as u32);
                area.draw(&PathElement::new(points, style))?;
            }
            Ink::Words { x, y, anchor, size, bold, tone, text: words } => {
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
                area.draw(&Text::new(words.as_str(), (px(*x), px(*y)), style))?;
            }
        }
    }
    Ok(())
}

fn color((r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}

/// Dashes of an upright or level line, as rectangles one pixel thick.
fn dashes(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (f64, f64, f64, f64)> {
    let upright = from.0 == to.0;
    let length = if upright { to.1 - from.1 } else { to.0 - from.0 };
    let count = (length / (2.0 * DASH)).ceil().clamp(0.0, 1000.0) as usize;
    (0..count).map(move |i| {
        let start = i as f64 * 2.0 * DASH;
        let dash = DASH.min(length - start);
        if upright {
            (from.0, from.1 + start, 1.0, dash)
        } else {
            (from.0 + start, from.1, dash, 1.0)
        }
    })
}
