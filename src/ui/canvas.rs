//! The canvas: crisp at any pixel ratio, text measured by the canvas itself.

use crate::charts::{Scene, TextWidth, Theme, paint};
use plotters::drawing::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Sizes the canvas in device pixels and inks the scene.
pub(super) fn ink(canvas: &HtmlCanvasElement, scene: &Scene, theme: &Theme, ratio: f64) {
    let device = |css: f64| (css * ratio).round().max(1.0) as u32;
    canvas.set_width(device(scene.width));
    canvas.set_height(device(scene.height));
    let style = web_sys::HtmlElement::style(canvas);
    let _ = style.set_property("width", &format!("{}px", scene.width.round() as i32));
    let _ = style.set_property("height", &format!("{}px", scene.height.round() as i32));
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be painted leaves the table, the buttons and the numbers as they are.
    let _ = paint(scene, &backend.into_drawing_area(), theme, ratio, 1.0);
}

/// Widths as the browser's canvas measures them, each kept.
pub(super) struct CanvasWidths;

thread_local! {
    static CONTEXT: Option<CanvasRenderingContext2d> = context();
    static WIDTHS: RefCell<BTreeMap<(String, u32, bool), f64>> = RefCell::default();
}

fn context() -> Option<CanvasRenderingContext2d> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl TextWidth for CanvasWidths {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let size = size.round() as u32;
        let key = (text.to_owned(), size, bold);
        if let Some(width) = WIDTHS.with_borrow(|w| w.get(&key).copied()) {
            return width;
        }
        let width = CONTEXT.with(|context| {
            let Some(context) = context else { return 0.0 };
            let weight = if bold { "bold" } else { "normal" };
            context.set_font(&format!("{weight} {size}px {}", crate::charts::FONTS));
            context.measure_text(text).map_or(0.0, |m| m.width())
        });
        WIDTHS.with_borrow_mut(|w| {
            // Words of every view together stay far below this; a runaway never fills memory.
            if w.len() > 5_000 {
                w.clear();
            }
            w.insert(key, width);
        });
        width
    }
}
