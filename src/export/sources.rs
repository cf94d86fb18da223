//! The sources of a view's numbers, each once, the one behind most numbers first.

use super::{
    Picture,
    rows::{TOTAL, rows},
};
use crate::dataset::{Dataset, Published, SourceId};
use crate::figures::{self, Citation, View, citation};

/// Sources with their citations, the one behind most rows first, then in order of appearance.
pub(super) fn sources(data: &Dataset, view: &View, picture: Picture) -> Vec<(SourceId, Citation)> {
    let mut counted: Vec<(SourceId, usize)> = Vec::new();
    for id in rows(data, view, picture).iter().flat_map(|row| &row.sources) {
        match counted.iter_mut().find(|(known, _)| known == id) {
            Some((_, times)) => *times += 1,
            None => counted.push((*id, 1)),
        }
    }
    let times = |at: usize| counted.get(at).map(|(_, times)| *times);
    figures::order(counted.len(), &|a, b| times(b).cmp(&times(a)))
        .into_iter()
        .filter_map(|at| counted.get(at))
        .filter_map(|(id, _)| Some((*id, citation(data, *id)?)))
        .collect()
}

/// The source that a picture names: the total's where it shows all forces, else the one behind most
/// numbers. The second value is how many others there are.
pub(super) fn main_source(
    data: &Dataset,
    view: &View,
    picture: Picture,
) -> Option<(Citation, usize)> {
    let all = sources(data, view, picture);
    // Estimates of children stand behind every rate, but the offences are the subject.
    let estimates = data.population.source(view.year);
    let rows = rows(data, view, picture);
    let total = rows.iter().find(|row| row.code == TOTAL && row.year == view.year);
    let of_total = total.and_then(|row| row.sources.first().copied());
    let wanted = |id: SourceId| match of_total {
        Some(total) => id == total,
        None => Some(id) != estimates,
    };
    let first = all.iter().find(|(id, _)| wanted(*id)).or(all.first())?;
    Some((first.1.clone(), all.len() - 1))
}

/// Day of publication, for the fields of a citation.
pub(super) fn published(data: &Dataset, id: SourceId) -> Option<Published> {
    data.source(id).map(|s| s.published)
}

/// One line: `NSPCC: Title, 21 June 2016, https://…`.
pub(super) fn line(citation: &Citation) -> String {
    let Citation { publisher, title, date, url, .. } = citation;
    format!("{publisher}: {title}, {date}, {url}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FinancialYear, Measure, Unit};

    #[test]
    fn each_source_stands_once_and_the_main_one_is_about_offences() {
        let data = crate::embedded::dataset().unwrap();
        for measure in Measure::ALL {
            let view = View::plain(measure, data.default_year(measure), Unit::Rate);
            let all = sources(&data, &view, Picture::Map);
            let mut ids: Vec<u16> = all.iter().map(|(id, _)| id.0).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all.len());
            let (first, others) = main_source(&data, &view, Picture::Map).unwrap();
            assert_ne!(first.publisher, "Office for National Statistics");
            assert_eq!(others + 1, all.len());
        }
        let before = View::plain(Measure::Grooming, FinancialYear::new(1950).unwrap(), Unit::Count);
        assert_eq!(main_source(&data, &before, Picture::Map), None);
    }
}
