//! A table that has been read, made into figures.

use super::own::OwnFigures;
use super::tally::{SeriesKind, TallyFigure};
use super::{IntakeResult, Value};
use cyberflag_data::dataset::{Dataset, Figure, Printed, RecordedCrime, Series, Source, SourceId};
use cyberflag_data::domain::{Area, Count, ForceId, Period, TOTAL_FORCES};

/// The reader's source is the only one.
const SOURCE: SourceId = SourceId(0);

impl IntakeResult {
    /// The figures, from one source.
    pub fn figures(&self, base: &Dataset, source: Source) -> OwnFigures {
        let read = self.tally.figures.iter();
        OwnFigures {
            file: self.report.file.clone(),
            figures: read.filter_map(|read| self.figure(read)).collect(),
            crime: self.crime(base.offences.len()),
            population: None,
            events: Vec::new(),
            sources: vec![source],
        }
    }

    fn figure(&self, read: &TallyFigure) -> Option<Figure> {
        let measure = match read.key.series {
            SeriesKind::Answers(measure) => measure,
            SeriesKind::Code(_) => return None,
        };
        let printed = match read.blank {
            Some(Value::Suppressed) => Printed::Suppressed,
            Some(_) => Printed::NotGiven,
            None => {
                let n = u32::try_from(read.sum).ok()?;
                Printed::Number(Count { n, qualifier: read.qualifier })
            }
        };
        let note = read.note.and_then(|at| self.tally.notes.get(usize::from(at)));
        Some(Figure {
            measure,
            area: read.key.area,
            period: self.period(read)?,
            breakdown: self.tally.parts.get(usize::from(read.key.part))?.clone(),
            printed,
            forces_reporting: read.forces,
            printed_change: None,
            printed_per_day: None,
            source: SOURCE,
            note: note.cloned().unwrap_or_default(),
            doubt: None,
        })
    }

    fn period(&self, read: &TallyFigure) -> Option<Period> {
        self.tally.periods.get(usize::from(read.key.period)).copied()
    }

    /// Recorded crime; `None` where the table has no number of any code.
    fn crime(&self, codes: usize) -> Option<RecordedCrime> {
        let mut cells: Vec<(ForceId, u16, usize, u32)> = Vec::new();
        for read in &self.tally.figures {
            let (SeriesKind::Code(code), Area::Force(force)) = (read.key.series, read.key.area)
            else {
                continue;
            };
            let year = self.period(read).and_then(Period::financial_year);
            if let (Some(year), None, Ok(n)) = (year, read.blank, u32::try_from(read.sum)) {
                cells.push((force, year.start(), usize::from(code), n));
            }
        }
        let first = cells.iter().map(|(_, year, ..)| *year).min()?;
        let last = cells.iter().map(|(_, year, ..)| *year).max()?;
        let mut series = Series::empty(TOTAL_FORCES, first, last, codes);
        for (force, year, code, n) in cells {
            series.set(force, year, code, n);
        }
        let sources = (first..=last).map(|_| SOURCE).collect();
        Some(RecordedCrime { series, sources })
    }
}
