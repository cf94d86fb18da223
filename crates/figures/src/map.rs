//! The map of a view: numbers as circles, rates as colours, and what a screen reader says.

use super::latest::{YEARS_DIFFER, is_old, latest_figures, shown_value};
use super::map_scale::{MapMarks, MapScale};
use super::strip::Strip;
use super::{DisplayValue, View, display_value};
use crate::geo::MapShapes;
use crate::scale::{fits, format};
use cyberflag_data::dataset::Dataset;
use cyberflag_data::domain::{Area, AreaCode, FinancialYear, ForceId, Unit, Why};

/// City of London: it has too few children for a rate, and is too small to be seen on the map.
pub const CITY: &str = "E23000034";
/// Middle of the square that stands for it in the sea, in drawing units.
pub const CITY_ASIDE: (i32, i32) = (3402, 3336);
/// Side of that square.
pub const CITY_SIDE: i32 = 90;

/// Said of a force that has a figure for none of the years.
pub(super) const A_SINGLE_YEAR: &str = "a single year";

/// One force on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapArea {
    pub force: ForceId,
    pub code: AreaCode,
    /// Short name.
    pub name: String,
    /// The year of its figure; `None` where the latest is asked for and there is none.
    pub year: Option<FinancialYear>,
    /// It has a figure.
    pub known: bool,
    /// Of rates: the class, from 0; `None` for a blank.
    pub class: Option<usize>,
    /// Of numbers: the radius of its circle, in drawing units; `None` for a blank.
    pub radius: Option<i32>,
    /// The number zero: its circle is an open ring.
    pub zero: bool,
    /// Among figures of different years, one from before the way of counting changed: its circle is an
    /// open ring.
    pub old: bool,
    /// The number inside the circle; empty where it does not fit.
    pub label: String,
    pub display: DisplayValue,
    /// Its figure in words, after its name: `361 offences`, `no published figure for 2016/17`.
    pub reading: String,
    /// What a screen reader says: name and figure.
    pub spoken: String,
}

impl MapArea {
    /// Its circle is an open ring.
    pub fn is_ring(&self) -> bool {
        self.zero || self.old
    }
}

/// Where the circle of a force goes: the middle of its shape, or the square in the sea.
pub fn place(code: AreaCode, outlines: &MapShapes, as_tiles: bool) -> Option<(i32, i32)> {
    if code.as_str() == CITY && !as_tiles {
        return Some(CITY_ASIDE);
    }
    outlines.shape(code.as_str()).map(|shape| shape.centre)
}

/// A circle of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircleSize {
    pub radius: i32,
    pub label: String,
}

/// What the marks on the map mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapKey {
    /// Numbers: up to three sizes, the largest first.
    Circles(Vec<CircleSize>),
    /// Rates: how many classes.
    Classes(usize),
}

/// The whole map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFigure {
    /// Heading.
    pub title: String,
    /// What is counted, the period and how many forces have a figure.
    pub description: String,
    /// Forces in the dataset's order.
    pub areas: Vec<MapArea>,
    pub key: MapKey,
    pub strip: Strip,
    /// What a force without a figure is called, and how many there are; `None` if all have one.
    pub blank: Option<String>,
    /// What the rings of old figures are called: `figure is from 2015/16 or 2016/17`; `None` if there are
    /// none.
    pub old: Option<String>,
    /// The chosen force.
    pub chosen: Option<ForceId>,
}

impl MapFigure {
    /// The chosen force on the map.
    pub fn chosen_area(&self) -> Option<&MapArea> {
        self.areas.get(self.chosen?.index())
    }

    /// How many forces have a figure.
    pub fn known(&self) -> usize {
        self.areas.iter().filter(|area| area.known).count()
    }

    /// The forces with circles, the largest first, so that a small one is never hidden.
    pub fn circles(&self) -> Vec<&MapArea> {
        let mut circles: Vec<&MapArea> = Vec::new();
        for area in self.areas.iter().filter(|a| a.radius.is_some()) {
            let at = circles.iter().take_while(|c| c.radius >= area.radius).count();
            circles.insert(at, area);
        }
        circles
    }
}

/// The heading of a view's map.
pub fn map_title(data: &Dataset, view: &View) -> String {
    if view.latest {
        let name = &data.measure(view.measure).name;
        return format!("{name} recorded: the latest published figure for each force");
    }
    let how = match view.unit {
        Unit::Count => "recorded, by police force",
        Unit::Rate => "recorded for every 10,000 children",
    };
    format!("{} {how}, {}", data.measure(view.measure).name, view.year.label())
}

