//! A dataset as a package of files, which [`super::load_reader_package`] reads back as it was.
//!
//! It holds figures, recorded crime, the population of a reader's own package, events, and their
//! sources. Text is written as it is, a leading `=` too: the file is to be read back, and every field was checked.

use super::Files;
use super::descriptor::{FILE, to_text};
use super::keys;
use super::schema::{AGE_BANDS, CRIME, EVENTS, FIGURES, POPULATION, Resource, SOURCES, Schema};
use crate::dataset::{Dataset, Event, Figure, Printed, Source, SourceId};
use crate::delimited::quoted;
use crate::domain::{AreaCode, FinancialYear, Qualifier};
use serde::Serialize;

/// The files of a package: `figures.csv`, `recorded-crime.csv`, `population.csv` and `events.csv` where
/// there is anything for them, `sources.csv` with what these name, and `datapackage.json`.
pub fn write(data: &Dataset, version: &str, description: &str) -> Files {
    let (mut files, tables) = tables(data, false);
    files.set(FILE, descriptor(&tables, version, description).into_bytes());
    files
}

/// The same tables without a descriptor, for a folder with other tables that name sources too: with all
/// sources of `data`, and with the events only if some are a reader's.
pub fn write_tables(data: &Dataset) -> Files {
    tables(data, true).0
}

fn tables(data: &Dataset, all_sources: bool) -> (Files, Vec<&'static Schema>) {
    let mut used = vec![all_sources; data.sources.len()];
    let named = data.figures.iter().flat_map(Figure::sources);
    named.for_each(|source| mark_used(&mut used, usize::from(source.0)));
    let cells = cells(data);
    cells.iter().filter_map(|cell| cell.source).for_each(|source| mark_used(&mut used, source));
    // The page has not all that `population.csv` of data/ holds, so it writes none for that folder.
    let people = if all_sources { Vec::new() } else { people(data) };
    people.iter().for_each(|(_, source)| mark_used(&mut used, *source));
    let new_events = !all_sources || data.events.iter().any(|event| data.is_own(event.source));
    let events: &[Event] = if new_events { &data.events } else { &[] };
    events.iter().for_each(|event| mark_used(&mut used, usize::from(event.source.0)));
    let keys = source_keys(&data.sources);

    let mut files = Files::default();
    let mut tables = Vec::new();
    let mut put = |schema: &'static Schema, rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            files.set(&schema.path(), table(schema, &rows));
            tables.push(schema);
        }
    };
    put(&FIGURES, data.figures.iter().map(|f| figure(data, f, &keys)).collect());
    put(&CRIME, cells.iter().map(|cell| cell.row(&keys)).collect());
    let with_key = |(mut row, source): (Vec<String>, usize)| {
        row.push(keys.get(source).cloned().unwrap_or_default());
        row
    };
    put(&POPULATION, people.into_iter().map(with_key).collect());
    put(&EVENTS, events.iter().map(|e| event(data, e, &keys)).collect());
    let named = data.sources.iter().zip(&keys).zip(&used).filter(|(_, used)| **used);
    put(&SOURCES, named.map(|((source, key), _)| source_row(source, key)).collect());
    (files, tables)
}

fn mark_used(used: &mut [bool], index: usize) {
    if let Some(used) = used.get_mut(index) {
        *used = true;
    }
}

/// A unique key for each source.
fn source_keys(sources: &[Source]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(sources.len());
    for (at, source) in sources.iter().enumerate() {
        let following = sources.iter().skip(at + 1);
        let key = if source.id.is_empty() {
            keys::unique("", |key| {
                keys.iter().any(|k| k == key) || following.clone().any(|s| s.id == key)
            })
        } else {
            keys::unique(&source.id, |key| keys.iter().any(|k| k == key))
        };
        keys.push(key);
    }
    keys
}

fn table(schema: &Schema, rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = schema.column_names().join(",") + "\n";
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { "," });
            text.push_str(&quoted(field));
        }
        text.push('\n');
    }
    text.into_bytes()
}

