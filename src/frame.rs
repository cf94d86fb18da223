//! A figure in a frame of another site, complete without a script. No option removes title, period,
//! source, warning and the link to the full page.

use crate::calm::in_sight;
use crate::live::{Live, answer, live, live_html, live_text};
use crate::markup::{self, Opens};
use crate::sections::answer::{Answer, Tiles};
use crate::sections::card::ForceCard;
use crate::sections::chart::Chart;
use crate::sections::controls::{Controls, Picker};
use crate::sections::figure_table::FigureTable;
use crate::sections::force_map::{ForceMap, Key, MapState, MapTitle, Readout};
use crate::sections::reading::SourceFold;
use crate::store::{Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::FinancialYear;
use cyberflag_export::EmbedFigure;
use cyberflag_figures::geo::CREDIT;
use cyberflag_figures::help::CHILDLINE;
use cyberflag_figures::{self as figures, ChartId, View, caveats};
use leptos::ev::Event;
use leptos::html::{Details, Section};
use leptos::prelude::*;
use maud::html;

/// The whole frame. `release` says which figures it was made from.
#[component]
pub fn Frame(figure: EmbedFigure, release: String) -> impl IntoView {
    let shows = move |wanted: EmbedFigure| figure == wanted;
    let store = Store::here();
    let tiles = NodeRef::new();
    let credit = format!("Outlines of the forces, simplified. {CREDIT}. {release}");
    let caveats = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        markup::caveat_list(data, view)
    });
    view! {
        <Head figure/>
        <FrameControls figure/>
        <div class="sheet-figure">
            <Answer/>
            {shows(EmbedFigure::Map).then(|| view! { <MapFigure/> })}
            {shows(EmbedFigure::Ranking).then(|| view! { <Chart id=ChartId::Ranking/> })}
            {shows(EmbedFigure::Force).then(|| view! { <ForceCard opens=Opens::NewTab/> })}
            {(shows(EmbedFigure::Years) || shows(EmbedFigure::Force)).then(|| view! { <Chart id=ChartId::Years/> })}
            {shows(EmbedFigure::Ages).then(|| view! {
                <Chart id=ChartId::Ages/>
                // The style sheet shows it when the chosen figures have none.
                <p class="note no-ages">"No ages were published for these figures and this year."</p>
            })}
            <section id="key-figures" aria-label="The number and its years" node_ref=tiles><Tiles section=tiles opens=Opens::NewTab/></section>
            <details data-fold="caveats">
                <summary>"What the figures do not say"</summary>
                <ul id="caveats" inner_html=caveats></ul>
            </details>
            <SourceFold opens=Opens::NewTab/>
            <p class="note">{credit}</p>
        </div>
        <Foot figure/>
    }
}

/// Title and period.
#[component]
fn Head(figure: EmbedFigure) -> impl IntoView {
    let store = Store::here();
    let title = live_text(move || {
        let Shown { data, view } = &*store.shown.read();
        // The card of a force names it; elsewhere a chosen force is no part of the title.
        let force = view.force.filter(|_| figure == EmbedFigure::Force);
        let name = force.and_then(|id| data.force(id)).map(|f| f.full_name.as_str());
        figure.title(data.measure(view.measure), name)
    });
    let period = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let year = match (single_year(data, view, figure), figure) {
            (Some(year), _) => {
                let (from, to) = (year.start(), year.next().start());
                format!("{} (April {from} to March {to})", year.label())
            }
            (None, EmbedFigure::Force) => "No figure for a single year".to_owned(),
            _ => {
                let latest = figures::latest_figures(data, view.measure);
                let period = latest.map_or(String::new(), |latest| latest.period());
                format!("Latest figure of each force ({period})")
            }
        };
        html! {
            @match figure {
                EmbedFigure::Map => {
                    span.roomy { "England and Wales, " } (year) "." span.roomy { " Shown as:" } " " (markup::unit_name(view.unit))
                }
                EmbedFigure::Years => { (data.area_name(view.area())) ", all years. Marked: " (year) }
                EmbedFigure::Headline => { span.roomy { (data.area_name(view.area())) ", " } (year) }
                EmbedFigure::Force => (year),
                _ => { span.roomy { "England and Wales, " } (year) }
            }
        }
    });
    view! {
        <header class="sheet-head"><h1 inner_html=title></h1><p class="sheet-period" inner_html=period></p></header>
    }
}

/// The year of what the frame shows; none of a map of the latest figures, nor of a force that has none.
fn single_year(data: &Dataset, view: &View, figure: EmbedFigure) -> Option<FinancialYear> {
    match (figure, view.force) {
        (EmbedFigure::Map, _) if view.latest => None,
        (EmbedFigure::Force, Some(force)) => view.year_of(data, force),
        _ => Some(view.year),
    }
}

/// What readers may change. The style sheet shows those that the embedding site allows.
#[component]
fn FrameControls(figure: EmbedFigure) -> impl IntoView {
    let store = Store::here();
    view! {
        <details class="sheet-controls" data-fold="controls" inert=store.inert()>
            <summary>"Choose what is shown"</summary>
            <Controls latest=figure.is_of_latest()/>
            <Picker/>
        </details>
    }
}

#[component]
fn MapFigure() -> impl IntoView {
    let section = NodeRef::<Section>::new();
    provide_context(MapState::new(Store::here(), section));
    let shown = in_sight(section, 1, true);
    let fold = NodeRef::<Details>::new();
    let (open, set_open) = signal(false);
    let toggled = move |_: Event| set_open.set(fold.get_untracked().is_some_and(|f| f.open()));
    let table = |Shown { data, view }: &Shown| Some(figures::force_table(data, view));
    view! {
        <section class="figure map" aria-labelledby="h-map" node_ref=section>
            <MapTitle/>
            <div class="map-frame"><Readout/><ForceMap/></div>
            <Key/>
            <details class="table-fold" data-fold="forces" on:toggle=answer(toggled) node_ref=fold>
                <summary>"All 43 forces in a table"</summary>
                <FigureTable slug="forces" shown table first=Some((0, false)) wanted=open.into()/>
            </details>
        </section>
    }
}

/// Coverage, source, warning, and the link to the full page.
#[component]
fn Foot(figure: EmbedFigure) -> impl IntoView {
    let store = Store::here();
    let covered = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        let (coverage, have) = match single_year(data, view, figure) {
            Some(year) => (
                format!("{} forces", figures::known_of_43(data, view.measure, year)),
                " have a published figure for this year.".to_owned(),
            ),
            None => (
                figures::latest_figures(data, view.measure).map_or(String::new(), |l| l.of_43()),
                format!(" have a published figure. {}", figures::YEARS_DIFFER),
            ),
        };
        let publisher = data.measure(view.measure).family.publisher();
        html! {
            strong { (coverage) }
            (have) " Source: " (publisher) ". " (caveats::RECORDED)
        }
    });
    let page: Live<String> = live(move || {
        let Shown { data, view } = &*store.shown.read();
        let plain = View {
            force: view.force,
            latest: view.latest,
            ..View::plain(view.measure, view.year, view.unit)
        };
        format!("../index.html#{}", plain.selection(data).to_hash())
    });
    let help = html! { "Need help? " (CHILDLINE.name) " " (markup::phone(&CHILDLINE)) };
    view! {
        <footer class="sheet-foot">
            <p inner_html=covered></p>
            <p class="sheet-links">
                <a data-full="" href=page target="_blank" rel="noopener" inner_html="All figures and sources"></a>
                " "
                <span inner_html=help.into_string()></span>
            </p>
        </footer>
    }
}
