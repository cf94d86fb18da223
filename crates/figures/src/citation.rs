//! A source as it is cited.

use crate::scale::format::month;
use cyberflag_data::dataset::{Dataset, OWN_NOTICE, Published, SourceId};

/// Publisher, title, date and address of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub publisher: String,
    pub title: String,
    /// `21 June 2016`, `June 2016` or `2016`.
    pub date: String,
    /// Address.
    pub url: String,
    /// Terms.
    pub licence: String,
}

/// The citation of a source; `None` if the dataset has no such source.
pub fn citation(data: &Dataset, id: SourceId) -> Option<Citation> {
    let source = data.source(id)?;
    Some(Citation {
        publisher: match data.is_own(id) {
            true => format!("{OWN_NOTICE}: {}", source.publisher),
            false => source.publisher.clone(),
        },
        title: source.title.clone(),
        date: date(source.published),
        url: source.url.clone(),
        licence: source.licence.clone(),
    })
}

fn date(published: Published) -> String {
    let Published { year, month: m, day } = published;
    match (m, day) {
        (0, _) => year.to_string(),
        (_, 0) => format!("{} {year}", month(m)),
        _ => format!("{day} {} {year}", month(m)),
    }
}

/// The citations of every source, in the dataset's order.
pub fn all_citations(data: &Dataset) -> Vec<Citation> {
    (0..data.sources.len()).filter_map(|i| citation(data, SourceId(i as u16))).collect()
}
