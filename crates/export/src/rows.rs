//! The numbers behind a picture, one row each, with all that stands behind a number.

use super::Picture;
use cyberflag_data::dataset::{Dataset, Figure, Reading, SourceId};
use cyberflag_data::domain::{
    Area, Cell, Count, FinancialYear, ForceId, MeasureId, Qualifier, Unit, Why,
};
use cyberflag_figures::scale::format;
use cyberflag_figures::{self as figures, View, display_value};

/// One number or one blank.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// What is counted.
    pub(super) measure: MeasureId,
    /// When; `None` of a force without a figure for any year.
    pub(super) year: Option<FinancialYear>,
    /// ONS code.
    pub(super) code: String,
    /// Name of the area.
    pub(super) area: String,
    /// An age or an offence; `total` for all of them.
    pub(super) part: String,
    /// The number or the kind of blank.
    pub(super) cell: Cell<Count>,
    /// Offences per 10,000 children, not rounded.
    pub(super) rate: Option<f64>,
    /// Why there is no rate for a known count.
    pub(super) why_no_rate: Option<Why>,
    /// Children aged 0 to 17 that the rate is for.
    pub(super) children: Option<u32>,
    /// Forces that a total covers, where known.
    pub(super) forces: Option<u8>,
    /// Other published values of the same figure, each once.
    pub(super) others: Vec<String>,
    /// Which published values are doubted, why, and by which sources.
    pub(super) doubts: Vec<String>,
    /// What the row of a blank says.
    pub(super) said: Option<String>,
    /// Where the count comes from, and the children.
    pub(super) sources: Vec<SourceId>,
}

/// How a number is known, or the kind of blank.
pub(super) fn status(cell: Cell<Count>) -> &'static str {
    match cell {
        Cell::Value(Count { qualifier: Qualifier::Exact, .. }) => "exact",
        Cell::Value(Count { qualifier: Qualifier::AtLeast, .. }) => "at least",
        Cell::Value(Count { qualifier: Qualifier::About, .. }) => "about",
        Cell::Zero => "zero",
        Cell::Suppressed(_) => "suppressed",
        Cell::NotPublished(_) => "not published",
        Cell::NotComparable(_) => "not comparable",
        Cell::NotApplicable(_) => "not applicable",
    }
}

/// Everything that [`status`] returns, with what it means.
pub(super) const STATUSES: [(&str, &str); 8] = [
    ("exact", "a number was published"),
    ("at least", "published as \"more than\" or \"at least\" this number"),
    ("about", "published as \"about\" or \"nearly\" this number"),
    ("zero", "published as nought: a true zero"),
    ("suppressed", "the source hides a small number to protect people; no value is given"),
    ("not published", "no published figure was found, or the force gave none; that is not zero"),
    ("not comparable", "there are figures, but they cannot be compared"),
    ("not applicable", "the question makes no sense here, such as an offence that was not yet law"),
];

/// ONS code of England and Wales.
pub(super) const TOTAL: &str = "K04000001";

/// ONS code of an area.
fn code(data: &Dataset, area: Area) -> &str {
    match area {
        Area::Force(id) => data.force(id).map_or("", |f| f.code.as_str()),
        Area::England => "E92000001",
        Area::Wales => "W92000004",
        Area::EnglandAndWales => TOTAL,
        Area::Wider => "K02000001",
    }
}

/// The rows of a picture, in a fixed order: England and Wales first, then the forces in the order of
/// the data; years from the first to the last.
pub(super) fn rows(data: &Dataset, view: &View, picture: Picture) -> Vec<Row> {
    let of = |area: Area, year: FinancialYear| total(data, view, area, year);
    let everywhere = |year: FinancialYear| {
        let forces = data.force_ids().map(Area::Force);
        let areas = std::iter::once(Area::EnglandAndWales).chain(forces);
        areas.map(|area| of(area, year)).collect::<Vec<Row>>()
    };
    let years = data.all_years(view.measure);
    match picture {
        // No total: the years differ.
        Picture::Map if view.latest => data.force_ids().map(|id| latest(data, view, id)).collect(),
        Picture::Map | Picture::Ranking | Picture::Headline => everywhere(view.year),
        Picture::Change => [view.since, view.year].into_iter().flat_map(everywhere).collect(),
        Picture::Compare => {
            let pinned = view.pinned().map(Area::Force);
            pinned.flat_map(|area| years.iter().map(move |y| of(area, *y))).collect()
        }
        Picture::Years | Picture::Force => {
            years.into_iter().map(|year| of(view.area(), year)).collect()
        }
        Picture::Ages => {
            let labels = figures::ages(data, view).map(|f| f.bars).unwrap_or_default();
            let published = figures::published_ages(data, view);
            published_parts(data, view, published, labels.into_iter().map(|b| b.label))
        }
        Picture::Offences if data.measure(view.measure).is_official() => {
            official_offences(data, view)
        }
        Picture::Offences => {
            let labels = figures::offences(data, view).map(|f| f.bars).unwrap_or_default();
            let published = figures::published_offences(data, view);
            published_parts(data, view, published, labels.into_iter().map(|b| b.label))
        }
    }
}

