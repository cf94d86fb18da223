//! The presentation: the list of its views, and where it stands.

use super::chosen::Chosen;
use super::controls::{Control, closes, controls};
use super::show::Show;
use super::slides;
use crate::live::{answer, live, live_text};
use crate::store::Store;
use cyberflag_export::{MOST_SLIDES, Picture, Slide};
use cyberflag_figures::selection::Selection;
use cyberflag_figures::{View, spoken};
use leptos::ev::{Event, MouseEvent};
use leptos::html::{Dialog, H2};
use leptos::prelude::*;
use maud::html;

/// The two dialogs from outside; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Presenting {
    pub(super) chosen: Chosen,
    list: NodeRef<Dialog>,
    pub(super) screen: NodeRef<Dialog>,
    is_listed: (ReadSignal<bool>, WriteSignal<bool>),
    /// The slide that is shown; none while nothing is presented.
    pub(super) at: (ReadSignal<Option<usize>>, WriteSignal<Option<usize>>),
}

impl Presenting {
    /// Closed.
    pub fn new(chosen: Chosen) -> Self {
        let (is_listed, at) = (signal(false), signal(None));
        Self { chosen, list: NodeRef::new(), screen: NodeRef::new(), is_listed, at }
    }

    /// Opens the list.
    pub fn open(self) {
        self.is_listed.1.set(true);
        let _ = self.list.get_untracked().map(|list| list.show_modal());
    }

    /// From the list to the first slide.
    fn start(self) {
        let _ = self.list.get_untracked().map(|list| list.close());
        self.at.1.set(Some(0));
        let _ = self.screen.get_untracked().map(|screen| screen.show_modal());
    }
}

/// The view of a slide.
pub fn view_of(store: Store, slide: &Slide) -> View {
    View::resolve(&store.data.read(), &Selection::parse(&slide.hash).0).0
}

/// The list and the presentation.
#[component]
pub fn Presentation(presenting: Presenting) -> impl IntoView {
    view! {
        <List presenting/>
        <Show presenting/>
    }
}

/// The list of views.
#[component]
fn List(presenting: Presenting) -> impl IntoView {
    let Presenting { chosen, list, is_listed: (is_listed, set_listed), .. } = presenting;
    let store = chosen.store;
    let slides = store.slides;
    let heading = NodeRef::<H2>::new();
    let add_view = move |_: MouseEvent| {
        let hash = store.selection.read_untracked().to_hash();
        let picture = chosen.picture().slug().to_owned();
        slides.update(|all| slides::add(all, Slide { hash, picture, note: String::new() }));
    };
    let take_out = move |at: usize| {
        slides.update(|all| slides::remove(all, at));
        // The next view has taken its place, and the focus with it; behind the last there is none.
        if at >= slides.read_untracked().len() {
            let _ = heading.get_untracked().map(|heading| heading.focus());
        }
    };
    let line = move |(at, slide): (usize, Slide)| {
        let name = Picture::parse(&slide.picture).map_or("", Picture::name);
        let words = spoken(&store.data.read(), &view_of(store, &slide));
        let id = format!("note-{at}");
        // Without showing the list anew.
        let note = move |event: Event| {
            let text = event_target_value(&event);
            slides.update_untracked(|all| {
                all.get_mut(at).into_iter().for_each(|slide| slide.note.clone_from(&text));
            });
        };
        view! {
            <li>
                <p inner_html=html! { (name) ": " (words) }.into_string()></p>
                <p class="field">
                    <label for=id.clone()>"Your notes"</label>
                    <input id=id prop:value=slide.note on:input=answer(note)/>
                </p>
                <div class="actions">{controls([
                    Control::button("Earlier", answer(move |_| slides.update(|all| slides::earlier(all, at)))),
                    Control::button("Take out", answer(move |_| take_out(at))),
                ])}</div>
            </li>
        }
    };
    let count = live_text(move || match slides.read().len() {
        MOST_SLIDES => format!("{MOST_SLIDES} views, the most that fit."),
        1 => "1 view.".to_owned(),
        count => format!("{count} views."),
    });
    let lines = move || {
        let all = if is_listed.get() { slides.get() } else { Vec::new() };
        all.into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <dialog id="present-list" aria-labelledby="h-present" on:close=answer(move |_: Event| set_listed.set(false)) node_ref=list>
            <h2 id="h-present" tabindex="-1" node_ref=heading>"Present"</h2>
            <p>"One view after another, large, without a network. Add the views that you need; \u{201c}Save the file\u{201d} keeps them."</p>
            <ol id="slides">{lines}</ol>
            <p role="status" inner_html=count></p>
            <div class="actions">
                {controls([Control::button("Add the view of the page", answer(add_view))])}
                <button type="button" disabled=live(move || slides.read().is_empty()) on:click=answer(move |_: MouseEvent| presenting.start())>"Start"</button>
                {controls([Control::button("Close", closes(list))])}
            </div>
            <p class="note">"Keys: arrow right or space for the next view, arrow left for the one before, Home and End, B for a blank screen, N for your notes, Escape to end."</p>
        </dialog>
    }
}