/// The map of a view, by the scale that [`crate::map_scale`] makes of its measure and unit.
pub fn map(data: &Dataset, view: &View, scale: &MapScale) -> MapFigure {
    let areas: Vec<MapArea> =
        data.force_ids().filter_map(|force| area(data, view, scale, force)).collect();
    let key = match &scale.marks {
        MapMarks::Circles(circles) => MapKey::Circles(
            circles
                .sizes()
                .into_iter()
                .map(|n| CircleSize {
                    radius: circles.radius(f64::from(n)),
                    label: format::whole(n),
                })
                .collect(),
        ),
        MapMarks::Classes(classes) => MapKey::Classes(classes.len()),
    };
    let by = match view.unit {
        Unit::Count => "by number of offences",
        Unit::Rate => "by offences for every 10,000 children",
    };
    let values = areas.iter().filter_map(|a| Some((a.force, a.display.value?, a.old)));
    let strip = scale.axis.strip(by, values, view.force, |wider| {
        let (name, display) = if wider {
            let display = display_value(data, view, Area::EnglandAndWales);
            // Only a rate of all can stand among those of the forces.
            let shown = view.unit == Unit::Rate;
            (data.area_name(Area::EnglandAndWales), shown.then_some(display)?)
        } else {
            let area = areas.get(view.force?.index())?;
            (area.name.as_str(), area.display.clone())
        };
        Some((name.to_owned(), display.value?, display.text))
    });
    let (description, blank) = words(data, view, &areas);
    MapFigure {
        title: map_title(data, view),
        description,
        old: old(&areas),
        areas,
        key,
        strip,
        blank,
        chosen: view.force,
    }
}

fn area(data: &Dataset, view: &View, scale: &MapScale, force: ForceId) -> Option<MapArea> {
    let of = data.force(force)?;
    let (year, display) = shown_value(data, view, force);
    let value = display.value;
    let (class, radius) = match &scale.marks {
        MapMarks::Circles(circles) => (None, value.map(|v| circles.radius(v))),
        MapMarks::Classes(classes) => (value.map(|v| classes.of(v)), None),
    };
    let label = radius.filter(|r| fits(&display.text, *r)).map_or("", |_| &display.text);
    let reading = match (value, view.unit) {
        (Some(_), Unit::Rate) => format!("{} for every 10,000 children", display.text),
        (Some(1.0), Unit::Count) => format!("{} offence", display.text),
        (Some(_), Unit::Count) => format!("{} offences", display.text),
        (None, _) => {
            let when = year.map_or(A_SINGLE_YEAR.to_owned(), |year| year.label());
            format!("{} for {when}", display.text)
        }
    };
    let reading = match year.filter(|_| view.latest) {
        Some(year) => format!("{reading} in {}", year.label()),
        None => reading,
    };
    Some(MapArea {
        force,
        code: of.code,
        name: of.name.clone(),
        year,
        known: value.is_some(),
        class,
        radius,
        zero: value == Some(0.0),
        old: view.latest && year.is_some_and(|year| is_old(data, view.measure, year)),
        label: label.to_owned(),
        spoken: format!("{}: {reading}", of.name),
        reading,
        display,
    })
}

/// The sentence under the heading, and what the blanks are called.
fn words(data: &Dataset, view: &View, areas: &[MapArea]) -> (String, Option<String>) {
    let all = areas.len();
    let blanks: Vec<&MapArea> = areas.iter().filter(|a| !a.known).collect();
    let (blank, known) = (blanks.len(), all - blanks.len());
    let (from, to) = (view.year.start(), view.year.next().start());
    let period = format!("Offences recorded from April {from} to March {to}");
    if view.unit == Unit::Count {
        let label = format!("no published figure ({blank}); not zero");
        let latest = view.latest.then(|| latest_figures(data, view.measure)).flatten();
        let sentence = match latest {
            Some(latest) => format!(
                "Each circle is {}. {YEARS_DIFFER} {} have a figure.",
                latest.period(),
                latest.of_43()
            ),
            None => format!("{period}. {known} of {all} forces have a published figure."),
        };
        return (sentence, (blank > 0).then_some(label));
    }
    let why = |why| blanks.iter().any(|a| a.display.why == Some(why));
    let city = blanks.iter().any(|a| a.code.as_str() == CITY) && why(Why::TooFewChildren);
    let (coverage, label) = if why(Why::NoPopulation) {
        (
            format!(
                "{known} of {all} forces have a rate: the number of children is not in the data"
            ),
            "no rate: number of children not in the data".to_owned(),
        )
    } else if city && blank == 1 {
        (
            format!("{known} of {all} forces; City of London has too few children for a rate"),
            "no rate: City of London".to_owned(),
        )
    } else {
        (format!("{known} of {all} forces have a rate"), format!("no rate ({blank}); not zero"))
    };
    (
        format!("{period}, for every 10,000 people aged 0 to 17 in the area. {coverage}."),
        (blank > 0).then_some(label),
    )
}

/// What the rings of old figures are called, by the years that are really on the map.
fn old(areas: &[MapArea]) -> Option<String> {
    let mut years: Vec<FinancialYear> =
        areas.iter().filter(|area| area.old).filter_map(|area| area.year).collect();
    years.sort_unstable();
    years.dedup();
    let labels: Vec<String> = years.into_iter().map(|year| year.label()).collect();
    let (last, others) = labels.split_last()?;
    Some(match others {
        [] => format!("figure is from {last}"),
        others => format!("figure is from {} or {last}", others.join(", ")),
    })
}
