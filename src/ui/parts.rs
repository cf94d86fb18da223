//! The parts made of words: notices, answer, key figures, card, tables, warnings, sources.

use super::dom::{find, replace, set_text};
use super::state::{Fold, State, on_change};
use crate::figures::{self, Table, View};
use crate::markup::{self, Answers};
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

/// Fills the parts and keeps them up to date.
pub(super) fn follow(root: &HtmlElement, state: State) {
    let part = |id: &'static str, html: fn(State, &View) -> String| {
        if let Some(element) = find(root, id) {
            on_change(Box::new(move || replace(&element, &html(state, &state.view.get()))));
        }
    };
    part("key-figures", |s, v| markup::key_figures(&figures::headline(s.data, v)));
    part("caveats", |_, v| markup::caveats(v.measure, v.unit));
    part("variation", |s, v| markup::variation(&figures::earlier_years(s.data, v), v));
    if let Some(element) = find(root, "notices") {
        on_change(Box::new(move || replace(&element, &notices(state))));
    }
    if let Some(element) = find(root, "answer") {
        on_change(Box::new(move || {
            set_text(&element, &figures::headline(state.data, &state.view.get()).answer);
        }));
    }
    card(root, state);
    for fold in state.folds.iter().copied() {
        if let Some(element) = find(root, &format!("fold-{}", fold.id)) {
            on_change(Box::new(move || fill(&element, state, fold)));
        }
    }
}

fn notices(state: State) -> String {
    let mut texts: Vec<String> = state
        .refused
        .get()
        .into_iter()
        .map(|part| {
            format!("\u{201c}{part}\u{201d} in the address was not understood and is left out.")
        })
        .collect();
    let (_, given_way) = View::resolve(state.data, &state.selection.get());
    texts.extend(given_way.into_iter().map(|n| n.0));
    markup::notices(&texts)
}

fn card(root: &HtmlElement, state: State) {
    let places = ["h-card", "card-sentence", "card-actions", "card-details"];
    let [Some(name), Some(sentence), Some(actions), Some(details)] =
        places.map(|id| find(root, id))
    else {
        return;
    };
    on_change(Box::new(move || {
        let view = state.view.get();
        let panel = view.force.and_then(|id| figures::panel(state.data, &view, id));
        set_text(&name, panel.as_ref().map_or("One police force", |p| p.name.as_str()));
        replace(&sentence, &markup::card_sentence(panel.as_ref()));
        replace(&actions, &markup::pin_button(state.data, &view));
        replace(&details, &panel.as_ref().map(markup::card_details).unwrap_or_default());
    }));
}

/// Fills a fold once it has been opened.
fn fill(element: &Element, state: State, fold: Fold) {
    if !fold.open.get() {
        return;
    }
    let view = state.view.get();
    let html = if fold.id == "multiples" {
        markup::multiples(&figures::multiples(state.data, &view), state.shapes)
    } else {
        let table = table(state, fold.id, &view).unwrap_or_default();
        let _ = element.set_attribute("aria-label", &format!("Table: {}", table.caption));
        markup::table(state.data, &table, fold.sorted.get(), view.force, Answers::Buttons)
    };
    replace(element, &html);
}

fn table(state: State, id: &str, view: &View) -> Option<Table> {
    let data = state.data;
    Some(match id {
        "forces" => figures::force_table(data, view),
        "ranking" => figures::ranking(data, view).table(),
        "compare" => figures::compare_table(data, view),
        "years" => figures::years_table(data, view),
        "ages" => figures::ages(data, view)?.table(),
        "change" => figures::change_view(data, view)?.table(),
        "funnel" => figures::funnel(data, view)?.dots.table(),
        _ => figures::offences(data, view)?.table(),
    })
}
