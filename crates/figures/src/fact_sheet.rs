//! The fact sheet of an area: its latest numbers in sentences, every year of every kind of figure,
//! why a cell is blank, and where each number comes from. All that one printed page can hold.

use super::events::events_of;
use super::fact_sources::Sources;
use super::ranking::{change_on_year_before, change_text};
use super::{
    Comparison, FactSource, ListedEvent, SimilarForce, Strip, View, YearsFigure, caveats,
    display_value, panel, rate_strip, similar_forces, years,
};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{
    Area, AreaCode, Cell, FinancialYear, Force, MeasureId, MeasureKey, Unit, Why,
};

/// One area on one page.
#[derive(Clone, Debug, PartialEq)]
pub struct FactSheet {
    pub area: Area,
    /// Its name in full: Kent Police.
    pub name: String,
    /// Only where the area is a force.
    pub code: Option<AreaCode>,
    /// The kinds of figures, in their order.
    pub measures: Vec<FactMeasure>,
    /// Of a force and one kind of figure: how its latest rate compares.
    pub compared: Option<FactCompared>,
    /// Of one kind of figure: what was asked for, and what followed.
    pub events: Vec<ListedEvent>,
    /// The rows of the table, the latest first.
    pub years: Vec<FinancialYear>,
    /// Every reason for a blank in the table, each once.
    pub reasons: Vec<Why>,
    /// Sources, ages or kinds of offence were left out; the fact sheet of one kind of figure has all.
    pub short: bool,
    /// What these figures do and do not say.
    pub caveats: Vec<String>,
    /// Every source of a number on the fact sheet, in the order of first use.
    pub sources: Vec<FactSource>,
}

/// How the latest rate of a force compares.
#[derive(Clone, Debug, PartialEq)]
pub struct FactCompared {
    /// With England and Wales.
    pub with_all: Comparison,
    /// With every force that has a rate.
    pub rates: Option<Strip>,
    /// Forces with about as many children.
    pub similar: Vec<SimilarForce>,
}

/// One kind of figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FactMeasure {
    /// Which.
    pub measure: MeasureId,
    pub key: MeasureKey,
    pub name: String,
    /// The latest number, what stands beside it, or why there is none.
    pub sentences: Vec<String>,
    /// The year of the latest number.
    pub latest: Option<FinancialYear>,
    /// All years as a figure; `None` where no year has a number.
    pub figure: Option<YearsFigure>,
    /// One for each row of the table.
    pub cells: Vec<FactYear>,
    /// Whether the totals of the years cover different numbers of forces.
    pub coverage: bool,
    /// Other published values, and figures of other periods or parts.
    pub others: Vec<FactOther>,
}

/// One year of one kind of figure.
#[derive(Clone, Debug, PartialEq)]
pub enum FactYear {
    /// No number.
    Blank(FactCell),
    /// A number and what is derived from it.
    Number {
        /// Offences recorded.
        count: String,
        /// Sources disagree about it.
        disputed: bool,
        /// For every 10,000 children.
        rate: FactCell,
        /// Since the year before, in per cent.
        change: FactCell,
        /// Forces in the total: `39 of 43`.
        forces: String,
    },
}

/// Text of a cell, and the reason if it is a blank.
#[derive(Clone, Debug, PartialEq)]
pub struct FactCell {
    /// The number, or the short text for its absence.
    pub text: String,
    /// Why there is none.
    pub why: Option<Why>,
}

/// A published figure that is not in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct FactOther {
    /// Its year, period, ages or kind of offence.
    pub what: String,
    /// The number.
    pub count: String,
    /// What its row says.
    pub note: String,
    /// Why it is not believed.
    pub doubt: Option<FactDoubt>,
    /// Number of its source in the list, from 1.
    pub source: usize,
    /// How it stands to the table.
    pub kind: OtherKind,
}

/// Why a published figure is not believed.
#[derive(Clone, Debug, PartialEq)]
pub struct FactDoubt {
    /// In a sentence or two.
    pub reason: String,
    /// Numbers of the sources that refute it.
    pub refuted_by: Vec<usize>,
}

