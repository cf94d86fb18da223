//! Reads `figures.csv`.

use super::Files;
use super::doubt::Refuting;
use super::error::{DataError, Problem};
use super::preference::sort_by_preference;
use super::reference::ReferenceTables;
use super::schema::{CHANGE_BOUNDS, FIGURES, PER_DAY_BOUNDS};
use super::table::{CsvRow, CsvTable, Seen};
use crate::dataset::{Breakdown, Figure, Printed};
use crate::domain::{Area, Count, Measure, MeasureId, Qualifier};

/// More than all recorded crime of a year: nothing here can be larger.
const MOST: u32 = 10_000_000;

/// The most forces that any published total covers: England and Wales, Northern Ireland, Jersey and
/// Guernsey.
pub(super) const MOST_FORCES: usize = 46;

/// How many forces a total of this area can cover at most.
pub fn most_forces(area: Option<Area>) -> u32 {
    match area {
        Some(Area::Force(_)) => 1,
        Some(Area::Wales) => 4,
        Some(Area::England) => 39,
        Some(Area::EnglandAndWales) => 43,
        Some(Area::Wider) | None => MOST_FORCES as u32,
    }
}

/// Reads and sorts the figures, the preferred publication of each first.
pub(super) fn read(
    files: &Files,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Vec<Figure> {
    let table = CsvTable::of(&FIGURES, files, errors);
    let refuting = Refuting::of(&table);
    let (mut seen, mut figures) = (Seen::default(), Vec::new());
    for row in table.rows() {
        seen.add(&row, FIGURES.key, errors);
        figures.extend(figure(&row, references, &refuting, errors));
    }
    sort_by_preference(&mut figures, references.sources);
    figures
}

fn figure(
    row: &CsvRow<'_>,
    references: &ReferenceTables<'_>,
    refuting: &Refuting<'_>,
    errors: &mut Vec<DataError>,
) -> Option<Figure> {
    let measure = measure(row, references, errors);
    let area = references.area(row, errors);
    let period = row.period(errors);
    let breakdown = breakdown(row, errors);
    let printed = printed(row, errors);
    let forces_reporting = match row.text("forces_reporting") {
        "" => None,
        _ => row.number("forces_reporting", most_forces(area), errors).map(|n| n as u8),
    };
    let printed_change = row.decimal("printed_change", CHANGE_BOUNDS, errors);
    let printed_per_day = row.decimal("printed_per_day", PER_DAY_BOUNDS, errors);
    let source = references.source(row, errors);
    let doubt = measure.and_then(|_| refuting.doubt(row, references, errors));
    Some(Figure {
        measure: measure?,
        area: area?,
        period: period?,
        breakdown: breakdown?,
        printed: printed?,
        forces_reporting,
        printed_change,
        printed_per_day,
        source: source?,
        note: row.text("note").to_owned(),
        doubt,
    })
}

/// The key of a measure whose figures are published answers.
fn measure(
    row: &CsvRow<'_>,
    references: &ReferenceTables<'_>,
    errors: &mut Vec<DataError>,
) -> Option<MeasureId> {
    let id = references.measure(row, errors)?;
    let official = references.measures.get(id.index()).is_some_and(Measure::is_official);
    if official {
        let problem = Problem::MeasureOfCrime(row.text("measure").to_owned());
        row.wrong("measure", problem, errors);
    }
    (!official).then_some(id)
}

fn breakdown(row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<Breakdown> {
    let text = row.required("breakdown", errors)?;
    let breakdown = Breakdown::parse(text);
    if breakdown.is_none() {
        let allowed = "total, age:N, age:N-N (0 to 17), offence:words";
        row.unknown_word("breakdown", text, allowed, errors);
    }
    breakdown
}

fn printed(row: &CsvRow<'_>, errors: &mut Vec<DataError>) -> Option<Printed> {
    let qualifier = match row.required("qualifier", errors)? {
        "exact" => Some(Qualifier::Exact),
        "at-least" => Some(Qualifier::AtLeast),
        "about" => Some(Qualifier::About),
        "suppressed" | "not-published" => None,
        found => {
            let allowed = "exact, at-least, about, suppressed, not-published";
            row.unknown_word("qualifier", found, allowed, errors);
            return None;
        }
    };
    match (qualifier, row.text("value")) {
        (Some(qualifier), value) if !value.is_empty() => {
            row.number("value", MOST, errors).map(|n| Printed::Number(Count { n, qualifier }))
        }
        _ if !row.has("value") => None,
        (None, "") if row.text("qualifier") == "suppressed" => Some(Printed::Suppressed),
        (None, "") => Some(Printed::NotGiven),
        _ => {
            row.wrong("value", Problem::ValueAndQualifier, errors);
            None
        }
    }
}
