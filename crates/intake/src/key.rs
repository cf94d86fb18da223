//! The key of a row: which series, area, period and part its numbers belong to.

use super::table::{Rejection, RowReader, field, is_alone};
use super::tally::{Key, SeriesKind, intern};
use super::text::{decode, is_hidden, short, trim};
use super::{Field, ResolvedArea, mark, part, period_cell};
use cyberflag_data::dataset::Breakdown;
use cyberflag_data::dataset::package::Problem;
use cyberflag_data::delimited::Row;
use cyberflag_data::domain::{Area, MeasureId, Period};

/// Years before and after which no figure here can be.
const EARLIEST: u16 = 1974;
const LATEST: u16 = 2060;

impl RowReader {
    /// The key of the row without its period, and without its area where each column has its own.
    pub(super) fn key(&mut self, row: &Row<'_>) -> Result<Key, Rejection> {
        let series = self.series(row)?;
        let area = if self.mapping.forces.is_empty() {
            self.area(row, series)?
        } else {
            Area::EnglandAndWales
        };
        let tally = &mut self.tally;
        let text = field(row, &self.mapping, Field::Part);
        let part = self.memo_part.get(text, &mut |bytes| {
            part::part(&decode(bytes).0).and_then(|part| intern(&mut tally.parts, part))
        });
        let Some(part) = part else {
            return Err(Rejection::new(Field::Part, Problem::UnknownPart(plain(text))));
        };
        let total = self.tally.parts.get(usize::from(part)) == Some(&Breakdown::Total);
        if matches!(series, SeriesKind::Code(_)) && !total {
            return Err(Rejection::new(Field::Part, Problem::UnknownPart(plain(text))));
        }
        Ok(Key { series, area, period: 0, part })
    }

    fn area(&mut self, row: &Row<'_>, series: SeriesKind) -> Result<Area, Rejection> {
        let text = field(row, &self.mapping, Field::Force);
        let gazetteer = &self.gazetteer;
        let heading = self.mapping.column(Field::Force).and_then(|at| self.headings.get(at));
        let heading = heading.map_or("", String::as_str);
        let mut repeated = true;
        let found = self.memo_area.get(text, &mut |bytes| {
            repeated = false;
            gazetteer.resolve_under(heading, &decode(bytes).0).map(ResolvedArea::to_id)
        });
        let found = found.and_then(ResolvedArea::from_id);
        let wrong = |problem: fn(String) -> Problem| unknown(text, Field::Force, repeated, problem);
        let area = match found {
            Some(ResolvedArea::Area(area)) => area,
            Some(ResolvedArea::OtherBody) => return Err(wrong(Problem::OtherBody)),
            Some(ResolvedArea::Total) => return Err(wrong(Problem::TotalLine)),
            Some(ResolvedArea::Ambiguous) => return Err(wrong(Problem::SeveralForces)),
            None if is_alone(row) => return Err(wrong(Problem::NoteLine)),
            None => return Err(wrong(Problem::NotAForce)),
        };
        if matches!(series, SeriesKind::Code(_)) && !matches!(area, Area::Force(_)) {
            return Err(wrong(Problem::TotalLine));
        }
        Ok(area)
    }

    fn series(&mut self, row: &Row<'_>) -> Result<SeriesKind, Rejection> {
        let codes = &self.codes;
        let code = |text: &str| codes.iter().position(|c| c.eq_ignore_ascii_case(text));
        if self.mapping.column(Field::Code).is_some() {
            let text = field(row, &self.mapping, Field::Code);
            let mut repeated = true;
            let found = self.memo_code.get(text, &mut |bytes| {
                repeated = false;
                code(mark::split(&decode(bytes).0).0).map(|at| at as u16)
            });
            return found
                .map(|at| SeriesKind::Code(at as u8))
                .ok_or_else(|| unknown(text, Field::Code, repeated, Problem::OtherOffence));
        }
        let names = &self.gazetteer.measures;
        let mut measure = self.mapping.measure;
        if self.mapping.column(Field::Measure).is_some() {
            let text = field(row, &self.mapping, Field::Measure);
            let find = |bytes: &[u8]| names.find(&decode(bytes).0).map(|id| u16::from(id.0));
            let found = self.memo_measure.get(text, &mut { find });
            let found = found.and_then(|id| u8::try_from(id).ok()).map(MeasureId);
            measure = found.ok_or_else(|| {
                let allowed = names.keys().into();
                unknown(text, Field::Measure, false, |found| Problem::UnknownWord {
                    found,
                    allowed,
                })
            })?;
        }
        let code = names.measure(measure).and_then(|m| m.offences.first());
        Ok(code.map_or(SeriesKind::Answers(measure), |code| SeriesKind::Code(*code)))
    }

    /// The period of a row, from one column or two.
    pub(super) fn period(&mut self, row: &Row<'_>, series: SeriesKind) -> Result<u16, Rejection> {
        let text = field(row, &self.mapping, Field::Period);
        let ends = self.mapping.column(Field::PeriodEnd).is_some();
        let (end, mut both);
        let key: &[u8] = if ends {
            end = field(row, &self.mapping, Field::PeriodEnd);
            both = text.to_vec();
            both.push(0);
            both.extend_from_slice(end);
            &both
        } else {
            text
        };
        let (periods, dated) = (&mut self.tally.periods, self.dated);
        let found = self.memo_period.get(key, &mut |bytes| {
            let text = decode(bytes).0;
            let read = match text.split_once('\0') {
                Some((start, end)) => {
                    Period::new(period_cell::day(start, false)?, period_cell::day(end, true)?)
                }
                None if dated && period_cell::day(&text, false).is_some() => None,
                None => period_cell::read(&text),
            };
            intern(periods, read?)
        });
        let fault = |found: String| match self.gazetteer.resolve(&found) {
            Some(ResolvedArea::Total) => Problem::TotalLine(found),
            _ => period_cell::fault(&found),
        };
        let at = found.ok_or_else(|| unknown(text, Field::Period, false, fault))?;
        let Some(read) = self.tally.periods.get(usize::from(at)).copied() else { return Ok(at) };
        // Quarters too are parts of a financial year.
        let quarters = self.mapping.column(Field::Quarter).is_some();
        let series = if quarters { SeriesKind::Code(0) } else { series };
        if fits(series, read) {
            Ok(at)
        } else {
            Err(Rejection::new(Field::Period, Problem::UnknownPeriod(plain(text))))
        }
    }
}

/// Recorded crime comes in financial years only, and nothing here is older than the forces are.
pub(super) fn fits(series: SeriesKind, period: Period) -> bool {
    let year = !matches!(series, SeriesKind::Code(_)) || period.financial_year().is_some();
    year && period.start().year() >= EARLIEST && period.end().year() <= LATEST
}

/// The text of a field, for a message.
pub(super) fn plain(bytes: &[u8]) -> String {
    short(trim(&decode(bytes).0))
}

/// Why a name is not known: it is empty, has hidden characters, or is another one. A `repeated` name is
/// only counted, so its text is left out.
fn unknown(
    bytes: &[u8],
    field: Field,
    repeated: bool,
    problem: impl FnOnce(String) -> Problem,
) -> Rejection {
    let plain = !bytes.is_empty() && bytes.iter().all(|b| (b'!'..=b'~').contains(b));
    if repeated && plain {
        return Rejection { field: Some(field), problem: problem(String::new()), repeated };
    }
    let text = decode(bytes).0;
    let problem = match trim(&text) {
        "" => Problem::Blank,
        text if text.chars().any(is_hidden) => Problem::HiddenCharacters,
        text => problem(short(text)),
    };
    Rejection::new(field, problem)
}
