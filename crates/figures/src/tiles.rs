//! The tiles: every kind of figure for one area, side by side, over one axis of years.

use super::answer::latest_rate;
use super::display_value::rate;
use super::doubt::after_number;
use super::fact_sheet::latest;
use super::mini::{Mini, mini};
use super::ranking::change_on_year_before;
use super::sums::{sum_sentence, sums};
use super::{Citation, View, citation};
use crate::scale::format;
use crate::stats;
use cyberflag_data::dataset::{Dataset, Reading};
use cyberflag_data::domain::{Area, Cell, FinancialYear, MeasureId, Unit, Why};

/// One kind of figure for the chosen force or for England and Wales. A line that has nothing to say
/// is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub measure: MeasureId,
    /// Its short name.
    pub name: String,
    /// What it counts, in one line.
    pub what: String,
    /// The number; empty where no single year has one.
    pub number: String,
    /// Its year and coverage or rate; that there is none.
    pub year: String,
    /// The change on the year before.
    pub change: String,
    /// What else there is to know.
    pub more: String,
    /// The map shows this kind.
    pub shown: bool,
    /// The address of its map.
    pub hash: String,
    /// Its years; none without a number.
    pub mini: Option<Mini>,
    /// Where the number comes from.
    pub sources: Vec<Citation>,
}

/// A tile for every kind of figure that has any.
pub fn tiles(data: &Dataset, view: &View) -> Vec<Tile> {
    let axis = axis(data);
    let measures = data.measure_ids().filter(|m| data.years(*m).is_some());
    measures.map(|measure| tile(data, view, &axis, measure)).collect()
}

/// The years from the first to the last of any kind.
fn axis(data: &Dataset) -> Vec<FinancialYear> {
    let years = || data.measure_ids().filter_map(|m| data.years(m));
    let (first, last) = (years().map(|y| y.0.start()).min(), years().map(|y| y.1.start()).max());
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    (first..=last).filter_map(FinancialYear::new).collect()
}

/// What to know about all tiles together: their axis, the change of counting, and that kinds overlap.
pub fn tiles_note(data: &Dataset) -> String {
    let axis = axis(data);
    let (Some(first), Some(last)) = (axis.first(), axis.last()) else { return String::new() };
    let charts = data.measure_ids().filter(|m| data.years(*m).is_some()).count();
    let breaks = data.measures.iter().find_map(|m| m.break_before());
    let counting = breaks.map_or(String::new(), |year| {
        format!(" The dashed line is April {}, when counting changed.", year.start())
    });
    format!(
        "All {} charts run from {} to {}; gaps are years without a figure.{counting} {}",
        format::in_words(charts),
        first.label(),
        last.label(),
        super::caveats::OVERLAP
    )
}

fn tile(data: &Dataset, view: &View, axis: &[FinancialYear], measure: MeasureId) -> Tile {
    let kind = data.measure(measure);
    let shown = measure == view.measure;
    let area = view.area();
    let year = year_of(data, view, measure);
    let tile = Tile {
        measure,
        name: kind.name.clone(),
        what: kind.counts.trim_end_matches('.').to_owned(),
        number: String::new(),
        year: "No figure published for a single year".to_owned(),
        change: String::new(),
        more: String::new(),
        shown,
        hash: String::new(),
        mini: None,
        sources: Vec::new(),
    };
    let Some(year) = year else {
        let (fullest, known) = fullest(data, measure).unwrap_or((view.year, 0));
        let mut more = "That does not mean none were recorded.".to_owned();
        if let Some(sum) = sums(data, measure, area).next() {
            more = format!("{more} {}", sum_sentence(sum));
        } else if known > 0 {
            let year = fullest.label();
            more =
                format!("{more} {known} of 43 forces have a figure for {year}, the fullest year.");
        }
        return Tile { more, hash: hash(data, view, measure, fullest), ..tile };
    };
    let reading = data.reading(measure, area, year);
    Tile {
        number: format::count_cell(reading.cell),
        year: year_line(data, measure, area, year, &reading),
        change: change_line(data, measure, area, year, &reading),
        more: more(data, measure, area, year, &reading),
        hash: hash(data, view, measure, year),
        mini: Some(mini(data, measure, area, axis, year)),
        sources: reading.sources().into_iter().filter_map(|id| citation(data, id)).collect(),
        ..tile
    }
}

/// The year whose number a tile shows: the map's for the total of the kind on it, else the latest.
fn year_of(data: &Dataset, view: &View, measure: MeasureId) -> Option<FinancialYear> {
    let area = view.area();
    let of_map = (view.force.is_none() && measure == view.measure)
        .then_some(view.year)
        .filter(|year| data.reading(measure, area, *year).cell.is_known());
    of_map.or_else(|| latest(data, area, measure))
}

