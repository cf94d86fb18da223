//! Forces with about as many children: whom to look at beside a force.

use crate::selection::MOST_PINS;
use crate::stats;
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, FinancialYear, ForceId};

/// A force with about as many children as another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarForce {
    pub force: ForceId,
    /// Short name.
    pub name: String,
    /// Children aged 0 to 17 there.
    pub children: u32,
}

/// At most so many are named: with the force itself they fill a comparison.
const MOST: usize = MOST_PINS - 1;

/// The forces whose number of children is within a quarter of this one's, the nearest first.
///
/// The number is that of the estimate for `year` or, where there is none, of the latest one. A force with
/// too few children for a rate has none, and is none.
pub fn similar_forces(data: &Dataset, force: ForceId, year: FinancialYear) -> Vec<SimilarForce> {
    let children = |id| {
        let of_year = data.children(Area::Force(id), year);
        let latest = || data.children(Area::Force(id), latest(data)?);
        of_year.or_else(latest).filter(|n| *n >= stats::FEWEST_CHILDREN)
    };
    let Some(own) = children(force) else { return Vec::new() };
    let mut found: Vec<SimilarForce> = Vec::new();
    while found.len() < MOST {
        let others =
            data.force_ids().filter(|id| *id != force && found.iter().all(|o| o.force != *id));
        let like = others.filter_map(|id| {
            let (name, children) = (&data.force(id)?.name, children(id)?);
            (children.abs_diff(own) <= own / 4).then_some((
                children.abs_diff(own),
                id,
                name,
                children,
            ))
        });
        let Some((_, force, name, children)) = like.min_by_key(|(apart, ..)| *apart) else { break };
        found.push(SimilarForce { force, name: name.clone(), children });
    }
    found
}

/// The year of the latest estimate.
fn latest(data: &Dataset) -> Option<FinancialYear> {
    FinancialYear::new(data.population.series.last_year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};

    fn names(data: &Dataset, code: &str, year: u16) -> Vec<String> {
        let force = data.force_by_code(code).unwrap();
        let found = similar_forces(data, force, FinancialYear::new(year).unwrap());
        found.into_iter().map(|other| other.name).collect()
    }

    #[test]
    fn within_a_quarter_and_the_nearest_first() {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        for id in data.force_ids() {
            let year = FinancialYear::new(2023).unwrap();
            let own = data.children(Area::Force(id), year).unwrap();
            let found = similar_forces(&data, id, year);
            let apart: Vec<u32> = found.iter().map(|o| o.children.abs_diff(own)).collect();
            assert!(apart.is_sorted() && found.len() <= MOST);
            assert!(apart.iter().all(|n| *n <= own / 4) && found.iter().all(|o| o.force != id));
        }
        // Kent had 363,000 children in mid-2023; the Metropolitan Police has none like it.
        assert!(names(&data, "E23000032", 2023).contains(&"Hampshire".to_owned()));
        assert_eq!(names(&data, "E23000001", 2023), Vec::<String>::new());
        // City of London has too few children to be compared, or to be found.
        assert_eq!(names(&data, "E23000034", 2023), Vec::<String>::new());
        // Without an estimate for the year the latest one counts.
        assert_eq!(names(&data, "E23000032", 2012), names(&data, "E23000032", 2024));
    }
}
