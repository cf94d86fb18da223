//! A table that has been read, made into figures that every view can show: the reader's alone, or
//! together with the published ones.

use super::tally::{Figure as Read, Series as Of};
use super::{Taken, Value};
use crate::dataset::{
    Breakdown, Dataset, Figure, Own, Population, Printed, Published, RecordedCrime, Series, Source,
    SourceId, sort_by_preference,
};
use crate::domain::{Area, Cell, Count, Measure, Period, Qualifier, TOTAL_FORCES};

/// Where the reader says that the figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSource {
    /// Key in `sources.csv`; made up where it is empty.
    pub id: String,
    /// Who published them; `Source not given` where the reader says nothing.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// When.
    pub published: Published,
    /// Address; empty where there is none.
    pub url: String,
    /// Terms; empty where they are not given.
    pub licence: String,
}

impl Taken {
    /// The figures as a dataset of their own over the areas, codes and numbers of children of `base`;
    /// `together` with all figures of `base`, whose years of recorded crime give way to the reader's.
    ///
    /// Years of which quarters are missing are set aside first. Where the table has no total for
    /// England and Wales in a year, one is added up over the forces that have a number, and says so.
    pub fn figures(&mut self, base: &Dataset, source: &OwnSource, together: bool) -> Dataset {
        self.whole_years();
        let mut data = if together { base.clone() } else { alone(base) };
        let id = SourceId(data.sources.len() as u16);
        data.sources.push(Source {
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            published: source.published,
            url: source.url.clone(),
            licence: source.licence.clone(),
        });
        data.own = Some(Own { file: self.report.file.clone(), source: id, together });
        for read in &self.tally.figures {
            data.figures.extend(self.figure(read, id));
        }
        totals(&mut data, id, together);
        self.crime(&mut data, id);
        sort_by_preference(&mut data.figures, &data.sources);
        data
    }

    fn figure(&self, read: &Read, source: SourceId) -> Option<Figure> {
        let measure = match read.key.series {
            Of::Online => Measure::Online,
            Of::SexualCommunication => Measure::SexualCommunication,
            Of::Code(_) => return None,
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
            source,
            note: note.cloned().unwrap_or_default(),
        })
    }

    fn period(&self, read: &Read) -> Option<Period> {
        self.tally.periods.get(usize::from(read.key.period)).copied()
    }

    /// Puts recorded crime in: a year that the table has any of is the table's alone.
    fn crime(&self, data: &mut Dataset, source: SourceId) {
        let mut cells = Vec::new();
        for read in &self.tally.figures {
            let (Of::Code(code), Area::Force(force)) = (read.key.series, read.key.area) else {
                continue;
            };
            let year = self.period(read).and_then(Period::financial_year);
            if let (Some(year), None, Ok(n)) = (year, read.blank, u32::try_from(read.sum)) {
                cells.push((force, year.start(), usize::from(code), n));
            }
        }
        let own = |year: u16| cells.iter().any(|(_, y, ..)| *y == year);
        let Some(mut first) = cells.iter().map(|(_, year, ..)| *year).min() else { return };
        let mut last = cells.iter().map(|(_, year, ..)| *year).max().unwrap_or(first);
        let old = std::mem::replace(
            &mut data.crime,
            RecordedCrime { series: Series::empty(0, 0, 0, 0), sources: Vec::new() },
        );
        if !old.sources.is_empty() {
            first = first.min(old.series.first_year());
            last = last.max(old.series.last_year());
        }
        let mut series = Series::empty(TOTAL_FORCES, first, last, data.offences.len());
        let mut sources = Vec::new();
        for year in first..=last {
            let before = year
                .checked_sub(old.series.first_year())
                .and_then(|at| old.sources.get(usize::from(at)));
            sources.push(if own(year) { source } else { before.copied().unwrap_or(source) });
            for force in data.force_ids().filter(|_| !own(year)) {
                for code in 0..data.offences.len() {
                    if let Some(n) = old.series.get(force, year, code) {
                        series.set(force, year, code, n);
                    }
                }
            }
        }
        for (force, year, code, n) in cells {
            series.set(force, year, code, n);
        }
        data.crime = RecordedCrime { series, sources };
    }
}

/// A dataset with the areas, the codes and the numbers of children of another, and no figures.
fn alone(base: &Dataset) -> Dataset {
    let mut sources: Vec<Source> = Vec::new();
    let mut places: Vec<SourceId> = Vec::new();
    for id in &base.population.sources {
        let place = base.source(*id).map(|source| {
            let known = sources.iter().position(|s| s == source);
            known.unwrap_or_else(|| {
                sources.push(source.clone());
                sources.len() - 1
            })
        });
        places.push(SourceId(place.unwrap_or(0) as u16));
    }
    Dataset {
        version: String::new(),
        sources,
        figures: Vec::new(),
        crime: RecordedCrime {
            series: Series::empty(TOTAL_FORCES, 2016, 2016, base.offences.len()),
            sources: Vec::new(),
        },
        population: Population { series: base.population.series.clone(), sources: places },
        forces: base.forces.clone(),
        districts: base.districts.clone(),
        offences: base.offences.clone(),
        own: None,
    }
}

/// Adds up the forces of every year and kind that the reader's table has no total for.
fn totals(data: &mut Dataset, source: SourceId, together: bool) {
    let mut years: Vec<(Measure, Period)> = Vec::new();
    for figure in
        data.figures.iter().filter(|f| f.source == source && f.breakdown == Breakdown::Total)
    {
        let year = (figure.measure, figure.period);
        if matches!(figure.area, Area::Force(_))
            && figure.period.financial_year().is_some()
            && !years.contains(&year)
        {
            years.push(year);
        }
    }
    for (measure, period) in years {
        let there = data.rows(measure, Area::EnglandAndWales, period, &Breakdown::Total);
        if !there.is_empty() {
            continue;
        }
        let mut sum = Count::exact(0);
        let mut forces = 0;
        for id in data.force_ids() {
            let mut rows = data.rows(measure, Area::Force(id), period, &Breakdown::Total);
            // The same rule as everywhere prefers one of several.
            rows.sort_by_key(|row| (row.source != source, row.source));
            let count = rows.first().and_then(|row| match row.cell() {
                Cell::Value(count) => Some(count),
                Cell::Zero => Some(Count::exact(0)),
                _ => None,
            });
            if let Some(count) = count {
                sum.n = sum.n.saturating_add(count.n);
                forces += 1;
                if count.qualifier != Qualifier::Exact && sum.qualifier != Qualifier::About {
                    sum.qualifier = count.qualifier;
                }
            }
        }
        let note = if together {
            "Added up by this page over the forces that have a figure, the reader\u{2019}s own or a published one"
        } else {
            "Added up by this page over the forces in the reader\u{2019}s table"
        };
        if forces > 0 {
            data.figures.push(Figure {
                measure,
                area: Area::EnglandAndWales,
                period,
                breakdown: Breakdown::Total,
                printed: Printed::Number(sum),
                forces_reporting: Some(forces),
                source,
                note: note.to_owned(),
            });
        }
    }
}