/// The year with the most forces, the latest of them, and how many they are.
pub(super) fn fullest(data: &Dataset, measure: MeasureId) -> Option<(FinancialYear, usize)> {
    let years = data.all_years(measure).into_iter();
    years.map(|year| (year, data.known_forces(measure, year))).max_by_key(|(_, known)| *known)
}

/// The address of a kind's map in a year: the rest of the choice stays, but a rate only where the
/// number of children is known.
pub(super) fn hash(data: &Dataset, view: &View, measure: MeasureId, year: FinancialYear) -> String {
    let children = data.children(Area::EnglandAndWales, year);
    let unit = if children.is_some() { view.unit } else { Unit::Count };
    View { measure, since: year, unit, ..view.at(year) }.selection(data).to_hash()
}

/// `2016/17. 39 of 43 forces` or `2019/20. 6.1 for every 10,000 children`.
fn year_line(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    year: FinancialYear,
    reading: &Reading<'_>,
) -> String {
    let label = year.label();
    if area != Area::EnglandAndWales {
        let rate = rate(data, &View::plain(measure, year, Unit::Rate), area, reading);
        return match rate.is_known() {
            true => format!("{label}. {} for every 10,000 children", format::rate_cell(rate)),
            false => label,
        };
    }
    match reading.forces {
        Some(43) => format!("{label}. All 43 forces"),
        Some(n) => format!("{label}. {n} of 43 forces"),
        None => format!("{label}. Number of forces not stated"),
    }
}

/// `Up 45% from 3,903 in 2015/16`; the earlier number alone where a percentage would mislead; empty
/// where the two cannot be compared.
fn change_line(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    year: FinancialYear,
    reading: &Reading<'_>,
) -> String {
    let before = data.reading(measure, area, year.previous());
    let Some(count) = before.cell.count().filter(|_| reading.cell.is_known()) else {
        return String::new();
    };
    let (from, then) = (format::count(count), year.previous().label());
    match change_on_year_before(data, &View::plain(measure, year, Unit::Count), area) {
        Cell::Value(c) => format!("{} from {from} in {then}", way(c)),
        Cell::NotComparable(Why::SmallBase | Why::NotExact) => format!("It was {from} in {then}"),
        Cell::NotComparable(Why::CountingChanged) => format!("Counted differently in {then}"),
        _ => String::new(),
    }
}

/// `Up 45%`, `Little changed` below half a per cent, or `Unchanged`.
fn way(change: stats::Change) -> String {
    if change.from == change.to {
        return "Unchanged".to_owned();
    }
    if change.percent.abs() < 0.5 {
        return "Little changed".to_owned();
    }
    let way = if change.to > change.from { "Up" } else { "Down" };
    format!("{way} {}", format::whole_per_cent(change.percent))
}

/// Later totals of another coverage, a rate of an earlier year, gaps, other published values.
fn more(
    data: &Dataset,
    measure: MeasureId,
    area: Area,
    year: FinancialYear,
    reading: &Reading<'_>,
) -> String {
    let mut said = Vec::new();
    match area {
        Area::Force(_) => said.extend(of_force(data, measure, area, year)),
        _ => said.extend(later(data, measure, year)),
    }
    let mut others: Vec<String> = Vec::new();
    for other in reading.other_values() {
        let doubted = if other.doubt.is_some() { " (doubted)" } else { "" };
        let text = format!("{}{doubted}", format::count_cell(other.cell()));
        if !others.contains(&text) {
            others.push(text);
        }
    }
    if !others.is_empty() {
        said.push(format!("Also published: {}.", others.join(", ")));
    }
    said.push(after_number(reading.doubt()).trim().to_owned());
    said.retain(|text| !text.is_empty());
    said.join(" ")
}

/// A later total that is not like the one shown.
fn later(data: &Dataset, measure: MeasureId, year: FinancialYear) -> Option<String> {
    let after = |y: &FinancialYear| *y > year;
    let find = |area| {
        let years = data.all_years(measure).into_iter().rev().filter(after);
        years.map(|y| (y, data.reading(measure, area, y))).find(|(_, r)| r.cell.is_known())
    };
    if let Some((year, total)) = find(Area::EnglandAndWales).filter(|(_, t)| t.forces.is_none()) {
        let number = format::count_cell(total.cell);
        let year = year.label();
        return Some(format!("Later total: {number} in {year}; number of forces not stated."));
    }
    find(Area::Wider).map(|_| "Later totals take in other parts of the UK.".to_owned())
}