/// How a published figure stands to the table of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherKind {
    /// Another value of a number in it.
    OtherValue,
    /// A sum over another period.
    Sum,
    /// Some ages, or one kind of offence.
    Part,
}

/// The kinds of figures that something was published of, for an area.
pub fn published_measures(data: &Dataset, area: Area) -> Vec<MeasureId> {
    data.measure_ids().filter(|m| data.has_figures(*m, area)).collect()
}

/// The fact sheet of a force or of England and Wales, for one kind of figure or for several.
pub fn fact_sheet(data: &Dataset, area: Area, measures: &[MeasureId]) -> FactSheet {
    let mut years: Vec<FinancialYear> = measures.iter().flat_map(|m| data.all_years(*m)).collect();
    years.sort_by(|a, b| b.cmp(a));
    years.dedup();
    let mut sources = Sources::new(measures.len() > 1);
    let alone = measures.len() == 1;
    let measures: Vec<FactMeasure> = measures
        .iter()
        .map(|m| fact_measure(data, area, *m, (&years, alone), &mut sources))
        .collect();
    let one = measures.first().filter(|_| alone);
    FactSheet {
        area,
        compared: one.and_then(|one| compared(data, area, one.measure, one.latest?)),
        events: one.map_or(Vec::new(), |one| events_of(data, one.measure)),
        name: area_name(data, area),
        code: force(data, area).map(|f| f.code),
        reasons: reasons(&measures),
        caveats: warnings(data, &measures)
            .into_iter()
            .chain(
                years
                    .iter()
                    .find_map(|y| caveats::of_estimate(data, force(data, area)?, *y))
                    .map(str::to_owned),
            )
            .collect(),
        short: sources.short(),
        sources: sources.into_list(data),
        measures,
        years,
    }
}

fn force(data: &Dataset, area: Area) -> Option<&Force> {
    match area {
        Area::Force(id) => data.force(id),
        _ => None,
    }
}

/// Kent Police; England and Wales.
fn area_name(data: &Dataset, area: Area) -> String {
    force(data, area).map_or_else(|| data.area_name(area), |f| &f.full_name).to_owned()
}

fn compared(
    data: &Dataset,
    area: Area,
    measure: MeasureId,
    year: FinancialYear,
) -> Option<FactCompared> {
    let Area::Force(id) = area else { return None };
    let view = View { force: Some(id), ..View::plain(measure, year, Unit::Count) };
    let panel = panel(data, &view, id)?;
    let rates = rate_strip(data, &view, &panel);
    let with_all = panel.comparison?;
    Some(FactCompared { similar: similar_forces(data, id, with_all.year), with_all, rates })
}

fn fact_measure(
    data: &Dataset,
    area: Area,
    measure: MeasureId,
    (rows, alone): (&[FinancialYear], bool),
    sources: &mut Sources,
) -> FactMeasure {
    let latest = latest(data, area, measure);
    let force = match area {
        Area::Force(id) => Some(id),
        _ => None,
    };
    let view = |year| View { force, ..View::plain(measure, year, Unit::Count) };
    let own = data.all_years(measure);
    let cells: Vec<FactYear> =
        rows.iter().map(|y| fact_year(data, &view(*y), area, own.contains(y))).collect();
    for year in &own {
        sources.used(measure, *year, &data.reading(measure, area, *year).sources());
    }
    let all = |cell: &FactYear| match cell {
        FactYear::Number { forces, .. } => forces != "43 of 43",
        FactYear::Blank(_) => false,
    };
    let others = sources.others(data, measure, area, &own);
    let mut sentences = match latest.or_else(|| data.default_year(measure)) {
        Some(year) => super::fact_text::sentences(data, &view(year), latest),
        None => vec![super::fact_text::no_year(&area_name(data, area), data.measure(measure))],
    };
    if latest.is_none() {
        sentences.splice(
            0..0,
            super::fact_text::sum(&area_name(data, area), data.measure(measure), &others),
        );
    }
    if alone {
        sentences.extend(super::fact_text::notes(data, measure, area, latest));
    }
    FactMeasure {
        measure,
        key: data.measure(measure).key.clone(),
        name: data.measure(measure).name.clone(),
        sentences,
        latest,
        figure: latest.map(|year| {
            let figure = years(data, &view(year));
            // Beside other kinds of figures there is no room for the words that marks need.
            let events = if alone { figure.events } else { Vec::new() };
            YearsFigure { events, ..figure }
        }),
        coverage: matches!(area, Area::EnglandAndWales) && cells.iter().any(all),
        cells,
        others,
    }
}

