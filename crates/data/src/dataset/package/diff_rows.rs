//! The rows of a dataset as keys and text, so that two datasets can be compared.

use crate::dataset::{Breakdown, Dataset, Event, Figure, Printed, Source};
use crate::domain::{FinancialYear, Measure, Period, Qualifier, Tenths};

/// One row as text.
#[derive(Clone)]
pub(super) struct DiffRow {
    /// Which row it is.
    label: String,
    /// Its number.
    pub(super) value: String,
    /// Everything else in it, with a description of a change of it.
    rest: Vec<(&'static str, String)>,
    /// The end of its line.
    end: String,
}

impl DiffRow {
    /// The line of the row, with this text for its number.
    pub(super) fn text_with(&self, value: &str) -> String {
        format!("{}: {value}{}", self.label, self.end)
    }

    /// What differs from the older row; `None` if nothing does.
    pub(super) fn change_from(&self, old: &Self) -> Option<String> {
        let mut text = self.value.clone();
        if old.value != self.value {
            text = format!("{} \u{2192} {}", old.value, self.value);
        }
        let mut differs = old.value != self.value;
        for ((description, new), (_, old)) in self.rest.iter().zip(&old.rest) {
            if new != old {
                differs = true;
                text = format!("{text}, {description}");
            }
        }
        differs.then(|| self.text_with(&text))
    }
}

/// For each new source the index of the same old one, or an index past all of them.
pub(super) fn matched(old: &[Source], new: &[Source]) -> Vec<usize> {
    let mut left: Vec<Option<&Source>> = old.iter().map(Some).collect();
    let mut take = |is: &dyn Fn(&Source) -> bool| {
        let at = left.iter().position(|old| old.is_some_and(is))?;
        left.get_mut(at)?.take().map(|_| at)
    };
    let by_key: Vec<Option<usize>> =
        new.iter().map(|new| take(&|old| !old.id.is_empty() && old.id == new.id)).collect();
    let mut by_title = |new: &Source| {
        take(&|old| {
            (&old.publisher, &old.title, &old.url) == (&new.publisher, &new.title, &new.url)
        })
    };
    let pairs = new.iter().zip(by_key).enumerate();
    pairs
        .map(|(at, (new, by_key))| by_key.or_else(|| by_title(new)).unwrap_or(old.len() + at))
        .collect()
}

/// The figures; `sources` holds an id for each source.
pub(super) fn figures(data: &Dataset, sources: &[usize]) -> Vec<(String, DiffRow)> {
    let row = |figure: &Figure| {
        let id = usize::from(figure.source.0);
        let code = data.area_code(figure.area);
        let (start, end) = (figure.period.start().iso(), figure.period.end().iso());
        let same_source = |id: usize| sources.get(id).copied().unwrap_or(id);
        let source = same_source(id);
        let doubt = figure.doubt.as_ref().map_or(String::new(), |doubt| {
            let by = doubt.refuted_by.iter().map(|id| same_source(usize::from(id.0)).to_string());
            format!("{} {}", doubt.reason, by.collect::<Vec<_>>().join(" "))
        });
        let part = figure.breakdown.to_string();
        let key =
            format!("{}|{code}|{start}|{end}|{part}|{source}", data.measure(figure.measure).key);
        let label = format!(
            "{}, {}, {}, {}",
            data.measure(figure.measure).name,
            data.area_name(figure.area),
            period(figure.period),
            part_label(&figure.breakdown)
        );
        let forces = figure.forces_reporting.map_or(String::new(), |n| n.to_string());
        let decimal = |n: Option<Tenths>| n.map_or(String::new(), |n| n.to_string());
        let rest = vec![
            ("another number of forces", forces),
            ("another printed change", decimal(figure.printed_change)),
            ("another printed number a day", decimal(figure.printed_per_day)),
            ("another note", figure.note.clone()),
            ("another doubt", doubt),
        ];
        let named = data.source(figure.source).map_or(String::new(), name);
        let end = format!(" (source {named})");
        (key, DiffRow { label, value: printed(figure.printed), rest, end })
    };
    data.figures.iter().map(row).collect()
}

/// The measures, their cautions included.
pub(super) fn measures(data: &Dataset) -> Vec<(String, DiffRow)> {
    let row = |measure: &Measure| {
        let codes = measure.offences.iter().filter_map(|at| data.offences.get(usize::from(*at)));
        let codes = codes.map(|o| o.code.as_str()).collect::<Vec<_>>().join(" ");
        let words = [&measure.short_name, &measure.one, &measure.many, &measure.counts];
        let cautions = measure.cautions.iter().map(|c| format!("{}{}", c.in_short, c.text));
        let rest = vec![
            ("other words", words.map(String::as_str).join("|")),
            ("another family", measure.family.word().to_owned()),
            ("other codes", codes),
            ("another first day", format!("{:?}", measure.exists_from)),
            ("another change of counting", format!("{:?}", measure.counting_break)),
            ("other classes", format!("{:?}", measure.rate_breaks)),
            ("other words in tables", measure.also_called.join(" ")),
            ("other cautions", cautions.collect::<Vec<_>>().join("|")),
        ];
        let label = format!("kind of figure {}", measure.key);
        let value = measure.name.clone();
        (measure.key.to_string(), DiffRow { label, value, rest, end: String::new() })
    };
    data.measures.iter().map(row).collect()
}

/// The known cells of recorded crime.
pub(super) fn crime(data: &Dataset) -> Vec<(String, DiffRow)> {
    let series = &data.crime.series;
    let mut rows = Vec::new();
    for (id, force) in data.force_ids().zip(&data.forces) {
        for year in (series.first_year()..=series.last_year()).filter_map(FinancialYear::new) {
            for (column, offence) in data.offences.iter().enumerate() {
                let Some(value) = series.get(id, year.start(), column) else { continue };
                let key = format!("{}|{}|{}", force.code, year.start(), offence.code);
                let label = format!(
                    "recorded crime, {}, {}, code {}",
                    force.name,
                    year.label(),
                    offence.code
                );
                rows.push((key, plain(label, value.to_string())));
            }
        }
    }
    rows
}

/// The known cells of population in the first columns.
pub(super) fn population(data: &Dataset, columns: usize) -> Vec<(String, DiffRow)> {
    let series = &data.population.series;
    let mut rows = Vec::new();
    for (id, force) in data.force_ids().zip(&data.forces) {
        for year in series.first_year()..=series.last_year() {
            for column in 0..columns {
                let Some(value) = series.get(id, year, column) else { continue };
                let key = format!("{}|{year}|{column}", force.code);
                let ages = if column == 0 { "aged 0 to 17" } else { "of all ages" };
                let label = format!("people {ages}, {}, {year}", force.name);
                rows.push((key, plain(label, value.to_string())));
            }
        }
    }
    rows
}

/// The events; `sources` holds an id for each source.
pub(super) fn events(data: &Dataset, sources: &[usize]) -> Vec<(String, DiffRow)> {
    let row = |event: &Event| {
        let id = usize::from(event.source.0);
        let source = sources.get(id).copied().unwrap_or(id);
        let day = event.day.iso();
        let rest = vec![
            ("another source", source.to_string()),
            ("other measures", data.measure_keys(&event.measures)),
        ];
        let named = data.source(event.source).map_or(String::new(), name);
        let row = DiffRow {
            label: format!("event, {day}, {}", event.short),
            value: event.long.clone(),
            rest,
            end: format!(" (source {named})"),
        };
        (format!("{day}|{}", event.short), row)
    };
    data.events.iter().map(row).collect()
}

/// The sources, with an id for each.
pub(super) fn sources(data: &Dataset, ids: &[usize]) -> Vec<(String, DiffRow)> {
    let row = |(source, id): (&Source, &usize)| {
        let rest =
            vec![("another address", source.url.clone()), ("other terms", source.licence.clone())];
        let value = format!("{}, {}, {}", source.publisher, source.title, source.published.iso());
        let label = format!("source {}", name(source));
        (format!("{id:05}"), DiffRow { label, value, rest, end: String::new() })
    };
    data.sources.iter().zip(ids).map(row).collect()
}

fn plain(label: String, value: String) -> DiffRow {
    DiffRow { label, value, rest: Vec::new(), end: String::new() }
}

/// What a source is called: its key, or its publisher where it has none.
fn name(source: &Source) -> String {
    if source.id.is_empty() { source.publisher.clone() } else { source.id.clone() }
}

fn period(period: Period) -> String {
    match period.financial_year() {
        Some(year) => year.label(),
        None => format!("{} to {}", period.start().iso(), period.end().iso()),
    }
}

fn part_label(part: &Breakdown) -> String {
    match part {
        Breakdown::Total => "total".to_owned(),
        Breakdown::Age { from, to } if from == to => format!("aged {from}"),
        Breakdown::Age { from, to } => format!("aged {from} to {to}"),
        Breakdown::Offence(kind) => kind.clone(),
    }
}

fn printed(printed: Printed) -> String {
    match printed {
        Printed::Suppressed => "hidden by the source".to_owned(),
        Printed::NotGiven => "no published figure".to_owned(),
        Printed::Number(count) => {
            let before = match count.qualifier {
                Qualifier::Exact => "",
                Qualifier::AtLeast => "at least ",
                Qualifier::About => "about ",
            };
            format!("{before}{}", count.n)
        }
    }
}
