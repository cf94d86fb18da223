//! The charts: drawn again when the view, the width or the screen changes, never for a hover.

use super::canvas::{CanvasWidths, ink};
use super::dom::{Place, find, set};
use super::later::{Part, Work, after};
use super::on_dispose;
use super::state::State;
use super::still::{self, Look};
use crate::markup::{self, Level};
use cyberflag_figures::charts::{self, Scene, Surface, Theme};
use cyberflag_figures::{self as figures, BarsFigure, ChartId, View};
use leptos::prelude::*;
use maud::Markup;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

/// One chart's places on the page.
struct Places {
    id: ChartId,
    section: Element,
    head: Place,
    canvas: HtmlCanvasElement,
    hits: Place,
    foot: Place,
    /// How often it was drawn: ink that comes late must not cover newer ink.
    drawn: Rc<Cell<u32>>,
}

/// A chart worked out: heading, picture, notes.
struct Drawn {
    head: Markup,
    scene: Scene,
    foot: Markup,
}

/// The charts as parts of the page, and their width. `page` is what stands there already.
pub(super) fn parts(
    root: &HtmlElement,
    state: State,
    page: &Look,
) -> (Vec<Part>, Option<ArcRwSignal<f64>>) {
    let Some(width) = watch_width(root, page.width) else { return (Vec::new(), None) };
    let part = |places: Places| {
        let (section, width) = (places.section.clone(), width.clone());
        let work: Work = Box::new(move |now| draw(&places, state, width.get_untracked(), now));
        Part::new(section, work, page.reaches_charts)
    };
    let charts = ChartId::ALL.into_iter().filter_map(|id| places(root, id));
    (charts.map(part).collect(), Some(width))
}

fn places(root: &HtmlElement, id: ChartId) -> Option<Places> {
    let slug = id.slug();
    let chart = find(root, &format!("chart-{slug}"))?;
    Some(Places {
        id,
        section: find(root, &format!("s-{slug}"))?,
        head: Place::find(root, &format!("head-{slug}"))?,
        canvas: chart.query_selector("canvas").ok()??.dyn_into().ok()?,
        hits: Place::new(chart.query_selector(".hits").ok()??),
        foot: Place::find(root, &format!("foot-{slug}"))?,
        drawn: Rc::default(),
    })
}

/// Draws a chart; the ink may come in a task of its own unless it is wanted `now`.
fn draw(places: &Places, state: State, width: f64, now: bool) {
    let view = state.view.get_untracked();
    let screen = state.screen.get_untracked();
    // Narrower than this no chart can be read; it may then reach beyond its frame.
    let surface = Surface { width: width.max(200.0), measure: &CanvasWidths };
    let drawn = work_out(places.id, state, &view, &surface);
    let _ = places.section.toggle_attribute_with_force("hidden", drawn.is_none());
    let Some(Drawn { head, scene, foot }) = drawn else { return };
    places.head.fill(head);
    places.foot.fill(foot);
    let layer = &places.hits.element;
    let at = stop(layer).unwrap_or(0);
    set(layer, "width", &(scene.width as i32).to_string());
    set(layer, "height", &(scene.height as i32).to_string());
    set(
        layer,
        "aria-label",
        &format!("Chart with {} values; arrow keys move between them", scene.hits.len()),
    );
    places.hits.fill(markup::hits(state.data, &view, &scene, at));
    let theme = if screen.dark { Theme::DARK } else { Theme::LIGHT };
    let turn = places.drawn.get().wrapping_add(1);
    places.drawn.set(turn);
    let (canvas, drawn) = (places.canvas.clone(), places.drawn.clone());
    let work = move || {
        if drawn.get() == turn {
            ink(&canvas, &scene, &theme, screen.ratio);
        }
    };
    if now {
        work();
    } else {
        after(0, work);
    }
}

/// The place that Tab reaches now.
fn stop(hits: &Element) -> Option<usize> {
    let stop = hits.query_selector("[tabindex=\"0\"]").ok()??;
    stop.get_attribute("data-hit")?.parse().ok()
}

fn work_out(id: ChartId, state: State, view: &View, surface: &Surface<'_>) -> Option<Drawn> {
    let data = state.data;
    let bars = |figure: BarsFigure| Drawn {
        head: markup::chart_head(Level::Two, id, &figure.title, &figure.subtitle),
        scene: charts::bars(&figure, surface),
        foot: markup::bars_foot(id, &figure),
    };
    Some(match id {
        ChartId::Years => {
            let figure = figures::years(data, view);
            Drawn {
                head: markup::chart_head(Level::Two, id, &figure.title, &figure.subtitle),
                scene: charts::columns(&figure, surface),
                foot: markup::years_foot(&figure),
            }
        }
        ChartId::Compare => {
            let figure = figures::compare(data, view)?;
            Drawn {
                head: markup::compare_head(data, Level::Two, &figure),
                scene: charts::compare(&figure, surface),
                foot: markup::compare_foot(&figure),
            }
        }
        ChartId::Funnel => {
            // Part of the same question as the range, and off with it.
            let figure = figures::funnel(data, view).filter(|_| view.range)?;
            Drawn {
                head: markup::chart_head(Level::Two, id, &figure.dots.title, &figure.dots.subtitle),
                scene: charts::funnel(&figure, surface),
                foot: markup::bars_foot(id, &figure.dots),
            }
        }
        ChartId::Ranking => bars(figures::ranking(data, view)),
        ChartId::Ages => bars(figures::ages(data, view)?),
        ChartId::Change => bars(figures::change_view(data, view)?),
        ChartId::Offences => bars(figures::offences(data, view)?),
    })
}

/// Width of the app in CSS pixels, followed through every change of layout: all charts are as wide.
fn watch_width(root: &Element, now: f64) -> Option<ArcRwSignal<f64>> {
    let width = ArcRwSignal::new(now);
    let column = still::column(root);
    let (looked_at, told) = (column.clone(), width.clone());
    let update = Closure::<dyn Fn()>::new(move || {
        let now = f64::from(looked_at.client_width());
        if now > 0.0 && told.get_untracked() != now {
            told.set(now);
        }
    });
    let observer = web_sys::ResizeObserver::new(update.as_ref().unchecked_ref()).ok()?;
    observer.observe(&column);
    on_dispose(move || {
        observer.disconnect();
        drop(update);
    });
    Some(width)
}
