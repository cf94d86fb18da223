//! The first step: a file is chosen or dropped, or rows are pasted.

use super::{Heading, Own, button, open};
use crate::live::answer;
use crate::markup;
use crate::share::controls::controls;
use leptos::ev::{Event, MouseEvent};
use leptos::html::Textarea;
use leptos::prelude::*;
use maud::html;
use web_sys::js_sys::Array;
use web_sys::{Blob, HtmlInputElement};

/// What the field for a file offers. An older workbook is offered too, to say what to do with it.
const READABLE: &str =
    ".xlsx,.ods,.csv,.tsv,.tab,.txt,.zip,.xls,.xlsb,.html,.htm,text/csv,text/plain,application/zip";

#[component]
pub fn Choose(own: Own) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    let chosen = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            open::open(own, &file.name(), file.into());
        }
    };
    let paste = move |_: MouseEvent| {
        let text = area.get_untracked().map(|area| area.value()).unwrap_or_default();
        if text.trim_ascii().is_empty() {
            return own.say("There is nothing in the field yet.");
        }
        if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into())) {
            open::open(own, "pasted rows", blob);
        }
    };
    view! {
        <Heading own words="1. Open a file"/>
        {shown(own)}
        <p class="field">
            <label for="own-file">"A workbook (.xlsx, .ods), a CSV file, or a ZIP with a data package"</label>" "
            <input id="own-file" type="file" accept=READABLE on:change=answer(chosen)/>
        </p>
        <p class="note">"You can also drop the file on this panel."</p>
        <p class="field">
            <label for="own-paste">"Or paste rows from a spreadsheet, with their heading"</label>" "
            <textarea id="own-paste" rows="4" spellcheck="false" node_ref=area></textarea>
        </p>
        <div class="actions">{controls([button("Read what I pasted", paste)])}</div>
        <details inner_html=markup::own_readable().into_string()></details>
    }
}

/// Whose figures are on the page now, and what can be done with them.
fn shown(own: Own) -> Option<impl IntoView> {
    let shown = own.store.own.get_untracked()?;
    let words = html! { "The page shows the figures from " (shown.figures.file) "." };
    Some(view! {
        <p inner_html=words.into_string()></p>
        <div class="actions">{controls([
            button("Back to the published figures", move |_| own.back()),
            button("Save or publish them", move |_| own.done(None)),
        ])}</div>
    })
}
