//! Queries: one number, with the rows and sources behind it.

use super::{Breakdown, Dataset, Doubt, Figure, Source, SourceId};
use crate::domain::{
    Area, Cell, Count, Country, FinancialYear, Force, ForceId, Measure, MeasureId, Period, Why,
};

/// One number and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'a> {
    /// The number or the reason for a blank.
    pub cell: Cell<Count>,
    /// Published rows behind it, the preferred first (NSPCC measures).
    pub rows: Vec<&'a Figure>,
    /// Forces that the number covers, where known.
    pub forces: Option<u8>,
    /// The official table's source (Home Office measures).
    pub official_source: Option<SourceId>,
}

impl<'a> Reading<'a> {
    fn blank(cell: Cell<Count>) -> Self {
        Self { cell, rows: Vec::new(), forces: None, official_source: None }
    }

    /// The rows that print the number shown, and whether it is refuted as this one is or is not.
    fn of_shown(&self) -> impl Iterator<Item = &'a Figure> + '_ {
        self.rows.iter().copied().filter(|f| self.is_shown(f))
    }

    fn is_shown(&self, figure: &Figure) -> bool {
        let shown = |f: &Figure| (f.printed, f.doubt.is_some());
        self.rows.first().is_some_and(|first| shown(first) == shown(figure))
    }

    /// Rows whose printed number differs from the one shown, and refuted rows that are not shown.
    pub fn other_values(&self) -> impl Iterator<Item = &'a Figure> + '_ {
        self.rows.iter().copied().filter(|f| !self.is_shown(f))
    }

    /// What the row of the number shown says, or that of the blank.
    pub fn note(&self) -> Option<&'a str> {
        self.rows.first().map(|first| first.note.as_str()).filter(|note| !note.is_empty())
    }

    /// Why the number shown is not believed, where nothing better was published.
    pub fn doubt(&self) -> Option<&'a Doubt> {
        self.rows.first().and_then(|first| first.doubt.as_ref())
    }

    /// Every source of the number shown.
    pub fn sources(&self) -> Vec<SourceId> {
        self.of_shown().map(|f| f.source).chain(self.official_source).collect()
    }
}

impl Dataset {
    pub fn force(&self, id: ForceId) -> Option<&Force> {
        self.forces.get(id.index())
    }

    pub fn force_ids(&self) -> impl Iterator<Item = ForceId> + use<> {
        (0..self.forces.len()).map(|i| ForceId(i as u8))
    }

