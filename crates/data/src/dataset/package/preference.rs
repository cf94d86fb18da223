//! The written rule that prefers one of several publications of the same figure.

use crate::dataset::{Figure, Printed, Source};
use crate::domain::{Count, Qualifier};
use std::cmp::Reverse;

/// Sorts rows by figure (measure, area, period, part), the preferred publication of each first.
pub fn sort_by_preference(figures: &mut [Figure], sources: &[Source]) {
    figures.sort_by(|a, b| {
        (a.measure, a.area, a.period, &a.breakdown)
            .cmp(&(b.measure, b.area, b.period, &b.breakdown))
            .then_with(|| preference(a, sources).cmp(&preference(b, sources)))
    });
}

/// The written rule of preference (`data/README.md`), as a key: the smallest comes first.
///
/// 1. one without a doubt; 2. a number before none; 3. an exact number before "at least" or
///    "about"; 4. the NSPCC's own release; 5. the later publication; 6. one that says how many
///    forces it covers, the more the better; 7. the order of `sources.csv`.
fn preference(figure: &Figure, sources: &[Source]) -> impl Ord + use<> {
    let source = sources.get(usize::from(figure.source.0));
    let exactness = match figure.printed {
        Printed::Number(Count { qualifier: Qualifier::Exact, .. }) => 0,
        Printed::Number(_) => 1,
        Printed::Suppressed | Printed::NotGiven => 2,
    };
    (
        figure.doubt.is_some(),
        exactness,
        !source.is_some_and(Source::is_nspcc),
        Reverse(source.map(|s| s.published)),
        Reverse(figure.forces_reporting),
        figure.source,
    )
}
