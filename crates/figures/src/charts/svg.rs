//! A scene as SVG text: for snapshots, for the static page, for pictures that leave the page.

use super::{Scene, Theme, paint};
use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;

/// Plotters' SVG backend divides font sizes by this.
const TEXT: f64 = 1.24;

/// The scene as an SVG document on a page-coloured ground. Empty text if the backend fails, which
/// writing to memory does not make it do.
pub fn svg(scene: &Scene, theme: &Theme) -> String {
    svg_at(scene, theme, 1.0)
}

/// The same with `scale` pixels for one CSS pixel of the scene.
pub fn svg_at(scene: &Scene, theme: &Theme, scale: f64) -> String {
    let mut text = String::new();
    {
        let pixels = |length: f64| (length * scale).ceil() as u32;
        let size = (pixels(scene.width), pixels(scene.height));
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        let (r, g, b) = theme.page;
        let drawn = area
            .fill(&plotters::style::RGBColor(r, g, b))
            .and_then(|()| paint(scene, &area, theme, scale, TEXT))
            .and_then(|()| area.present());
        if drawn.is_err() {
            return String::new();
        }
    }
    text
}
