//! The charts: drawn again when the view, the width or the screen changes, never for a hover.

use super::canvas::{CanvasWidths, ink};
use super::dom::{find, replace};
use super::state::{State, on_change};
use crate::charts::{self, Scene, Surface, Theme};
use crate::figures::{self, BarsFigure, View};
use crate::markup;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

/// One chart's places on the page.
struct Places {
    id: &'static str,
    section: Element,
    head: Element,
    canvas: HtmlCanvasElement,
    hits: Element,
    foot: Element,
}

/// A chart worked out: heading, picture, notes.
struct Drawn {
    head: String,
    scene: Scene,
    foot: String,
}

/// Draws every chart and keeps it up to date.
pub(super) fn follow(root: &HtmlElement, state: State) {
    for (id, _) in markup::CHARTS {
        if let Some(places) = places(root, id) {
            let width = watch_width(&places.section);
            on_change(Box::new(move || draw(&places, state, width.get())));
        }
    }
}

fn places(root: &HtmlElement, id: &'static str) -> Option<Places> {
    let chart = find(root, &format!("chart-{id}"))?;
    Some(Places {
        id,
        section: find(root, &format!("s-{id}"))?,
        head: find(root, &format!("head-{id}"))?,
        canvas: chart.query_selector("canvas").ok()??.dyn_into().ok()?,
        hits: chart.query_selector(".hits").ok()??,
        foot: find(root, &format!("foot-{id}"))?,
    })
}

fn draw(places: &Places, state: State, width: f64) {
    let view = state.view.get();
    let screen = state.screen.get();
    // Narrower than this no chart can be read; it may then reach beyond its frame.
    let surface = Surface { width: width.max(200.0), measure: &CanvasWidths };
    let drawn = work_out(places.id, state, &view, &surface);
    let _ = places.section.toggle_attribute_with_force("hidden", drawn.is_none());
    let Some(Drawn { head, scene, foot }) = drawn else { return };
    replace(&places.head, &head);
    replace(&places.foot, &foot);
    let at = stop(&places.hits).unwrap_or(0);
    let _ = places.hits.set_attribute("width", &(scene.width as i32).to_string());
    let _ = places.hits.set_attribute("height", &(scene.height as i32).to_string());
    let _ = places.hits.set_attribute(
        "aria-label",
        &format!("Chart with {} values; arrow keys move between them", scene.hits.len()),
    );
    replace(&places.hits, &markup::hits(state.data, &view, &scene, at));
    let theme = if screen.dark { Theme::DARK } else { Theme::LIGHT };
    ink(&places.canvas, &scene, &theme, screen.ratio);
}

/// The place that Tab reaches now.
fn stop(hits: &Element) -> Option<usize> {
    let stop = hits.query_selector("[tabindex=\"0\"]").ok()??;
    stop.get_attribute("data-hit")?.parse().ok()
}

fn work_out(id: &str, state: State, view: &View, surface: &Surface<'_>) -> Option<Drawn> {
    let data = state.data;
    if id == "years" {
        let figure = figures::years(data, view);
        return Some(Drawn {
            head: markup::years_head(&figure),
            scene: charts::columns(&figure, surface),
            foot: markup::years_foot(&figure),
        });
    }
    if id == "compare" {
        let figure = figures::compare(data, view)?;
        return Some(Drawn {
            head: markup::compare_head(data, &figure),
            scene: charts::compare(&figure, surface),
            foot: markup::notes(&figure.notes),
        });
    }
    if id == "funnel" {
        // Part of the same question as the range, and off with it.
        let figure = figures::funnel(data, view).filter(|_| view.range)?;
        return Some(Drawn {
            head: markup::bars_head(id, &figure.dots),
            scene: charts::funnel(&figure, surface),
            foot: markup::bars_foot(&figure.dots),
        });
    }
    let figure: BarsFigure = match id {
        "ranking" => figures::ranking(data, view),
        "ages" => figures::ages(data, view)?,
        "change" => figures::change_view(data, view)?,
        _ => figures::offences(data, view)?,
    };
    Some(Drawn {
        head: markup::bars_head(id, &figure),
        scene: charts::bars(&figure, surface),
        foot: markup::bars_foot(&figure),
    })
}

/// Width of an element in CSS pixels, followed through every change of layout.
fn watch_width(element: &Element) -> RwSignal<f64> {
    let parent = element.parent_element();
    // A hidden section has no width; its parent always has one, and they are equally wide.
    let watched = parent.unwrap_or_else(|| element.clone());
    let width = RwSignal::new(inner_width(&watched));
    let looked_at = watched.clone();
    let update = Closure::<dyn Fn()>::new(move || {
        let now = inner_width(&looked_at);
        if width.get_untracked() != now {
            width.set(now);
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(update.as_ref().unchecked_ref()) {
        observer.observe(&watched);
    }
    update.forget();
    width
}

fn inner_width(element: &Element) -> f64 {
    f64::from(element.client_width())
}