/// The rate of England and Wales beside a force's, or its latest rate, or its gaps.
fn of_force(data: &Dataset, measure: MeasureId, area: Area, year: FinancialYear) -> Option<String> {
    let all = |year| {
        let view = View::plain(measure, year, Unit::Rate);
        let reading = data.reading(measure, Area::EnglandAndWales, year);
        let rate = rate(data, &view, Area::EnglandAndWales, &reading);
        rate.is_known().then(|| format!(" England and Wales: {}.", format::rate_cell(rate)))
    };
    if !data.measure(measure).is_official() {
        let years = data.all_years(measure);
        let blank = |y: &&FinancialYear| !data.reading(measure, area, **y).cell.is_known();
        let gaps = years.iter().filter(blank).count();
        let gaps = match gaps {
            0 => String::new(),
            1 => " 1 year has no figure of its own.".to_owned(),
            n => format!(" {n} years have no figure of their own."),
        };
        return Some(format!("Latest year published.{gaps}"));
    }
    let (of, text) = latest_rate(data, measure, area, year)?;
    let all = all(of).unwrap_or_default();
    if of == year {
        return Some(all.trim().to_owned());
    }
    Some(format!("Rate in {}: {text} for every 10,000 children.{all}", of.label()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::dataset::package::{Files, load};
    use cyberflag_data::testing;

    fn data() -> Dataset {
        load(&Files::from_dir(std::path::Path::new("../../data")).unwrap()).unwrap()
    }

    fn view(data: &Dataset, force: &str) -> View {
        let year = FinancialYear::new(2016).unwrap();
        let force = data.force_by_code(force);
        View { force, ..View::plain(testing::ONLINE, year, Unit::Count) }
    }

    #[test]
    fn england_and_wales_names_coverage_change_and_a_later_total() {
        let data = data();
        let tiles = tiles(&data, &view(&data, ""));
        assert_eq!(tiles.len(), data.measures.len());
        let online = &tiles[0];
        assert!(online.shown && tiles[1..].iter().all(|t| !t.shown));
        assert_eq!(
            [&online.number, &online.year, &online.change],
            ["5,653", "2016/17. 39 of 43 forces", "Up 45% from 3,903 in 2015/16"]
        );
        assert!(
            online.more.starts_with("Later total: 10,058 in 2019/20; number of forces not stated.")
        );
        assert_eq!(tiles[2].change, "Down 1% from 7,240 in 2023/24");
        assert_eq!(tiles[3].change, "Little changed from 61,432 in 2023/24");
        assert_eq!(tiles[3].hash, "measure=all-child&year=2024-25");
    }

    #[test]
    fn a_force_shows_its_latest_figure_with_its_rate() {
        let data = data();
        let tiles = tiles(&data, &view(&data, "E23000014"));
        let online = &tiles[0];
        assert_eq!(
            [&online.number, &online.year, &online.change, &online.more],
            [
                "427",
                "2019/20. 6.1 for every 10,000 children",
                "Up 7% from 398 in 2018/19",
                "Latest year published. 2 years have no figure of their own."
            ]
        );
        assert_eq!(tiles[1].number, "");
        assert!(tiles[1].more.starts_with("That does not mean none were recorded."));
        assert!(tiles[1].mini.is_none());
        assert!(tiles[2].more.contains("England and Wales: "), "{}", tiles[2].more);
    }

    #[test]
    fn a_percentage_stands_only_between_like_numbers() {
        let data = data();
        let line = |measure, force: &str, year| {
            let area = data.force_by_code(force).map_or(Area::EnglandAndWales, Area::Force);
            let year = FinancialYear::new(year).unwrap();
            change_line(&data, measure, area, year, &data.reading(measure, area, year))
        };
        // The source does not say how many forces the later total covers.
        assert_eq!(line(testing::ONLINE, "", 2019), "");
        assert_eq!(line(testing::GROOMING, "", 2017), "Counted differently in 2016/17");
        // The City of London recorded a handful.
        let city = line(testing::ALL_CHILD, "E23000034", 2024);
        assert!(city.starts_with("It was ") && !city.contains('%'), "{city}");
        let change = |from, to| {
            let percent = (f64::from(to) / f64::from(from) - 1.0) * 100.0;
            way(stats::Change { from, to, percent })
        };
        let ways = [change(100, 100), change(1000, 1004), change(1000, 1006), change(1000, 993)];
        assert_eq!(ways, ["Unchanged", "Little changed", "Up 0.6%", "Down 0.7%"]);
        assert_eq!(change(40, 0), "Down 100%");
    }

    #[test]
    fn the_note_counts_the_charts_and_names_their_years() {
        let note = tiles_note(&data());
        assert!(note.starts_with("All five charts run from 2012/13 to 2024/25; "), "{note}");
        assert!(note.contains("The dashed line is April 2017, when counting changed."), "{note}");
    }
}