/// The row of all offences of an area in a year.
fn total(data: &Dataset, view: &View, area: Area, year: FinancialYear) -> Row {
    let reading = data.reading(view.measure, area, year);
    let at = View { unit: Unit::Rate, range: false, ..view.at(year) };
    let rate = display_value(data, &at, area);
    let mut row = row(data, view, area, Some(year), "total", &reading);
    row.children = data.children(area, year).filter(|_| rate.value.is_some());
    row.rate = rate.value;
    row.why_no_rate = rate.why.filter(|_| reading.cell.is_known());
    if rate.value.is_some() {
        row.sources.extend(data.population.source(year).filter(|s| !row.sources.contains(s)));
    }
    row
}

/// The row of a force's latest figure.
fn latest(data: &Dataset, view: &View, force: ForceId) -> Row {
    let area = Area::Force(force);
    match figures::shown_reading(data, view, force) {
        (Some(year), _) => total(data, view, area, year),
        (None, reading) => row(data, view, area, None, "total", &reading),
    }
}

fn row(
    data: &Dataset,
    view: &View,
    area: Area,
    year: Option<FinancialYear>,
    part: &str,
    reading: &Reading<'_>,
) -> Row {
    let mut others: Vec<String> = Vec::new();
    for other in reading.other_values() {
        let text = format::count_cell(other.cell());
        if !others.contains(&text) {
            others.push(text);
        }
    }
    let doubts = reading.rows.iter().filter_map(|figure| doubt(data, figure)).collect();
    let mut sources = Vec::new();
    for source in reading.sources() {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    Row {
        measure: view.measure,
        year,
        code: code(data, area).to_owned(),
        area: data.area_name(area).to_owned(),
        part: part.to_owned(),
        cell: reading.cell,
        rate: None,
        why_no_rate: None,
        children: None,
        forces: reading.forces,
        others,
        doubts,
        said: figures::blank_note(reading),
        sources,
    }
}

/// `64: why (refuted by: publisher, date; …)`.
fn doubt(data: &Dataset, figure: &Figure) -> Option<String> {
    let doubt = figure.doubt.as_ref()?;
    let cited = doubt.refuted_by.iter().filter_map(|id| figures::citation(data, *id));
    let by: Vec<String> = cited.map(|c| format!("{}, {}", c.publisher, c.date)).collect();
    let count = format::count_cell(figure.cell());
    Some(format!("{count}: {} (refuted by: {})", doubt.reason, by.join("; ")))
}

/// Ages or offences as the NSPCC's answers print them, in the order of the bars that name them.
fn published_parts(
    data: &Dataset,
    view: &View,
    published: Option<(Area, Vec<&Figure>)>,
    labels: impl Iterator<Item = String>,
) -> Vec<Row> {
    let Some((area, figures)) = published else { return Vec::new() };
    let row = |(figure, label): (&Figure, String)| {
        let rows = data.rows(view.measure, area, figure.period, &figure.breakdown);
        let reading = Reading { cell: figure.cell(), rows, forces: None, official_source: None };
        row(data, view, area, Some(view.year), &label, &reading)
    };
    figures.into_iter().zip(labels).map(row).collect()
}

/// The Home Office codes that make up a measure; only one of several codes is split.
fn official_offences(data: &Dataset, view: &View) -> Vec<Row> {
    let columns = data.columns(view.measure);
    if columns.len() < 2 {
        return Vec::new();
    }
    let offences = columns.into_iter().filter_map(|i| Some((i, data.offences.get(i)?)));
    let rows = offences.map(|(i, offence)| {
        let reading = data.offence_reading(i, view.area(), view.year);
        let part = format!("{} ({})", offence.title, offence.code);
        row(data, view, view.area(), Some(view.year), &part, &reading)
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cyberflag_data::testing;

    #[test]
    fn every_picture_has_its_rows() {
        let data = crate::stamp::figures();
        let force = data.force_by_code("E23000014");
        let plain = View::plain(testing::ALL_CHILD, FinancialYear::new(2016).unwrap(), Unit::Count);
        let since = FinancialYear::new(2014).unwrap();
        let view = View {
            force,
            since,
            pins: [force, None, data.force_by_code("W15000001"), None],
            ..plain
        };
        let years = data.all_years(view.measure).len();
        for (picture, count) in [
            (Picture::Map, 44),
            (Picture::Ranking, 44),
            (Picture::Headline, 44),
            (Picture::Change, 88),
            (Picture::Compare, 2 * years),
            (Picture::Years, years),
            (Picture::Force, years),
            (Picture::Ages, 0),
            (Picture::Offences, 11),
        ] {
            assert_eq!(rows(&data, &view, picture).len(), count, "{picture:?}");
        }
        let online = View { measure: testing::ONLINE, ..view };
        let ages = rows(&data, &online, Picture::Ages);
        assert_eq!(ages.len(), figures::ages(&data, &online).unwrap().bars.len());
        assert!(
            ages.iter().all(|r| r.rate.is_none() && !r.sources.is_empty() && r.part != "total")
        );
    }

    #[test]
    fn every_status_is_explained() {
        let count = |qualifier| Cell::Value(Count { n: 1, qualifier });
        let why = Why::NoFigureFound;
        for cell in [
            count(Qualifier::Exact),
            count(Qualifier::AtLeast),
            count(Qualifier::About),
            Cell::Zero,
            Cell::Suppressed(why),
            Cell::NotPublished(why),
            Cell::NotComparable(why),
            Cell::NotApplicable(why),
        ] {
            assert!(STATUSES.iter().any(|(word, _)| *word == status(cell)), "{cell:?}");
        }
    }
}
