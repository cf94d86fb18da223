//! The canvas: crisp at any pixel ratio, text measured by the canvas itself.

use cyberflag_figures::charts::{Scene, TextWidth, Theme, paint};
use leptos::wasm_bindgen::JsCast as _;
use plotters::drawing::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use std::cell::Cell;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Sizes the canvas in device pixels and inks the scene.
pub fn ink(canvas: &HtmlCanvasElement, scene: &Scene, theme: &Theme, ratio: f64) {
    let device = |css: f64| (css * ratio).round().max(1.0) as u32;
    canvas.set_width(device(scene.width));
    canvas.set_height(device(scene.height));
    let style = web_sys::HtmlElement::style(canvas);
    let _ = style.set_property("width", &format!("{}px", scene.width.round() as i32));
    let _ = style.set_property("height", &format!("{}px", scene.height.round() as i32));
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be painted leaves the table, the buttons and the numbers as they are.
    let _ = paint(scene, &backend.into_drawing_area(), theme, ratio);
}

/// Widths as the browser's canvas measures them.
pub struct CanvasWidths;

thread_local! {
    static CONTEXT: Option<CanvasRenderingContext2d> = context();
    /// The font that the context has now: setting it costs more than measuring.
    static FONT: Cell<(u32, bool)> = const { Cell::new((0, false)) };
}

fn context() -> Option<CanvasRenderingContext2d> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl TextWidth for CanvasWidths {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        CONTEXT.with(|context| {
            let Some(context) = context else { return 0.0 };
            let font = (size.round() as u32, bold);
            if FONT.replace(font) != font {
                let weight = if bold { "bold" } else { "normal" };
                context.set_font(&format!(
                    "{weight} {}px {}",
                    font.0,
                    cyberflag_figures::charts::FONTS
                ));
            }
            context.measure_text(text).map_or(0.0, |m| m.width())
        })
    }
}
