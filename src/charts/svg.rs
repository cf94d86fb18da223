//! A scene as SVG text, natively: for snapshots now, for static pages and downloads later.

use super::{Scene, Theme, paint};
use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;

/// Plotters' SVG backend divides font sizes by this.
const TEXT: f64 = 1.24;

/// The scene as an SVG document on a page-coloured ground. Empty text if the backend fails, which
/// writing to memory does not make it do.
pub fn svg(scene: &Scene, theme: &Theme) -> String {
    let mut text = String::new();
    {
        let size = (scene.width.ceil() as u32, scene.height.ceil() as u32);
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        let (r, g, b) = theme.page;
        let drawn = area
            .fill(&plotters::style::RGBColor(r, g, b))
            .and_then(|()| paint(scene, &area, theme, 1.0, TEXT))
            .and_then(|()| area.present());
        if drawn.is_err() {
            return String::new();
        }
    }
    text
}
