//! A chart: title, picture, readout, notes, and the same as a table.
//!
//! The picture is a canvas. Over it lies a layer of rectangles, one for each value, which answer the
//! pointer and the keys; they share one tab stop (a roving tabindex). As text the picture is SVG.

use super::compared::{AddForce, Chip, Chips};
use super::figure_table::FigureTable;
use super::find::is;
use super::full_screen::FullScreen;
use super::tabs::{Panel, TabList, Tabs};
use super::title::Title;
use crate::calm::{Look, in_sight};
use crate::canvas::{CanvasWidths, ink};
use crate::live::{answer, live, live_text};
use crate::markup;
use crate::store::{Shown, Store};
use cyberflag_figures::charts::{self, Hit, PlainWidths, Scene, Surface, TextWidth, Theme};
use cyberflag_figures::{self as figures, BarsFigure, ChartId, Table};
use leptos::either::Either;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::html::{Canvas, Div, Section};
use leptos::prelude::*;
use leptos::svg::Svg;
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use maud::Markup;
use std::sync::Arc;
use web_sys::{ResizeObserver, SvgElement};

/// Narrower than this no chart can be read; it may then reach beyond its frame.
const LEAST_WIDTH: f64 = 200.0;

/// From this width on, in CSS pixels, a chart shows all its rows.
const WIDE: f64 = 400.0;

/// A chart worked out.
#[derive(PartialEq)]
struct Drawn {
    shown: Shown,
    title: String,
    subtitle: String,
    scene: Scene,
    foot: String,
    /// The forces compared.
    chips: Vec<Chip>,
    /// What the button says that shows all rows, or fewer; empty where there is none.
    fold: String,
}

/// A chart and its table as tabs; hidden where the figures have none of the kind. `written`: it is part
/// of the page as text.
#[component]
pub fn Chart(id: ChartId, #[prop(default = true)] written: bool) -> impl IntoView {
    let store = Store::here();
    let look = use_context::<Look>().unwrap_or_default();
    let slug = id.slug();
    let section = NodeRef::<Section>::new();
    let picture = NodeRef::<Div>::new();
    let shown = in_sight(section, 4 + id as u64, look.reaches_charts);
    let width = width(picture, look.width);
    let tabs = Tabs::new(slug, &["Chart", "Table"]);
    let measure: &'static (dyn TextWidth + Sync) =
        if store.written { &PlainWidths } else { &CanvasWidths };
    let (whole, show_whole) = signal(false);
    let drawn = Memo::new(move |_| {
        let shown = shown.get().filter(|_| written || !store.written)?;
        let surface = Surface { width: width.get().max(LEAST_WIDTH), measure };
        let folds = surface.width < WIDE && !store.is_framed() && !store.screen.read().print;
        work_out(id, shown, &surface, folds, whole.get()).map(Arc::new)
    });
    let hidden = move || drawn.read().is_none();
    // A hidden chart has a title of its own too: a heading is never empty, nor two of one name.
    let words = move |of: fn(&Drawn) -> &String| {
        live_text(move || {
            drawn.read().as_ref().map_or(format!("No figures: {slug}"), |d| of(d).clone())
        })
    };
    let chips =
        Signal::derive(move || drawn.read().as_ref().map_or(Vec::new(), |d| d.chips.clone()));
    let foot = live(move || drawn.read().as_ref().map_or(String::new(), |d| d.foot.clone()));
    let (pointed, point) = signal(None::<usize>);
    let readout = live_text(move || {
        let drawn = drawn.read();
        let hit = drawn.as_ref().and_then(|d| d.scene.hits.get(pointed.get()?));
        hit.map_or(String::new(), |hit| hit.label.clone())
    });
    let content = if store.written {
        let drawn = drawn.get_untracked();
        let picture = drawn.and_then(|d| still(id, &d.shown)).unwrap_or_default();
        Either::Left(
            view! { <div class="chart" id=format!("chart-{slug}") inner_html=picture.into_string()></div> },
        )
    } else {
        Either::Right(view! {
            <div class="chart" id=format!("chart-{slug}") node_ref=picture><Picture drawn point/></div>
        })
    };
    let fold = move || drawn.read().as_ref().map_or(String::new(), |d| d.fold.clone());
    let has_fold = !store.written && matches!(id, ChartId::Ranking | ChartId::Change);
    let has_table = written || !store.written;
    let figure = move || Some((*section.get_untracked()?).clone().unchecked_into());
    let full_screen = view! { <FullScreen figure=Box::new(figure)/> };
    view! {
        <section class="fig" id=format!("s-{slug}") hidden=live(hidden) aria-labelledby=format!("h-{slug}") node_ref=section>
            <Title id=format!("h-{slug}") words=words(|d| &d.title)/>
            <p class="fig-s" inner_html=words(|d| &d.subtitle)></p>
            {(id == ChartId::Compare).then(|| view! { <AddForce/><Chips chips/> })}
            <div class="tabs-row"><TabList tabs name="Chart or table"/>{full_screen}</div>
            <Panel tabs place=0>
                {content}
                <p class="chart-readout" aria-hidden="true" inert=store.inert() inner_html=readout></p>
                {has_fold.then(|| view! { <button type="button" class="btn-i" hidden=live(move || fold().is_empty()) on:click=answer(move |_: MouseEvent| show_whole.update(|whole| *whole = !*whole)) inner_html=live_text(fold)></button> })}
            </Panel>
            <Panel tabs place=1>
                {has_table.then(|| view! { <FigureTable slug shown table=table_of(id) wanted=Signal::derive(move || tabs.shows(1))/> })}
            </Panel>
            <div class="fig-foot" id=format!("foot-{slug}") inner_html=foot></div>
        </section>
    }
}

