//! The sources of a view's numbers, each once.

use super::{Picture, rows::rows};
use cyberflag_data::dataset::{Dataset, Published, SourceId};
use cyberflag_figures::{Citation, View, citation};

/// Sources with their citations in the order of the rows: the total's first, the estimates of children
/// last.
pub(super) fn sources(data: &Dataset, view: &View, picture: Picture) -> Vec<(SourceId, Citation)> {
    let rows = rows(data, view, picture);
    let mut ids: Vec<SourceId> = Vec::new();
    for id in rows.iter().flat_map(|row| &row.sources) {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    // Estimates stand behind every rate, but the offences are the subject.
    let (last, first): (Vec<_>, Vec<_>) =
        ids.into_iter().partition(|id| data.population.sources.contains(id));
    let all = first.into_iter().chain(last);
    all.filter_map(|id| Some((id, citation(data, id)?))).collect()
}

/// The source that a picture names, and how many others there are: that of the view's year, of the
/// total where there is one.
pub(super) fn main_source(
    data: &Dataset,
    view: &View,
    picture: Picture,
) -> Option<(Citation, usize)> {
    let all = sources(data, view, picture);
    let rows = rows(data, view, picture);
    let of_year = rows.iter().filter(|row| row.year == Some(view.year));
    let wanted = of_year.flat_map(|row| row.sources.first()).next();
    let first = all.iter().find(|(id, _)| Some(id) == wanted).or(all.first())?;
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
    use cyberflag_data::domain::{FinancialYear, Unit};
    use cyberflag_data::testing;

    #[test]
    fn each_source_stands_once_and_the_main_one_is_about_offences() {
        let data = crate::stamp::figures();
        for measure in data.measure_ids() {
            let view = View::plain(measure, data.default_year(measure).unwrap(), Unit::Rate);
            let all = sources(&data, &view, Picture::Map);
            let mut ids: Vec<u16> = all.iter().map(|(id, _)| id.0).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all.len());
            let estimates = |p: &&(SourceId, Citation)| data.population.sources.contains(&p.0);
            assert_eq!(
                all.iter().rev().take_while(estimates).count(),
                all.iter().filter(estimates).count()
            );
            let (first, others) = main_source(&data, &view, Picture::Map).unwrap();
            assert_ne!(first.publisher, "Office for National Statistics");
            assert_eq!(others + 1, all.len());
        }
        let before = View::plain(testing::GROOMING, FinancialYear::new(1950).unwrap(), Unit::Count);
        assert_eq!(main_source(&data, &before, Picture::Map), None);
    }
}