    pub fn force_by_code(&self, code: &str) -> Option<ForceId> {
        self.forces.iter().position(|f| f.code.as_str() == code).map(|i| ForceId(i as u8))
    }

    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(usize::from(id.0))
    }

    pub fn area_name(&self, area: Area) -> &str {
        match area {
            Area::Force(id) => self.force(id).map_or("", |f| f.name.as_str()),
            wider => wider.wider_name().unwrap_or(""),
        }
    }

    pub fn area_code(&self, area: Area) -> &str {
        match area {
            Area::Force(id) => self.force(id).map_or("", |f| f.code.as_str()),
            wider => wider.wider_code().unwrap_or(""),
        }
    }

    /// The forces in order of their names.
    pub fn forces_by_name(&self) -> Vec<ForceId> {
        let mut forces: Vec<ForceId> = self.force_ids().collect();
        forces.sort_by_key(|id| self.force(*id).map(|force| force.name.as_str()));
        forces
    }

    /// What a measure is.
    pub fn measure(&self, id: MeasureId) -> &Measure {
        static NONE: Measure = Measure::NONE;
        self.measures.get(id.index()).unwrap_or(&NONE)
    }

    /// The measures, in the order in which they are offered.
    pub fn measure_ids(&self) -> impl Iterator<Item = MeasureId> + Clone + use<> {
        (0..self.measures.len()).map(|i| MeasureId(i as u8))
    }

    /// The measure with this key.
    pub fn measure_named(&self, key: &str) -> Option<MeasureId> {
        MeasureId::named(&self.measures, key)
    }

    /// The keys of measures, with spaces between, as the tables have them.
    pub(super) fn measure_keys(&self, ids: &[MeasureId]) -> String {
        let keys: Vec<&str> = ids.iter().map(|id| self.measure(*id).key.as_str()).collect();
        keys.join(" ")
    }

    /// Columns of the recorded crime table that make up a measure.
    pub fn columns(&self, measure: MeasureId) -> Vec<usize> {
        self.measure(measure).offences.iter().map(|i| usize::from(*i)).collect()
    }

    /// The financial years of a measure, first and last; `None` if it has no figure of a year.
    pub fn years(&self, measure: MeasureId) -> Option<(FinancialYear, FinancialYear)> {
        if !self.measure(measure).is_official() {
            let own = self.figures.iter().filter(|f| f.measure == measure);
            let years = || own.clone().filter_map(|f| f.period.financial_year());
            return years().min().zip(years().max());
        }
        let series = &self.crime.series;
        let (first, last) = (series.first_year(), series.last_year());
        let years = || (first..=last).filter_map(FinancialYear::new);
        let columns = self.columns(measure);
        let known = |id| years().any(|year| self.crime.count(id, year, &columns).is_known());
        self.force_ids().any(known).then(|| years().min().zip(years().max()))?
    }

    /// Every financial year of a measure, in order, gaps included.
    pub fn all_years(&self, measure: MeasureId) -> Vec<FinancialYear> {
        let Some((first, last)) = self.years(measure) else { return Vec::new() };
        (first.start()..=last.start()).filter_map(FinancialYear::new).collect()
    }

    /// The year a measure opens at: the latest whose England and Wales total says how many forces
    /// it covers, else the last year. `None` if it has no figure of a year.
    pub fn default_year(&self, measure: MeasureId) -> Option<FinancialYear> {
        let years = self.all_years(measure);
        let covered = years.iter().copied().rev().find(|y| {
            let reading = self.reading(measure, Area::EnglandAndWales, *y);
            reading.cell.is_known() && reading.forces.is_some()
        });
        covered.or(years.last().copied())
    }

    /// Whether an area has any figure of a measure: a number of a year, or a figure of a part or of
    /// another period.
    pub fn has_figures(&self, measure: MeasureId, area: Area) -> bool {
        if self.measure(measure).is_official() {
            let known = |year| self.reading(measure, area, year).cell.is_known();
            return self.all_years(measure).into_iter().any(known);
        }
        self.figures.iter().any(|f| {
            let of_a_year = f.breakdown == Breakdown::Total && f.period.financial_year().is_some();
            f.measure == measure && f.area == area && (f.cell().is_known() || !of_a_year)
        })
    }

    /// Published rows of one figure, the preferred first.
    pub fn rows(
        &self,
        measure: MeasureId,
        area: Area,
        period: Period,
        breakdown: &Breakdown,
    ) -> Vec<&Figure> {
        let same = |f: &&Figure| {
            f.measure == measure
                && f.area == area
                && f.period == period
                && f.breakdown == *breakdown
        };
        self.figures.iter().filter(same).collect()
    }

    /// The number of offences of a measure in an area and year.
    pub fn reading(&self, measure: MeasureId, area: Area, year: FinancialYear) -> Reading<'_> {
        if self.measure(measure).is_before_law(year) {
            return Reading::blank(Cell::NotApplicable(Why::OffenceNotYetLaw));
        }
        if self.measure(measure).is_official() {
            return self.official(&self.columns(measure), area, year);
        }
        let rows = year
            .period()
            .map(|p| self.rows(measure, area, p, &Breakdown::Total))
            .unwrap_or_default();
        let cell = rows.first().map_or(Cell::NotPublished(Why::NoFigureFound), |f| f.cell());
        let mut reading = Reading { rows, ..Reading::blank(cell) };
        if !matches!(area, Area::Force(_)) {
            // The preferred row need not repeat the coverage that another report of the same
            // number prints.
            let forces = reading.of_shown().find_map(|f| f.forces_reporting);
            reading.forces = forces;
        }
        reading
    }

    /// How many forces have a number of a measure for a year.
    pub fn known_forces(&self, measure: MeasureId, year: FinancialYear) -> usize {
        let about = self.measure(measure);
        if about.is_official() || about.is_before_law(year) {
            let known =
                |id: &ForceId| self.reading(measure, Area::Force(*id), year).cell.is_known();
            return self.force_ids().filter(known).count();
        }
        let Some(period) = year.period() else { return 0 };
        // In one pass: the first row of a force is the preferred one.
        let mut known = vec![None; self.forces.len()];
        for figure in self.figures.iter().filter(|f| f.measure == measure && f.period == period) {
            if let (Area::Force(id), Breakdown::Total) = (figure.area, &figure.breakdown)
                && let Some(known) = known.get_mut(id.index())
            {
                known.get_or_insert(figure.cell().is_known());
            }
        }
        known.into_iter().filter(|known| *known == Some(true)).count()
    }

    /// Offences of one Home Office code in an area and year.
    pub fn offence_reading(&self, offence: usize, area: Area, year: FinancialYear) -> Reading<'_> {
        self.official(&[offence], area, year)
    }

    fn official(&self, columns: &[usize], area: Area, year: FinancialYear) -> Reading<'_> {
        let one = |id| self.crime.count(id, year, columns);
        let (cell, forces) = match area {
            Area::Force(id) => (one(id), None),
            Area::Wider => (Cell::NotPublished(Why::NoFigureFound), None),
            Area::England | Area::Wales | Area::EnglandAndWales => {
                let ids: Vec<ForceId> =
                    self.force_ids().filter(|id| self.within(*id, area)).collect();
                let known: Vec<u32> =
                    ids.iter().filter_map(|id| one(*id).count()).map(|c| c.n).collect();
                let cell = if known.is_empty() {
                    ids.first().map_or(Cell::NotPublished(Why::NoFigureFound), |id| one(*id))
                } else {
                    Cell::from_count(Count::exact(known.iter().sum()))
                };
                (cell, (!known.is_empty()).then_some(known.len() as u8))
            }
        };
        let official_source = if cell.is_known() { self.crime.source(year) } else { None };
        Reading { cell, rows: Vec::new(), forces, official_source }
    }

    /// Whether a force lies in an area.
    pub fn within(&self, id: ForceId, area: Area) -> bool {
        match area {
            Area::Force(f) => f == id,
            Area::EnglandAndWales => true,
            Area::Wider => false,
            Area::England => self.force(id).is_some_and(|f| f.country == Country::England),
            Area::Wales => self.force(id).is_some_and(|f| f.country == Country::Wales),
        }
    }

    /// Children aged 0 to 17 in an area, mid-year of the year's start. Missing if any part is.
    pub fn children(&self, area: Area, year: FinancialYear) -> Option<u32> {
        let parts = self.force_ids().filter(|id| self.within(*id, area));
        let total = parts.map(|id| self.population.children(id, year)).sum::<Option<u32>>()?;
        (total > 0).then_some(total)
    }
}
