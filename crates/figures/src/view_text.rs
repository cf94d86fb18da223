//! A view in plain English: what is read aloud, copied and shared.

use super::{View, answer, caveats, citation, latest_figures, panel};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::Area;

/// The view in a few sentences: the chosen force's number in the year of the map, else the answer.
pub fn spoken(data: &Dataset, view: &View) -> String {
    if let Some(card) = view.force.and_then(|id| panel(data, view, id)) {
        return card.sentence;
    }
    match view.latest.then(|| latest_figures(data, view.measure)).flatten() {
        Some(latest) => format!(
            "The latest published figure of {} for each force: {}. The years differ from force to force. {} have a figure.",
            data.measure(view.measure).noun(false),
            latest.period(),
            latest.of_43()
        ),
        None => answer(data, view).alone(),
    }
}

/// The view as text that can stand alone: the sentences, the warning that goes with every number,
/// and where the total comes from. No total stands beside figures of different years.
pub fn as_text(data: &Dataset, view: &View) -> String {
    let mut text = spoken(data, view);
    if view.force.is_some() && !view.latest {
        text = format!("{text} {}", answer(data, &View { force: None, ..*view }).alone());
    }
    text = format!("{text}\n\n{}", caveats::RECORDED);
    if let Some(own) = caveats::own(data) {
        text.insert_str(0, &format!("{own}\n\n"));
    }
    for warning in caveats::of_measure(data.measure(view.measure)) {
        text.push('\n');
        text.push_str(warning);
    }
    if view.latest {
        text.push_str("\n\nEach force\u{2019}s figure has its own source, which the page names.");
        return text;
    }
    let total = data.reading(view.measure, Area::EnglandAndWales, view.year);
    if let Some(source) = total.sources().first().and_then(|id| citation(data, *id)) {
        text.push_str(&format!(
            "\n\nSource of the total: {}, {}, {}, {}",
            source.publisher, source.title, source.date, source.url
        ));
    }
    text
}