/// The canvas and the layer that answers.
#[component]
fn Picture(drawn: Memo<Option<Arc<Drawn>>>, point: WriteSignal<Option<usize>>) -> impl IntoView {
    let store = Store::here();
    let canvas = NodeRef::<Canvas>::new();
    let layer = NodeRef::<Svg>::new();
    let (stop, set_stop) = signal(0_usize);
    Effect::new(move || {
        let (Some(canvas), Some(drawn)) = (canvas.get(), drawn.get()) else { return };
        let screen = store.screen.get();
        let theme = if screen.dark { &Theme::DARK } else { &Theme::LIGHT };
        ink(&canvas, &drawn.scene, theme, screen.ratio);
    });
    let size = move |of: fn(&Scene) -> f64| {
        live(move || drawn.read().as_ref().map_or(0, |d| of(&d.scene) as i32).to_string())
    };
    let count = move || drawn.read().as_ref().map_or(0, |d| d.scene.hits.len());
    let name = live(move || format!("Chart with {} values; arrow keys move between them", count()));
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (at, last) = (stop.get_untracked(), untrack(count).saturating_sub(1));
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => (at + 1).min(last),
            "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            "Enter" | " " => {
                choose(store, drawn, at);
                at
            }
            "Escape" => {
                store.choose_force(None);
                at
            }
            _ => return,
        };
        event.prevent_default();
        set_stop.set(to);
        let marks = layer.get_untracked().map(|layer| layer.children());
        if let Some(mark) =
            marks.and_then(|marks| marks.item(to as u32)?.dyn_into::<SvgElement>().ok())
        {
            let _ = mark.focus();
        }
    };
    let hits = move || {
        let Some(now) = drawn.get() else { return Vec::new() };
        let hits = now.scene.hits.iter().enumerate();
        hits.map(|(i, hit)| {
            let pixels = |v: f64| v.round() as i32;
            let chosen = chosen(&now.shown, hit);
            view! {
                <rect
                    class=if chosen.is_some() { "hit acts" } else { "hit" }
                    x=pixels(hit.rect.x) y=pixels(hit.rect.y) width=pixels(hit.rect.width) height=pixels(hit.rect.height)
                    role=if chosen.is_some() { "button" } else { "img" }
                    aria-pressed=chosen.map(is)
                    aria-label=hit.label.clone()
                    tabindex=live(move || if stop.get().min(count().saturating_sub(1)) == i { "0" } else { "-1" })
                    on:pointerover=answer(move |_: PointerEvent| point.set(Some(i)))
                    on:pointerout=answer(move |_: PointerEvent| point.set(None))
                    on:focus=answer(move |_: FocusEvent| { set_stop.set(i); point.set(Some(i)) })
                    on:blur=answer(move |_: FocusEvent| point.set(None))
                    on:click=answer(move |_: MouseEvent| choose(store, drawn, i))
                ></rect>
            }
        })
        .collect_view()
    };
    view! {
        <canvas aria-hidden="true" node_ref=canvas></canvas>
        <svg class="hits" role="group" width=size(|s| s.width) height=size(|s| s.height) aria-label=name on:keydown=answer(keys) node_ref=layer>
            {hits}
        </svg>
    }
}

/// Whether a value that chooses something is the one chosen.
fn chosen(Shown { view, .. }: &Shown, hit: &Hit) -> Option<bool> {
    match (hit.force, hit.year) {
        (Some(_), _) => Some(view.force == hit.force),
        (None, Some(year)) => Some(year == view.year),
        (None, None) => None,
    }
}

