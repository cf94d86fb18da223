//! The last step: the reader's figures are on the page, and can be given away.

use super::{Heading, Opened, Own, another, button, keep};
use crate::live::live_html;
use crate::markup;
use crate::share::controls::controls;
use crate::share::page_file;
use leptos::ev::MouseEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use maud::html;
use std::time::Duration;

/// The figures are looked at first; comparing thousands of them takes a moment.
const WAIT: Duration = Duration::from_millis(60);

#[component]
pub fn Done(own: Own, opened: Option<Opened>) -> impl IntoView {
    let store = own.store;
    let file = store.own.read_untracked().as_ref().map(|own| own.figures.file.clone());
    let words = html! {
        "All of this page now shows the figures from " (file.unwrap_or_default())
        ". Everything that you save from it carries their mark."
    };
    let (news, set_news) = signal(None);
    let compare = move || {
        if let Some(shown) = store.own.get_untracked() {
            set_news.set(Some(keep::news(&store.published(), &shown)));
        }
    };
    if let Ok(later) = set_timeout_with_handle(compare, WAIT) {
        on_cleanup(move || later.clear());
    }
    let news = live_html(move || match &*news.read() {
        Some((summary, lines)) => markup::own_news(summary, lines),
        None => html! { p { "Against the published figures: being compared." } },
    });
    let change = NodeRef::<Textarea>::new();
    let save_page = move |_: MouseEvent| {
        spawn_local(async move { own.say(&page_file::save(store).await.words) });
    };
    let save_tables = move |_: MouseEvent| {
        let said = change.get_untracked().map(|area| area.value()).unwrap_or_default();
        keep::save_tables(own, said.trim_ascii());
    };
    view! {
        <Heading own words="4. Your figures are on the page"/>
        <p inner_html=words.into_string()></p>
        <div class="actions">{controls([
            button("Back to the published figures", move |_| own.back()),
            button("Change the columns or the source", move |_| own.to_columns(opened.as_ref())),
            another(own),
        ])}</div>
        <h3>"Give them away"</h3>
        <div class="actions">{controls([
            button("Save this page with these figures", save_page),
            button("Save as a data package (ZIP)", move |_| keep::save_package(own)),
        ])}</div>
        <p class="note">"Either file can be opened again and shows the same. The page opens by double-click."</p>
        <h3>"Publish them"</h3>
        <div id="own-news" inner_html=news></div>
        <p class="field">
            <label for="own-change">"What changed, for the change log of the data"</label>" "
            <textarea id="own-change" rows="3" node_ref=change></textarea>
        </p>
        <div class="actions">{controls([button("Save the tables for data/ (ZIP)", save_tables)])}</div>
        <p class="note">"The ZIP holds the published figures and yours in one. docs/new-figures.md tells how they are published."</p>
    }
}
