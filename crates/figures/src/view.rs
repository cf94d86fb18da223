//! The reader's choice, completed and checked against the figures.

use crate::latest::latest_figures;
use crate::selection::{MOST_PINS, Selection, YearChoice};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, FinancialYear, ForceId, MeasureId, Unit};

/// A complete choice that the dataset can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What is counted.
    pub measure: MeasureId,
    /// The financial year, one of the measure's. With `latest` it is that of all but the map.
    pub year: FinancialYear,
    /// The map shows the latest figure of each force; always as a number, and without a second map.
    pub latest: bool,
    /// Count or rate.
    pub unit: Unit,
    /// The chosen force.
    pub force: Option<ForceId>,
    /// Forces pinned for comparison, in the order pinned.
    pub pins: [Option<ForceId>; MOST_PINS],
    /// The earlier year of the view of change; never after `year`.
    pub since: FinancialYear,
    /// The year of a second map beside the first; never `year`.
    pub beside: Option<FinancialYear>,
    /// Tiles of equal size instead of the map.
    pub tiles: bool,
    /// The range of random variation is drawn.
    pub range: bool,
}

/// Something of the reader's address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(pub String);

impl View {
    /// Completes a selection. A measure, year or force that the figures do not have is replaced by
    /// the default, with a notice.
    pub fn resolve(data: &Dataset, selection: &Selection) -> (Self, Vec<Notice>) {
        let mut notices = Vec::new();
        let with_year = |id| data.default_year(id).map(|year| (id, year));
        let asked = selection.measure.as_ref();
        let chosen = asked.and_then(|key| data.measure_named(key.as_str()));
        let others = std::iter::once(data.opening).chain(data.measure_ids());
        let found = chosen.and_then(with_year).or_else(|| others.into_iter().find_map(with_year));
        let (measure, default) =
            found.unwrap_or((chosen.unwrap_or(data.opening), FinancialYear::FIRST));
        let shown = &data.measure(measure).name;
        if found.is_none() {
            notices.push(Notice("There are no figures of any kind for any year.".to_owned()));
        } else if let (Some(key), None) = (asked, chosen) {
            notices.push(Notice(format!(
                "There is no kind of figure called \u{201c}{key}\u{201d} here. The page shows: {shown}."
            )));
        } else if let Some(chosen) = chosen.filter(|chosen| *chosen != measure) {
            notices.push(Notice(format!(
                "There are no figures of this kind for any year: {}. The page shows: {shown}.",
                data.measure(chosen).name
            )));
        }
        let (first, last) = data.years(measure).unwrap_or((default, default));
        let latest = selection.year == Some(YearChoice::Latest);
        let latest = latest && latest_figures(data, measure).is_some();
        let year = match selection.year {
            Some(YearChoice::Of(year)) if year >= first && year <= last => year,
            Some(YearChoice::Of(year)) => {
                notices.push(Notice(format!(
                    "There are no figures of this kind for {}. The page shows {}.",
                    year.label(),
                    default.label()
                )));
                default
            }
            Some(YearChoice::Latest) if !latest => {
                notices.push(Notice(format!(
                    "For this kind of figure, the latest figure of each force would show no more forces than a single year does. The page shows {}.",
                    default.label()
                )));
                default
            }
            _ => default,
        };
        let unit = if latest { Unit::Count } else { selection.unit };
        if unit != selection.unit {
            let text = "A rate is shown only for a single year. The map shows numbers.";
            notices.push(Notice(text.to_owned()));
        }
        if latest && selection.beside.is_some() {
            let text = "The latest figure of each force is shown on one map only.";
            notices.push(Notice(text.to_owned()));
        }
        let beside = selection.beside.filter(|beside| *beside != year && !latest);
        let (beside, outside) = match beside {
            Some(beside) if beside < first || beside > last => (None, Some(beside)),
            beside => (beside, None),
        };
        if let Some(outside) = outside {
            notices.push(Notice(format!(
                "There are no figures of this kind for {}, so there is one map.",
                outside.label()
            )));
        }
        let mut known = |code: AreaCode| {
            let force = data.force_by_code(code.as_str());
            if force.is_none() {
                let text = format!("{code} is not a police force area of England and Wales.");
                notices.push(Notice(text));
            }
            force
        };
        let force = selection.area.and_then(&mut known);
        let mut pins = [None; MOST_PINS];
        for (pin, code) in pins.iter_mut().zip(&selection.compare) {
            *pin = code.and_then(&mut known);
        }
        let since = selection.since.filter(|y| *y >= first && *y < year);
        let view = Self {
            measure,
            year,
            latest,
            unit,
            force,
            pins,
            since: since.unwrap_or(if year > first { year.previous() } else { year }),
            beside,
            tiles: selection.tiles,
            range: selection.range,
        };
        (view, notices)
    }

    /// A plain view of one measure and year, nothing chosen.
    pub fn plain(measure: MeasureId, year: FinancialYear, unit: Unit) -> Self {
        Self {
            measure,
            year,
            latest: false,
            unit,
            force: None,
            pins: [None; MOST_PINS],
            since: year,
            beside: None,
            tiles: false,
            range: false,
        }
    }

    /// The choice that gives this view.
    pub fn selection(&self, data: &Dataset) -> Selection {
        let code = |id: Option<ForceId>| id.and_then(|id| data.force(id)).map(|f| f.code);
        Selection {
            measure: Some(data.measure(self.measure).key.clone()),
            year: Some(if self.latest { YearChoice::Latest } else { YearChoice::Of(self.year) }),
            unit: self.unit,
            area: code(self.force),
            compare: self.pins.into_iter().map(code).collect(),
            // The year before is the default.
            since: Some(self.since).filter(|since| since.next() < self.year),
            beside: self.beside,
            tiles: self.tiles,
            range: self.range,
        }
    }

    /// The slot of a force among the pins, which decides its colour.
    pub fn pin_of(&self, force: ForceId) -> Option<usize> {
        self.pins.iter().position(|pin| *pin == Some(force))
    }

    /// The pinned forces.
    pub fn pinned(&self) -> impl Iterator<Item = ForceId> + use<> {
        self.pins.into_iter().flatten()
    }

    /// The chosen force, or England and Wales.
    pub fn area(&self) -> Area {
        self.force.map_or(Area::EnglandAndWales, Area::Force)
    }

    /// The same view of another year.
    pub fn at(self, year: FinancialYear) -> Self {
        Self { year, latest: false, ..self }
    }
}
