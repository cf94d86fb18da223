//! The sources of a fact sheet, numbered in the order of first use, and the published figures that
//! its table has no cell for.

use super::{Citation, FactDoubt, FactOther, OtherKind, citation, history};
use crate::scale::format;
use cyberflag_data::dataset::{Breakdown, Dataset, Figure, SourceId};
use cyberflag_data::domain::{Area, FinancialYear, MeasureId};

/// One source and what the fact sheet took from it.
#[derive(Clone, Debug, PartialEq)]
pub struct FactSource {
    /// The source.
    pub citation: Citation,
    /// `grooming 2012/13 to 2024/25`; empty where only other values came from it.
    pub used_for: String,
}

/// A source and the years that it is used for.
type Uses = (SourceId, Vec<(MeasureId, Vec<FinancialYear>)>);

/// The list while it grows.
pub(super) struct Sources {
    list: Vec<Uses>,
    /// Several kinds of figures share one page of paper: at most [`MOST`] sources of a number, and no ages
    /// and kinds of offence.
    brief: bool,
    /// Something was left out for that.
    short: bool,
}

/// Sources named for one number where several kinds of figures share one page.
const MOST: usize = 2;

impl Sources {
    /// An empty list.
    pub(super) fn new(brief: bool) -> Self {
        Self { list: Vec::new(), brief, short: false }
    }

    fn most(&self) -> usize {
        if self.brief { MOST } else { usize::MAX }
    }

    /// Notes that a year's number comes from some sources.
    pub(super) fn used(&mut self, measure: MeasureId, year: FinancialYear, ids: &[SourceId]) {
        self.short |= ids.len() > self.most();
        for id in ids.iter().take(self.most()) {
            self.number(*id);
            let Some((_, uses)) = self.list.iter_mut().find(|(own, _)| own == id) else { continue };
            match uses.iter_mut().find(|(m, _)| *m == measure) {
                Some((_, years)) if years.contains(&year) => {}
                Some((_, years)) => years.push(year),
                None => uses.push((measure, vec![year])),
            }
        }
    }

    /// The number of a source, from 1; a new one goes to the end.
    fn number(&mut self, id: SourceId) -> usize {
        if let Some(index) = self.list.iter().position(|(own, _)| *own == id) {
            return index + 1;
        }
        self.list.push((id, Vec::new()));
        self.list.len()
    }

    /// Other values of the years, then sums over other periods, ages and offences.
    pub(super) fn others(
        &mut self,
        data: &Dataset,
        measure: MeasureId,
        area: Area,
        years: &[FinancialYear],
    ) -> Vec<FactOther> {
        let (brief, mut left_out) = (self.brief, false);
        let mut found: Vec<FactOther> = Vec::new();
        let mut add = |what: String, figure: &Figure, kind: OtherKind| {
            let count = format::count_cell(figure.cell());
            let same = found.iter().filter(|o| o.what == what && o.count == count).count();
            if same >= self.most() {
                self.short = true;
                return;
            }
            let source = self.number(figure.source);
            let doubt = figure.doubt.as_ref().map(|doubt| FactDoubt {
                reason: doubt.reason.clone(),
                refuted_by: doubt.refuted_by.iter().map(|id| self.number(*id)).collect(),
            });
            found.push(FactOther { what, count, note: figure.note.clone(), doubt, source, kind });
        };
        for year in years.iter().rev() {
            let reading = data.reading(measure, area, *year);
            // A doubted number in the table has its doubt here.
            let doubted = reading.rows.first().copied().filter(|f| f.doubt.is_some());
            for figure in doubted.into_iter().chain(reading.other_values()) {
                add(year.label(), figure, OtherKind::OtherValue);
            }
        }
        let own = data.figures.iter().filter(|f| f.measure == measure && f.area == area);
        let beside =
            own.filter(|f| f.breakdown != Breakdown::Total || f.period.financial_year().is_none());
        for figure in beside {
            let sum = figure.breakdown == Breakdown::Total;
            if brief && !sum {
                left_out = true;
                continue;
            }
            let kind = if sum { OtherKind::Sum } else { OtherKind::Part };
            add(history::what(figure), figure, kind);
        }
        self.short |= left_out;
        found
    }

    /// Whether something was left out to save paper.
    pub(super) fn short(&self) -> bool {
        self.short
    }

    /// The finished list.
    pub(super) fn into_list(self, data: &Dataset) -> Vec<FactSource> {
        let list = self.list.into_iter().filter_map(|(id, uses)| {
            let parts: Vec<String> = uses
                .iter()
                .map(|(measure, years)| {
                    format!("{} {}", data.measure(*measure).short_name, spans(years))
                })
                .collect();
            Some(FactSource { citation: citation(data, id)?, used_for: parts.join("; ") })
        });
        list.collect()
    }
}

/// Years in rising order, runs drawn together: `2012/13 to 2015/16, 2017/18`.
fn spans(years: &[FinancialYear]) -> String {
    let mut runs: Vec<(FinancialYear, FinancialYear)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, last)) if last.next() == *year => *last = *year,
            _ => runs.push((*year, *year)),
        }
    }
    let spans: Vec<String> = runs
        .iter()
        .map(|(first, last)| match first == last {
            true => first.label(),
            false => format!("{} to {}", first.label(), last.label()),
        })
        .collect();
    spans.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::testing;

    #[test]
    fn runs_of_years_are_drawn_together() {
        let years = [2012, 2013, 2014, 2016].map(|y| FinancialYear::new(y).unwrap());
        assert_eq!(spans(&years), "2012/13 to 2014/15, 2016/17");
        assert_eq!(spans(&[]), "");
    }

    #[test]
    fn a_source_is_numbered_once() {
        let mut sources = Sources::new(false);
        let year = FinancialYear::new(2016).unwrap();
        sources.used(testing::ONLINE, year, &[SourceId(7), SourceId(3)]);
        sources.used(testing::ONLINE, year, &[SourceId(7)]);
        sources.used(testing::GROOMING, year, &[SourceId(7)]);
        assert_eq!((sources.number(SourceId(7)), sources.number(SourceId(3))), (1, 2));
        assert_eq!(sources.number(SourceId(9)), 3);
        let ids: Vec<SourceId> = (20..30).map(SourceId).collect();
        let mut brief = Sources::new(true);
        brief.used(testing::ONLINE, year, &ids);
        assert_eq!(brief.list.len(), MOST);
        assert_eq!(sources.list[0].1.len(), 2);
        assert_eq!(sources.list[0].1[0].1, [year]);
    }
}