fn figure(data: &Dataset, figure: &Figure, keys: &[String]) -> Vec<String> {
    let (value, qualifier) = match figure.printed {
        Printed::Number(count) => {
            let qualifier = match count.qualifier {
                Qualifier::Exact => "exact",
                Qualifier::AtLeast => "at-least",
                Qualifier::About => "about",
            };
            (count.n.to_string(), qualifier)
        }
        Printed::Suppressed => (String::new(), "suppressed"),
        Printed::NotGiven => (String::new(), "not-published"),
    };
    let key = |source: SourceId| keys.get(usize::from(source.0)).cloned().unwrap_or_default();
    let doubt = figure.doubt.as_ref();
    let refuted_by = doubt.map_or(&[][..], |doubt| doubt.refuted_by.as_slice());
    vec![
        data.measure(figure.measure).key.to_string(),
        data.area_code(figure.area).to_owned(),
        data.area_name(figure.area).to_owned(),
        figure.period.start().iso(),
        figure.period.end().iso(),
        figure.breakdown.to_string(),
        value,
        qualifier.to_owned(),
        figure.forces_reporting.map_or(String::new(), |n| n.to_string()),
        figure.printed_change.map_or(String::new(), |n| n.to_string()),
        figure.printed_per_day.map_or(String::new(), |n| n.to_string()),
        key(figure.source),
        figure.note.clone(),
        doubt.map_or(String::new(), |doubt| doubt.reason.clone()),
        refuted_by.iter().map(|source| key(*source)).collect::<Vec<_>>().join(" "),
    ]
}

struct Cell<'a> {
    force: AreaCode,
    year: FinancialYear,
    offence: &'a str,
    value: u32,
    source: Option<usize>,
}

/// Every known cell, by offence code, then force, then year.
fn cells(data: &Dataset) -> Vec<Cell<'_>> {
    let series = &data.crime.series;
    let mut columns: Vec<(usize, &str)> =
        data.offences.iter().map(|o| o.code.as_str()).enumerate().collect();
    columns.sort_by_key(|(_, code)| *code);
    let mut cells = Vec::new();
    for (column, offence) in columns {
        for (id, force) in data.force_ids().zip(&data.forces) {
            let years = (series.first_year()..=series.last_year()).filter_map(FinancialYear::new);
            cells.extend(years.filter_map(|year| {
                let value = series.get(id, year.start(), column)?;
                let source = data.crime.source(year).map(|id| usize::from(id.0));
                Some(Cell { force: force.code, year, offence, value, source })
            }));
        }
    }
    cells
}

impl Cell<'_> {
    fn row(&self, keys: &[String]) -> Vec<String> {
        let period = self.year.period();
        vec![
            self.force.to_string(),
            period.map_or(String::new(), |p| p.start().iso()),
            period.map_or(String::new(), |p| p.end().iso()),
            self.offence.to_owned(),
            self.value.to_string(),
            self.source.and_then(|at| keys.get(at)).cloned().unwrap_or_default(),
        ]
    }
}

/// The population of a reader's own package: each row without its source, and the index of that.
fn people(data: &Dataset) -> Vec<(Vec<String>, usize)> {
    let series = &data.population.series;
    let mut rows = Vec::new();
    for (id, force) in data.force_ids().zip(&data.forces) {
        let years = (series.first_year()..=series.last_year()).zip(&data.population.sources);
        for (year, source) in years.filter(|(_, source)| data.is_own(**source)) {
            for (column, band) in AGE_BANDS.into_iter().enumerate() {
                if let Some(n) = series.get(id, year, column) {
                    let row = vec![
                        force.code.to_string(),
                        year.to_string(),
                        band.to_owned(),
                        n.to_string(),
                    ];
                    rows.push((row, usize::from(source.0)));
                }
            }
        }
    }
    rows
}

fn event(data: &Dataset, event: &Event, keys: &[String]) -> Vec<String> {
    vec![
        event.day.iso(),
        event.short.clone(),
        event.long.clone(),
        keys.get(usize::from(event.source.0)).cloned().unwrap_or_default(),
        data.measure_keys(&event.measures),
    ]
}

fn source_row(source: &Source, key: &str) -> Vec<String> {
    vec![
        key.to_owned(),
        source.publisher.clone(),
        source.title.clone(),
        source.published.iso(),
        source.url.clone(),
        source.licence.clone(),
    ]
}

/// The descriptor of a package.
#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'static str,
    title: &'static str,
    description: &'a str,
    version: &'a str,
    resources: Vec<Resource>,
}

fn descriptor(tables: &[&Schema], version: &str, description: &str) -> String {
    let names: Vec<&str> = tables.iter().map(|schema| schema.table).collect();
    to_text(&Package {
        profile: "tabular-data-package",
        name: "cyberflag-figures",
        title: "Sexual offences against children recorded by police: published figures",
        description,
        version,
        resources: tables.iter().map(|schema| schema.resource(&names)).collect(),
    })
}
