//! A canvas that draws a scene crisply at any pixel ratio, with a layer above it that answers to
//! pointer and keys. Hover and focus change only that layer: the canvas is not redrawn.

use super::state::State;
use crate::charts::{Hit, Scene, Surface, TextWidth, Theme, paint};
use leptos::html;
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea as _;
use plotters_canvas::CanvasBackend;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A chart as a function of its surface.
pub(super) type Draw = Arc<dyn Fn(&Surface<'_>) -> Scene + Send + Sync>;

/// The canvas and the layer above it.
pub(super) fn canvas(
    state: State,
    id: &'static str,
    title: Memo<String>,
    draw: Draw,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<html::Canvas>::new();
    let width = watch_width(frame);
    let scene = Memo::new(move |_| match width.get() {
        w if w >= 1.0 => draw(&Surface { width: w, measure: &CanvasWidths }),
        _ => Scene::default(),
    });
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            let screen = state.screen.get();
            let theme = if screen.dark { Theme::DARK } else { Theme::LIGHT };
            scene.with(|s| ink(&canvas, s, &theme, screen.ratio));
        }
    });
    let at = RwSignal::new(0_usize);
    let pointed = RwSignal::new(None::<usize>);
    let label = move || {
        format!(
            "{}. {} values; arrow keys move between them.",
            title.get(),
            scene.with(|s| s.hits.len())
        )
    };
    let said =
        move || scene.with(|s| pointed.get().and_then(|i| s.hits.get(i)).map(|h| h.label.clone()));
    view! {
        <div class="chart" id=format!("chart-{id}") node_ref=frame>
            <canvas node_ref=canvas aria-hidden="true"></canvas>
            <div
                class="hits"
                role="group"
                aria-label=label
                on:keydown=move |event| key(&event, scene, at)
                on:pointerleave=move |_| pointed.set(None)
                on:focusout=move |_| pointed.set(None)
            >
                {move || {
                    let hits = scene.get().hits.into_iter().enumerate();
                    hits.map(|(i, h)| hit(state, i, h, at, pointed)).collect_view()
                }}
            </div>
        </div>
        <p class="chart-readout" aria-hidden="true">
            {move || said().unwrap_or_else(|| "Point at a bar, or use the arrow keys, to read its number.".to_owned())}
        </p>
    }
}

fn hit(
    state: State,
    place: usize,
    hit: Hit,
    at: RwSignal<usize>,
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let Hit { frame: (x, y, w, h), label, force, year } = hit;
    let px = |v: f64| format!("{v:.1}px");
    let choose = move |_| {
        at.set(place);
        if let Some(year) = year {
            state.choose_year(year);
        } else if force.is_some() {
            let same = state.view.get_untracked().force == force;
            state.choose_force(force.filter(|_| !same));
        }
    };
    let pressed = move || {
        let view = state.view.get();
        (force.is_some() && view.force == force) || year.is_some_and(|y| view.year == y)
    };
    let inert = force.is_none() && year.is_none();
    view! {
        <button
            type="button"
            class="hit"
            class:inert=inert
            aria-label=label
            aria-pressed=move || (!inert).then(|| pressed().to_string())
            tabindex=move || if at.get() == place { "0" } else { "-1" }
            style:left=px(x)
            style:top=px(y)
            style:width=px(w)
            style:height=px(h)
            on:click=choose
            on:pointerenter=move |_| pointed.set(Some(place))
            on:focus=move |_| {
                at.set(place);
                pointed.set(Some(place));
            }
        ></button>
    }
}

fn key(event: &web_sys::KeyboardEvent, scene: Memo<Scene>, at: RwSignal<usize>) {
    let last = scene.with_untracked(|s| s.hits.len()).saturating_sub(1);
    let here = at.get_untracked().min(last);
    let to = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => (here + 1).min(last),
        "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    at.set(to);
    let layer = event.current_target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let button = layer.and_then(|l| l.children().item(to as u32));
    if let Some(button) = button.and_then(|b| b.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Width of an element in CSS pixels, followed through every change of layout.
fn watch_width(frame: NodeRef<html::Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = frame.get() else { return };
        let watched = element.clone();
        let update = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(watched.client_width());
            if width.get_untracked() != now {
                width.set(now);
            }
        });
        width.set(f64::from(element.client_width()));
        if let Ok(observer) = web_sys::ResizeObserver::new(update.as_ref().unchecked_ref()) {
            observer.observe(&element);
            on_cleanup_local(observer);
        }
        update.forget();
    });
    width
}

/// Stops an observer when its chart leaves the page.
fn on_cleanup_local(observer: web_sys::ResizeObserver) {
    let held = StoredValue::new_local(observer);
    on_cleanup(move || held.with_value(web_sys::ResizeObserver::disconnect));
}

/// Sizes the canvas in device pixels and inks the scene.
fn ink(canvas: &HtmlCanvasElement, scene: &Scene, theme: &Theme, ratio: f64) {
    let device = |css: f64| (css * ratio).round().max(1.0) as u32;
    canvas.set_width(device(scene.width));
    canvas.set_height(device(scene.height));
    let style = web_sys::HtmlElement::style(canvas);
    let _ = style.set_property("width", &format!("{:.2}px", scene.width));
    let _ = style.set_property("height", &format!("{:.2}px", scene.height));
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be painted leaves the table, the buttons and the numbers as they are.
    let _ = paint(scene, &backend.into_drawing_area(), theme, ratio, 1.0);
}

/// Widths as the browser's canvas measures them, each kept.
struct CanvasWidths;

thread_local! {
    static CONTEXT: Option<CanvasRenderingContext2d> = context();
    static WIDTHS: RefCell<HashMap<(String, u32, bool), f64>> = RefCell::default();
}

fn context() -> Option<CanvasRenderingContext2d> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl TextWidth for CanvasWidths {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let key = (text.to_owned(), size.to_bits() as u32 ^ (size.to_bits() >> 32) as u32, bold);
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
