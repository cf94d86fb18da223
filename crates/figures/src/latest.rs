//! The latest figure of each force. The years differ from force to force, so these figures are never
//! added up, ranked or compared.

use super::View;
use super::display_value::{DisplayValue, of_reading};
use super::fact_sheet::latest;
use super::tiles::fullest;
use cyberflag_data::dataset::{Dataset, Reading};
use cyberflag_data::domain::{Area, Cell, FinancialYear, ForceId, MeasureId, Why};

/// What to know before the latest figures are read.
pub const YEARS_DIFFER: &str = "The years differ from force to force, so do not rank these.";

/// How many forces have a latest figure of a kind, and from which years they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestFigures {
    pub forces: usize,
    pub first: FinancialYear,
    pub last: FinancialYear,
}

impl LatestFigures {
    /// `one year between April 2015 and March 2020`.
    pub fn period(&self) -> String {
        let (from, to) = (self.first.start(), self.last.next().start());
        format!("one year between April {from} and March {to}")
    }

    /// `31 of 43 forces`.
    pub fn of_43(&self) -> String {
        format!("{} of 43 forces", self.forces)
    }
}

/// The latest figures of a kind; `None` where they show no more forces than its fullest year.
pub fn latest_figures(data: &Dataset, measure: MeasureId) -> Option<LatestFigures> {
    let (_, most) = fullest(data, measure)?;
    if most >= data.forces.len() {
        return None;
    }
    let own = |id| latest(data, Area::Force(id), measure);
    let years: Vec<FinancialYear> = data.force_ids().filter_map(own).collect();
    let (first, last) = (*years.iter().min()?, *years.iter().max()?);
    (years.len() > most).then_some(LatestFigures { forces: years.len(), first, last })
}

/// The first year of the present way of counting: after the kind's own change, or for a kind that has
/// none, after that of the other kinds.
pub(super) fn counted_since(data: &Dataset, measure: MeasureId) -> Option<FinancialYear> {
    let own = data.measure(measure).break_before();
    own.or_else(|| data.measures.iter().find_map(|m| m.break_before()))
}

/// Whether a year comes before the present way of counting.
pub(super) fn is_old(data: &Dataset, measure: MeasureId, year: FinancialYear) -> bool {
    counted_since(data, measure).is_some_and(|first| year < first)
}

impl View {
    /// The year of the figure that the map shows for a force: with `latest` the last that the force has
    /// one for, if any.
    pub fn year_of(&self, data: &Dataset, force: ForceId) -> Option<FinancialYear> {
        match self.latest {
            true => latest(data, Area::Force(force), self.measure),
            false => Some(self.year),
        }
    }
}

/// The year of the figure that the map shows for a force, and what was published.
pub fn shown_reading<'a>(
    data: &'a Dataset,
    view: &View,
    force: ForceId,
) -> (Option<FinancialYear>, Reading<'a>) {
    let year = view.year_of(data, force);
    let reading = match year {
        Some(year) => data.reading(view.measure, Area::Force(force), year),
        None => Reading {
            cell: Cell::NotPublished(Why::NoFigureFound),
            rows: Vec::new(),
            forces: None,
            official_source: None,
        },
    };
    (year, reading)
}

