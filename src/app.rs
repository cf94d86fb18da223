//! The page: its sections in reading order.
//!
//! The same components write the static pages ([`written`]) and run in the browser (`crate::start`).

use crate::calm::in_sight;
use crate::live::live;
use crate::markup::{self, Opens};
use crate::render::to_html;
use crate::sections::answer::AnswerSection;
use crate::sections::card::ForceCard;
use crate::sections::chart::Chart;
use crate::sections::controls::Controls;
use crate::sections::figure_table::FigureTable;
use crate::sections::find::Find;
use crate::sections::force_map::{
    FirstYear, ForceMap, Key, MapState, MapTitle, MapTools, Readout, SecondMap,
};
use crate::sections::full_screen::FullScreen;
use crate::sections::notices::Notices;
use crate::sections::reading::{Background, Kept, NotSaid};
use crate::sections::small_maps::SmallMaps;
use crate::sections::tabs::{Panel, TabList, Tabs};
use crate::sections::tools::{Keys, Tools};
use crate::sections::two_years::{ChanceRanges, TwoYears};
use crate::store::{Edition, Outlines, Part, Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_figures::{self as figures, ChartId, View};
use leptos::html::{Div, Section};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use std::sync::Arc;
use web_sys::HtmlElement;

/// The title, the search, the answer and its tiles.
#[component]
fn Top() -> impl IntoView {
    view! {
        <Notices/>
        <div class="hero">
            <div class="hero-in">
                <div class="hero-t">
                    <h1>"Online sexual offences against children recorded by police"</h1>
                    <p class="stand">"Published figures for the 43 police forces of England and Wales. Every number has its source."</p>
                </div>
                <Find/>
            </div>
        </div>
        <AnswerSection/>
    }
}

/// The map, every year, the table, and the card beside them.
#[component]
fn Where() -> impl IntoView {
    let section = NodeRef::<Section>::new();
    let figure = NodeRef::<Div>::new();
    let map = MapState::new(Store::here(), section);
    provide_context(map);
    let shown = in_sight(section, 1, true);
    let maps = live(move || if map.has_second() { "mapfig is-two" } else { "mapfig" });
    let tabs = Tabs::new("view", &["Map", "All years", "Table"]);
    let whole = move || Some((*figure.get_untracked()?).clone().unchecked_into());
    let full_screen = view! { <FullScreen figure=Box::new(whole)/> };
    let table = |Shown { data, view }: &Shown| Some(figures::force_table(data, view));
    view! {
        <section class="sec" id="where" aria-labelledby="h-where" node_ref=section>
            <div class="sec-h"><h2 id="h-where">"Where were they recorded?"</h2></div>
            <Controls/>
            <div class="g75">
                <div class="fig fig-main" node_ref=figure>
                    <MapTitle/>
                    <div class="tabs-row"><TabList tabs name="Ways to see these figures"/>{full_screen}</div>
                    <Panel tabs place=0>
                        <div class=maps>
                            <Key/>
                            <Readout/>
                            <div class="map-b"><FirstYear/><ForceMap/><SecondMap/><MapTools/></div>
                        </div>
                        <Keys/>
                    </Panel>
                    <Panel tabs place=1><SmallMaps tabs place=1/></Panel>
                    <Panel tabs place=2>
                        <FigureTable slug="forces" shown table first=Some((0, false)) wanted=Signal::derive(move || tabs.shows(2))/>
                    </Panel>
                    <div class="fig-foot">
                        <p>"Police forces differ in size and in how they record. A bigger number does not mean a more dangerous place."</p>
                        <p><a href="#sources">"All sources"</a></p>
                        <Tools/>
                    </div>
                </div>
                <ForceCard opens=Opens::Here/>
            </div>
        </section>
    }
}

/// The charts, each under its question.
#[component]
fn Charts() -> impl IntoView {
    view! {
        <section class="sec" id="trend" aria-labelledby="h-trend">
            <div class="sec-h">
                <h2 id="h-trend">"Is the number rising?"</h2>
                <p class="sec-p">"A rise can mean more offences, more people reporting them, or better recording by police. These figures cannot tell which."</p>
            </div>
            <Chart id=ChartId::Years/>
        </section>
        <section class="sec" id="compare" aria-labelledby="h-compared">
            <div class="sec-h">
                <h2 id="h-compared">"How do the forces compare, and how certain is that?"</h2>
                <p class="sec-p">"A longer bar does not mean a more dangerous place. It can mean more people, more reports or fuller recording."</p>
            </div>
            <div class="g2">
                <Chart id=ChartId::Ranking written=false/>
                <Chart id=ChartId::Funnel written=false/>
            </div>
            <ChanceRanges/>
        </section>
        <section class="sec" aria-labelledby="h-changed">
            <div class="sec-h"><h2 id="h-changed">"What changed between two years?"</h2></div>
            <TwoYears/>
            <Chart id=ChartId::Change written=false/>
        </section>
        <section class="sec" aria-labelledby="h-over-time">
            <div class="sec-h"><h2 id="h-over-time">"Compare forces over time"</h2></div>
            <Chart id=ChartId::Compare written=false/>
        </section>
        <section class="sec" aria-labelledby="h-which">
            <div class="sec-h"><h2 id="h-which">"Which offences, and how old?"</h2></div>
            <div class="g2">
                <Chart id=ChartId::Offences written=false/>
                <Chart id=ChartId::Ages written=false/>
            </div>
        </section>
    }
}

/// What is read, and the ways to take figures along.
#[component]
fn Reading() -> impl IntoView {
    let reads = Store::here().edition == Edition::Reading;
    view! {
        <NotSaid/>
        <Background/>
        <section class="sec" aria-labelledby="h-share">
            <div class="sec-h"><h2 id="h-share">"Share, embed or download"</h2></div>
            {reads.then(|| view! { <Kept part=Part::Shares opens=Opens::Here/> })}
            <div id="share"></div>
        </section>
    }
}

/// A stretch of the page. In the browser each is mounted in a task of its own, and takes the place of
/// what stands there already as soon as it is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    Top,
    Where,
    Charts,
    Reading,
}

impl Stretch {
    /// In reading order.
    pub const ALL: [Self; 4] = [Self::Top, Self::Where, Self::Charts, Self::Reading];

    /// By which the start script knows its two contents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Where => "where",
            Self::Charts => "charts",
            Self::Reading => "reading",
        }
    }

    /// Mounts it; it lives as long as its document.
    pub fn mount(self, place: HtmlElement) {
        match self {
            Self::Top => mount_to(place, Top).forget(),
            Self::Where => mount_to(place, Where).forget(),
            Self::Charts => mount_to(place, Charts).forget(),
            Self::Reading => mount_to(place, Reading).forget(),
        }
    }

    /// As text, for the store that is the present context.
    fn written(self) -> String {
        let content = match self {
            Self::Top => to_html(Top),
            Self::Where => to_html(Where),
            Self::Charts => to_html(Charts),
            Self::Reading => to_html(Reading),
        };
        still(self.name(), "still", &content)
    }
}

/// What stands in a page before the program runs. The start script finds it by these names.
pub fn still(stretch: &str, class: &str, content: &str) -> String {
    format!("<div class=\"{class}\" data-stretch=\"{stretch}\">{content}</div>")
}

/// A view of the page as text.
pub fn written(
    data: Arc<Dataset>,
    outlines: Arc<Outlines>,
    view: &View,
    edition: Edition,
) -> String {
    Owner::new().with(|| {
        provide_context(Store::written(data, outlines, view, edition, markup::part));
        Stretch::ALL.map(Stretch::written).concat()
    })
}