/// Chooses the force or the year of a value; a second press lets a force go.
fn choose(store: Store, drawn: Memo<Option<Arc<Drawn>>>, index: usize) {
    let Some(drawn) = drawn.get_untracked() else { return };
    match drawn.scene.hits.get(index).map(|hit| (hit.force, hit.year)) {
        Some((Some(force), _)) => store.toggle_force(force),
        Some((None, Some(year))) => store.choose_year(year),
        _ => {}
    }
}

/// The width of a picture in CSS pixels, followed through every change of layout.
fn width(picture: NodeRef<Div>, first: f64) -> ReadSignal<f64> {
    /// Watches until its owner is cleaned up.
    struct Watch {
        observer: ResizeObserver,
        _update: Closure<dyn Fn()>,
    }
    impl Drop for Watch {
        fn drop(&mut self) {
            self.observer.disconnect();
        }
    }
    let (width, set) = signal(first);
    Effect::new(move || {
        let Some(picture) = picture.get() else { return };
        let watched = picture.clone();
        let update = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(watched.client_width());
            if now > 0.0 && width.get_untracked() != now {
                set.set(now);
            }
        });
        if let Ok(observer) = ResizeObserver::new(update.as_ref().unchecked_ref()) {
            observer.observe(&picture);
            StoredValue::new_local(Watch { observer, _update: update });
        }
    });
    width
}

/// `folds`: many rows are folded, unless the reader wants the `whole`.
fn work_out(
    id: ChartId,
    shown: Shown,
    surface: &Surface<'_>,
    folds: bool,
    whole: bool,
) -> Option<Drawn> {
    let Shown { data, view } = &shown;
    let (mut chips, mut fold) = (Vec::new(), String::new());
    let mut bars = |figure: BarsFigure| {
        let folded = if folds { figure.folded() } else { None };
        fold = match (&folded, whole) {
            (None, _) => String::new(),
            (Some(_), false) => format!("Show all {} forces", figure.bars.len()),
            (Some(_), true) => "Show fewer forces".to_owned(),
        };
        let scene = charts::bars(folded.as_ref().filter(|_| !whole).unwrap_or(&figure), surface);
        let foot = markup::bars_foot(&figure);
        (figure.title, figure.subtitle, scene, foot)
    };
    let (title, subtitle, scene, foot) = match id {
        ChartId::Years => {
            let figure = figures::years(data, view);
            let (scene, foot) = (charts::columns(&figure, surface), markup::years_foot(&figure));
            (figure.title, figure.subtitle, scene, foot)
        }
        ChartId::Compare => {
            let figure = figures::compare(data, view)?;
            let (scene, foot) = (charts::compare(&figure, surface), markup::compare_foot(&figure));
            chips.extend(figure.lines.into_iter().map(Chip::of));
            (figure.title, figure.subtitle, scene, foot)
        }
        ChartId::Funnel => {
            let figure = figures::funnel(data, view)?;
            let scene = charts::funnel(&figure, surface);
            let foot = markup::bars_foot(&figure.dots);
            (figure.dots.title, figure.dots.subtitle, scene, foot)
        }
        ChartId::Ranking => bars(figures::ranking(data, view)),
        ChartId::Ages => bars(figures::ages(data, view)?),
        ChartId::Change => bars(figures::change_view(data, view)?),
        ChartId::Offences => bars(figures::offences(data, view)?),
    };
    Some(Drawn { title, subtitle, scene, foot: foot.into_string(), chips, fold, shown })
}

/// The picture of a chart as text, for the charts that stand in pages.
fn still(id: ChartId, Shown { data, view }: &Shown) -> Option<Markup> {
    let bars = |figure: BarsFigure| markup::bars_pictures(&figure, &markup::OPENING);
    match id {
        ChartId::Years => {
            Some(markup::years_pictures(&figures::years(data, view), &markup::OPENING))
        }
        ChartId::Ranking => Some(bars(figures::ranking(data, view))),
        ChartId::Ages => figures::ages(data, view).map(bars),
        ChartId::Change | ChartId::Offences | ChartId::Compare | ChartId::Funnel => None,
    }
}

fn table_of(id: ChartId) -> fn(&Shown) -> Option<Table> {
    match id {
        ChartId::Ranking => |Shown { data, view }| Some(figures::ranking(data, view).table()),
        ChartId::Compare => |Shown { data, view }| Some(figures::compare_table(data, view)),
        ChartId::Years => |Shown { data, view }| Some(figures::years_table(data, view)),
        ChartId::Ages => |Shown { data, view }| Some(figures::ages(data, view)?.table()),
        ChartId::Change => |Shown { data, view }| Some(figures::change_view(data, view)?.table()),
        ChartId::Funnel => |Shown { data, view }| Some(figures::funnel(data, view)?.dots.table()),
        ChartId::Offences => |Shown { data, view }| Some(figures::offences(data, view)?.table()),
    }
}
