//! A first guess which column holds what, from headings and the first rows.

use super::exactness::Exactness;
use super::text::words;
use super::{Field, Layout, Mapping, Places, Value, number, part, period};
use cyberflag_data::domain::Measure;

impl Mapping {
    /// Guesses; `name` is the name of the file.
    pub fn guess(layout: &Layout, name: &str, places: &Places) -> Self {
        let mut mapping = Self::default();
        let plain: Vec<String> = layout.headings.iter().map(|h| words(h).join(" ")).collect();
        let periods = layout.headings.iter().enumerate();
        let years: Vec<_> = periods.filter_map(|(at, h)| Some((at, period::period(h)?))).collect();
        // One such heading alone could be the title of a column of numbers; it is a year all the same.
        mapping.years = years;
        for field in Field::ALL {
            if !mapping.years.is_empty()
                && matches!(field, Field::Period | Field::PeriodEnd | Field::Number)
            {
                continue;
            }
            let free = |at: &usize| {
                Field::ALL.iter().all(|f| mapping.column(*f) != Some(*at))
                    && mapping.years.iter().all(|(year, _)| year != at)
            };
            let by_heading = field.headings().iter().find_map(|heading| {
                let found = (0..plain.len()).filter(&free);
                let mut fits = found.filter(|at| plain.get(*at).is_some_and(|p| p == heading));
                fits.find(|at| share(layout, *at, field, places) >= field_least(field))
            });
            let by_content = || {
                if !matches!(field, Field::Force | Field::Period | Field::Number) {
                    return None;
                }
                let shares = (0..plain.len()).filter(&free);
                shares
                    .map(|at| (at, share(layout, at, field, places)))
                    .filter(|(_, share)| *share >= 80)
                    .max_by_key(|(at, share)| (*share, plain.len() - at))
                    .map(|(at, _)| at)
            };
            if let Some(column) = by_heading.or_else(by_content) {
                mapping.set(field, Some(column));
            }
        }
        mapping.measure = measure(layout, name);
        mapping
    }
}

/// How many in a hundred of the filled cells must be readable for a heading to be believed.
fn field_least(field: Field) -> usize {
    match field {
        Field::Force | Field::Period | Field::PeriodEnd | Field::Number | Field::Quarter => 50,
        Field::Measure | Field::Qualifier => 80,
        _ => 0,
    }
}

/// How many in a hundred of a column's filled cells can be read as a field.
fn share(layout: &Layout, column: usize, field: Field, places: &Places) -> usize {
    let cells = layout.samples.iter().filter_map(|(_, row)| row.get(column));
    let filled: Vec<&String> = cells.filter(|c| !c.is_empty()).collect();
    let fits = |text: &&&String| match field {
        Field::Force => places.find(text).is_some(),
        Field::Period => period::period(text).is_some() || period::date(text, false).is_some(),
        Field::PeriodEnd => period::date(text, true).is_some(),
        Field::Quarter => period::quarter(text).is_some(),
        Field::Number => matches!(number::value(text), Ok(value) if value != Value::Empty),
        Field::Measure => {
            part::measure(text).is_some() || text.as_str() == Measure::AllChild.slug()
        }
        Field::Qualifier => Exactness::parse(text).is_some(),
        _ => true,
    };
    if filled.is_empty() {
        return usize::from(!matches!(field, Field::Force | Field::Period | Field::Number)) * 100;
    }
    filled.iter().filter(fits).count() * 100 / filled.len()
}

/// What is counted, by the words of the file's name and of its headings.
fn measure(layout: &Layout, name: &str) -> Measure {
    let said = layout.headings.iter().map(String::as_str).chain([name]);
    said.filter_map(part::measure).next().unwrap_or(Measure::Online)
}
