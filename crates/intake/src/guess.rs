//! A first guess which column holds what, from headings and the first rows.

use super::exactness::Exactness;
use super::text::split_words;
use super::{
    Field, Gazetteer, Layout, Mapping, ResolvedArea, Value, mark, number, period, period_cell,
};
use cyberflag_data::domain::{Area, MeasureId};

impl Mapping {
    /// Guesses; `name` is the name of the file.
    pub fn guess(layout: &Layout, name: &str, gazetteer: &Gazetteer) -> Self {
        let mut mapping = Self::default();
        let plain: Vec<String> =
            layout.headings.iter().map(|h| split_words(mark::split(h).0).join(" ")).collect();
        let periods = layout.headings.iter().enumerate();
        let years: Vec<_> =
            periods.filter_map(|(at, h)| Some((at, period_cell::heading(h)?))).collect();
        // One such heading alone could be the title of a column of numbers; it is a year all the same.
        mapping.years = years;
        for field in Field::ALL {
            if mapping.is_in_headings(field) {
                continue;
            }
            let free = |at: &usize| {
                Field::ALL.iter().all(|f| mapping.column(*f) != Some(*at))
                    && mapping.years.iter().all(|(year, _)| year != at)
                    && mapping.forces.iter().all(|(force, _)| force != at)
            };
            let by_heading = field.headings().iter().find_map(|heading| {
                let found = (0..plain.len()).filter(&free);
                let mut fits = found.filter(|at| plain.get(*at).is_some_and(|p| p == heading));
                fits.find(|at| {
                    share(layout, *at, field, gazetteer, true) >= min_readable_percent(field)
                })
            });
            let by_content = || {
                if !matches!(field, Field::Force | Field::Period | Field::Number) {
                    return None;
                }
                let shares = (0..plain.len()).filter(&free);
                shares
                    .map(|at| (at, share(layout, at, field, gazetteer, false)))
                    .filter(|(_, share)| *share >= 80)
                    .max_by_key(|(at, share)| (*share, plain.len() - at))
                    .map(|(at, _)| at)
            };
            if let Some(column) = by_heading.or_else(by_content) {
                mapping.set(field, Some(column));
            } else if field == Field::Force && mapping.years.is_empty() {
                mapping.forces = forces(layout, gazetteer);
            }
        }
        mapping.measure = measure(layout, name, gazetteer);
        mapping
    }
}

/// Columns of numbers whose heading is a force.
fn forces(layout: &Layout, gazetteer: &Gazetteer) -> Vec<(usize, Area)> {
    let headings = layout.headings.iter().enumerate();
    let areas = headings.filter_map(|(at, heading)| match gazetteer.resolve(heading)? {
        ResolvedArea::Area(area) => Some((at, area)),
        _ => None,
    });
    areas.filter(|(at, _)| share(layout, *at, Field::Number, gazetteer, true) >= 50).collect()
}

/// How many in a hundred of the filled cells must be readable for a heading to be believed.
fn min_readable_percent(field: Field) -> usize {
    match field {
        Field::Force | Field::Period | Field::PeriodEnd | Field::Number | Field::Quarter => 50,
        Field::Measure | Field::Qualifier => 80,
        _ => 0,
    }
}

/// How many in a hundred of a column's filled cells can be read as a field; `named` where its heading
/// says that it is one, so that 45016 is a day and 2022 a year, though one that is refused.
fn share(
    layout: &Layout,
    column: usize,
    field: Field,
    gazetteer: &Gazetteer,
    named: bool,
) -> usize {
    let heading = layout.headings.get(column).map_or("", String::as_str);
    let cells = layout.samples.iter().filter_map(|(_, row)| row.get(column));
    let filled: Vec<&String> = cells.filter(|c| !c.is_empty()).collect();
    let fits = |text: &&&String| match field {
        Field::Force => gazetteer.resolve_under(heading, text).is_some(),
        Field::Period if !named && text.bytes().all(|b| b.is_ascii_digit()) => false,
        Field::Period => period_cell::is_like(text),
        Field::PeriodEnd => period_cell::day(text, true).is_some(),
        Field::Quarter => period::quarter(text).is_some(),
        Field::Number => matches!(number::value(text), Ok(value) if value != Value::Empty),
        Field::Measure => gazetteer.measures.is_known(text),
        Field::Qualifier => Exactness::parse(text).is_some(),
        _ => true,
    };
    if filled.is_empty() {
        return usize::from(!matches!(field, Field::Force | Field::Period | Field::Number)) * 100;
    }
    filled.iter().filter(fits).count() * 100 / filled.len()
}

/// What is counted, by the name of the file and the headings.
fn measure(layout: &Layout, name: &str, gazetteer: &Gazetteer) -> MeasureId {
    let texts = layout.headings.iter().map(String::as_str).chain([name]);
    let found = texts.filter_map(|text| gazetteer.measures.find(text)).next();
    found.unwrap_or(gazetteer.measures.opening())
}