/// The year whose number stands in the sentences: for a force the last that has one, for England
/// and Wales the one that the page opens at.
pub(super) fn latest(data: &Dataset, area: Area, measure: MeasureId) -> Option<FinancialYear> {
    let known = |y: &FinancialYear| data.reading(measure, area, *y).cell.is_known();
    let opening = data.default_year(measure);
    match area {
        Area::EnglandAndWales if opening.is_some_and(|y| known(&y)) => opening,
        _ => data.all_years(measure).into_iter().rev().find(known),
    }
}

fn fact_year(data: &Dataset, view: &View, area: Area, in_series: bool) -> FactYear {
    let count = display_value(data, view, area);
    if count.value.is_none() {
        let why = if in_series { count.why } else { Some(Why::OutsideSeries) };
        return FactYear::Blank(FactCell { text: count.text, why });
    }
    let rate = display_value(data, &View { unit: Unit::Rate, ..*view }, area);
    let change = change_on_year_before(data, view, area);
    let forces = data.reading(view.measure, area, view.year).forces;
    FactYear::Number {
        count: count.text,
        disputed: count.disputed,
        rate: FactCell { text: rate.text, why: rate.why },
        change: FactCell { text: percent(change), why: change.why() },
        forces: forces.map_or("not stated".to_owned(), |n| format!("{n} of 43")),
    }
}

/// `up 44.8`, as the heading of the column says the unit.
fn percent(change: Cell<crate::stats::Change>) -> String {
    let text = change_text(change);
    text.strip_suffix('%').map_or_else(|| text.clone(), str::to_owned)
}

fn reasons(measures: &[FactMeasure]) -> Vec<Why> {
    let mut reasons = Vec::new();
    let mut add = |cell: &FactCell| {
        if let Some(why) = cell.why.filter(|why| !reasons.contains(why)) {
            reasons.push(why);
        }
    };
    for cell in measures.iter().flat_map(|m| &m.cells) {
        match cell {
            FactYear::Blank(cell) => add(cell),
            FactYear::Number { rate, change, .. } => {
                add(rate);
                add(change);
            }
        }
    }
    reasons
}

fn warnings(data: &Dataset, measures: &[FactMeasure]) -> Vec<String> {
    let mut texts = vec![caveats::RECORDED];
    let several = measures.len() > 1;
    if several {
        texts.push(caveats::OVERLAP);
    }
    let of = |m: &FactMeasure| match several {
        true => caveats::in_short(data.measure(m.measure)),
        false => caveats::of_measure(data.measure(m.measure)),
    };
    for text in measures.iter().flat_map(of) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.extend(caveats::of_unit(Unit::Rate));
    if measures.iter().flat_map(|m| &m.others).any(|o| o.kind == OtherKind::OtherValue) {
        texts.push(caveats::DISPUTED);
    }
    texts.into_iter().map(str::to_owned).collect()
}

impl FactSheet {
    /// The letter that stands for a reason in the table.
    pub fn letter(&self, why: Why) -> Option<char> {
        let index = self.reasons.iter().position(|w| *w == why)?;
        char::from_u32('a' as u32 + u32::try_from(index).ok()?)
    }

    /// The kind of figure that the summary is about.
    pub fn first_known(&self) -> Option<&FactMeasure> {
        let known = self.measures.iter().find(|m| m.latest.is_some());
        known.or(self.measures.first())
    }

    /// The first sentence that states a number, for previews and search engines.
    pub fn summary(&self) -> &str {
        let first = self.first_known().and_then(|m| m.sentences.first());
        first.map_or("", String::as_str)
    }
}