/// The same as it is displayed.
pub fn shown_value(
    data: &Dataset,
    view: &View,
    force: ForceId,
) -> (Option<FinancialYear>, DisplayValue) {
    let (year, reading) = shown_reading(data, view, force);
    let at = view.at(year.unwrap_or(view.year));
    (year, of_reading(data, &at, Area::Force(force), &reading))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::Selection;
    use crate::{MapFigure, multiples, panel, spoken};
    use crate::{Multiples, Table, as_text, display_value, force_table, map, map_guide, map_scale};
    use cyberflag_data::dataset::Breakdown;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::domain::Unit;
    use cyberflag_data::testing;

    const LATEST: &str = "measure=online&year=latest";
    const WEST_MIDLANDS: &str = "E23000014";
    const CUMBRIA: &str = "E23000002";

    fn data() -> Dataset {
        load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap()
    }

    /// Without the yearly online figures of West Midlands, of which a published sum remains.
    fn without_years() -> Dataset {
        let mut data = data();
        let area = Area::Force(data.force_by_code(WEST_MIDLANDS).unwrap());
        data.figures.retain(|f| {
            f.measure != testing::ONLINE || f.area != area || f.period.financial_year().is_none()
        });
        data
    }

    fn resolve(data: &Dataset, hash: &str) -> (View, Vec<String>) {
        let (view, notices) = View::resolve(data, &Selection::parse(hash).0);
        (view, notices.into_iter().map(|notice| notice.0).collect())
    }

    fn view(data: &Dataset, hash: &str) -> View {
        resolve(data, hash).0
    }

    fn figure(data: &Dataset, view: &View) -> MapFigure {
        map(data, view, &map_scale(data, view.measure, view.unit))
    }

    #[test]
    fn the_address_gives_the_view_and_the_view_the_address() {
        let data = data();
        let (latest, notices) = resolve(&data, LATEST);
        assert!(latest.latest && notices.is_empty(), "{notices:?}");
        assert_eq!(Some(latest.year), data.default_year(testing::ONLINE));
        assert_eq!(latest.selection(&data).to_hash(), LATEST);
        let year = latest.at(latest.year);
        assert!(!year.latest, "another year leaves it");
        assert_eq!(year.selection(&data).to_hash(), "measure=online&year=2016-17");
    }

    #[test]
    fn a_rate_and_a_second_map_give_way_with_a_notice() {
        let data = data();
        let (rate, notices) = resolve(&data, "measure=online&year=latest&unit=rate");
        assert_eq!((rate.latest, rate.unit), (true, Unit::Count));
        assert_eq!(notices, ["A rate is shown only for a single year. The map shows numbers."]);
        let (two, notices) = resolve(&data, "measure=online&year=latest&beside=2018-19");
        assert_eq!((two.latest, two.beside), (true, None));
        assert_eq!(notices, ["The latest figure of each force is shown on one map only."]);
        let outside = resolve(&data, "measure=online&year=latest&beside=1999-00").1;
        assert_eq!(outside, notices, "said once");
    }

    #[test]
    fn it_is_offered_only_where_it_shows_more_forces_than_a_year() {
        let data = data();
        for measure in data.measure_ids() {
            let years = data.all_years(measure).into_iter();
            let most = years.map(|year| data.known_forces(measure, year)).max().unwrap();
            let has_one = |id: &ForceId| latest(&data, Area::Force(*id), measure).is_some();
            let forces = data.force_ids().filter(has_one).count();
            let offered = latest_figures(&data, measure).map(|latest| latest.forces);
            assert_eq!(offered, (forces > most).then_some(forces));
            let hash = format!("measure={}&year=latest", data.measure(measure).key);
            let (view, notices) = resolve(&data, &hash);
            assert_eq!(view.latest, offered.is_some());
            assert_eq!(notices.is_empty(), offered.is_some());
            let default = data.default_year(measure).unwrap();
            let said = format!("The page shows {}.", default.label());
            assert!(notices.iter().all(|notice| notice.ends_with(&said)), "{notices:?}");
            assert_eq!(view.year, default);
        }
        assert!(latest_figures(&data, testing::ONLINE).is_some());
        assert_eq!(latest_figures(&data, testing::GROOMING), None);
    }

    #[test]
    fn each_circle_is_the_last_figure_that_was_published_for_the_force() {
        let data = data();
        let view = view(&data, LATEST);
        let figure = figure(&data, &view);
        for area in &figure.areas {
            let of_force = data.figures.iter().filter(|f| {
                f.measure == testing::ONLINE
                    && f.area == Area::Force(area.force)
                    && f.breakdown == Breakdown::Total
                    && f.cell().is_known()
            });
            let last = of_force.filter_map(|f| f.period.financial_year()).max();
            assert_eq!(area.year, last, "{}", area.name);
            assert_eq!(area.known, last.is_some());
            let Some(year) = last else {
                assert!(area.spoken.ends_with(": no published figure for a single year"));
                continue;
            };
            let alone = display_value(&data, &view.at(year), Area::Force(area.force));
            assert_eq!(area.display, alone, "as exact as in its own year");
            let end = format!("{} offences in {}", alone.text, year.label());
            assert!(area.reading == end && area.spoken.ends_with(&end), "{}", area.spoken);
            assert_eq!(area.old, year < FinancialYear::new(2017).unwrap(), "{}", area.name);
            assert_eq!(area.is_ring(), area.old || area.zero);
        }
        assert_eq!(figure.areas.iter().filter(|a| a.old).count(), 9);
        assert_eq!(figure.strip.dots.iter().filter(|d| d.old).count(), 9);
        assert_eq!(figure.strip.dots.len(), figure.known());
        assert!(figure.strip.dots.iter().all(|d| d.level < figure.strip.levels));
    }

    #[test]
    fn the_words_name_no_single_year_and_no_total() {
        let data = data();
        let view = view(&data, LATEST);
        let figure = figure(&data, &view);
        let title = "Online offences recorded: the latest published figure for each force";
        assert_eq!(figure.title, title);
        let said = "Each circle is one year between April 2015 and March 2020. The years differ from force to force, so do not rank these. 33 of 43 forces have a figure.";
        assert_eq!(figure.description, said);
        assert_eq!(figure.blank.as_deref(), Some("no published figure (10); not zero"));
        assert_eq!(figure.old.as_deref(), Some("figure is from 2015/16 or 2016/17"));
        let guide = map_guide(&data, &view);
        assert!(
            guide
                .what
                .contains("33 of the 43 forces have one. Nine of them are from before April 2017")
        );
        assert!(guide.reasons.iter().all(|reason| !reason.contains("this year")), "{guide:?}");
        assert!(guide.ways.iter().all(|way| !way.hash.contains("latest")), "{guide:?}");
        for text in [&guide.what, &spoken(&data, &view), &as_text(&data, &view)] {
            let total = ["2016/17", "5,653", "add up", "Together"];
            assert!(total.iter().all(|words| !text.contains(words)), "{text}");
        }
    }

    #[test]
    fn a_single_year_has_no_rings_and_leads_to_the_latest_figures() {
        let data = data();
        let year = view(&data, "measure=online&year=2015-16&unit=rate&beside=2016-17");
        let figure = figure(&data, &year);
        assert!(figure.old.is_none() && figure.areas.iter().all(|a| !a.old));
        let ways = map_guide(&data, &year).ways;
        let way = ways.iter().find(|way| way.name == "Latest figure of each force").unwrap();
        assert_eq!((way.hash.as_str(), way.forces.as_str()), (LATEST, "33 of 43 forces"));
    }

    #[test]
    fn the_table_has_the_year_of_each_figure_and_nothing_that_compares() {
        let data = data();
        let view = view(&data, LATEST);
        let Table { columns, rows, caption } = force_table(&data, &view);
        assert!(caption.contains("the latest published figure for each force"), "{caption}");
        assert_eq!(columns, ["Police force area", "Offences recorded", "Year of the figure"]);
        assert_eq!(rows.len(), 43);
        for ((_, cells), area) in rows.iter().zip(&figure(&data, &view).areas) {
            assert_eq!(cells[0].text, area.name);
            assert_eq!(cells[1].text.trim_end_matches('*'), area.display.text);
            let year = area.year.map(|year| year.label());
            assert_eq!(cells[2].text, year.unwrap_or("no figure for a single year".to_owned()));
            assert_eq!(cells[1].note.is_some(), !area.known, "a blank says why");
        }
    }

    #[test]
    fn the_card_is_of_the_year_of_the_figure() {
        let data = data();
        let chosen = |data: &Dataset, code: &str| {
            let view = view(data, &format!("{LATEST}&area={code}"));
            (view, panel(data, &view, view.force.unwrap()).unwrap())
        };
        let (_, card) = chosen(&data, CUMBRIA);
        assert!(card.label.ends_with(" in 2015/16") && card.number == "77", "{card:?}");
        assert_eq!(card.comparison.as_ref().map(|c| c.year.label()).as_deref(), Some("2015/16"));
        let (view, _) = chosen(&data, WEST_MIDLANDS);
        assert!(
            spoken(&data, &view).contains("427 online sexual offences against children in 2019/20")
        );
        let data = without_years();
        let (_, card) = chosen(&data, WEST_MIDLANDS);
        assert_eq!(
            (card.number.as_str(), card.label.as_str()),
            ("", "No figure for a single year")
        );
        assert_eq!(
            card.notes,
            [
                "We found no figure for a single year. For the two years from April 2015 to March 2017 together it was 241. We never split a sum, so it is not on the map."
            ]
        );
        assert!(card.latest.is_none() && card.comparison.is_none());
        let reasons = map_guide(&data, &resolve(&data, LATEST).0).reasons;
        assert_eq!(reasons[1], "One has only a sum over a longer or shorter time.");
    }

    #[test]
    fn no_small_map_is_the_one_that_is_shown() {
        let data = data();
        let Multiples { maps, .. } = multiples(&data, &view(&data, LATEST));
        assert!(maps.len() == 5 && maps.iter().all(|map| !map.chosen));
    }
}
