//! Who published the sources, in a few groups: what each gave, and how many.

use cyberflag_data::dataset::{Dataset, SourceId};

/// A publisher or a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    pub name: String,
    /// What its sources give.
    pub gives: &'static str,
    pub sources: usize,
}

/// Those who print reports have one row together; everybody else has one each, in the order of
/// recorded crime, children, the NSPCC, reports, and the rest.
pub fn publishers(data: &Dataset) -> Vec<Publisher> {
    const REPORTS: &str = "Newspapers, broadcasters and others";
    let mut rows: Vec<(u8, Publisher)> = Vec::new();
    for (i, source) in data.sources.iter().enumerate() {
        let (order, name, gives) = match use_of(data, SourceId(i as u16)) {
            Use::Report if !source.is_nspcc() => {
                (3, REPORTS, "Reports that printed the answer of a force or a total")
            }
            Use::Crime => (0, &*source.publisher, "Recorded crime by force, year and offence"),
            Use::Children => (1, &*source.publisher, "Number of children who live in each area"),
            _ if source.is_nspcc() => (2, &*source.publisher, "Its own releases"),
            _ => (4, &*source.publisher, "Dates, and lists of places"),
        };
        match rows.iter_mut().find(|(_, row)| row.name == name) {
            Some((first, row)) => {
                row.sources += 1;
                if order < *first {
                    (*first, row.gives) = (order, gives);
                }
            }
            None => rows.push((order, Publisher { name: name.to_owned(), gives, sources: 1 })),
        }
    }
    rows.sort_by_key(|(order, _)| *order);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// What a source is cited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Crime,
    Children,
    Report,
    Other,
}

fn use_of(data: &Dataset, id: SourceId) -> Use {
    let years = || (1900..2200).filter_map(cyberflag_data::domain::FinancialYear::new);
    if years().any(|year| data.crime.source(year) == Some(id)) {
        return Use::Crime;
    }
    if years().any(|year| data.population.source(year) == Some(id)) {
        return Use::Children;
    }
    let cited = data.figures.iter().any(|figure| figure.sources().any(|source| source == id));
    if cited { Use::Report } else { Use::Other }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};

    #[test]
    fn every_source_is_counted_once_and_reports_stand_together() {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        let rows = publishers(&data);
        assert_eq!(rows.iter().map(|r| r.sources).sum::<usize>(), data.sources.len());
        let names: Vec<&str> = rows.iter().map(|r| r.name.as_str()).take(4).collect();
        assert_eq!(
            names,
            [
                "Home Office",
                "Office for National Statistics",
                "NSPCC",
                "Newspapers, broadcasters and others"
            ]
        );
        assert_eq!(rows[1].sources, 14);
    }
}
