//! The kinds of figure in a table: what each counts, its years and how many forces it has.

use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::MeasureId;

/// A kind of figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    pub measure: MeasureId,
    pub name: String,
    /// What it counts, in a sentence.
    pub counts: String,
    /// `2015/16 to 2019/20`.
    pub years: String,
    /// `Complete` or `Partial: 6 to 24 of 43 forces in a year`.
    pub forces: String,
}

/// Every kind that has figures.
pub fn kinds(data: &Dataset) -> Vec<Kind> {
    let kind = |measure| {
        let (first, last) = data.years(measure)?;
        let kind = data.measure(measure);
        Some(Kind {
            measure,
            name: kind.name.clone(),
            counts: kind.counts.clone(),
            years: format!("{} to {}", first.label(), last.label()),
            forces: coverage(data, measure),
        })
    };
    data.measure_ids().filter_map(kind).collect()
}

/// How many forces have a figure, over the years that have any.
pub fn coverage(data: &Dataset, measure: MeasureId) -> String {
    let years = data.all_years(measure).into_iter();
    let known = || years.clone().map(|y| data.known_forces(measure, y)).filter(|n| *n > 0);
    match (known().min(), known().max()) {
        (Some(43), _) => "Complete: all 43 forces".to_owned(),
        (Some(least), Some(most)) if least < most => {
            format!("Partial: {least} to {most} of 43 forces in a year")
        }
        (Some(n), _) => format!("Partial: {n} of 43 forces in a year"),
        _ => "Only totals".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};

    #[test]
    fn partial_and_complete_kinds_say_so() {
        let data = load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap();
        let kinds = kinds(&data);
        assert_eq!(kinds.len(), data.measures.len());
        assert_eq!(kinds[0].years, "2015/16 to 2019/20");
        assert_eq!(kinds[0].forces, "Partial: 6 to 24 of 43 forces in a year");
        assert_eq!(kinds[2].forces, "Complete: all 43 forces");
        let mut none = data.clone();
        none.figures.retain(|f| f.measure != kinds[0].measure);
        assert_eq!(super::kinds(&none).len(), kinds.len() - 1);
    }
}
