//! Figures of a reader, which can be shown alone or together with the published ones.

use cyberflag_data::dataset::package::ReaderPackage;
use cyberflag_data::dataset::{
    Breakdown, CompactError, Dataset, Event, Figure, OwnData, Population, Printed, RecordedCrime,
    Series, Source, SourceId, fill_missing_years, sort_by_preference,
};
use cyberflag_data::domain::{
    Area, Cell, Count, ForceId, MeasureId, Period, Qualifier, TOTAL_FORCES,
};
use serde::{Deserialize, Serialize};

/// Figures of a reader. A [`SourceId`] is an index into the list of sources here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFigures {
    /// The file that they came from.
    pub file: String,
    /// Figures as in answers to requests.
    pub figures: Vec<Figure>,
    /// Recorded crime by code.
    pub crime: Option<RecordedCrime>,
    /// Numbers of children, where the reader has a whole package.
    pub population: Option<Population>,
    /// What happened when, where the reader's package says so.
    pub events: Vec<Event>,
    /// Where they come from.
    pub sources: Vec<Source>,
}

/// A table and the source of each of its years.
type Dense<'a> = (&'a Series, &'a [SourceId]);

/// The note of a total that no source printed.
const SUM_NOTE: &str = "Added up by this page over the forces in the reader\u{2019}s table";

impl OwnFigures {
    /// The figures of a package that a reader has opened.
    pub fn of_package(file: &str, package: ReaderPackage) -> Self {
        let ReaderPackage { figures, crime, population, events, sources } = package;
        Self { file: file.to_owned(), figures, crime, population, events, sources }
    }

    /// How many figures there are.
    pub fn count(&self) -> usize {
        self.figures.len() + self.crime.as_ref().map_or(0, |crime| crime.series.known())
    }

    /// The compact bytes, for a page that is saved.
    ///
    /// # Errors
    /// Only if serialisation itself fails.
    pub fn to_compact(&self) -> Result<Vec<u8>, CompactError> {
        postcard::to_allocvec(self).map_err(|_| CompactError)
    }

    /// Reads compact bytes back, over the published figures: every index must be one of theirs.
    ///
    /// # Errors
    /// [`CompactError`] if the bytes are broken, or fit another release.
    pub fn from_compact(bytes: &[u8], base: &Dataset) -> Result<Self, CompactError> {
        let own: Self = postcard::from_bytes(bytes).map_err(|_| CompactError)?;
        let source = |id: &SourceId| usize::from(id.0) < own.sources.len();
        let area = |area: Area| match area {
            Area::Force(id) => id.index() < base.forces.len(),
            _ => true,
        };
        let measure = |id: &MeasureId| id.index() < base.measures.len();
        let figures = own
            .figures
            .iter()
            .all(|f| f.sources().all(|id| source(&id)) && area(f.area) && measure(&f.measure));
        let crime = own
            .crime
            .as_ref()
            .is_none_or(|c| c.series.fits(base.offences.len()) && c.sources.iter().all(source));
        let people = own
            .population
            .as_ref()
            .is_none_or(|p| (p.series.fits(1) || p.series.fits(2)) && p.sources.iter().all(source));
        let events = own.events.iter().all(|e| source(&e.source) && e.measures.iter().all(measure));
        (figures && crime && people && events).then_some(own).ok_or(CompactError)
    }

    /// The figures alone over the areas, codes and numbers of children of `base`. A year without a
    /// total for England and Wales gets one, added up over the forces that have a number.
    pub fn alone(&self, base: &Dataset) -> Dataset {
        let mut data = self.alone_as_printed(base);
        totals(&mut data);
        data
    }

    /// The figures together with all of `base`, likewise with totals.
    pub fn together(&self, base: &Dataset) -> Dataset {
        let mut data = self.together_as_printed(base);
        totals(&mut data);
        data
    }

    /// The figures alone, without totals that no source printed.
    pub fn alone_as_printed(&self, base: &Dataset) -> Dataset {
        let mut data = Dataset {
            version: String::new(),
            sources: Vec::new(),
            figures: Vec::new(),
            crime: RecordedCrime {
                series: Series::empty(TOTAL_FORCES, 2016, 2016, base.offences.len()),
                sources: Vec::new(),
            },
            population: base.population.clone(),
            forces: base.forces.clone(),
            districts: base.districts.clone(),
            offences: base.offences.clone(),
            measures: base.measures.clone(),
            opening: base.opening,
            events: Vec::new(),
            own: None,
        };
        let mut of_people = |id: &mut SourceId| {
            let source = base.source(*id).cloned();
            *id = source.map_or(SourceId(0), |source| intern(&mut data.sources, source));
        };
        data.population.sources.iter_mut().for_each(&mut of_people);
        self.insert_into(&mut data, false);
        data
    }

    /// The figures together with all of `base`, without totals that no source printed. A year of
    /// recorded crime that the reader has any of is the reader's alone, so that no total is of two
    /// sources.
    pub fn together_as_printed(&self, base: &Dataset) -> Dataset {
        let mut data = base.clone();
        self.insert_into(&mut data, true);
        data
    }

