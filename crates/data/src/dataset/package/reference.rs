//! The tables that the others refer to: areas, offences, sources, districts.

use super::Files;
use super::error::{DataError, Problem};
use super::schema::SOURCES;
use super::table::{CsvRow, CsvTable, Seen};
use crate::dataset::{District, Offence, Published, Source, SourceId};
use crate::domain::{Area, AreaCode, Country, Force, ForceId, Measure, MeasureId, TOTAL_FORCES};

/// There is a cell in memory for each force, year and code.
const MOST_OFFENCES: usize = 200;

/// Every row of figures searches them.
const MOST_SOURCES: usize = 2_000;

/// The tables whose keys the rows of the other tables use.
///
/// A row of offences or sources with a fault keeps its key, and nothing is looked up in a table without
/// any row: one fault there must not be reported again by every row that refers to it.
pub(super) struct ReferenceTables<'a> {
    pub(super) forces: &'a [Force],
    pub(super) offences: &'a [Offence],
    pub(super) sources: &'a [Source],
    pub(super) measures: &'a [Measure],
}

impl ReferenceTables<'_> {
    /// The force that a row's `area_code` names.
    pub(super) fn force(&self, row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<ForceId> {
        let code = row.required("area_code", errors)?;
        let at = self.forces.iter().position(|f| f.code.as_str() == code);
        if at.is_none() && !self.forces.is_empty() {
            row.wrong("area_code", Problem::UnknownArea(code.to_owned()), errors);
        }
        at.map(|i| ForceId(i as u8))
    }

    /// The force or wider area that a row names, its name checked against its code.
    pub(super) fn area(&self, row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<Area> {
        let code = row.required("area_code", errors)?;
        let area = match Area::from_wider_code(code) {
            Some(area) => area,
            None => Area::Force(self.force(row, errors)?),
        };
        let expected = match area {
            Area::Force(id) => self.forces.get(id.index()).map_or("", |f| f.name.as_str()),
            wider => wider.wider_name().unwrap_or(""),
        };
        let found = row.required("area_name", errors)?;
        if found != expected && !expected.is_empty() {
            let problem =
                Problem::WrongName { found: found.to_owned(), expected: expected.to_owned() };
            row.wrong("area_name", problem, errors);
        }
        Some(area)
    }

    /// The measure that a row's `measure` names.
    pub(super) fn measure(
        &self,
        row: &CsvRow<'_>,
        errors: &mut Vec<DataError>,
    ) -> Option<MeasureId> {
        let key = row.required("measure", errors)?;
        let id = MeasureId::named(self.measures, key);
        if id.is_none() && !self.measures.is_empty() {
            row.wrong("measure", Problem::UnknownMeasure(key.to_owned()), errors);
        }
        id
    }

    pub(super) fn source(&self, row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<SourceId> {
        let key = row.required("source_id", errors)?;
        self.source_named(row, "source_id", key, errors)
    }

    /// The source with a key that a column of the row holds.
    pub(super) fn source_named(
        &self,
        row: &CsvRow<'_>,
        column: &str,
        key: &str,
        errors: &mut Vec<DataError>,
    ) -> Option<SourceId> {
        let at = self.sources.iter().position(|s| s.id == key);
        if at.is_none() && !self.sources.is_empty() {
            row.wrong(column, Problem::UnknownSource(key.to_owned()), errors);
        }
        at.map(|i| SourceId(i as u16))
    }
}

/// `areas.csv`: the 43 forces.
pub(super) fn areas(files: &Files, errors: &mut Vec<DataError>) -> Vec<Force> {
    let columns = ["area_code", "area", "country", "force_name"];
    let table = CsvTable::read("areas.csv", files.get("areas.csv"), &columns, errors);
    let (mut seen, mut forces, mut count) = (Seen::default(), Vec::new(), 0);
    for row in table.rows() {
        seen.add(&row, &["area_code"], errors);
        let country = match row.required("country", errors) {
            Some("England") => Some(Country::England),
            Some("Wales") => Some(Country::Wales),
            Some(found) => {
                row.unknown_word("country", found, "England, Wales", errors);
                None
            }
            None => None,
        };
        let code = row.required("area_code", errors);
        let is_force = |c: &str| c.starts_with("E23") || c.starts_with("W15");
        let parsed = code.and_then(AreaCode::parse);
        if let Some(code) = code.filter(|c| parsed.is_none() || !is_force(c)) {
            row.wrong("area_code", Problem::UnknownArea(code.to_owned()), errors);
        }
        let (name, full) = (row.required("area", errors), row.required("force_name", errors));
        count += usize::from(code.is_some());
        if let Some(code) = parsed {
            let [name, full_name] = [name.unwrap_or(""), full.unwrap_or("")].map(str::to_owned);
            let country = country.unwrap_or(Country::England);
            forces.push(Force { code, name, full_name, country });
        }
    }
    if count != TOTAL_FORCES && count > 0 {
        errors.push(table.problem(Problem::ForceCount(count)));
    }
    forces
}

/// `offences.csv`.
pub(super) fn offences(files: &Files, errors: &mut Vec<DataError>) -> Vec<Offence> {
    let columns = ["offence_code", "offence"];
    let table = CsvTable::read("offences.csv", files.get("offences.csv"), &columns, errors);
    let (mut seen, mut offences) = (Seen::default(), Vec::new());
    for row in table.rows() {
        seen.add(&row, &["offence_code"], errors);
        let code = row.required("offence_code", errors);
        let title = row.required("offence", errors).unwrap_or("").to_owned();
        if let Some(code) = code {
            offences.push(Offence { code: code.to_owned(), title });
        }
    }
    bounded(&table, offences.len(), MOST_OFFENCES, errors);
    offences
}

/// `sources.csv`: each with publisher, title, date, address and licence. The address may be empty in a
/// package that is not `published`.
pub(super) fn sources(files: &Files, published: bool, errors: &mut Vec<DataError>) -> Vec<Source> {
    let table = CsvTable::of(&SOURCES, files, errors);
    let (mut seen, mut sources) = (Seen::default(), Vec::new());
    for row in table.rows() {
        seen.add(&row, SOURCES.key, errors);
        let [id, publisher, title, url, licence] =
            ["source_id", "publisher", "title", "url", "licence"].map(|column| {
                let text = if column == "url" && !published {
                    row.text(column)
                } else {
                    row.required(column, errors).unwrap_or("")
                };
                text.to_owned()
            });
        let date = row.required("published", errors);
        let published = date.and_then(Published::parse);
        if let (Some(date), None) = (date, published) {
            row.wrong("published", Problem::BadDate(date.to_owned()), errors);
        }
        if !url.is_empty() && !is_web_address(&url) {
            row.wrong("url", Problem::BadAddress(url.clone()), errors);
        }
        if !id.is_empty() {
            let published = published.unwrap_or(Published { year: 1900, month: 0, day: 0 });
            sources.push(Source { id, publisher, title, published, url, licence });
        }
    }
    bounded(&table, sources.len(), MOST_SOURCES, errors);
    sources
}

/// Reports a table that is too long to be searched for each row of the others, or listed.
pub(super) fn bounded(table: &CsvTable, found: usize, most: usize, errors: &mut Vec<DataError>) {
    if found > most {
        errors.push(table.problem(Problem::TooManyRows { found, most }));
    }
}

/// `https://host…` or `http://host…`, without spaces.
pub fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|r| r.starts_with(char::is_alphanumeric)) && !url.contains(char::is_whitespace)
}

/// `districts.csv`.
pub(super) fn districts(
    files: &Files,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Vec<District> {
    let columns = ["district_code", "district", "area_code", "lookup"];
    let table = CsvTable::read("districts.csv", files.get("districts.csv"), &columns, errors);
    let (mut seen, mut districts) = (Seen::default(), Vec::new());
    for row in table.rows() {
        seen.add(&row, &["district_code", "lookup"], errors);
        row.required("district_code", errors);
        let name = row.required("district", errors);
        let force = references.force(&row, errors);
        row.required("lookup", errors);
        if let (Some(name), Some(force)) = (name, force) {
            districts.push(District { name: name.to_owned(), force });
        }
    }
    districts.sort_by(|a, b| (&a.name, a.force).cmp(&(&b.name, b.force)));
    // A district whose code has changed is listed under both codes.
    districts.dedup();
    districts
}
