//! Find your area: a box to type in with a list of what fits (the ARIA combobox pattern).

use crate::embedded;
use crate::live::{answer, live, live_text, text};
use crate::store::Store;
use cyberflag_figures::{AreaSearch, Found, search_area};
use leptos::ev::{Event, FocusEvent, KeyboardEvent, MouseEvent, SubmitEvent};
use leptos::html::Ul;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Options shown at once.
const MOST: usize = 8;

/// The box and its list.
#[component]
pub fn Find() -> impl IntoView {
    let store = Store::here();
    let (typed, set_typed) = signal(String::new());
    let (open, set_open) = signal(false);
    let (active, set_active) = signal(None::<usize>);
    let list = NodeRef::<Ul>::new();
    let found = Memo::new(move |_| {
        let typed = typed.read();
        (open.get() && !typed.trim_ascii().is_empty())
            .then(|| search_area(&store.data.get(), embedded::POSTCODES, &typed, MOST))
    });
    let options =
        move || found.read().as_ref().map_or(Vec::new(), |f: &AreaSearch| f.found.clone());
    let count = move || found.read().as_ref().map_or(0, |f| f.found.len());
    let look = move || {
        set_active.set(None);
        set_open.set(true);
    };
    let choose = move |Found { force, .. }: Found| {
        let words = typed.get_untracked().trim().to_owned();
        set_typed.set(String::new());
        set_open.set(false);
        store.found(force, words);
    };
    // What is the only one needs no arrow keys.
    let submit = move || {
        let (count, at) = (untrack(count), active.get_untracked());
        match at.or((count == 1).then_some(0)) {
            Some(at) => untrack(options).into_iter().nth(at).into_iter().for_each(choose),
            None if count == 0 => look(),
            None => set_active.set(Some(0)),
        }
    };
    let keys = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let (count, at) = (count(), active.get_untracked());
        let last = count.saturating_sub(1);
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") if count == 0 => {
                look();
                let count = found.read_untracked().as_ref().map_or(0, |f| f.found.len());
                let to = if key == "ArrowUp" { count.saturating_sub(1) } else { 0 };
                set_active.set((count > 0).then_some(to));
            }
            "ArrowDown" => set_active.set(Some(at.filter(|at| *at < last).map_or(0, |at| at + 1))),
            "ArrowUp" => set_active.set(Some(at.filter(|at| *at > 0).map_or(last, |at| at - 1))),
            "Enter" => submit(),
            "Escape" if count > 0 => set_open.set(false),
            "Escape" => {
                set_typed.set(String::new());
                set_open.set(false);
            }
            _ => return,
        }
        event.prevent_default();
    };
    // The option that the keys stand on is seen.
    Effect::new(move || {
        let (Some(at), Some(list)) = (active.get(), list.get()) else { return };
        let option = list.children().item(at as u32);
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        let show = |o: &Element| o.scroll_into_view_with_scroll_into_view_options(&nearest);
        option.iter().for_each(show);
    });
    let option = move |(i, found): (usize, Found)| {
        let words = match &found.via {
            Some(via) => format!("{} <small>({})</small>", text(&found.name), text(via)),
            None => text(&found.name),
        };
        view! {
            <li
                role="option"
                id=format!("find-{i}")
                aria-selected=live(move || is(active.get() == Some(i)))
                // The box keeps the focus while an option is pressed.
                on:mousedown=answer(|event: MouseEvent| event.prevent_default())
                on:click=answer(move |_: MouseEvent| choose(found.clone()))
                inner_html=words
            ></li>
        }
    };
    view! {
        <form class="find" id="find" role="search" inert=store.inert() on:submit=answer(move |event: SubmitEvent| { event.prevent_default(); submit() })>
            <label class="find-l" for="find-text">"Find your area"</label>
            <p class="find-h" id="find-hint">"Postcode, town, council or police force"</p>
            <div class="find-r">
                <input
                    class="find-i" id="find-text" type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-autocomplete="list" aria-controls="find-list" aria-describedby="find-hint find-more"
                    aria-expanded=live(move || is(count() > 0))
                    aria-activedescendant=live(move || active.get().map(|i| format!("find-{i}")))
                    prop:value=live(move || typed.get())
                    on:input=answer(move |event: Event| { set_typed.set(value(&event)); look() })
                    on:click=answer(move |_: MouseEvent| look())
                    on:keydown=answer(keys)
                    on:blur=answer(move |_: FocusEvent| set_open.set(false))
                />
                // The box keeps the focus, and so its list.
                <button class="btn btn-p" type="submit" on:mousedown=answer(|event: MouseEvent| event.prevent_default())>"Show figures"</button>
            </div>
            <p class="find-p" id="find-more">"What you type stays on your device. A postcode shows where you live, not which force records an online offence."</p>
            <p class="find-p" id="find-status" role="status" inner_html=live_text(move || {
                found.read().as_ref().map_or(String::new(), |f| f.status.clone())
            })></p>
            <ul id="find-list" role="listbox" aria-label="Areas found" hidden=live(move || count() == 0) node_ref=list>
                {move || options().into_iter().enumerate().map(option).collect_view()}
            </ul>
        </form>
    }
}

/// A state of an element as its ARIA attribute has it.
pub fn is(state: bool) -> &'static str {
    if state { "true" } else { "false" }
}

/// The value of the control that an event comes from.
pub fn value(event: &Event) -> String {
    let target = event.target();
    let field = |t: &web_sys::EventTarget| {
        t.dyn_ref::<web_sys::HtmlInputElement>()
            .map(|input| input.value())
            .or_else(|| t.dyn_ref::<web_sys::HtmlSelectElement>().map(|list| list.value()))
    };
    target.as_ref().and_then(field).unwrap_or_default()
}