    /// What says the same as `data` and names the same source is in it already; everything else gets a
    /// source of its own, so that nothing of the reader's passes for a publication that it names.
    fn insert_into(&self, data: &mut Dataset, with_published: bool) {
        let first = SourceId(data.sources.len() as u16);
        let same: Vec<Option<SourceId>> = self
            .sources
            .iter()
            .map(|own| data.sources.iter().position(|s| s == own).map(|at| SourceId(at as u16)))
            .collect();
        let same = |id: &SourceId| same.get(usize::from(id.0)).copied().flatten();
        let all_same = |ids: &[SourceId]| ids.iter().map(same).collect::<Option<Vec<_>>>();
        let mut added: Vec<Option<SourceId>> = vec![None; self.sources.len()];
        let mut add_source = |sources: &mut Vec<Source>, id: &SourceId| -> SourceId {
            let at = usize::from(id.0);
            let (Some(known), Some(source)) = (added.get_mut(at), self.sources.get(at)) else {
                return first;
            };
            *known.get_or_insert_with(|| {
                sources.push(source.clone());
                SourceId((sources.len() - 1) as u16)
            })
        };
        let published = |figure: &&Figure| {
            figure.with_sources(|id| same(&id)).is_some_and(|theirs| data.figures.contains(&theirs))
        };
        let new: Vec<&Figure> = self.figures.iter().filter(|f| !published(f)).collect();
        for figure in new {
            // What refutes a figure may be a row that was published.
            let theirs = |id: SourceId| (id != figure.source).then(|| same(&id)).flatten();
            data.figures.extend(figure.with_sources(|id| {
                Some(theirs(id).unwrap_or_else(|| add_source(&mut data.sources, &id)))
            }));
        }
        for event in &self.events {
            let theirs = same(&event.source).map(|source| Event { source, ..event.clone() });
            if !theirs.is_some_and(|event| data.events.contains(&event)) {
                let source = add_source(&mut data.sources, &event.source);
                data.events.push(Event { source, ..event.clone() });
            }
        }
        data.events.sort_by_key(|event| event.day);
        // `None` where the table says nothing new. A page may lack columns that a package has.
        let mut merged = |sources: &mut Vec<Source>, own: Dense<'_>, existing: Dense<'_>| {
            let columns = existing.0.columns();
            let unchanged = all_same(own.1).is_some_and(|ids| {
                let (series, ids) = fill_missing_years((own.0, &ids), existing, columns);
                (&series, ids.as_slice()) == existing
            });
            if unchanged {
                return None;
            }
            let ids: Vec<SourceId> = own.1.iter().map(|id| add_source(sources, id)).collect();
            Some(fill_missing_years((own.0, &ids), existing, columns.max(own.0.columns())))
        };
        if let Some(own) = &self.crime {
            let existing = (&data.crime.series, data.crime.sources.as_slice());
            if let Some((series, sources)) =
                merged(&mut data.sources, (&own.series, &own.sources), existing)
            {
                data.crime = RecordedCrime { series, sources };
            }
        }
        if let Some(own) = &self.population {
            let existing = (&data.population.series, data.population.sources.as_slice());
            if let Some((series, sources)) =
                merged(&mut data.sources, (&own.series, &own.sources), existing)
            {
                data.population = Population { series, sources };
            }
        }
        data.own = Some(OwnData { file: self.file.clone(), first_source: first, with_published });
        sort_by_preference(&mut data.figures, &data.sources);
    }
}

/// The index of a source in a list, added if it is new.
fn intern(sources: &mut Vec<Source>, source: Source) -> SourceId {
    let known = sources.iter().position(|s| *s == source);
    SourceId(known.unwrap_or_else(|| {
        sources.push(source);
        sources.len() - 1
    }) as u16)
}

/// Adds up the forces of every year and kind in which the reader has a force and nobody printed a
/// total. Where published figures of other forces stand beside them, nothing is added up: no total is
/// ever of both.
fn totals(data: &mut Dataset) {
    let Some(own) = data.own.clone() else { return };
    let of_year = |f: &Figure| {
        let total = f.breakdown == Breakdown::Total && f.period.financial_year().is_some();
        total.then_some((f.measure, f.period))
    };
    let mut years: Vec<(MeasureId, Period, SourceId)> = Vec::new();
    for figure in data.figures.iter().filter(|f| f.source >= own.first_source) {
        let Some((measure, period)) = of_year(figure) else { continue };
        let known = years.iter().any(|(m, p, _)| (*m, *p) == (measure, period));
        if matches!(figure.area, Area::Force(_)) && !known {
            years.push((measure, period, figure.source));
        }
    }
    for (measure, period, source) in years {
        let (mut printed, mut mixed) = (false, false);
        let mut counts: [Option<Cell<Count>>; TOTAL_FORCES] = [None; TOTAL_FORCES];
        // The preferred row of a figure comes first, as everywhere.
        for figure in data.figures.iter().filter(|f| of_year(f) == Some((measure, period))) {
            match figure.area {
                Area::EnglandAndWales => printed = true,
                Area::Force(ForceId(at)) => {
                    let slot = counts.get_mut(usize::from(at)).filter(|slot| slot.is_none());
                    if let Some(slot) = slot {
                        *slot = Some(figure.cell());
                        mixed |= figure.source < own.first_source;
                    }
                }
                _ => {}
            }
        }
        let known: Vec<Count> =
            counts.into_iter().flatten().filter_map(|cell| cell.count()).collect();
        if printed || mixed || known.is_empty() {
            continue;
        }
        let qualifier = known.iter().map(|c| c.qualifier).max().unwrap_or(Qualifier::Exact);
        let n = known.iter().fold(0_u32, |sum, c| sum.saturating_add(c.n));
        data.figures.push(Figure {
            measure,
            area: Area::EnglandAndWales,
            period,
            breakdown: Breakdown::Total,
            printed: Printed::Number(Count { n, qualifier }),
            forces_reporting: Some(known.len() as u8),
            printed_change: None,
            printed_per_day: None,
            source,
            note: SUM_NOTE.to_owned(),
            doubt: None,
        });
    }
    sort_by_preference(&mut data.figures, &data.sources);
}
