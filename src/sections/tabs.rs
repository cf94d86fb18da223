//! Several views of one figure as tabs (the ARIA tabs pattern). As text the panels stand one below the
//! other, each under its own heading.

use super::find::is;
use crate::live::{answer, live};
use crate::store::Store;
use leptos::either::Either;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Ul;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Which panel is shown; copying it copies a handle.
#[derive(Clone, Copy)]
pub struct Tabs {
    /// What the ids of tabs and panels start with.
    slug: &'static str,
    labels: &'static [&'static str],
    chosen: RwSignal<usize>,
}

impl Tabs {
    /// The first is chosen.
    pub fn new(slug: &'static str, labels: &'static [&'static str]) -> Self {
        Self { slug, labels, chosen: RwSignal::new(0) }
    }

    /// Whether a panel is shown; as text all are.
    pub fn shows(self, place: usize) -> bool {
        Store::here().written || self.chosen.get() == place
    }
}

/// The list of tabs.
#[component]
pub fn TabList(tabs: Tabs, name: &'static str) -> impl IntoView {
    let store = Store::here();
    let list = NodeRef::<Ul>::new();
    let runs = !store.written;
    let keys = move |event: KeyboardEvent| {
        let (at, last) = (tabs.chosen.get_untracked(), tabs.labels.len().saturating_sub(1));
        let to = match event.key().as_str() {
            "ArrowRight" if at < last => at + 1,
            "ArrowRight" | "Home" => 0,
            "ArrowLeft" if at > 0 => at - 1,
            "ArrowLeft" | "End" => last,
            _ => return,
        };
        event.prevent_default();
        tabs.chosen.set(to);
        let tab = list
            .get_untracked()
            .and_then(|list| list.children().item(to as u32)?.first_element_child());
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let tab = move |(place, label): (usize, &'static str)| {
        let panel = format!("{}-{place}", tabs.slug);
        let is_chosen = move || tabs.chosen.get() == place;
        let press = move |event: MouseEvent| {
            event.prevent_default();
            tabs.chosen.set(place);
        };
        view! {
            <li role=runs.then_some("presentation")>
                <a
                    class="tab"
                    id=format!("tab-{panel}")
                    href=format!("#{panel}")
                    role=runs.then_some("tab")
                    aria-controls=runs.then(|| panel.clone())
                    aria-selected=live(move || runs.then(|| is(is_chosen())))
                    tabindex=live(move || runs.then(|| if is_chosen() { "0" } else { "-1" }))
                    on:click=answer(press)
                >{label}</a>
            </li>
        }
    };
    view! {
        <ul class="tablist" role=runs.then_some("tablist") aria-label=name inert=store.inert() on:keydown=answer(keys) node_ref=list>
            {tabs.labels.iter().copied().enumerate().map(tab).collect_view()}
        </ul>
    }
}

/// A panel, with its heading for those who see no tabs.
#[component]
pub fn Panel<C: IntoView + 'static>(
    tabs: Tabs,
    place: usize,
    // Typed: a view of any type cannot be written as text in a browser.
    children: TypedChildren<C>,
) -> impl IntoView {
    let runs = !Store::here().written;
    let panel = format!("{}-{place}", tabs.slug);
    let label = tabs.labels.get(place).copied().unwrap_or_default();
    let by = format!("tab-{panel}");
    // The title of a frame's figure may be hidden, as the frame has one of its own.
    let heading = if Store::here().is_framed() {
        Either::Left(view! { <h2 class="vh">{label}</h2> })
    } else {
        Either::Right(view! { <h4 class="vh">{label}</h4> })
    };
    view! {
        <div class="panel" id=panel role=runs.then_some("tabpanel") aria-labelledby=runs.then_some(by) hidden=live(move || !tabs.shows(place))>
            {heading}
            {children.into_inner()()}
        </div>
    }
}
