//! A view in plain English: what is read aloud, copied and shared.

use super::{ForcePanel, Headline, View, caveats, headline, panel};
use cyberflag_data::dataset::Dataset;

/// One or two sentences that state the view: the chosen force's, then the national answer.
pub fn spoken(card: Option<&ForcePanel>, top: &Headline) -> String {
    match card {
        Some(card) => format!("{} {}", card.sentence, top.answer),
        None => top.answer.clone(),
    }
}

/// The view as text that can stand alone: the sentences, the warning that goes with every number,
/// and where the total comes from.
pub fn as_text(data: &Dataset, view: &View) -> String {
    let top = headline(data, view);
    let card = view.force.and_then(|id| panel(data, view, id));
    let mut text = format!("{}\n\n{}", spoken(card.as_ref(), &top), caveats::RECORDED);
    if let Some(own) = caveats::own(data) {
        text.insert_str(0, &format!("{own}\n\n"));
    }
    for warning in caveats::of_measure(data.measure(view.measure)) {
        text.push('\n');
        text.push_str(warning);
    }
    if let Some(source) = top.sources.first() {
        text.push_str(&format!(
            "\n\nSource of the total: {}, {}, {}, {}",
            source.publisher, source.title, source.date, source.url
        ));
    }
    text
}
