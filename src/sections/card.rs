//! One force: every kind of figure, every year, every source, and why a cell is blank.

use super::controls::Picker;
use super::find::Find;
use crate::calm::in_sight;
use crate::live::{answer, live, live_html, live_text};
use crate::markup::{self, Opens};
use crate::store::{Shown, Store};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{ForceId, MeasureId};
use cyberflag_figures::{self as figures, ForcePanel};
use leptos::ev::{Event, MouseEvent};
use leptos::html::{self, Section};
use leptos::prelude::*;

/// The card; with the ways to choose a force where `chooses`.
#[component]
pub fn ForceCard(opens: Opens, #[prop(default = true)] chooses: bool) -> impl IntoView {
    let store = Store::here();
    let section = NodeRef::<Section>::new();
    let shown = in_sight(section, 0, true);
    let panel = Memo::new(move |_| {
        let shown = shown.get()?;
        figures::panel(&shown.data, &shown.view, shown.view.force?)
    });
    let name = live_text(move || {
        panel.read().as_ref().map_or(markup::ONE_FORCE, |p| p.name.as_str()).to_owned()
    });
    let sentence = live_html(move || markup::card_sentence(panel.read().as_ref()));
    view! {
        <section class="force-card" aria-labelledby="h-card" inert=store.inert().filter(|_| chooses) node_ref=section>
            <h2 id="h-card" inner_html=name></h2>
            {chooses.then(|| view! { <Find/><Picker/> })}
            <div class="sentence" id="card-sentence" inner_html=sentence></div>
            {chooses.then(|| view! { <Actions/> })}
            <Details opens shown panel/>
        </section>
    }
}

/// What can be done with the chosen force.
#[component]
fn Actions() -> impl IntoView {
    let store = Store::here();
    let pinned = move || {
        let view = store.shown.read().view;
        view.force
            .map(|force| (view.pin_of(force).is_some(), view.pinned().count() == view.pins.len()))
    };
    let words = live(move || {
        let pinned = pinned().is_some_and(|(pinned, _)| pinned);
        if pinned { "Unpin" } else { "Pin to compare" }.to_owned()
    });
    let full = move || pinned() == Some((false, true));
    let press = move |_: MouseEvent| {
        store.force.get_untracked().into_iter().for_each(|f| store.toggle_pin(f))
    };
    let similar = live_html(move || {
        let Shown { data, view } = &*store.shown.read();
        markup::similar(data, view)
    });
    view! {
        <div class="actions" id="card-actions">
            <p class="note" hidden=live(move || !full())>"Four forces are pinned. Unpin one to compare this one."</p>
            <button type="button" hidden=live(move || pinned().is_none() || full()) on:click=answer(press) inner_html=words></button>
            <div inner_html=similar></div>
        </div>
    }
}

/// The places covered, then one fold for each kind of figure: the one that is shown, and the others.
#[component]
fn Details(
    opens: Opens,
    shown: ReadSignal<Option<Shown>>,
    panel: Memo<Option<ForcePanel>>,
) -> impl IntoView {
    let store = Store::here();
    let none = move || panel.read().is_none();
    let force = Memo::new(move |_| panel.read().as_ref().map(|panel| panel.force));
    let measure = Memo::new(move |_| shown.read().as_ref().map(|shown| shown.view.measure));
    let places = live_text(move || {
        panel.read().as_ref().map_or(String::new(), |panel| panel.districts.join("; "))
    });
    let others = move || {
        let all = store.data.get().measure_ids();
        all.map(|other| view! { <Kind opens force measure=Signal::derive(move || Some(other)) hidden=Signal::derive(move || measure.get() == Some(other))/> })
            .collect_view()
    };
    view! {
        <div id="card-details" hidden=live(none)>
            <details>
                <summary>"Which places it covers"</summary>
                <p inner_html=places></p>
            </details>
            <Kind opens force measure=measure.into() open=true/>
            {others}
        </div>
    }
}

/// A kind of figure through the years, worked out when it is opened.
#[component]
fn Kind(
    opens: Opens,
    force: Memo<Option<ForceId>>,
    measure: Signal<Option<MeasureId>>,
    #[prop(optional)] open: bool,
    #[prop(optional)] hidden: Signal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let fold = NodeRef::<html::Details>::new();
    let (opened, set_open) = signal(open);
    let toggled = move |_: Event| {
        let now = fold.get_untracked().is_some_and(|fold| fold.open());
        if opened.get_untracked() != now {
            set_open.set(now);
        }
    };
    // Other figures may have fewer kinds.
    let known =
        move |data: &Dataset| measure.get().filter(|id| usize::from(id.0) < data.measures.len());
    let name = live_text(move || {
        let data = store.data.read();
        known(&data).map_or(String::new(), |id| data.measure(id).name.clone())
    });
    let history = live_html(move || {
        let data = store.data.get();
        let of = force.get().zip(known(&data)).filter(|_| opened.get() && !hidden.get());
        of.map(|(force, id)| markup::history(&data, &figures::history(&data, id, force), opens))
            .unwrap_or_default()
    });
    view! {
        <details open=open hidden=live(move || hidden.get()) on:toggle=answer(toggled) node_ref=fold>
            <summary inner_html=name></summary>
            <div inner_html=history></div>
        </details>
    }
}
