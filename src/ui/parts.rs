//! The parts made of words: notices, answer, tiles, card, tables, warnings, sources.

use super::dom::{Place, find, set_text};
use super::later::{Part, Work};
use super::state::{Fold, State, on_change};
use crate::markup::{self, Answers, Opens};
use cyberflag_data::domain::MeasureId;
use cyberflag_figures::{self as figures, ChartId, Table, View};
use leptos::prelude::*;
use maud::Markup;
use web_sys::{Element, HtmlElement};

/// Fills the parts and keeps them up to date.
pub(super) fn follow(root: &HtmlElement, state: State) {
    top(root, state);
    if let Some(place) = Place::find(root, "notices") {
        on_change(Box::new(move || place.fill(notices(state))));
    }
    for fold in state.folds.iter().copied() {
        if let Some(place) = Place::find(root, &format!("fold-{}", fold.id)) {
            on_change(Box::new(move || fill(&place, state, fold)));
        }
    }
}

/// The answer, and what is said aloud.
fn top(root: &HtmlElement, state: State) {
    let (Some(answer), Some(live)) = (Place::find(root, "answer"), find(root, "live")) else {
        return;
    };
    let mut started = false;
    on_change(Box::new(move || {
        let view = state.view.get();
        answer.fill(markup::answer(&figures::answer(state.data, &view)));
        // Silent at the start: the page is read anyway.
        if started {
            set_text(&live, &figures::spoken(state.data, &view));
        }
        started = true;
    }));
}

/// The card, the tiles, the row above the charts and the warnings, as parts of the page.
pub(super) fn below(root: &HtmlElement, state: State) -> Vec<Part> {
    let part = |id: &str, work: Work| {
        let section = find(root, id)?.closest("section").ok()??;
        Some(Part::new(section, work, true))
    };
    let words = |id: &str, html: fn(State, &View) -> Markup| {
        let place = Place::find(root, id)?;
        part(id, Box::new(move |_| place.fill(html(state, &state.view.get_untracked()))))
    };
    let card = Card::find(root).and_then(|mut card| {
        let work: Work = Box::new(move |_| card.fill(state));
        part("h-card", work)
    });
    let all = [
        card,
        words("key-figures", |state, view| {
            markup::tile_list(state.data, view, Answers::Buttons, Opens::Here)
        }),
        words("variation", |state, view| {
            markup::variation(&figures::earlier_years(state.data, view), view)
        }),
        words("caveats", |state, view| markup::caveat_list(state.data, view)),
    ];
    all.into_iter().flatten().collect()
}

/// The card.
struct Card {
    name: Place,
    main: Place,
    actions: Place,
    details: Place,
}

impl Card {
    fn find(root: &Element) -> Option<Self> {
        let place = |id| Place::find(root, id);
        Some(Self {
            name: place("h-card")?,
            main: place("card-sentence")?,
            actions: place("card-actions")?,
            details: place("card-details")?,
        })
    }

    fn fill(&mut self, state: State) {
        let (data, view) = (state.data, &state.view.get_untracked());
        self.name.fill(markup::card_title(data, view));
        self.main.fill(markup::card_main(data, view, Answers::Buttons, Opens::Here));
        self.actions.fill(markup::card_actions(data, view, state.shapes));
        self.details.fill(markup::card_details(data, view, Opens::Here));
    }
}

/// A measure's place in [`State::more`].
fn bit(measure: MeasureId) -> u64 {
    1 << measure.0
}

/// The reader has opened or closed a measure of the card.
pub(super) fn more(state: State, slug: &str, open: bool) {
    if let Some(measure) = state.data.measure_named(slug) {
        let now = state.more.get_untracked();
        let next = if open { now | bit(measure) } else { now & !bit(measure) };
        if next != now {
            state.more.set(next);
        }
    }
}

fn notices(state: State) -> Markup {
    let refused = state.refused.get().into_iter().map(|part| {
        format!("\u{201c}{part}\u{201d} in the address was not understood and is left out.")
    });
    let mut texts: Vec<String> =
        figures::caveats::own(state.data).into_iter().chain(refused).collect();
    let (_, given_way) = View::resolve(state.data, &state.selection.get());
    texts.extend(given_way.into_iter().map(|n| n.0));
    markup::notices(&texts)
}

/// Fills a fold while it is open.
fn fill(place: &Place, state: State, fold: Fold) {
    if !fold.open.get() {
        return;
    }
    let view = state.view.get();
    let html = if fold.id == "multiples" {
        markup::multiples(&figures::multiples(state.data, &view), state.shapes)
    } else {
        let table = table(state, fold.id, &view).unwrap_or_default();
        let _ = place.element.set_attribute("aria-label", &format!("Table: {}", table.caption));
        markup::table(state.data, &table, fold.sorted.get(), view.force, Answers::Buttons)
    };
    place.fill(html);
}

fn table(state: State, id: &str, view: &View) -> Option<Table> {
    let data = state.data;
    let Some(chart) = ChartId::parse(id) else { return Some(figures::force_table(data, view)) };
    Some(match chart {
        ChartId::Ranking => figures::ranking(data, view).table(),
        ChartId::Compare => figures::compare_table(data, view),
        ChartId::Years => figures::years_table(data, view),
        ChartId::Ages => figures::ages(data, view)?.table(),
        ChartId::Change => figures::change_view(data, view)?.table(),
        ChartId::Funnel => figures::funnel(data, view)?.dots.table(),
        ChartId::Offences => figures::offences(data, view)?.table(),
    })
}
